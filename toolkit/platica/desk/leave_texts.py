"""Leaving guides and sheets to be read instead of printed: as a page for a screen, as messages for a telephone."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.lay_out import edition_of
from platica.desk.leave_documents import FileNames, leave, slug
from platica.desk.papers.fit import must_be_fit
from platica.desk.papers.kinds import VIEWS
from platica.desk.papers.stamp import soundness
from platica.desk.print_job import PrintJob, job_of
from platica.domain.document import texts_of_handout
from platica.domain.file_kind import FileKind
from platica.domain.ids import CurriculumId, HandoutId
from platica.domain.printing import Printed, PrintPlan, PrintRow, What
from platica.domain.progress import Progress, silent
from platica.errors import Refused
from platica.phrases import phrase
from platica.press.phone_messages import phone_messages
from platica.press.views import Edition, HandoutView, Stamp

TO_READ = (What.GUIDE, What.HANDOUTS, What.FORMS)
"""Papers that name nobody and are not bound of others."""
_BETWEEN_MESSAGES = f"\n\n{'-' * 20}\n\n"


def make(
    desk: Desk, planned: PrintPlan, output: Path, kinds: Set[FileKind], progress: Progress = silent
) -> tuple[Printed, ...]:
    """Leaves what a plan has to read in a folder, once a language, as these kinds; what names people is left out.

    Raises Refused as printing does, before anything is made.
    """
    must_be_fit(planned)
    job = job_of(desk, planned.order)
    names = FileNames(desk.book())
    left: list[Printed] = []
    # Whoever reads them on a screen makes the letters as large as they like.
    rows = list(dict.fromkeys(replace(row, large=False, copies=1) for row in planned.rows if row.what in TO_READ))
    for done, row in enumerate(rows):
        progress(done, len(rows), phrase("Making {title}", title=row.title))
        path = output / names.of(row)
        left += (Printed(row, leave(path.with_suffix(suffix), body), 0) for suffix, body in _bodies(job, row, kinds))
    progress(len(rows), len(rows), phrase("Done"))
    return tuple(left)


def messages(desk: Desk, curriculum: CurriculumId, handout: HandoutId, language: str) -> tuple[str, ...]:
    """A sheet as messages for a telephone, in the order to send them.

    Raises NotFound, or Refused when a safety text is not translated.
    """
    about = desk.library.curriculum(curriculum)
    translators = desk.translators(language, about.source_language)
    text = desk.library.handout_text(curriculum, handout, translators, desk.slots)
    unsound, unsafe = soundness(texts_of_handout(text))
    if unsafe:
        raise Refused(
            phrase(
                "“{title}” has a safety text that is not translated. Send it in another language.",
                title=text.title.plain,
            )
        )
    known = {fact.id: fact for fact in desk.library.facts(curriculum)}
    facts = [known[one] for one in text.handout.facts if one in known]
    stamp = Stamp(
        desk.library.titles(curriculum, translators).title.plain,
        about.version,
        desk.pending_reviews(about, language),
        sources=tuple(dict.fromkeys(fact.citation for fact in facts if fact.published)),
        unsound=unsound,
    )
    edition = Edition(language, desk.settings.region, desk.paper)
    return phone_messages(HandoutView(stamp, curriculum, text), edition, desk.book(language, "print"))


def save(desk: Desk, curriculum: CurriculumId, handout: HandoutId, language: str, folder: Path) -> tuple[Path, int]:
    """Leaves the messages of a sheet in a folder; gives the file and how many they are. Raises PressError."""
    said = messages(desk, curriculum, handout, language)
    return leave(folder / f"{slug(said[0].splitlines()[0])}-{language}.txt", _together(said)), len(said)


def _bodies(job: PrintJob, row: PrintRow, kinds: Set[FileKind]) -> Iterator[tuple[str, bytes]]:
    """Endings of file names, and what goes into the file."""
    if FileKind.HTML in kinds:
        yield ".html", job.desk.press.html(VIEWS[row.what](job, row), edition_of(job, row)).encode()
    if FileKind.TEXT in kinds and row.handout:
        said: list[str] = []
        for half in (row, row.in_second) if row.second else (row,):
            view = VIEWS[half.what](job, half)
            if isinstance(view, HandoutView):
                said += phone_messages(view, edition_of(job, half), job.desk.book(half.language, "print"))
        yield ".txt", _together(said)


def _together(said: Sequence[str]) -> bytes:
    """The messages in one file, apart from each other so that each can be copied alone."""
    return (_BETWEEN_MESSAGES.join(said) + "\n").encode()
