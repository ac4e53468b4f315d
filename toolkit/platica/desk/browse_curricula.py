"""Looking through the curricula and reading their sheets as they will print."""

from collections.abc import Sequence
from dataclasses import dataclass

from platica.desk.desk import Desk
from platica.domain.coverage import Coverage
from platica.domain.curriculum import Curriculum
from platica.domain.document import CurriculumText, HandoutText, SessionText
from platica.domain.ids import CurriculumId, HandoutId, SessionId
from platica.domain.problem import Problem
from platica.domain.workshop import PlannedSession
from platica.errors import ContentError
from platica.phrases import Phrase


@dataclass(frozen=True, slots=True)
class CurriculumLine:
    """A curriculum in a list, with how much of it can be read in each language."""

    curriculum: Curriculum
    text: CurriculumText
    coverage: tuple[tuple[str, Coverage], ...]

    def covers(self, language: str) -> bool:
        """Whether every text is sound in a language."""
        return language == self.curriculum.source_language or any(
            tag == language and coverage.complete for tag, coverage in self.coverage
        )


def list_curricula(desk: Desk, language: str) -> tuple[CurriculumLine, ...]:
    """Every curriculum that can be read, titles in this language."""
    return tuple(show(desk, curriculum_id, language) for curriculum_id in _sorted_out(desk)[0])


def unreadable(desk: Desk) -> tuple[Phrase, ...]:
    """Why the other curricula cannot be read, one sentence each."""
    return _sorted_out(desk)[1]


def show(desk: Desk, curriculum_id: CurriculumId, language: str) -> CurriculumLine:
    """One curriculum. Raises NotFound or ContentError."""
    curriculum = desk.library.curriculum(curriculum_id)
    messages = desk.library.messages(curriculum_id)
    source = curriculum.source_language
    others = [tag for tag in desk.catalogues.languages() if tag != source]
    return CurriculumLine(
        curriculum=curriculum,
        text=desk.library.titles(curriculum_id, desk.translators(language, source)),
        coverage=tuple((tag, desk.catalogues.coverage(tag, curriculum_id, messages, source)) for tag in others),
    )


def titles(desk: Desk, curriculum_id: CurriculumId, language: str) -> CurriculumText:
    """The titles of a curriculum, its sessions and sheets, quickly. Raises NotFound or ContentError."""
    return desk.library.titles(curriculum_id, desk.translators(language))


def read_session(
    desk: Desk,
    curriculum_id: CurriculumId,
    session_id: SessionId,
    language: str,
    planned: PlannedSession | None = None,
) -> SessionText:
    """A session in a language, as it will print; only the activities of `planned` when given."""
    source = desk.library.curriculum(curriculum_id).source_language
    translators = desk.translators(language, source)
    return desk.library.session_text(curriculum_id, session_id, translators, desk.slots, planned)


def read_handout(desk: Desk, curriculum_id: CurriculumId, handout_id: HandoutId, language: str) -> HandoutText:
    """A handout or form in a language, as it will print."""
    source = desk.library.curriculum(curriculum_id).source_language
    translators = desk.translators(language, source)
    return desk.library.handout_text(curriculum_id, handout_id, translators, desk.slots)


def check(desk: Desk, ids: Sequence[str]) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
    """The problems of these curricula, or of all and of the `shared` texts when none is named."""
    return tuple((one, desk.library.check(one)) for one in ids or desk.library.domains())


def _sorted_out(desk: Desk) -> tuple[tuple[CurriculumId, ...], tuple[Phrase, ...]]:
    """The curricula that can be read, and why the others cannot."""
    readable: list[CurriculumId] = []
    reasons: list[Phrase] = []
    for curriculum_id in desk.library.ids():
        try:
            desk.library.curriculum(curriculum_id)
        except ContentError as error:
            reasons.append(error.phrase)
        else:
            readable.append(curriculum_id)
    return tuple(readable), tuple(reasons)
