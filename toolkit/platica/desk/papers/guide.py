"""The facilitator's guide to one session."""

from collections.abc import Iterator

from platica.desk.papers.stamp import soundness, stamp
from platica.desk.print_job import PrintJob
from platica.domain.document import texts_of_session
from platica.domain.printing import PrintRow, What
from platica.domain.workshop import Meeting
from platica.press.views import GuideView


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """A guide for each meeting, a copy for each who leads."""
    copies = max(1, len(job.workshop.leaders))
    for meeting in job.meetings:
        language = job.own_language
        text = job.session_text(meeting, language)
        unsound, unsafe = soundness(texts_of_session(text))
        yield PrintRow(
            What.GUIDE, text.title.plain, language, job.order.large, copies, unsound, unsafe, meeting=meeting.id
        )


def view(job: PrintJob, row: PrintRow) -> GuideView:
    """The guide to the row's meeting."""
    return view_of(job, row, job.meeting(row))


def view_of(job: PrintJob, row: PrintRow, meeting: Meeting) -> GuideView:
    """The guide to a meeting, in the row's language."""
    session = job.session_text(meeting, row.language)
    titles = job.titles(row.language)
    people = len(job.desk.records.roster(job.workshop.id).active)
    return GuideView(
        stamp=stamp(job, row, texts_of_session(session)),
        curriculum=job.curriculum.id,
        session=session,
        number=meeting.number,
        people=people or None,
        starts=meeting.at,
        handouts=tuple(sheet.title.plain for sheet in titles.handouts if sheet.id in session.session.handouts),
        icon=job.curriculum.icon,
    )
