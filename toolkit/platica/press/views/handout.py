"""A sheet whose words are those of a text file."""

from dataclasses import dataclass

from platica.domain.document import HandoutText
from platica.domain.ids import CurriculumId
from platica.press.views.edition import Stamp


@dataclass(frozen=True, slots=True)
class HandoutView:
    """A handout, form, log, checklist, card or poster."""

    stamp: Stamp
    curriculum: CurriculumId
    handout: HandoutText
    session: str | None = None
    """Title of the session it belongs to, for its foot."""
    second: "HandoutView | None" = None
    """The same sheet in the edition's second language, of the same shape, to print beside it."""

    @property
    def personal(self) -> bool:
        return False
