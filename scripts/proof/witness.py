"""Looks at every page that a press makes, at the moment it is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platica.press.job import Answer, Job, Limits
from platica.press.origin import Origin
from platica.press.press import Press
from platica.press.worker import PartMaker
from proof.boxes import boxes_wrong
from proof.ink import ink_wrong
from proof.order import languages_wrong, order_wrong
from proof.source import source_of
from proof.tree import languages, names_wrong, pages_said

if TYPE_CHECKING:
    from weasyprint import Document

_SLIPS = ("digits.css", "numbers.css")
"""Styles of what a binder lays over its pages; these are no papers."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a paper."""

    paper: str
    what: str


class Maker(PartMaker):
    """Makes parts as the worker does, and keeps the layout of the last."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(tuple(folders), Limits())
        self.last: Document | None = None

    def _laid_out(self, job: Job) -> "Document":
        self.last = super()._laid_out(job)
        return self.last


@dataclass(slots=True)
class Witness:
    """Stands where the workers of a press stand, in this very process."""

    maker: Maker
    findings: list[Finding] = field(default_factory=list)
    pages: int = 0
    papers: int = 0
    count: int = 1
    running: int = 0

    def make(self, job: Job, title: str, _origin: Origin) -> Answer:
        """The finished part, looked at."""
        answer = self.maker.make(job)
        if answer.trouble:
            self.findings.append(Finding(title, f"not made: {answer.trouble} {answer.detail[-300:]}"))
        elif not set(_SLIPS) & set(job.stylesheets):
            self.papers += 1
            self.pages += answer.pages
            self.findings += [Finding(title, what) for what in wrong_with(job.html, answer.pdf, self.maker.last)]
        return answer

    def start(self) -> None:
        """There is no process to start."""

    def launch(self, _workers: int) -> None:
        """There is no process to start."""

    def close(self) -> None:
        """There is no process to end."""


def watch(press: Press, folders: Sequence[Path]) -> Witness:
    """Lets a witness make what the press is asked for."""
    witness = Witness(Maker(folders))
    vars(press)["_workers"] = vars(press._engines)["_workers"] = witness
    return witness


def wrong_with(html: str, pdf: bytes, document: Any) -> Iterator[str]:
    """Everything that is wrong with a finished page, as sentences."""
    source, pages = source_of(html), pages_said(pdf)
    yield from names_wrong(pdf)
    yield from order_wrong(source, pages)
    yield from languages_wrong(source, languages(pdf))
    yield from boxes_wrong(document)
    yield from ink_wrong(pdf)
