"""The facilitator's guide to one session."""

from collections.abc import Iterator
from dataclasses import replace

from platica.desk.papers.stamp import soundness, stamp
from platica.desk.print_job import PrintJob
from platica.domain.document import ActivityText, SessionText, Text, texts_of_session
from platica.domain.fit import whole_session
from platica.domain.printing import Bilingual, Fold, PrintRow, What
from platica.domain.short_session import short_session
from platica.domain.workshop import Meeting
from platica.press.views import GuideView
from platica.press.views.guide import MissedSession, Term


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
    second = job.other_than(row.language)
    return GuideView(
        stamp=stamp(job, row, texts_of_session(session)),
        curriculum=job.curriculum.id,
        session=session,
        number=meeting.number,
        people=people or None,
        on=meeting.on,
        starts=meeting.at,
        handouts=tuple(sheet.title.plain for sheet in titles.handouts if sheet.id in session.session.handouts),
        icon=job.curriculum.icon,
        short=_short(job, meeting, session),
        emergency_number=job.slots.get("emergency_number") or None,
        interpreter=job.slots.get("interpreter_contact") or None,
        second=second,
        terms=_terms(session, job.session_text(meeting, second) if second else None),
        missed=_missed(job, row, meeting),
    )


def _short(job: PrintJob, meeting: Meeting, session: SessionText) -> tuple[ActivityText, ...]:
    planned = job.workshop.plan.session(meeting.session) or whole_session(session.session)
    shorter = short_session(session.session, planned)
    texts = {activity.id: activity for activity in session.activities}
    return tuple(replace(texts[one.id], minutes=one.minutes) for one in shorter.activities) if shorter else ()


def _terms(session: SessionText, other: SessionText | None) -> tuple[Term, ...]:
    """Each word with what it is called in the other language, where that is known for sure."""
    others: tuple[Text | None, ...] = other.terms if other else tuple(None for _ in session.terms)
    return tuple(
        Term(word, given if given and given.state.sound else None)
        for word, given in zip(session.terms, others, strict=True)
    )


def _missed(job: PrintJob, row: PrintRow, meeting: Meeting) -> MissedSession | None:
    """The session of the meeting before."""
    meetings = job.desk.records.meetings(job.workshop.id)
    before = max((one for one in meetings if one.number < meeting.number), key=lambda one: one.number, default=None)
    session = job.curriculum.session(before.session) if before else None
    titles = job.titles(row.language)
    held = titles.session(session.id) if session else None
    if session is None or held is None:
        return None
    sheet = titles.handout(session.missed) if session.missed else None
    return MissedSession(held.title, sheet.title if sheet else None)
