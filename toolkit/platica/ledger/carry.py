"""Bringing logs to and from a folder that travels: a stick, or a folder that computers share.

Below `platica` in the folder every device writes into a folder of its own, and nowhere else, copies of the logs it
knows. What was not copied to its end is not taken for a log. Bringing the same in twice changes nothing.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platica.domain.history import Step
from platica.domain.ids import DeviceId
from platica.domain.progress import Progress, silent
from platica.errors import SiteError
from platica.ledger import fs
from platica.ledger.copies import INSIDE, Copy, gone, look_into
from platica.ledger.erasures import Erasures
from platica.ledger.frame import Ciphers, Writer
from platica.ledger.history import steps_since
from platica.ledger.ledger import Ledger
from platica.ledger.lines import Checked, checked, forked_at, merged, sound_lines
from platica.ledger.log import Log
from platica.ledger.logs import SHARED, Logs
from platica.phrases import Phrase, phrase

_ENDLESS = 1 << 62


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
    locked: tuple[DeviceId, ...] = ()
    """Computers of this organization that write under a key that is not known here."""
    double: tuple[DeviceId, ...] = ()
    """Computers under whose name two write; what the second one wrote has not come yet."""
    renamed: bool = False
    """Whether this computer was one of two of the same name, and has a name of its own now."""


def carry_out(ledger: Ledger, folder: Path, progress: Progress = silent) -> CarriedOut:
    """Copies the logs of the site to a folder. Raises SiteError; what was there before is untouched then.

    The folder may be missing when the one above it is there. Nothing that lies there and is not known here is lost.
    """
    if not folder.is_dir() and not folder.parent.is_dir():
        raise gone(folder)
    with ledger.files() as logs:
        there = folder / INSIDE / logs.own.writer.device
        written, files, left = 0, 0, []
        shared = sorted((log for log in logs.shared if log.damage or log.at.length), key=lambda log: log.path.name)
        try:
            fs.make_folder(there)
            for rest in there.glob(".*.new"):
                fs.remove(rest)
            for done, log in enumerate(shared):
                progress(done, len(shared), phrase("Taking the records out"))
                if log.damage:
                    left.append(phrase("The history file {file} is damaged and was left out.", file=log.path.name))
                    continue
                whole = _to_lie_there(log, there / log.path.name, ledger.ciphers, logs)
                if whole is None:
                    left.append(_double_there())
                    continue
                files += 1
                written += _copy(whole, there / log.path.name)
            fs.settle(there)
        except OSError as error:
            raise (
                gone(folder)
                if not folder.is_dir()
                else SiteError(
                    phrase(
                        "The folder {folder} could not be written: {reason}. What was there before is kept.",
                        folder=folder,
                        reason=fs.reason(error),
                    )
                )
            ) from error
    return CarriedOut(there, files, written, tuple(left))


def carry_in(ledger: Ledger, folder: Path, progress: Progress = silent) -> CarriedIn:
    """Takes in what other devices left in a folder, and repairs what is damaged here and whole there.

    Raises SiteError when there is nothing of the kind in the folder, or nothing can be written here.
    """
    if not folder.is_dir():
        raise gone(folder)
    with ledger.files() as logs:
        known = {log.writer.name: log.at.number for log in logs.shared}
        broken = {log.path.name for log in logs.shared if log.damage}
        before = ledger.writer
        found = look_into(folder, logs, ledger.ciphers)
        erasures = _all_erasures(logs, found.copies)
        double: list[Copy] = []
        try:
            for rest in (logs.folder / SHARED).glob(".*.new"):
                fs.remove(rest)
            for done, copy in enumerate(found.copies):
                progress(done, len(found.copies), phrase("Bringing the records in"))
                first = _differs_from(copy, logs)
                if first is None:
                    found.refused += filter(None, [_take(copy, logs.folder / SHARED, ledger.ciphers, erasures)])
                else:
                    double.append(copy)
            if found.copies:
                ledger.read_again()
            double = [copy for copy in double if not _settled(ledger, copy, known)]
        except OSError as error:
            raise SiteError(
                phrase("The site could not be written to: {reason}. What came before is kept.", reason=fs.reason(error))
            ) from error
        whole = {log.path.name for log in ledger.logs.shared if not log.damage}
        if ledger.writer != before:
            known.setdefault(ledger.writer.name, _ENDLESS)
        elif all(copy.writer != before for copy in found.copies):
            known[before.name] = _ENDLESS  # what was erased here because of what came did not come
        steps = steps_since(ledger.logs.shared, known)
    return CarriedIn(
        steps,
        tuple(sorted(broken & whole)),
        tuple(found.refused),
        tuple(sorted(found.locked)),
        tuple(sorted({DeviceId(copy.writer.device) for copy in double})),
        ledger.writer != before,
    )


def _settled(ledger: Ledger, copy: Copy, known: dict[str, int]) -> bool:
    """Brings two histories of one name together, as far as that can be done here."""
    from platica.ledger.two_histories import settled

    first = _differs_from(copy, ledger.logs)
    if first is None:
        return True
    if not settled(ledger, copy, first):
        return False
    if _differs_from(copy, ledger.logs) is None:
        known[copy.writer.name] = min(known.get(copy.writer.name, 0), first - 1)
    return True


def _differs_from(copy: Copy, logs: Logs) -> int | None:
    """The first line in which a copy tells another history than the log here; None when there is none."""
    path = logs.folder / SHARED / copy.name
    here = path.read_bytes() if path.exists() else b""
    if copy.content.startswith(here):
        return None
    return forked_at(sound_lines(here, copy.writer), sound_lines(copy.content, copy.writer))


def _all_erasures(logs: Logs, copies: list[Copy]) -> Erasures:
    everything = Erasures()
    everything.restore(logs.erasures.kept())
    for copy in copies:
        for change in copy.found.erasing:
            everything.note(change)
    return everything


def _take(copy: Copy, target: Path, ciphers: Ciphers, erasures: Erasures) -> Phrase | None:
    """Brings a copy together with the log that is here; a sentence when it was left where it is."""
    path = target / copy.name
    here = path.read_bytes() if path.exists() else b""
    erased = erasures.of_log(copy.writer.name)
    whole, again = copy.content, copy.found
    if erased or again.absent or not whole.startswith(here):
        whole = merged(sound_lines(here, copy.writer), sound_lines(whole, copy.writer), erased)
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


def _to_lie_there(log: Log, target: Path, ciphers: Ciphers, logs: Logs) -> bytes | None:
    """The log with all that its copy has and we do not; None when the copy tells another history."""
    ours = log.path.read_bytes()[: log.at.length]
    there = target.read_bytes() if target.exists() else b""
    if ours.startswith(there):
        return ours
    mine, theirs = sound_lines(ours, log.writer), sound_lines(there, log.writer)
    if forked_at(mine, theirs) is not None:
        return None if _tells_more(there, log.writer, ciphers, logs) else ours
    erased = logs.erasures.of_log(log.writer.name)
    whole = merged(mine, theirs, erased)
    # A part that is missing there may be erased by a log that only whoever took it out has read.
    return ours if checked(whole, log.writer, ciphers).damaged else whole


def _tells_more(there: bytes, writer: Writer, ciphers: Ciphers, logs: Logs) -> bool:
    from platica.ledger.two_histories import told_by, told_in

    found = checked(there, writer, ciphers)
    return found.locked or not told_by(there, writer, ciphers) <= told_in(logs)


def _double_there() -> Phrase:
    return phrase(
        "Another computer of the same name left its records in this folder. Bring them in first, then take out again."
    )


def _copy(content: bytes, target: Path) -> bool:
    """Writes a copy if it is not there, and reads it again from the disk; whether it had to be written."""
    if _read_from_disk(target) == content:
        fs.settle(target)
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
