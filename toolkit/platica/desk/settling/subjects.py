"""What a record is called in a sentence about it."""

from platica.desk import computers
from platica.desk.desk import Desk
from platica.desk.tell.words import Words
from platica.phrases import Phrase, phrase

Said = Phrase | str


def subject_of(desk: Desk, table: str, key: str, words: Words) -> Said:
    """`Ana Beltrán, session 3 of Caminando juntos` for a mark; the name of what else it is."""
    group, _, person = key.partition(":")
    match table:
        case "marks":
            return phrase("{name}, {session}", name=words.person(person), session=words.session(group))
        case "enrolments":
            return phrase("{name} in {workshop}", name=words.person(person), workshop=words.workshop(group))
        case "participants":
            return words.person(key)
        case "workshops":
            return words.workshop(key)
        case "meetings":
            return words.this_session(key)
        case "leaders":
            return words.leader(key)
        case "devices":
            return computers.name_of(desk, key)
        case _:
            return phrase("Something that this version of Plática does not know")
