"""What lies in a folder that travels: copies of logs, sound or not, known or not, and what others put beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from platica.domain.ids import DeviceId
from platica.errors import SiteError
from platica.ledger import fs
from platica.ledger.device import writer_named
from platica.ledger.frame import Ciphers, Writer
from platica.ledger.lines import Checked, checked
from platica.ledger.logs import SHARED, Logs
from platica.phrases import Phrase, phrase, phrases

INSIDE = "platica"
"""The one folder that is ours in a folder that travels."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A sound copy with something in it that may not be known here; `content` ends with its last whole line."""

    writer: Writer
    content: bytes
    found: Checked

    @property
    def name(self) -> str:
        return f"{self.writer.name}.log"


@dataclass(slots=True)
class Found:
    """What a folder holds."""

    copies: list[Copy] = field(default_factory=list)
    refused: list[Phrase] = field(default_factory=list)
    """What was left where it is, and why."""
    locked: set[DeviceId] = field(default_factory=set)
    """Computers of this organization that write under a key that is not known here."""
    strange: int = 0
    """Copies that open with no key known here, of computers not known here."""
    apart: int = 0
    """Files that another program made when two computers wrote a file at once."""


def holds_copies(folder: Path) -> bool:
    """Whether anything was ever carried to a folder."""
    return any(writer_named(path.stem) for path in _log_files(folder))


def look_into(folder: Path, logs: Logs, ciphers: Ciphers) -> Found:
    """Reads a folder through. Raises SiteError when nothing of the kind is there, or the folder is gone."""
    found = Found()
    known = {log.writer.device for log in logs.shared}
    seen: set[tuple[str, bytes]] = set()
    named = False
    for path in _log_files(folder):
        writer = writer_named(path.stem)
        if writer is None:
            found.apart += writer_named(path.name[:21]) is not None
            continue
        named = True
        try:
            content = path.read_bytes()
        except OSError as error:
            found.refused.append(phrase("{file} could not be read: {reason}.", file=path.name, reason=fs.reason(error)))
            continue
        if (path.name, content) not in seen and not _holds(logs.folder / SHARED / path.name, content):
            seen.add((path.name, content))
            _sort_out(found, writer, content, ciphers, known)
    if not folder.is_dir():
        raise gone(folder)
    if not named:
        raise SiteError(phrase("Nothing was carried to the folder {folder}.", folder=folder))
    found.refused += _told(found)
    return found


def gone(folder: Path) -> SiteError:
    """What is said when a folder cannot be found."""
    return SiteError(
        phrase("The folder {folder} is not there. Plug the USB stick in and try again; nothing is lost.", folder=folder)
    )


def _sort_out(found: Found, writer: Writer, content: bytes, ciphers: Ciphers, known: set[str]) -> None:
    what = checked(content, writer, ciphers)
    if what.damaged:
        found.refused.append(phrase("The copy {file} is damaged and was not taken.", file=f"{writer.name}.log"))
        return
    if what.length:
        found.copies.append(Copy(writer, content[: what.length], what))
    if what.locked and (what.length or writer.device in known):
        found.locked.add(DeviceId(writer.device))
    elif what.locked:
        found.strange += 1


def _told(found: Found) -> Iterator[Phrase]:
    if found.strange:
        yield phrases(
            "{count} file in the folder is of another organization, or of a computer whose key is not known here. "
            "It was left alone.",
            "{count} files in the folder are of another organization, or of computers whose key is not known here. "
            "They were left alone.",
            found.strange,
        )
    if found.apart:
        yield phrases(
            "{count} file was made by a program that shares folders, when two computers wrote at once. "
            "It is not needed and was passed over.",
            "{count} files were made by a program that shares folders, when two computers wrote at once. "
            "They are not needed and were passed over.",
            found.apart,
        )


def _holds(here: Path, content: bytes) -> bool:
    """Whether a log that is here begins with all of this."""
    try:
        return here.read_bytes().startswith(content)
    except FileNotFoundError:
        return not content


def _log_files(folder: Path) -> Iterator[Path]:
    for inside in (folder / INSIDE, folder):
        if inside.is_dir():
            yield from sorted(inside.glob("*/*.log"))
            return
