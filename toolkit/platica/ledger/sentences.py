"""What a person is told about the state in which the records were found."""

from dataclasses import dataclass
from enum import StrEnum

from platica.ledger.reader import Damage
from platica.phrases import Phrase, phrase, phrases


class About(StrEnum):
    """What a notice is about."""

    DAMAGE = "damage"
    TORN = "torn"
    SHORTER = "shorter"
    KEY = "key"
    CLOCK = "clock"
    NEWER = "newer"
    COMPUTER = "computer"
    WRITING = "writing"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Notice(Phrase):
    """A sentence that also says what it is about, for whoever knows what to do about it."""

    about: About | None = None


def _notice(about: About, said: Phrase) -> Notice:
    return Notice(said.text, said.values, said.plural, said.count, about)


def damaged(place: Damage) -> Notice:
    """A line that does not check."""
    return _notice(
        About.DAMAGE,
        phrase(
            "The history file {file} is damaged at byte {byte}: {what}. What is sound can be read; nothing can be "
            "written until it is repaired from a backup or another computer.",
            file=place.file,
            byte=place.byte,
            what=place.sentence,
        ),
    )


def torn(file: str) -> Notice:
    """What a power cut left of a line was put aside."""
    return _notice(
        About.TORN, phrase("The last step had not been saved whole. What there was of it is in {file}.", file=file)
    )


def shorter() -> Notice:
    """Lines are gone that were there."""
    return _notice(About.SHORTER, phrase("The history is shorter than it was when Plática was last closed."))


def locked() -> Notice:
    """Another device writes under a key that this one was not given."""
    return _notice(
        About.KEY, phrase("Another computer uses a newer key. Ask for an invitation from it to read what it wrote.")
    )


def ahead(count: int) -> Notice:
    """Stamps that no clock should have made yet."""
    return _notice(
        About.CLOCK,
        phrases(
            "{count} step is dated more than a day ahead. Check the date of this computer.",
            "{count} steps are dated more than a day ahead. Check the date of this computer.",
            count,
        ),
    )


def erased(table: str) -> Phrase:
    """What a record is of was erased for good."""
    if table == "questions":
        return phrase("This question was answered and is gone.")
    return phrase("This person was erased. Nothing can be recorded under their name any more.")


def behind(hours: int) -> Notice:
    """The clock of this computer shows a time before the newest step."""
    return _notice(
        About.CLOCK,
        phrases(
            "The clock of this computer is {count} hour behind the newest step. Check its date and time.",
            "The clock of this computer is {count} hours behind the newest step. Check its date and time.",
            hours,
        ),
    )


def not_dropped(reason: Phrase) -> Notice:
    """Erased blobs are still in a file."""
    return _notice(
        About.ERASED,
        phrase(
            "What was erased still lies on the disk: {reason}. It is taken away when Plática is opened again.",
            reason=reason,
        ),
    )


def unwritable(reason: Phrase) -> Notice:
    """The system refuses."""
    return _notice(About.WRITING, phrase("The records can be read, but nothing can be saved: {reason}.", reason=reason))


def set_back() -> Notice:
    """The clock of this computer shows a time before its own last step."""
    return _notice(
        About.CLOCK,
        phrase("The date of this computer is earlier than when it last saved something. Set its date and time."),
    )


def behind_all() -> Notice:
    """The other computers agree on a later date."""
    return _notice(
        About.CLOCK,
        phrase("The date of this computer is wrong: the others are far ahead of it. Check the date of this computer."),
    )


def newer(file: object) -> Notice:
    """A file of the site is of a format that is not known yet."""
    return _notice(
        About.NEWER,
        phrase(
            "The file {file} is of a newer version of Plática. The records can be read, but nothing can be saved. "
            "Please update.",
            file=file,
        ),
    )


def nameless() -> Notice:
    """The file that tells which computer this is was gone, or not to be understood."""
    return _notice(
        About.COMPUTER,
        phrase(
            "This computer no longer knew its own name in the records. It counts as a new one from now on; all records "
            "are there."
        ),
    )
