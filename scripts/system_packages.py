"""What Plática needs from the system, and the package manager that can bring it."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from launcher_words import agreed, say, tell

# WeasyPrint loads the first five; they all come with Pango.
PDF_LIBRARIES = {
    "linux": (
        "libgobject-2.0.so.0",
        "libpango-1.0.so.0",
        "libharfbuzz.so.0",
        "libfontconfig.so.1",
        "libpangoft2-1.0.so.0",
    ),
    "darwin": (
        "libgobject-2.0.dylib",
        "libpango-1.0.dylib",
        "libharfbuzz.dylib",
        "libfontconfig.dylib",
        "libpangoft2-1.0.dylib",
    ),
}
# What the checks use beyond that; without them some are skipped.
CHECK_PROGRAMS = {"gettext": "msgfmt", "tmux": "tmux", "poppler": "pdftotext", "java": "java", "cups": "cupsd"}
# Where programs are that only an administrator has on the path.
SYSTEM_PROGRAMS = "/usr/sbin:/sbin"
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
# Any of these prints where Pango is missing. Only Debian's own package is brought: that of Ubuntu is a snap.
BROWSERS = ("chromium", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable")
RELEASE = Path("/etc/os-release")
# How much of a failed package manager is shown.
LAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Manager:
    """A package manager: how it installs, and its names for what is needed."""

    command: str
    install: tuple[str, ...]
    packages: Mapping[str, tuple[str, ...]]
    refresh: tuple[str, ...] = ()
    wants_root: bool = True

    def names(self, needs: Sequence[str]) -> tuple[str, ...]:
        """The packages for these needs, in this system's words."""
        return tuple(name for need in needs for name in self.packages.get(need, ()))

    def line(self, needs: Sequence[str]) -> str:
        """The one line a person can run."""
        sudo = ("sudo",) if self.wants_root and os.geteuid() != 0 else ()
        return " ".join(
            (*sudo, *(word for word in self.install if word not in ("-y", "--noconfirm")), *self.names(needs))
        )


def _venv_package() -> tuple[str, ...]:
    return (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)


MANAGERS = (
    Manager(
        "apt-get",
        ("apt-get", "install", "-y", "--no-install-recommends"),
        {
            "venv": _venv_package(),
            "pango": ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
            "gettext": ("gettext",),
            "tmux": ("tmux",),
            "poppler": ("poppler-utils",),
            "java": ("default-jre-headless",),
            "jaxb": ("libjaxb-java",),
            "chromium": ("chromium",),
            "cups": ("cups", "cups-client", "cups-filters"),
        },
        refresh=("apt-get", "update", "-q"),
    ),
    Manager(
        "dnf",
        ("dnf", "install", "-y"),
        {
            "pango": ("pango",),
            "gettext": ("gettext",),
            "tmux": ("tmux",),
            "poppler": ("poppler-utils",),
            "java": ("java-latest-openjdk-headless",),
            "cups": ("cups", "cups-client", "cups-filters", "cups-ipptool"),
        },
    ),
    Manager(
        "pacman",
        ("pacman", "-S", "--noconfirm"),
        {
            "pango": ("pango",),
            "gettext": ("gettext",),
            "tmux": ("tmux",),
            "poppler": ("poppler",),
            "java": ("jre-openjdk-headless",),
            "cups": ("cups", "cups-filters"),
        },
    ),
    Manager(
        "apk",
        ("apk", "add"),
        {
            "pango": ("pango", "fontconfig"),
            "gettext": ("gettext",),
            "tmux": ("tmux",),
            "poppler": ("poppler-utils",),
            "java": ("openjdk17-jre-headless",),
            "cups": ("cups", "cups-client", "cups-filters"),
        },
        refresh=("apk", "update"),
    ),
    Manager(
        "brew",
        ("brew", "install"),
        {
            "pango": ("pango",),
            "gettext": ("gettext",),
            "tmux": ("tmux",),
            "poppler": ("poppler",),
            "java": ("openjdk",),
        },
        wants_root=False,
    ),
)


def manager() -> Manager | None:
    """The package manager of this system, if it is one we know."""
    return next((known for known in MANAGERS if shutil.which(known.command)), None)


def pango_is_missing() -> bool:
    """Whether one of the libraries that make PDF files cannot be loaded; on other systems: no."""
    for library in PDF_LIBRARIES.get(sys.platform, ()):
        try:
            ctypes.CDLL(library)
        except OSError:
            return True
    return False


def venv_is_missing() -> bool:
    """Whether this Python was packaged without the part that puts pip into an environment."""
    return importlib.util.find_spec("ensurepip") is None


def missing_for_checks() -> tuple[str, ...]:
    """What only the checks would use and this system lacks."""
    path = os.pathsep.join((os.environ.get("PATH", ""), SYSTEM_PROGRAMS))
    programs = tuple(need for need, program in CHECK_PROGRAMS.items() if not shutil.which(program, path=path))
    jaxb = () if JAXB.exists() or not shutil.which("apt-get") else ("jaxb",)
    return (*programs, *jaxb, *(("chromium",) if browser_is_missing() else ()))


def browser_is_missing() -> bool:
    """Whether this is a Debian without a browser that prints."""
    debian = RELEASE.is_file() and "ID=debian" in RELEASE.read_text("utf-8").splitlines()
    return debian and not any(map(shutil.which, BROWSERS))


def install(needs: Sequence[str]) -> None:
    """Installs what is needed: as root at once, otherwise after asking; does nothing where that is not possible."""
    found = manager()
    if found is None or not found.names(needs):
        return
    prefix: tuple[str, ...] = ()
    if not (found.wants_root and os.geteuid() == 0):
        prefix = ("sudo",) if found.wants_root else ()
        able = shutil.which((*prefix, *found.install)[0])
        if not able or not agreed("May this line be run? {line}  [y/N] ", line=found.line(needs)):
            return
    tell("Installing system packages: {packages}", packages=" ".join(found.names(needs)))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (found.refresh, (*found.install, *found.names(needs))):
        if command:
            done = subprocess.run(
                (*prefix, *command),
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            if done.returncode:
                print(*(done.stdout + done.stderr).splitlines()[-LAST_LINES:], sep="\n", file=sys.stderr)


def how_to_install(needs: Sequence[str]) -> tuple[str, ...]:
    """The sentences that say how a person gets what is missing."""
    found = manager()
    if found is None or not found.names(needs):
        return (
            say("Plática needs from the system: {needs}. Install it and repeat the command.", needs=", ".join(needs)),
        )
    return (
        say("Some of what Plática needs from the system is missing. Run this line and repeat the command:"),
        f"  {found.line(needs)}",
    )
