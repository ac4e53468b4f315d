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
    hint = f"{_computer()}/{logs.stat().st_ino}"
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
    content = {"format": 1, "device": writer.device, "incarnation": writer.incarnation, "hint": hint}
    fs.replace_durably(file, json.dumps(content, indent=1).encode() + b"\n")
    return writer


def writer_named(name: str) -> Writer | None:
    """The writer a log file is named for, or None when it is no such name."""
    device, _, incarnation = name.partition("-")
    if _plain(device, _DEVICE) and _plain(incarnation, _INCARNATION):
        return Writer(device, incarnation)
    return None


def _plain(name: object, length: int) -> bool:
    return isinstance(name, str) and len(name) == length and name.isascii() and name.isalnum() and name == name.lower()


def _computer() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
