"""What Today proposes: whom to call, what to answer, and what the records need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from platica.phrases import Phrase
from platica_tui.widgets.lines import Line, Look

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.desk.today import Today
    from platica_tui.speaking import Speaking


@dataclass(frozen=True, slots=True)
class Wanting:
    """What the organization as a whole lacks."""

    numbers: int = 0
    """Local numbers that are empty."""
    matters: int = 0
    """What a person must settle."""
    backup: Phrase | None = None
    """How old the last backup is, when another is due."""

    unguarded: bool = False
    """Whether this is one of several computers, and asks for no passphrase."""


NOTHING_WANTING = Wanting()


def wanting(desk: Desk) -> Wanting:
    """Looks at country pack, backups and what is to be settled; costs more than a first paint should."""
    from platica.desk import backup, computers, keys, set_up, settle

    return Wanting(
        numbers=len(set_up.unset_slots(desk)),
        matters=settle.count(desk),
        backup=backup.state(desk) if backup.is_due(desk) else None,
        unguarded=keys.is_open(desk) and len(computers.computers(desk)) > 1,
    )


def worth_doing(page: Speaking[None], seen: Today, lacks: Wanting) -> Iterator[Line]:
    """A line for each; its key says where it leads, the letter at its right edge is a shortcut."""
    if seen.to_call:
        words = page.say_count(
            "Call {count} person who missed the last two sessions",
            "Call {count} people who missed the last two sessions",
            len(seen.to_call),
        )
        yield Line((words, "l"), key="calls", whole=True)
    for box in seen.to_answer:
        words = page.say_count(
            "Answer {count} question from the box", "Answer {count} questions from the box", box.count
        )
        near = seen.next is not None and seen.next.workshop.id == box.workshop.id
        words = words if near else f"{words} · {box.workshop.name}"
        yield Line((words, "b" if near else ""), key=f"questions:{box.workshop.id}", whole=True)
    if page.desk.notices:
        yield Line((page.say("Look at the state of the records"),), key="state", look=Look.WARNING, whole=True)
    if lacks.matters:
        words = page.say_count("Settle {count} matter", "Settle {count} matters", lacks.matters)
        yield Line((words,), key="settle", whole=True)
    if lacks.backup:
        yield Line((page.told(lacks.backup),), key="backup", whole=True)
    if lacks.unguarded:
        words = page.say("Set a passphrase: this computer asks for none")
        yield Line((words,), key="keys", whole=True)
    if lacks.numbers:
        words = page.say_count(
            "Fill in {count} local number; it prints as a blank line",
            "Fill in {count} local numbers; they print as blank lines",
            lacks.numbers,
        )
        yield Line((words,), key="set-up", whole=True)
