"""What the worker is asked to make, what it may use for it, and what it answers."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

PACK = "https://pack.invalid/"
"""Where every resource of a page is said to be; no such host can exist."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one part may cost before the worker is stopped."""

    cpu_seconds: int = 6
    """On a computer that starts the worker as quickly as most do; in proportion more on a slower one."""
    wall_seconds: int = 60
    memory_megabytes: int = 1536
    """Address space of the whole worker."""
    pages: int = 1000


class Trouble(StrEnum):
    """Why a part was not made."""

    MISSING = "missing"
    MEMORY = "memory"
    TIME = "time"
    PAGES = "pages"
    WARNING = "warning"
    DENIED = "denied"
    DRAWING = "drawing"
    PICTURE = "picture"
    SIGNS = "signs"
    DEPTH = "depth"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay a page out: the stylesheets added to the job's own."""

    stylesheets: tuple[str, ...] = ()
    only_whole: bool = False
    """Whether it is good only for what fits one page, as a line to cut along is."""


AS_IS = (Layout(),)


@dataclass(frozen=True, slots=True)
class Job:
    """A page to make, with the stylesheets and the pictures it needs."""

    html: str
    stylesheets: tuple[str, ...]
    """File names of `printables/styles`, in order."""
    pictures: tuple[tuple[str, bytes], ...] = ()
    """Addresses under PACK and what is there."""
    layouts: tuple[Layout, ...] = AS_IS
    """The ways to try, the roomiest first; the first of those that need fewest pages is taken."""
    names: bool = False
    """Whether its words are names that people typed: a sign that no font has is then replaced instead of refused."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished part, or the trouble there was."""

    pdf: bytes = b""
    pages: int = 0
    trouble: Trouble | None = None
    detail: str = ""
    left_out: str = ""
    """Signs in names of people and places that no font has; the page has a gap or nothing in their place."""


def job_chunks(job: Job) -> list[bytes]:
    """The job as chunks of a message."""
    head = {
        "stylesheets": job.stylesheets,
        "layouts": [(layout.stylesheets, layout.only_whole) for layout in job.layouts],
        "pictures": [address for address, _ in job.pictures],
        "names": job.names,
    }
    return [json.dumps(head).encode(), job.html.encode(), *(picture for _, picture in job.pictures)]


def job_from(chunks: Sequence[bytes]) -> Job:
    """The job that was sent."""
    head = json.loads(chunks[0])
    pictures = tuple(zip(head["pictures"], chunks[2:], strict=True))
    layouts = tuple(Layout(tuple(added), only_whole) for added, only_whole in head["layouts"])
    return Job(chunks[1].decode(), tuple(head["stylesheets"]), pictures, layouts, head["names"])


def answer_chunks(answer: Answer) -> list[bytes]:
    """The answer as chunks of a message."""
    head = {"pages": answer.pages, "trouble": answer.trouble, "detail": answer.detail, "left_out": answer.left_out}
    return [json.dumps(head).encode(), answer.pdf]


def answer_from(chunks: Sequence[bytes]) -> Answer:
    """The answer that was sent."""
    head = json.loads(chunks[0])
    trouble = Trouble(head["trouble"]) if head["trouble"] else None
    return Answer(chunks[1], head["pages"], trouble, head["detail"], head["left_out"])


def setting_chunks(folders: Sequence[Path], limits: Limits) -> list[bytes]:
    """The first message to a worker: where printables are, the first that has a file winning, and its limits."""
    return [json.dumps({"folders": [str(folder) for folder in folders], "limits": asdict(limits)}).encode()]


def setting_from(chunks: Sequence[bytes]) -> tuple[tuple[Path, ...], Limits]:
    """The folders and limits that were sent."""
    head = json.loads(chunks[0])
    return tuple(Path(folder) for folder in head["folders"]), Limits(**head["limits"])
