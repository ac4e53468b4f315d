"""Reading a curriculum in a language as text alone, each text with how sound its translation is."""

from dataclasses import dataclass

from platica.desk.desk import Desk
from platica.domain.document import Text, texts_of_handout, texts_of_session
from platica.domain.ids import CurriculumId
from platica.errors import NotFound
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A session or a sheet in reading order."""

    id: str
    texts: tuple[Text, ...]


def read_parts(desk: Desk, curriculum_id: CurriculumId, part: str | None, language: str) -> tuple[ReadPart, ...]:
    """The sessions and sheets of a curriculum, or the one that is named. Raises NotFound, ContentError."""
    curriculum = desk.library.curriculum(curriculum_id)
    translators = desk.translators(language, curriculum.source_language)
    found = []
    for session in curriculum.sessions:
        if part in (None, session.id):
            text = desk.library.session_text(curriculum_id, session.id, translators, desk.slots)
            found.append(ReadPart(session.id, tuple(texts_of_session(text))))
    for handout in curriculum.handouts:
        if part in (None, handout.id):
            sheet = desk.library.handout_text(curriculum_id, handout.id, translators, desk.slots)
            found.append(ReadPart(handout.id, tuple(texts_of_handout(sheet))))
    if not found:
        names = ", ".join((*(one.id for one in curriculum.sessions), *(one.id for one in curriculum.handouts)))
        raise NotFound(
            phrase(
                "{curriculum} has no session or sheet “{name}”. There are: {names}.",
                curriculum=curriculum_id,
                name=part or "",
                names=names,
            )
        )
    return tuple(found)
