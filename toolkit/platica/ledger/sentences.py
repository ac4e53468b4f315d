"""What a person is told about the state in which the records were found."""

from platica.ledger.reader import Damage
from platica.phrases import Phrase, phrase, phrases


def damaged(place: Damage) -> Phrase:
    """A line that does not check."""
    return phrase(
        "The history file {file} is damaged at byte {byte}: {what}. What is sound can be read; nothing can be "
        "written until it is repaired from a backup or another computer.",
        file=place.file,
        byte=place.byte,
        what=place.sentence,
    )


def torn(file: str) -> Phrase:
    """What a power cut left of a line was put aside."""
    return phrase("The last step had not been saved whole. What there was of it is in {file}.", file=file)


def shorter() -> Phrase:
    """Lines are gone that were there."""
    return phrase("The history is shorter than it was when Plática was last closed.")


def locked() -> Phrase:
    """Another device writes under a key that this one was not given."""
    return phrase("Another computer uses a newer key. Ask for an invitation from it to read what it wrote.")


def ahead(count: int) -> Phrase:
    """Stamps that no clock should have made yet."""
    return phrases(
        "{count} step is dated more than a day ahead. Check the date of this computer.",
        "{count} steps are dated more than a day ahead. Check the date of this computer.",
        count,
    )


def erased(table: str) -> Phrase:
    """What a record is of was erased for good."""
    if table == "questions":
        return phrase("This question was answered and is gone.")
    return phrase("This person was erased. Nothing can be recorded under their name any more.")


def behind(hours: int) -> Phrase:
    """The clock of this computer shows a time before the newest step."""
    return phrases(
        "The clock of this computer is {count} hour behind the newest step. Check its date and time.",
        "The clock of this computer is {count} hours behind the newest step. Check its date and time.",
        hours,
    )


def not_dropped(reason: Phrase) -> Phrase:
    """Erased blobs are still in a file."""
    return phrase(
        "What was erased still lies on the disk: {reason}. It is taken away when Plática is opened again.",
        reason=reason,
    )


def unwritable(reason: Phrase) -> Phrase:
    """The system refuses."""
    return phrase("The records can be read, but nothing can be saved: {reason}.", reason=reason)


def set_back() -> Phrase:
    """The clock of this computer shows a time before its own last step."""
    return phrase("The date of this computer is earlier than when it last saved something. Set its date and time.")


def behind_all() -> Phrase:
    """The other computers agree on a later date."""
    return phrase(
        "The date of this computer is wrong: the others are far ahead of it. Check the date of this computer."
    )


def newer(file: object) -> Phrase:
    """A file of the site is of a format that is not known yet."""
    return phrase(
        "The file {file} is of a newer version of Plática. The records can be read, but nothing can be saved. "
        "Please update.",
        file=file,
    )


def nameless() -> Phrase:
    """The file that tells which computer this is was gone, or not to be understood."""
    return phrase(
        "This computer no longer knew its own name in the records. It counts as a new one from now on; all records "
        "are there."
    )
