"""Printing what a workshop needs, in what people read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.leave_documents import FileNames, leave
from platica.desk.print_job import PrintJob, job_of
from platica.domain.curriculum import HandoutType, ReviewRole
from platica.domain.document import Text, TextState, texts_of_handout, texts_of_session
from platica.domain.ids import HandoutId
from platica.domain.printing import Printed, PrintOrder, PrintPlan, PrintRow, What
from platica.domain.progress import Progress, silent
from platica.domain.spoken import ROLES
from platica.domain.workshop import Meeting, WorkshopForm
from platica.errors import Refused
from platica.phrases import Phrase, phrase


def plan(desk: Desk, order: PrintOrder) -> PrintPlan:
    """The documents an order asks for, with copies from what people read; each title in its sheet's language.

    Raises NotFound or Refused when there is no such workshop or meeting.
    """
    job = job_of(desk, order)
    rows = tuple(row for what in What if what in order.what for row in _rows(job, what))
    known = desk.slots
    slots = desk.pack.slots if desk.pack else ()
    blanks = tuple(slot for slot in slots if slot.key in job.curriculum.pack_keys and slot.key not in known)
    languages = {row.language for row in rows}
    pending = {language: desk.pending_reviews(job.curriculum, language) for language in languages}
    return PrintPlan(order, tuple(replace(row, pending=pending[row.language]) for row in rows), blanks)


def make(desk: Desk, planned: PrintPlan, output: Path, progress: Progress = silent) -> tuple[Printed, ...]:
    """Makes every document of a plan and leaves it in a folder.

    Raises Refused, before anything is made, when a safety text has no sound translation and the order does not force
    it, or when a final is asked for and a review is pending; PressError when a document cannot be made.
    """
    from platica.desk.lay_out import documents

    _must_be_fit(planned)
    job = job_of(desk, planned.order)
    names = FileNames(desk.book())
    printed: list[Printed] = []
    parts = documents(job, planned.rows)
    for done, row in enumerate(planned.rows):
        progress(done, len(planned.rows), phrase("Making {title}", title=row.title))
        part = next(parts)
        path = leave(output / names.of(row), part.pdf)
        printed.append(Printed(row, path, part.pages))
    progress(len(planned.rows), len(planned.rows), phrase("Done"))
    return tuple(printed)


def _must_be_fit(planned: PrintPlan) -> None:
    unsafe = next((row for row in planned.rows if row.unsafe), None)
    if unsafe and not planned.order.force:
        raise Refused(
            phrase(
                "“{title}” has a safety text that is not translated. Print it in another language, or force it: the"
                " original words then stand in a box.",
                title=unsafe.title,
            )
        )
    if planned.order.final and planned.pending:
        roles = _named(planned.pending)
        raise Refused(phrase("This is not final: these reviews are pending: {roles}.", roles=roles))


def _named(roles: Iterable[ReviewRole]) -> Phrase:
    """The roles one after another, each to be said in the language of whoever reads them."""
    first, *others = (ROLES[role] for role in roles)
    return reduce(lambda said, one: Phrase("{said}, {one}", {"said": said, "one": one}), others, first)


def _rows(job: PrintJob, what: What) -> Iterator[PrintRow]:
    match what:
        case What.GUIDE:
            yield from (_guide_row(job, meeting) for meeting in job.meetings)
        case What.HANDOUTS | What.FORMS:
            for handout_id, times in job.sheets_of(what).items():
                yield from _sheet_rows(job, what, handout_id, times)
        case What.SIGN_IN:
            if job.workshop.form is not WorkshopForm.EVENT:
                yield from (_sign_in_row(job, meeting) for meeting in job.meetings)
        case What.CERTIFICATES:
            yield from _certificate_rows(job)
        case What.BINDER:
            yield _binder_row(job)


def _guide_row(job: PrintJob, meeting: Meeting) -> PrintRow:
    language = job.own_language
    text = job.session_text(meeting, language)
    unsound, unsafe = _soundness(texts_of_session(text))
    copies = max(1, len(job.workshop.leaders))
    return PrintRow(
        What.GUIDE, text.title.plain, language, job.order.large, copies, unsound, unsafe, meeting=meeting.id
    )


def _sheet_rows(job: PrintJob, what: What, handout_id: HandoutId, times: int) -> Iterator[PrintRow]:
    """One row for each language and size; a poster hangs on the wall, so one will do."""
    poster = job.handout(handout_id).type is HandoutType.POSTER
    readers = Counter({(job.own_language, job.order.large): 1}) if poster else job.readers()
    for (language, large), people in readers.most_common():
        text = job.handout_text(handout_id, language)
        unsound, unsafe = _soundness(texts_of_handout(text))
        copies = people * (1 if poster else times)
        yield PrintRow(what, text.title.plain, language, large, copies, unsound, unsafe, handout=handout_id)


def _sign_in_row(job: PrintJob, meeting: Meeting) -> PrintRow:
    title = job.desk.book(job.own_language).say("Sign-in sheet")
    return PrintRow(What.SIGN_IN, title, job.own_language, job.order.large, 1, 0, meeting=meeting.id)


def _certificate_rows(job: PrintJob) -> Iterator[PrintRow]:
    for language in dict.fromkeys(map(job.language_for, job.completers())):
        title = job.desk.book(language).say("Certificate of participation")
        yield PrintRow(What.CERTIFICATES, title, language, False, 1, 0)


def _binder_row(job: PrintJob) -> PrintRow:
    language = job.own_language
    texts: list[Text] = []
    for meeting in job.meetings:
        texts += texts_of_session(job.session_text(meeting, language))
    for handout_id in job.sheets():
        texts += texts_of_handout(job.handout_text(handout_id, language))
    return PrintRow(What.BINDER, job.titles(language).title.plain, language, job.order.large, 1, *_soundness(texts))


def _soundness(texts: Iterable[Text]) -> tuple[int, bool]:
    """How many texts are not sound, and whether a safety text is missing or stale among them."""
    unsound = [text for text in texts if not text.state.sound]
    unsafe = any(text.safety and text.state in (TextState.MISSING, TextState.STALE) for text in unsound)
    return len(unsound), unsafe
