"""Who leads here, and which of them is at the keyboard, so that the history can say whose hand it was."""

from dataclasses import replace
from difflib import get_close_matches

from platica.desk.desk import Desk
from platica.desk.keyboard import here, sit_down
from platica.domain import pin as pins
from platica.domain.ids import LeaderId
from platica.domain.leader import Leader
from platica.domain.names import clean_name, folded, sorting_key
from platica.errors import NotFound, Refused
from platica.ledger.ids import new_id
from platica.phrases import phrase


def everybody(desk: Desk) -> tuple[Leader, ...]:
    """All leaders, by name."""
    return tuple(sorted(desk.records.leaders(), key=lambda one: sorting_key(one.name)))


def add(desk: Desk, name: str) -> Leader:
    """Adds a leader. Raises Refused when the name will not do or is there already."""
    leader = Leader(LeaderId(new_id()), _free_name(desk, name))
    desk.records.save(leader)
    return leader


def rename(desk: Desk, leader: LeaderId, name: str) -> Leader:
    """Corrects a name. Raises NotFound, or Refused as `add`."""
    changed = replace(desk.records.leader(leader), name=_free_name(desk, name, besides=leader))
    desk.records.save(changed)
    return changed


def find(desk: Desk, name: str) -> Leader:
    """The leader of this name, accents and case aside, or the only one whose name begins so. Raises NotFound."""
    known = everybody(desk)
    same = [one for one in known if folded(one.name) == folded(name)]
    begins = [one for one in known if folded(name) and folded(one.name).startswith(folded(name))]
    for hits in (same, begins):
        if len(hits) == 1:
            return hits[0]
    near = get_close_matches(folded(name), [folded(one.name) for one in known], 1, 0.5)
    if near:
        called = next(one.name for one in known if folded(one.name) == near[0])
        raise NotFound(
            phrase("Nobody who leads here is called “{name}”; did you mean “{near}”?", name=name, near=called)
        )
    raise NotFound(phrase("Nobody who leads here is called “{name}”. “platica leaders add” adds somebody.", name=name))


def set_pin(desk: Desk, leader: LeaderId, pin: str | None) -> Leader:
    """Gives a leader a PIN of four to eight digits, or takes it away with None. Raises NotFound, or Refused."""
    changed = replace(desk.records.leader(leader), pin=None if pin is None else pins.hashed(pin))
    desk.records.save(changed)
    return changed


def change_pin(desk: Desk, leader: LeaderId, now: str | None, new: str | None) -> Leader:
    """Puts a PIN in the place of another, or none with None. Raises Refused when the one of now is not right."""
    who = desk.records.leader(leader)
    if not check_pin(desk, leader, now or ""):
        raise _not_the_pin(who)
    return set_pin(desk, leader, new)


def check_pin(desk: Desk, leader: LeaderId, pin: str) -> bool:
    """Whether this is the PIN of a leader; any will do for somebody without one. Raises NotFound."""
    kept = desk.records.leader(leader).pin
    return kept is None or pins.fits(pin, kept)


def at_the_keyboard(desk: Desk, leader: LeaderId, pin: str | None = None) -> Leader:
    """Says whose hand all changes are from now on; remembered on this computer for who has no PIN.

    Raises NotFound, and Refused when the PIN is missing or wrong.
    """
    who = desk.records.leader(leader)
    if who.pin is not None and not check_pin(desk, leader, pin or ""):
        raise _not_the_pin(who)
    sit_down(desk, who)
    return who


def leave_keyboard(desk: Desk) -> None:
    """Nobody in particular is at the keyboard any more."""
    sit_down(desk, None)


def _not_the_pin(leader: Leader) -> Refused:
    return Refused(phrase("This is not the PIN of {name}.", name=leader.name))


def _free_name(desk: Desk, typed: str, *, besides: LeaderId | None = None) -> str:
    name = clean_name(typed)
    if any(folded(one.name) == folded(name) and one.id != besides for one in desk.records.leaders()):
        raise Refused(phrase("{name} leads here already.", name=name))
    return name


__all__ = [
    "add",
    "at_the_keyboard",
    "change_pin",
    "check_pin",
    "everybody",
    "find",
    "here",
    "leave_keyboard",
    "rename",
    "set_pin",
]
