"""Turning a row of a print plan into a document: which texts, which people, which stamp."""

from collections.abc import Iterator

from platica.desk.print_job import PrintJob
from platica.desk.sign_in_sheet import sheet_for
from platica.domain.document import Text, texts_of_handout, texts_of_session
from platica.domain.ids import FactId, HandoutId
from platica.domain.printing import PrintRow, What
from platica.domain.roster import next_number
from platica.domain.workshop import Meeting
from platica.press.views import (
    BoundPart,
    CertificatesView,
    CoverView,
    Edition,
    GuideView,
    HandoutView,
    Part,
    SignInLine,
    SignInView,
    Stamp,
)

_MINUTES_PER_HOUR = 60


def document(job: PrintJob, row: PrintRow) -> Part:
    """The document a row asks for. Raises PressError when it cannot be made."""
    match row.what:
        case What.GUIDE:
            return job.desk.press.render(_guide(job, row, _meeting(job, row)), _edition(job, row))
        case What.HANDOUTS | What.FORMS if row.handout:
            return job.desk.press.render(_sheet(job, row, row.handout), _edition(job, row))
        case What.SIGN_IN:
            return job.desk.press.render(_sign_in(job, row, _meeting(job, row)), _edition(job, row))
        case What.CERTIFICATES:
            return job.desk.press.render(_certificates(job, row), _edition(job, row))
        case _:
            return _binder(job, row)


def _binder(job: PrintJob, row: PrintRow) -> Part:
    edition = _edition(job, row)
    parts = [BoundPart(part, title, section) for part, title, section in _parts(job, row, edition)]
    return job.desk.press.bind(parts, edition, row.title)


def _parts(job: PrintJob, row: PrintRow, edition: Edition) -> Iterator[tuple[Part, str, str]]:
    book = job.desk.book(row.language)
    press = job.desk.press
    cover = CoverView(
        stamp=_stamp(job, row, ()),
        title=job.workshop.name,
        summary=job.titles(row.language).summary.plain,
        place=job.workshop.place,
        dates=tuple(meeting.on for meeting in job.meetings),
    )
    yield press.render(cover, edition), row.title, ""
    for meeting in job.meetings:
        guide = _guide(job, row, meeting)
        yield press.render(guide, edition), guide.session.title.plain, book.say("Facilitator guide")
    for what, section in ((What.HANDOUTS, book.say("Sheets")), (What.FORMS, book.say("Forms"))):
        for handout_id in job.sheets_of(what):
            sheet = _sheet(job, row, handout_id)
            yield press.render(sheet, edition), sheet.handout.title.plain, section


def _guide(job: PrintJob, row: PrintRow, meeting: Meeting) -> GuideView:
    session = job.session_text(meeting, row.language)
    titles = job.titles(row.language)
    people = len(job.desk.records.roster(job.workshop.id).active)
    return GuideView(
        stamp=_stamp(job, row, tuple(texts_of_session(session))),
        curriculum=job.curriculum.id,
        session=session,
        number=meeting.number,
        people=people or None,
        starts=meeting.at,
        handouts=tuple(sheet.title.plain for sheet in titles.handouts if sheet.id in session.session.handouts),
    )


def _sheet(job: PrintJob, row: PrintRow, handout_id: HandoutId) -> HandoutView:
    text = job.handout_text(handout_id, row.language)
    stamp = _stamp(job, row, tuple(texts_of_handout(text)), text.handout.facts)
    return HandoutView(stamp=stamp, curriculum=job.curriculum.id, handout=text)


def _sign_in(job: PrintJob, row: PrintRow, meeting: Meeting) -> SignInView:
    roster = job.desk.records.roster(job.workshop.id)
    return SignInView(
        stamp=_stamp(job, row, ()),
        title=job.session_text(meeting, row.language).title.plain,
        number=meeting.number,
        on=meeting.on,
        at=meeting.at,
        place=job.workshop.place,
        code=sheet_for(job.desk, meeting, roster).code,
        lines=tuple(SignInLine(entry.number, entry.participant.name) for entry in roster.active),
        first_free=next_number(job.desk.records.enrolments(job.workshop.id)),
    )


def _certificates(job: PrintJob, row: PrintRow) -> CertificatesView:
    meetings = job.desk.records.meetings(job.workshop.id)
    hours = sum(meeting.minutes for meeting in meetings) / _MINUTES_PER_HOUR
    return CertificatesView(
        stamp=_stamp(job, row, ()),
        names=tuple(one.participant.name for one in job.completers() if job.language_for(one) == row.language),
        on=max(meeting.on for meeting in meetings),
        sessions=len(meetings),
        place=job.workshop.place,
        hours=job.desk.formats(row.language).number(hours),
        signers=job.workshop.leaders,
    )


def _stamp(job: PrintJob, row: PrintRow, texts: tuple[Text, ...], facts: tuple[FactId, ...] = ()) -> Stamp:
    known = {fact.id: fact for fact in job.desk.library.facts(job.curriculum.id)}
    return Stamp(
        curriculum_title=job.titles(row.language).title.plain,
        version=job.workshop.curriculum_version,
        pending=row.pending,
        facts=facts,
        sources=tuple(dict.fromkeys(known[one].citation for one in facts if one in known and known[one].published)),
        unsound=sum(not text.state.sound for text in texts),
    )


def _edition(job: PrintJob, row: PrintRow) -> Edition:
    region = job.desk.settings.region
    paper = job.order.paper or job.desk.paper
    second = job.second_language if row.what is What.SIGN_IN else None
    return Edition(row.language, region, paper, row.large, second)


def _meeting(job: PrintJob, row: PrintRow) -> Meeting:
    return next(meeting for meeting in job.meetings if meeting.id == row.meeting)
