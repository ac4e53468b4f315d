"""The return sheet of a meeting, for who leads it with paper alone."""

from collections.abc import Iterator

from platica.desk.print_job import PrintJob
from platica.desk.sign_in_sheet import sheet_for
from platica.domain.printing import PrintRow, What
from platica.domain.roster import next_number
from platica.domain.workshop import WorkshopForm
from platica.press.views import ReturnView


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """A sheet for each meeting."""
    title = job.desk.book(job.own_language).say("Return sheet")
    for meeting in job.meetings:
        yield PrintRow(What.RETURN, title, job.own_language, job.order.large, 1, 0, meeting=meeting.id)


def view(job: PrintJob, row: PrintRow) -> ReturnView:
    """The sheet of the row's meeting, under the code of its sign-in sheet."""
    meeting = job.meeting(row)
    roster = job.desk.records.roster(job.workshop.id)
    return ReturnView(
        organization=job.desk.settings.name,
        number=meeting.number,
        on=meeting.on,
        at=meeting.at,
        place=job.workshop.place,
        code=sheet_for(job.desk, meeting, roster).code,
        numbers=tuple(entry.number for entry in roster.active),
        first_free=next_number(job.desk.records.enrolments(job.workshop.id)),
        by_heads=job.workshop.form is WorkshopForm.EVENT,
    )
