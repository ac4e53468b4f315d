"""What to say when the libraries that set text are not on this machine."""

import sys
from pathlib import Path

from platica.errors import PressMissing
from platica.phrases import Phrase, phrase

_COMMANDS = {
    "debian": "sudo apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "ubuntu": "sudo apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango",
    "rhel": "sudo dnf install pango",
    "suse": "sudo zypper install pango",
    "arch": "sudo pacman -S pango",
    "alpine": "sudo apk add pango harfbuzz-subset",
    "macos": "brew install pango",
    "windows": "pacman -S mingw-w64-ucrt-x86_64-pango",
}


def missing_libraries(detail: str) -> PressMissing:
    """The error to raise, with the one command that helps on this system."""
    command = install_command()
    if command is None:
        return PressMissing(
            phrase("PDF files need the Pango library, which is not installed here ({detail}).", detail=detail)
        )
    return PressMissing(
        phrase(
            "PDF files need the Pango library, which is not installed here. This installs it: {command}",
            command=command,
        )
    )


def only_pages() -> Phrase:
    """What a computer can print where nothing makes PDF files, and what would make them."""
    command = install_command()
    if command is None:
        return phrase("Nothing here makes PDF files: papers are pages to open in a browser and to print from there.")
    return phrase(
        "Nothing here makes PDF files: papers are pages to open in a browser and to print from there. This brings PDF"
        " files: {command}",
        command=command,
    )


def install_command(platform: str = sys.platform, release: Path = Path("/etc/os-release")) -> str | None:
    """The command that installs Pango, or None on a system we have no command for."""
    if platform == "darwin":
        return _COMMANDS["macos"]
    if platform == "win32":
        return _COMMANDS["windows"]
    names = _names(release)
    return next((_COMMANDS[name] for name in names if name in _COMMANDS), None)


def _names(release: Path) -> list[str]:
    """The system's own name, then those it descends from."""
    if not release.is_file():
        return []
    lines = dict(line.split("=", 1) for line in release.read_text("utf-8").splitlines() if "=" in line)
    return [name.strip('"') for key in ("ID", "ID_LIKE") for name in lines.get(key, "").strip('"').split()]
