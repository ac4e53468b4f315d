"""The facilitator's guide to one session."""

from collections.abc import Iterator

from platica.desk.papers.stamp import soundness, stamp
from platica.desk.print_job import PrintJob
from platica.domain.document import texts_of_session
from platica.domain.printing import Bilingual, Fold, PrintRow, What
from platica.domain.workshop import Meeting
from platica.press.views import GuideView


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """A guide for each meeting, a copy for each who leads; two languages have a side of the paper each."""
    copies = max(1, len(job.workshop.leaders))
    language, second = job.own_language, job.paired_language
    for meeting in job.meetings:
        texts = [job.session_text(meeting, one) for one in (language, second) if one]
        unsound, unsafe = soundness(text for session in texts for text in texts_of_session(session))
        yield PrintRow(
            What.GUIDE,
            texts[0].title.plain,
            language,
            job.order.large,
            copies,
            unsound,
            unsafe,
            meeting=meeting.id,
            second=second,
            bilingual=Bilingual.TWO_SIDED if second else Bilingual.APART,
            fold=Fold.BOOKLET if job.order.fold is Fold.BOOKLET and not job.order.large else Fold.PLAIN,
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
