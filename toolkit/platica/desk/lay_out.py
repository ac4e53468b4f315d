"""Turning a row of a print plan into a document: which texts, which people, which stamp."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from platica.desk.print_job import PrintJob
from platica.desk.sign_in_sheet import sheet_for
from platica.domain.curriculum import HandoutType
from platica.domain.document import Paragraph, Text, texts_of_handout, texts_of_session
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
    View,
)

_MINUTES_PER_HOUR = 60


def documents(job: PrintJob, rows: Sequence[PrintRow]) -> Iterator[Part]:
    """The documents of the rows, each as soon as it is done. Raises PressError when one cannot be made."""
    views = [(_view(job, row), edition_of(job, row)) for row in rows if row.what is not What.BINDER]
    alone = job.desk.press.render_all(views)
    return (_binder(job, row) if row.what is What.BINDER else next(alone) for row in rows)


def _view(job: PrintJob, row: PrintRow) -> View:
    match row.what:
        case What.GUIDE:
            return _guide(job, row, _meeting(job, row))
        case What.SIGN_IN:
            return _sign_in(job, row, _meeting(job, row))
        case What.CERTIFICATES:
            return _certificates(job, row)
        case _:
            return _sheet(job, row, row.handout or HandoutId(""))


def _binder(job: PrintJob, row: PrintRow) -> Part:
    edition = edition_of(job, row)
    pages = list(_pages(job, row))
    parts = job.desk.press.render_all([(page.view, edition) for page in pages])
    bound = [BoundPart(part, page.title, page.section) for part, page in zip(parts, pages, strict=True)]
    return job.desk.press.bind(bound, edition, row.title)


@dataclass(frozen=True, slots=True)
class _Page:
    """A document of a binder and the words under which it is listed."""

    view: View
    title: str
    section: str


def _pages(job: PrintJob, row: PrintRow) -> Iterator[_Page]:
    book = job.desk.book(row.language)
    cover = CoverView(
        stamp=_stamp(job, row, ()),
        title=job.workshop.name,
        summary=job.titles(row.language).summary.plain,
        place=job.workshop.place,
        dates=tuple(meeting.on for meeting in job.meetings),
        icon=job.curriculum.icon,
    )
    yield _Page(cover, row.title, "")
    for meeting in job.meetings:
        guide = _guide(job, row, meeting)
        yield _Page(guide, guide.session.title.plain, book.say("Facilitator guide"))
    for what, section in ((What.HANDOUTS, book.say("Sheets")), (What.FORMS, book.say("Forms"))):
        for handout_id in job.sheets_of(what):
            sheet = _sheet(job, row, handout_id)
            yield _Page(sheet, sheet.handout.title.plain, section)


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
        icon=job.curriculum.icon,
    )


def _sheet(job: PrintJob, row: PrintRow, handout_id: HandoutId) -> HandoutView:
    text = job.handout_text(handout_id, row.language)
    stamp = _stamp(job, row, tuple(texts_of_handout(text)), text.handout.facts)
    return HandoutView(stamp=stamp, curriculum=job.curriculum.id, handout=text)


def _sign_in(job: PrintJob, row: PrintRow, meeting: Meeting) -> SignInView:
    roster = job.desk.records.roster(job.workshop.id)
    welcome = _paragraphs(job, HandoutType.SIGN_IN, row.language)
    second = job.second_language
    return SignInView(
        stamp=_stamp(job, row, welcome),
        title=job.session_text(meeting, row.language).title.plain,
        number=meeting.number,
        on=meeting.on,
        at=meeting.at,
        place=job.workshop.place,
        code=sheet_for(job.desk, meeting, roster).code,
        lines=tuple(SignInLine(entry.number, entry.participant.name) for entry in roster.active),
        first_free=next_number(job.desk.records.enrolments(job.workshop.id)),
        welcome=welcome,
        welcome_second=_paragraphs(job, HandoutType.SIGN_IN, second) if second else (),
    )


def _certificates(job: PrintJob, row: PrintRow) -> CertificatesView:
    meetings = job.desk.records.meetings(job.workshop.id)
    hours = sum(meeting.minutes for meeting in meetings) / _MINUTES_PER_HOUR
    words = _paragraphs(job, HandoutType.CERTIFICATE, row.language)
    return CertificatesView(
        stamp=_stamp(job, row, words),
        names=tuple(one.participant.name for one in job.completers() if job.language_for(one) == row.language),
        on=max(meeting.on for meeting in meetings),
        sessions=len(meetings),
        place=job.workshop.place,
        hours=job.desk.formats(row.language).number(hours),
        signers=job.workshop.leaders,
        icon=job.curriculum.icon,
        words=words,
    )


def _paragraphs(job: PrintJob, kind: HandoutType, language: str) -> tuple[Text, ...]:
    """The words of the curriculum's own sheet of a kind, for a sheet whose other lines come from the roster."""
    sheet = next((one for one in job.curriculum.handouts if one.type is kind), None)
    blocks = job.handout_text(sheet.id, language).blocks if sheet else ()
    return tuple(block.text for block in blocks if isinstance(block, Paragraph))


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


def edition_of(job: PrintJob, row: PrintRow) -> Edition:
    """For which reader and printer a row is."""
    region = job.desk.settings.region
    paper = job.order.paper or job.desk.paper
    second = job.second_language if row.what is What.SIGN_IN else None
    return Edition(row.language, region, paper, row.large, second)


def _meeting(job: PrintJob, row: PrintRow) -> Meeting:
    return next(meeting for meeting in job.meetings if meeting.id == row.meeting)
