"""The sign-in sheet of a meeting."""

from collections.abc import Iterator

from platica.desk.papers.stamp import paragraphs, stamp
from platica.desk.print_job import PrintJob
from platica.desk.sign_in_sheet import sheet_for
from platica.domain.curriculum import HandoutType
from platica.domain.printing import PrintRow, What
from platica.domain.roster import next_number
from platica.domain.workshop import Meeting, WorkshopForm
from platica.press.views import SignInLine, SignInView

_ROWS_OF_A_PAGE, _EMPTY, _FEWEST_EMPTY = 19, 5, 2
"""Lines that one page holds in normal print; empty ones for those who walk in, fewer when that saves a page."""


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """A sheet for each meeting; an event is counted by heads and has none."""
    if job.workshop.form is WorkshopForm.EVENT:
        return
    title = job.desk.book(job.own_language).say("Sign-in sheet")
    for meeting in job.meetings:
        yield PrintRow(What.SIGN_IN, title, job.own_language, job.order.large, 1, 0, meeting=meeting.id)


def view(job: PrintJob, row: PrintRow) -> SignInView:
    """The sheet of the row's meeting, put on record under its code unless it is only looked at."""
    meeting = job.meeting(row)
    roster = job.desk.records.roster(job.workshop.id)
    welcome = paragraphs(job, HandoutType.SIGN_IN, row.language)
    second = job.second_language
    return SignInView(
        stamp=stamp(job, row, welcome),
        organization=job.desk.settings.name,
        title=_titles(job, row, meeting) if job.order.about_people.titles else "",
        number=meeting.number,
        on=meeting.on,
        at=meeting.at,
        place=job.workshop.place,
        code=sheet_for(job.desk, meeting, roster, only_seen=job.only_seen).code,
        lines=tuple(SignInLine(entry.number, entry.participant.name) for entry in roster.active),
        empty_lines=empty_lines(len(roster.active)),
        first_free=next_number(job.desk.records.enrolments(job.workshop.id)),
        welcome=welcome,
        welcome_second=paragraphs(job, HandoutType.SIGN_IN, second) if second else (),
    )


def empty_lines(people: int) -> int:
    """How many lines a sheet has for people who walk in."""
    left = _ROWS_OF_A_PAGE - people
    return left if _FEWEST_EMPTY <= left < _EMPTY else _EMPTY


def _titles(job: PrintJob, row: PrintRow, meeting: Meeting) -> str:
    """What the group is about; a leader asks for it where everybody who sees the sheet may know."""
    return f"{job.titles(row.language).title.plain}: {job.session_text(meeting, row.language).title.plain}"
