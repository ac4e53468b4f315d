"""Which device writes here. A copied folder is noticed and writes a log of its own from then on."""

import json
import os
from pathlib import Path

from platica.ledger import fs
from platica.ledger.frame import Writer
from platica.ledger.ids import new_id

_DEVICE = 12
_INCARNATION = 8


def writer_of(file: Path, logs: Path) -> Writer:
    """The writer this folder's device file names, made or renewed when the file does not speak of this folder.

    The hint is the computer's name and the number the system gave the folder of logs: a copy has another. A hint that
    changed for another reason costs one more log file and nothing else. Raises OSError.
    """
    hint = _hint(logs)
    try:
        known = json.loads(file.read_bytes())
        writer = Writer(known["device"], known["incarnation"])
        sound = _plain(writer.device, _DEVICE) and _plain(writer.incarnation, _INCARNATION)
        if sound and known["hint"] == hint:
            return writer
        device = writer.device if sound else new_id(_DEVICE)
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        device = new_id(_DEVICE)
    writer = Writer(device, new_id(_INCARNATION))
    keep(file, logs, writer)
    return writer


def new_writer() -> Writer:
    """A writer that no folder ever had."""
    return Writer(new_id(_DEVICE), new_id(_INCARNATION))


def keep(file: Path, logs: Path, writer: Writer) -> None:
    """Makes this the writer of a folder, from now on. Raises OSError."""
    content = {"format": 1, "device": writer.device, "incarnation": writer.incarnation, "hint": _hint(logs)}
    fs.replace_durably(file, json.dumps(content, indent=1).encode() + b"\n")


def keeps(file: Path, writer: Writer) -> bool:
    """Whether a device file names this writer; True as well when it cannot be read now."""
    try:
        known = json.loads(file.read_bytes())
        return (known["device"], known["incarnation"]) == (writer.device, writer.incarnation)
    except (OSError, ValueError, TypeError, KeyError):
        return True


def writer_named(name: str) -> Writer | None:
    """The writer a log file is named for, or None when it is no such name."""
    device, _, incarnation = name.partition("-")
    if _plain(device, _DEVICE) and _plain(incarnation, _INCARNATION):
        return Writer(device, incarnation)
    return None


def _plain(name: object, length: int) -> bool:
    return isinstance(name, str) and len(name) == length and name.isascii() and name.isalnum() and name == name.lower()


def _hint(logs: Path) -> str:
    return f"{_computer()}/{logs.stat().st_ino}"


def _computer() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
