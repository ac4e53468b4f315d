"""What every paper of a curriculum says of itself: where its text comes from, and what it still lacks."""

from collections.abc import Iterable

from platica.desk.print_job import PrintJob
from platica.domain.curriculum import HandoutType
from platica.domain.document import Paragraph, Text, TextState
from platica.domain.ids import FactId
from platica.domain.printing import PrintRow
from platica.press.views import Stamp


def stamp(job: PrintJob, row: PrintRow, texts: Iterable[Text], facts: tuple[FactId, ...] = ()) -> Stamp:
    """The stamp of a document with these texts, which leans on these facts."""
    known = {fact.id: fact for fact in job.desk.library.facts(job.curriculum.id)}
    return Stamp(
        curriculum_title=job.titles(row.language).title.plain,
        version=job.workshop.curriculum_version,
        pending=row.pending,
        facts=facts,
        sources=tuple(dict.fromkeys(known[one].citation for one in facts if one in known and known[one].published)),
        unsound=sum(not text.state.sound for text in texts),
    )


def soundness(texts: Iterable[Text]) -> tuple[int, bool]:
    """How many texts are not sound, and whether a safety text is missing or stale among them."""
    unsound = [text for text in texts if not text.state.sound]
    unsafe = any(text.safety and text.state in (TextState.MISSING, TextState.STALE) for text in unsound)
    return len(unsound), unsafe


def paragraphs(job: PrintJob, kind: HandoutType, language: str) -> tuple[Text, ...]:
    """The words of the curriculum's own sheet of a kind, for a sheet whose other lines come from the roster."""
    sheet = next((one for one in job.curriculum.handouts if one.type is kind), None)
    blocks = job.handout_text(sheet.id, language).blocks if sheet else ()
    return tuple(block.text for block in blocks if isinstance(block, Paragraph))
