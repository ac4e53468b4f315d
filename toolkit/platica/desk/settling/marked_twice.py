"""Somebody on record twice who is marked at one session in two ways: which of the marks counts."""

from collections.abc import Iterator
from functools import partial

from platica.desk.desk import Desk
from platica.desk.settling.matters import OpenMatter, Way, open_matter
from platica.desk.tell.words import Words
from platica.domain.attendance import Mark
from platica.domain.matter import MatterKind
from platica.domain.spoken import mark_said
from platica.phrases import phrase


def found(desk: Desk) -> tuple[tuple[Mark, ...], ...]:
    """The different marks of one person at one meeting, as marks of whoever is kept; the one shown is first."""
    return desk.records.settling.marked_twice()


def matter_of(desk: Desk, marks: tuple[Mark, ...], words: Words) -> OpenMatter:
    """Each of the marks is a choice."""
    first = marks[0]
    who, where = words.person(first.participant), words.session(first.meeting)
    ways = [
        Way(
            mark_said(mark),
            partial(desk.records.save, mark),
            phrase("{name}: {mark}, {session}.", name=who, mark=mark_said(mark), session=where),
        )
        for mark in marks
    ]
    about = " ".join(f"{mark.meeting}:{mark.participant}:{mark.presence}:{mark.way}" for mark in marks)
    sentence = phrase("{name}, {session}: marked twice, and not alike.", name=who, session=where)
    counts = phrase("Until it is settled, what stands first here counts.")
    return open_matter(MatterKind.MARKED_TWICE, about, sentence, ways, [counts])


def matters(desk: Desk, words: Words) -> Iterator[OpenMatter]:
    """Every matter of this kind."""
    return (matter_of(desk, one, words) for one in found(desk))
