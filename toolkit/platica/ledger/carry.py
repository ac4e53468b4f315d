"""Bringing logs to and from a folder that travels: a stick, or a folder that computers share.

Below `platica` in the folder every device writes into a folder of its own, and nowhere else, copies of the logs it
knows. What was not copied to its end is not taken for a log. Bringing the same in twice changes nothing.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platica.domain.history import Step
from platica.errors import SiteError
from platica.ledger import fs
from platica.ledger.device import writer_named
from platica.ledger.erasures import Erasures
from platica.ledger.frame import Ciphers, Writer
from platica.ledger.history import steps_since
from platica.ledger.ledger import Ledger
from platica.ledger.lines import Checked, checked, forked, merged, sound_lines
from platica.ledger.logs import SHARED, Logs
from platica.phrases import Phrase, phrase

_INSIDE = "platica"


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What lies in the folder now; every file was read again after it was written."""

    folder: Path
    files: int
    written: int
    """Files that were not there like this before."""
    left: tuple[Phrase, ...]
    """What was not carried, and why."""


@dataclass(frozen=True, slots=True)
class CarriedIn:
    """What came in: every step that was not known here, the oldest first."""

    steps: tuple[Step, ...]
    repaired: tuple[str, ...]
    """Files that were damaged here and are whole again."""
    refused: tuple[Phrase, ...]
    """What was left where it is, and why."""


def carry_out(ledger: Ledger, folder: Path) -> CarriedOut:
    """Copies the logs of the site to a folder. Raises SiteError; what was there before is untouched then."""
    with ledger.files() as logs:
        there = folder / _INSIDE / logs.own.writer.device
        written, files, left = 0, 0, []
        try:
            fs.make_folder(there)
            for log in sorted(logs.shared, key=lambda log: log.path.name):
                if log.damage:
                    left.append(phrase("The history file {file} is damaged and was left out.", file=log.path.name))
                elif log.at.length:
                    files += 1
                    written += _copy(log.path.read_bytes()[: log.at.length], there / log.path.name)
        except OSError as error:
            raise SiteError(
                phrase("The folder {folder} could not be written: {reason}.", folder=folder, reason=fs.reason(error))
            ) from error
    return CarriedOut(there, files, written, tuple(left))


def carry_in(ledger: Ledger, folder: Path) -> CarriedIn:
    """Takes in what other devices left in a folder, and repairs what is damaged here and whole there.

    Raises SiteError when there is nothing of the kind in the folder, or nothing can be written here.
    """
    with ledger.files() as logs:
        known = {log.writer.name: log.at.number for log in logs.shared}
        broken = {log.path.name for log in logs.shared if log.damage}
        copies, refused = _copies(folder, ledger.ciphers)
        erasures = _all_erasures(logs, copies)
        try:
            for copy in copies:
                refused += filter(None, [_take(copy, logs.folder / SHARED, ledger.ciphers, erasures)])
        except OSError as error:
            raise SiteError(
                phrase("The site could not be written to: {reason}. What came before is kept.", reason=fs.reason(error))
            ) from error
        ledger.read_again()
        whole = {log.path.name for log in logs.shared if not log.damage}
        steps = steps_since(logs.shared, known)
    return CarriedIn(steps, tuple(sorted(broken & whole)), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Copy:
    path: Path
    writer: Writer
    content: bytes
    found: Checked


def _copies(folder: Path, ciphers: Ciphers) -> tuple[list[_Copy], list[Phrase]]:
    """The sound copies in a folder, and what is wrong with the others."""
    copies, refused, any_file = [], [], False
    for path in _log_files(folder):
        writer = writer_named(path.stem)
        if writer is None:
            continue
        any_file = True
        try:
            content = path.read_bytes()
        except OSError as error:
            refused.append(phrase("{file} could not be read: {reason}.", file=path.name, reason=fs.reason(error)))
            continue
        found = checked(content, writer, ciphers)
        if found.damaged:
            refused.append(phrase("The copy {file} is damaged and was not taken.", file=path.name))
        elif found.length == 0 and b"\n" in content:
            refused.append(phrase("{file} is of another organization, or uses a newer key.", file=path.name))
        else:
            copies.append(_Copy(path, writer, content[: found.length], found))
    if not any_file:
        raise SiteError(phrase("Nothing was carried to the folder {folder}.", folder=folder))
    return copies, refused


def _log_files(folder: Path) -> Iterator[Path]:
    for inside in (folder / _INSIDE, folder):
        if inside.is_dir():
            yield from sorted(inside.glob("*/*.log"))
            return


def _all_erasures(logs: Logs, copies: list[_Copy]) -> Erasures:
    everything = Erasures()
    everything.restore(logs.erasures.kept())
    for copy in copies:
        for change in copy.found.erasing:
            everything.note(change)
    return everything


def _take(copy: _Copy, target: Path, ciphers: Ciphers, erasures: Erasures) -> Phrase | None:
    """Brings a copy together with the log that is here; a sentence when it was left where it is."""
    path = target / copy.path.name
    here = path.read_bytes() if path.exists() else b""
    if here == copy.content:
        return None
    ours, theirs = sound_lines(here, copy.writer), sound_lines(copy.content, copy.writer)
    if forked(ours, theirs):
        return phrase("{file} tells another history than the copy here. It was not taken.", file=path.name)
    erased = erasures.of_log(copy.writer.name)
    whole = merged(ours, theirs, erased)
    again = checked(whole, copy.writer, ciphers)
    if again.damaged or _missing(again, erased):
        return phrase("Parts of {file} are missing. It was not taken.", file=path.name)
    if whole == here[: len(whole)]:
        return None
    if here and whole.startswith(here) and here.endswith(b"\n"):
        fs.append_durably(path, whole[len(here) :], len(here))
    else:
        fs.replace_durably(path, whole)
    return None


def _missing(found: Checked, erased: Mapping[int, set[int]]) -> bool:
    return any(nth not in erased.get(number, ()) for number, nth in found.absent)


def _copy(content: bytes, target: Path) -> bool:
    """Writes a copy if it is not there, and reads it again from the disk; whether it had to be written."""
    if _read_from_disk(target) == content:
        return False
    fs.replace_durably(target, content)
    if _read_from_disk(target) != content:
        raise OSError(5, "what was read back is not what was written")
    return True


def _read_from_disk(path: Path) -> bytes | None:
    """The bytes of a file, asking the system not to answer from its memory."""
    try:
        with path.open("rb") as file:
            if hasattr(os, "posix_fadvise"):
                with suppress(OSError):
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            return file.read()
    except FileNotFoundError:
        return None
