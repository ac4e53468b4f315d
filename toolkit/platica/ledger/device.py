"""Which device writes here. A copied folder is noticed and writes a log of its own from then on."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platica.ledger import fs, sentences
from platica.ledger.frame import Writer
from platica.ledger.ids import new_id
from platica.phrases import Phrase

FORMAT = 1
_DEVICE = 12
_INCARNATION = 8


@dataclass(frozen=True, slots=True)
class Found:
    """Who writes to a site, and what a person should know about that."""

    writer: Writer
    notice: Phrase | None = None
    refusal: Phrase | None = None
    """Why nothing may be written."""


def writer_of(file: Path, logs: Path) -> Found:
    """The writer this folder's device file names, made or renewed when the file does not speak of this folder.

    The hint is the computer's name and the number the system gave the folder of logs: a copy has another. A hint that
    changed for another reason costs one more log file and nothing else. Raises OSError when the folder cannot be read.
    """
    content = _content(file)
    known = _writer(content)
    if content.get("format", FORMAT) != FORMAT:
        return Found(known or new_writer(), refusal=sentences.newer(file))
    if known and logs.is_dir() and content.get("hint") == _hint(logs):
        return Found(known)
    fresh = Writer(known.device, new_id(_INCARNATION)) if known else new_writer()
    lost = known is None and file.with_name("lock").exists() and any(logs.glob("*.log"))
    try:
        fs.make_folder(logs)
        keep(file, logs, fresh)
    except OSError as error:
        return Found(known or fresh, refusal=sentences.unwritable(fs.reason(error)))
    return Found(fresh, notice=sentences.nameless() if lost else None)


def new_writer() -> Writer:
    """A writer that no folder ever had."""
    return Writer(new_id(_DEVICE), new_id(_INCARNATION))


def keep(file: Path, logs: Path, writer: Writer) -> None:
    """Makes this the writer of a folder, from now on. Raises OSError."""
    content = {"format": FORMAT, "device": writer.device, "incarnation": writer.incarnation, "hint": _hint(logs)}
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


def _content(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _writer(content: Mapping[str, Any]) -> Writer | None:
    device, incarnation = content.get("device"), content.get("incarnation")
    sound = _plain(device, _DEVICE) and _plain(incarnation, _INCARNATION)
    return Writer(str(device), str(incarnation)) if sound else None


def _plain(name: object, length: int) -> bool:
    return isinstance(name, str) and len(name) == length and name.isascii() and name.isalnum() and name == name.lower()


def _hint(logs: Path) -> str:
    return f"{_computer()}/{logs.stat().st_ino}"


def _computer() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
