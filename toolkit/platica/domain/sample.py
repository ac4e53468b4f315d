"""A made-up group to try the program with. Nobody here exists."""

from dataclasses import dataclass

from platica.domain.attendance import Presence, Way
from platica.domain.participant import ReadingStyle, Reads

_SPANISH = Reads("es")
_ENGLISH = Reads("en")
_LARGE = Reads("es", ReadingStyle.LARGE)
_HERE = (Presence.PRESENT, Way.IN_PERSON)
_LATE = (Presence.LATE, Way.IN_PERSON)
_ONLINE = (Presence.PRESENT, Way.ONLINE)
_EXCUSED = (Presence.EXCUSED, Way.IN_PERSON)
_AWAY = (Presence.ABSENT, Way.IN_PERSON)


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A made-up person and how they came to the first sessions."""

    name: str
    reads: Reads
    came: tuple[tuple[Presence, Way], ...]


PEOPLE = (
    SamplePerson("Ana Beltrán", _SPANISH, (_HERE, _HERE)),
    SamplePerson("Blanca Núñez", _SPANISH, (_HERE, _AWAY)),
    SamplePerson("Carlos Ibáñez", _SPANISH, (_HERE, _ONLINE)),
    SamplePerson("Dolores «Lola» Peña", _LARGE, (_HERE, _HERE)),
    SamplePerson("Efraín Ortiz", _SPANISH, (_LATE, _HERE)),
    SamplePerson("Fátima Sosa", _SPANISH, (_AWAY, _AWAY)),
    SamplePerson("Grace Miller", _ENGLISH, (_HERE, _HERE)),
    SamplePerson("Hugo Martín", _SPANISH, (_HERE, _HERE)),
    SamplePerson("Inés Zúñiga", _LARGE, (_HERE, _LATE)),
    SamplePerson("José Ávila", _SPANISH, (_HERE, _EXCUSED)),
    SamplePerson("Karla Véliz", _SPANISH, (_HERE, _HERE)),
    SamplePerson("Robert Hayes", _ENGLISH, (_HERE, _HERE)),
)
"""Twelve people: most read Spanish, two of them in large print, two read English."""
