"""What stands under the line to write on where nobody has filled in a local number yet."""

from platica.phrases import Phrase, Phrasebook, mark

NAMES = {
    "emergency_number": mark("emergency number"),
    "crisis_line": mark("crisis line"),
    "poison_line": mark("poison help line"),
    "clinic_name": mark("clinic"),
    "clinic_phone": mark("clinic phone"),
    "clinical_contact": mark("clinical advice"),
    "crisis_other_ways": mark("other ways to get crisis help"),
    "food_help": mark("help with food"),
    "interpreter_contact": mark("interpreter"),
}
"""The local settings of the shared country packs."""


def blank_name(book: Phrasebook, key: str) -> str:
    """The name of a local setting, or its key with spaces where a curriculum brought its own."""
    return book.tell(Phrase(NAMES[key])) if key in NAMES else key.replace("_", " ")
