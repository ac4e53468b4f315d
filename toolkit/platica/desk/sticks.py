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
        found = _drives()
    elif sys.platform == "darwin":
        found = [one for one in Path("/Volumes").glob("*") if not one.is_symlink()]
    else:
        found = list(_mounted(_mounts()))
    return tuple(sorted(one for one in found if one.is_dir()))


def _mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


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


def _drives() -> list[Path]:
    """The roots of drives that Windows calls removable."""
    found: list[Path] = []
    if sys.platform == "win32":
        import ctypes

        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            root = f"{letter}:\\"
            if ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE:
                found.append(Path(root))
    return found
