"""The papers that were sent to a printer from this computer: a small file for each, without anybody's name.

They lie in the folder `printing` of the site, for their owner alone, and are forgotten after a week.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from platica.desk.desk import Desk
from platica.domain.paper import Paper
from platica.domain.printer import Batch, BatchState, SentPaper, Sides
from platica.domain.printing import What
from platica.errors import PrinterError
from platica.ledger import fs
from platica.ledger.lock import SiteLock
from platica.phrases import phrase

FOLDER = "printing"
_KEPT = timedelta(days=7)
_FORMAT = 1


@contextmanager
def one_at_a_time(desk: Desk) -> Iterator[None]:
    """Inside, nobody else sends papers of this site or asks what became of them. Raises SiteError when it cannot be."""
    folder = desk.folder / FOLDER
    try:
        fs.make_folder(folder)
    except OSError as error:
        raise PrinterError(
            phrase("{file} cannot be written: {reason}. Nothing is sent.", file=str(folder), reason=fs.reason(error))
        ) from error
    lock = SiteLock(folder / "lock")
    try:
        with lock.held():
            yield
    finally:
        lock.close()


def any_remembered(desk: Desk) -> bool:
    """Whether anything was sent at all."""
    return bool(_files(desk))


def remembered(desk: Desk) -> tuple[SentPaper, ...]:
    """The papers of the last week, the newest first."""
    return tuple(sorted(_read(desk), key=lambda paper: (paper.sent, paper.code), reverse=True))


def remember(desk: Desk, paper: SentPaper) -> None:
    """Writes down how far a paper is. Raises PrinterError when it cannot be written, since it could be sent twice."""
    try:
        fs.replace_durably(_file(desk, paper.code), json.dumps(_told(paper)).encode() + b"\n")
    except OSError as error:
        raise PrinterError(
            phrase(
                "{file} cannot be written: {reason}. No more is sent, so that nothing is printed twice.",
                file=str(_file(desk, paper.code)),
                reason=fs.reason(error),
            )
        ) from error


def forget_old(desk: Desk) -> None:
    """Takes away what is older than a week, and what cannot be read."""
    known = {paper.code: paper for paper in _read(desk)}
    for file in _files(desk):
        paper = known.get(file.stem)
        if paper is None or desk.now() - paper.sent > _KEPT:
            with suppress(OSError):
                fs.remove(file)


def _files(desk: Desk) -> list[Path]:
    return sorted((desk.folder / FOLDER).glob("*.json"))


def _file(desk: Desk, code: str) -> Path:
    return desk.folder / FOLDER / f"{code}.json"


def _read(desk: Desk) -> Iterator[SentPaper]:
    for file in _files(desk):
        with suppress(OSError, ValueError, LookupError, TypeError):
            told = json.loads(file.read_bytes())
            if told["format"] == _FORMAT:
                yield _paper(told)


def _told(paper: SentPaper) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "code": paper.code,
        "what": paper.what,
        "title": paper.title,
        "file": str(paper.file),
        "digest": paper.digest,
        "copies": paper.copies,
        "pages": paper.pages,
        "paper": paper.paper,
        "sides": paper.sides,
        "printer": paper.printer,
        "sent": paper.sent.isoformat(),
        "kept": paper.kept,
        "batches": [
            {
                "first": one.first,
                "copies": one.copies,
                "name": one.name,
                "job": one.job,
                "state": one.state,
                "out": one.out,
            }
            for one in paper.batches
        ],
    }


def _paper(told: dict[str, Any]) -> SentPaper:
    return SentPaper(
        code=told["code"],
        what=What(told["what"]),
        title=told["title"],
        file=Path(told["file"]),
        digest=told["digest"],
        copies=told["copies"],
        pages=told["pages"],
        paper=Paper(told["paper"]),
        sides=Sides(told["sides"]),
        printer=told["printer"],
        sent=datetime.fromisoformat(told["sent"]),
        kept=told["kept"],
        batches=tuple(
            Batch(one["first"], one["copies"], one["name"], one["job"], BatchState(one["state"]), one["out"])
            for one in told["batches"]
        ),
    )
