"""USB sticks and other disks that are plugged in and ready to be written to."""

import sys
from collections.abc import Iterator
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
_KINDS = {"vfat", "exfat", "msdos", "ntfs", "ntfs3", "fuseblk", "hfsplus"}
"""File systems of disks that go from computer to computer."""
_PLACES = ("/media/", "/run/media/", "/mnt/")
_SYSTEM = ("/boot", "/efi")
_REMOVABLE = 2


def plugged_in() -> tuple[Path, ...]:
    """The folders of disks that can be taken out, by name."""
    if sys.platform == "win32":
        return tuple(_drives())
    if sys.platform == "darwin":
        return tuple(one for one in sorted(Path("/Volumes").glob("*")) if one.is_dir() and not one.is_symlink())
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ()
    return tuple(sorted(folder for folder in _mounted(mounts) if folder.is_dir()))


def _mounted(mounts: str) -> Iterator[Path]:
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        folder = _plain(fields[1])
        if folder.startswith(_PLACES) or (fields[2] in _KINDS and not folder.startswith(_SYSTEM)):
            yield Path(folder)


def _plain(field: str) -> str:
    """A field of the table of mounts; spaces and the like are written there as octal numbers."""
    for code in (" ", "\t", "\n", "\\"):
        field = field.replace(f"\\{ord(code):03o}", code)
    return field


def _drives() -> Iterator[Path]:
    if sys.platform == "win32":
        import ctypes

        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            root = f"{letter}:\\"
            if ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE and Path(root).is_dir():
                yield Path(root)
