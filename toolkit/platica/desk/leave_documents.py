"""Where a finished document goes: neutral file names, written whole or not at all."""

import re
from collections.abc import Iterator
from pathlib import Path

from platica.domain.awards import Award
from platica.domain.names import folded
from platica.domain.printing import Fold, PrintRow, What
from platica.errors import PressError
from platica.ledger import fs
from platica.phrases import Phrasebook, phrase

_LONGEST_STEM = 60
_UNNAMED = (What.SIGN_IN, What.CERTIFICATES, What.TAGS, What.CALL_LIST, What.RETURN, What.OUTCOMES)
"""Papers whose file names say only of which kind they are."""


class FileNames:
    """Names for the documents of one print job, no two alike and nobody's name in them.

    Sheets to hand out lie in a folder for each language and size, so that a whole stack is printed at once.
    """

    def __init__(self, book: Phrasebook) -> None:
        self._book = book
        self._given: set[Path] = set()

    def of(self, row: PrintRow) -> Path:
        """A name such as `es/hoja-azucar-baja.pdf` or `guia-mis-numeros-sin-miedo-es.pdf`."""
        words = [self._kind(row), "" if row.what in _UNNAMED else row.title]
        stem = slug(" ".join(words))[:_LONGEST_STEM].strip("-")
        stack = slug(" ".join((*row.languages, *self._edition(row))))
        to_hand_out = row.what in (What.HANDOUTS, What.FORMS)
        name = plain = Path(stack, stem) if to_hand_out else Path(f"{stem}-{stack}")
        again = 1
        while name in self._given:
            again += 1
            name = plain.with_name(f"{plain.name}-{again}")
        self._given.add(name)
        return name.with_name(f"{name.name}.pdf")

    def _edition(self, row: PrintRow) -> Iterator[str]:
        """What tells the row's edition from the ordinary one, in few words."""
        if row.large:
            yield self._book.say("large")
        if row.pictures:
            yield self._book.say("pictures")
        match row.fold:
            case Fold.BOOKLET:
                yield self._book.say("booklet")
            case Fold.TWO_UP:
                yield self._book.say("two to a page")

    def _kind(self, row: PrintRow) -> str:
        match row.what:
            case What.GUIDE:
                return self._book.say("guide")
            case What.HANDOUTS:
                return self._book.say("sheet")
            case What.FORMS:
                return self._book.say("form")
            case What.SIGN_IN:
                return self._book.say("sign-in sheet")
            case What.CERTIFICATES:
                if row.award is Award.COMPLETION:
                    return self._book.say("certificates of completion")
                return self._book.say("certificates of participation")
            case What.TAGS:
                return self._book.say("name tags")
            case What.CALL_LIST:
                return self._book.say("calls")
            case What.OUTCOMES:
                return self._book.say("group in numbers")
            case What.RETURN:
                return self._book.say("return sheet")
            case What.BINDER:
                return self._book.say("binder")


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens, fit for any disk."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")


def leave(path: Path, pdf: bytes) -> Path:
    """Puts a document where the leader sent it; an older one of that name is there until the new one is whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fs.replace_durably(path, pdf)
    except OSError as error:
        said = phrase(
            "{file} could not be written: {reason}. Choose another folder.", file=str(path), reason=fs.reason(error)
        )
        raise PressError(said) from error
    return path
