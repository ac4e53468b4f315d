"""What came of a carrying, in sentences: counts first, then every change, then what a person must do."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from platica.desk import computers, settle
from platica.desk.desk import Desk
from platica.desk.tell_steps import ToldStep, tell
from platica.domain.history import Step
from platica.ledger.carry import CarriedIn, CarriedOut
from platica.phrases import Phrase, phrase, phrases

SHOWN = 12
"""Changes that a list shows before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class ToldNews:
    """What came in."""

    counts: tuple[Phrase, ...]
    """How much came in, from whom."""
    steps: tuple[ToldStep, ...]
    """Every change, the oldest first."""
    notes: tuple[Phrase, ...]
    """What was repaired or left where it is, and what to do about it."""
    to_settle: int
    """How much a person must decide."""


def told_news(desk: Desk, came: CarriedIn, language: str) -> ToldNews:
    """What a bringing in did."""
    erasing = {step.commit for step in came.steps if step.erased}
    steps = tuple(step for step in came.steps if step.erased or step.commit not in erasing)
    return ToldNews(
        tuple(_counts(desk, steps, language)),
        tell(desk, steps, language),
        tuple(_notes(desk, came)),
        settle.count(desk),
    )


def when_told(desk: Desk, step: ToldStep, language: str) -> str:
    """The day and the time of a change; with the year when that is not this one, as after a wrong clock."""
    formats = desk.formats(language)
    here = step.at.year == desk.now().year
    day = formats.day(step.at.date()) if here else formats.long_date(step.at.date())
    return f"{day}, {formats.time(step.at.time())}"


def told_out(out: CarriedOut) -> tuple[Phrase, ...]:
    """What a taking out did; its last sentence says that the stick may go."""
    first = phrases(
        "{count} file of records is in the folder.", "{count} files of records are in the folder.", out.files
    )
    if not out.written:
        first = phrase("Everything was in the folder already.")
    return (first, *out.left, phrase("You can take the USB stick out now."))


def settle_told(count: int) -> Phrase:
    """How much a person must decide."""
    return phrases(
        "{count} thing is left for a person to decide, under “To settle”.",
        "{count} things are left for a person to decide, under “To settle”.",
        count,
    )


def _counts(desk: Desk, steps: tuple[Step, ...], language: str) -> Iterator[Phrase]:
    if not steps:
        yield phrase("There was nothing new.")
        return
    yield phrases("{count} change came in.", "{count} changes came in.", len(steps))
    book, formats = desk.book(language), desk.formats(language)
    for device in dict.fromkeys(step.device for step in steps):
        kinds = [book.tell(kind) for kind in _kinds(step for step in steps if step.device == device)]
        yield phrase("{computer}: {what}", computer=computers.name_of(desk, device), what=formats.listing(kinds))


def _kinds(steps: Iterable[Step]) -> Iterator[Phrase]:
    """How many records of each kind were changed."""
    counts = Counter(table for table, _ in {(step.table, step.key) for step in steps})
    people, marks = counts.pop("participants", 0), counts.pop("marks", 0)
    workshops, sessions = counts.pop("workshops", 0), counts.pop("meetings", 0)
    others = sum(counts.values())
    if people:
        yield phrases("{count} person", "{count} people", people)
    if workshops:
        yield phrases("{count} workshop", "{count} workshops", workshops)
    if sessions:
        yield phrases("{count} session", "{count} sessions", sessions)
    if marks:
        yield phrases("{count} mark", "{count} marks", marks)
    if others:
        yield phrases("{count} other thing", "{count} other things", others)


def _notes(desk: Desk, came: CarriedIn) -> Iterator[Phrase]:
    if came.repaired:
        yield phrases(
            "{count} damaged file is whole again.", "{count} damaged files are whole again.", len(came.repaired)
        )
    if came.renamed:
        yield phrase(
            "Another computer wrote under the name of this one, as after copying a whole disk. Nothing is lost: "
            "from now on this one is called {name}.",
            name=computers.name_of(desk, desk.site.device),
        )
    for device in came.double:
        yield phrase(
            "Two computers write under the name {computer}, as after copying a whole disk, and not all of it came. "
            "Bring this folder in on both of them; then bring it in here again.",
            computer=computers.name_of(desk, device),
        )
    for device in came.locked:
        yield phrase(
            "{computer} writes with a newer key, so what it wrote waits. Ask there for an invitation, join with it "
            "here, and bring the folder in again.",
            computer=computers.name_of(desk, device),
        )
    yield from came.refused
