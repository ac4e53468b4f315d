"""Computers that saved with a date more than a day ahead: seen, and put right there."""

from collections.abc import Iterator
from functools import partial

from platica.desk import computers
from platica.desk.desk import Desk
from platica.desk.settling.matters import OpenMatter, Way, open_matter
from platica.desk.tell.words import Words
from platica.domain.matter import MatterKind
from platica.ledger.wrong_clocks import FarSteps, seen_name
from platica.phrases import phrase, phrases


def found(desk: Desk) -> tuple[FarSteps, ...]:
    """What each computer saved with such a date, as far as nobody at this computer has seen it.

    Nothing when it is the date of this computer that is wrong, which is told when the records are opened.
    """
    far = desk.records.settling.far_steps()
    if far and desk.records.settling.is_behind_all():
        return ()
    seen = desk.records.settling.seen() if far else frozenset()
    return tuple(one for one in far if seen_name(one) not in seen)


def matter_of(desk: Desk, far: FarSteps, words: Words) -> OpenMatter:
    """How many steps, up to which date; and what to do about it."""
    day = words.date(far.last.astimezone().date().isoformat())
    computer = computers.name_of(desk, far.device)
    sentence = phrases(
        "A wrong date: {computer} saved {count} step that is dated more than a day ahead, {day}.",
        "Wrong dates: {computer} saved {count} steps that are dated more than a day ahead, up to {day}.",
        far.count,
        computer=computer,
        day=day,
    )
    details = [
        phrase("Nothing is lost, and what was saved counts."),
        phrase("Put the date and time of that computer right, so that it does not happen again."),
    ]
    seen = Way(
        phrase("Seen: do not tell it again on this computer."),
        partial(desk.records.settling.see, seen_name(far)),
        phrase("It is not told again on this computer."),
    )
    return open_matter(MatterKind.CLOCK, seen_name(far), sentence, [seen], details)


def matters(desk: Desk, words: Words) -> Iterator[OpenMatter]:
    """Every matter of this kind."""
    return (matter_of(desk, one, words) for one in found(desk))
