"""The binder: everything that is not about single people, in one file."""

from collections.abc import Iterator
from dataclasses import dataclass

from platica.desk.papers import guide, sheets
from platica.desk.papers.stamp import soundness, stamp
from platica.desk.print_job import PrintJob
from platica.domain.document import Text, texts_of_handout, texts_of_session
from platica.domain.printing import PrintRow, What
from platica.press.views import CoverView, View


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """One binder, in the group's own language."""
    language = job.own_language
    texts: list[Text] = []
    for meeting in job.meetings:
        texts += texts_of_session(job.session_text(meeting, language))
    for handout_id in job.sheets():
        texts += texts_of_handout(job.handout_text(handout_id, language))
    title = job.titles(language).title.plain
    yield PrintRow(What.BINDER, title, language, job.order.large, 1, *soundness(texts))


@dataclass(frozen=True, slots=True)
class BinderPage:
    """A document of a binder and the words under which it is listed."""

    view: View
    title: str
    section: str


def length(job: PrintJob) -> int:
    """How many documents a binder has, its cover among them."""
    return 1 + len(job.meetings) + len(job.sheets())


def pages(job: PrintJob, row: PrintRow) -> Iterator[BinderPage]:
    """The documents of the row's binder: cover, guides, sheets, forms."""
    book = job.desk.book(row.language)
    cover = CoverView(
        stamp=stamp(job, row, ()),
        title=job.workshop.name,
        summary=job.titles(row.language).summary.plain,
        place=job.workshop.place,
        dates=tuple(meeting.on for meeting in job.meetings),
        icon=job.curriculum.icon,
    )
    yield BinderPage(cover, row.title, "")
    for meeting in job.meetings:
        guided = guide.view_of(job, row, meeting)
        yield BinderPage(guided, guided.session.title.plain, book.say("Facilitator guide"))
    for what, section in ((What.HANDOUTS, book.say("Sheets")), (What.FORMS, book.say("Forms"))):
        for handout_id in job.sheets_of(what):
            sheet = sheets.view_of(job, row, handout_id)
            yield BinderPage(sheet, sheet.handout.title.plain, section)
