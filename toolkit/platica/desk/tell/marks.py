"""Marks: `Ana Beltrán: present → absent, session 3 of Caminando juntos`."""

from collections.abc import Callable

from platica.desk.tell.parts import Fields, Said, unknown, word_of
from platica.desk.tell.words import Words
from platica.domain.attendance import Presence, Way
from platica.domain.history import Step
from platica.domain.spoken import PRESENCES, WAYS
from platica.phrases import Phrase, phrase

_KNOWN = frozenset({"meeting", "participant", "presence", "way"})


def mark_told(step: Step, words: Words) -> Phrase:
    """What happened to a mark."""
    meeting, _, person = step.key.partition(":")
    fields = Fields(step)
    who, where = words.person(person), words.session(meeting)
    was, now = _said(fields.was), _said(fields.now)
    if step.exists is False:
        return phrase("{name}: {was} → no mark, {session}", name=who, was=was or unknown(), session=where)
    if set(fields.changed) - _KNOWN:
        now = now or unknown()
    if not now:
        return phrase("{name}: marked as before, {session}", name=who, session=where)
    if not was or step.exists or was == now:
        return phrase("{name}: {now}, {session}", name=who, now=now, session=where)
    return phrase("{name}: {was} → {now}, {session}", name=who, was=was, now=now, session=where)


def _said(value: Callable[[str], object]) -> Said | None:
    """The mark in one word: how somebody took part where that is told and was not in the room, else whether they came.

    Only what was written is known here: of a mark of which the way alone changed, the way is told.
    """
    presence, way = value("presence"), value("way")
    if presence is None and way is None:
        return None
    in_room = way in (None, Way.IN_PERSON)
    came = presence in (None, Presence.PRESENT)
    if presence is None or (came and not in_room):
        return word_of(WAYS, way)
    return word_of(PRESENCES, presence)
