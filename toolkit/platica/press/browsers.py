"""Which browsers of the Chromium family are on this computer: each of them can turn a page into a PDF file."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_NAMES = ("Microsoft Edge", "Google Chrome", "Chromium")
_WINDOWS = {
    "Microsoft Edge": "Microsoft/Edge/Application/msedge.exe",
    "Google Chrome": "Google/Chrome/Application/chrome.exe",
    "Chromium": "Chromium/Application/chrome.exe",
}
_WINDOWS_FOLDERS = ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA")
_COMMANDS = {
    "Microsoft Edge": ("microsoft-edge", "microsoft-edge-stable"),
    "Google Chrome": ("google-chrome", "google-chrome-stable"),
    "Chromium": ("chromium", "chromium-browser"),
}


@dataclass(frozen=True, slots=True)
class Program:
    """A browser by the name people know, and its file."""

    name: str
    file: Path

    @property
    def scratch(self) -> Path | None:
        """Where its private files must lie; None where it can read any folder, as all can but those of a snap."""
        snap = Path("/snap")
        inside = self.file.is_relative_to(snap) or self.file.resolve().is_relative_to(snap)
        return Path.home() / "snap" / "chromium" / "common" if inside else None


def installed(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
) -> tuple[Program, ...]:
    """The browsers found in their usual places, the one to try first first."""
    return tuple(Program(name, file) for name, file in _places(platform, environment, which) if file.is_file())


def _places(
    platform: str, environment: Mapping[str, str], which: Callable[[str], str | None]
) -> Iterator[tuple[str, Path]]:
    for name in _NAMES:
        if platform == "win32":
            roots = (environment.get(key) for key in _WINDOWS_FOLDERS)
            yield from ((name, Path(root, _WINDOWS[name])) for root in roots if root)
        elif platform == "darwin":
            folders = ("/Applications", f"{environment.get('HOME', '')}/Applications")
            yield from ((name, Path(folder, f"{name}.app", "Contents", "MacOS", name)) for folder in folders)
        else:
            found = (which(command) for command in _COMMANDS[name])
            yield from ((name, Path(file)) for file in found if file)
