"""Signs in names that were printed without them, since no font here has them."""

from collections.abc import Iterable

from platica.domain.printing import Printed
from platica.phrases import Phrase, phrase


def missing_signs(made: Iterable[Printed]) -> Phrase | None:
    """What to tell the leader of the documents that were made; None when every sign was printed."""
    from platica.press.glyphs import named

    signs = sorted({sign for one in made for sign in one.left_out})
    if not signs:
        return None
    return phrase(
        "No font here has these signs of names: {signs}. Pictures are left out, letters are a gap to write in.",
        signs=", ".join(map(named, signs)),
    )
