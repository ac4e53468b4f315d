"""The call list, for the leader alone."""

from collections.abc import Iterator

from platica.desk.print_job import PrintJob
from platica.domain.call_list import Call, call_list
from platica.domain.printing import PrintRow, What
from platica.domain.workshop import Meeting
from platica.press.views import CallLine, CallsView


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """One list, when there is somebody to call."""
    if _calls(job):
        title = job.desk.book(job.own_language).say("Call list")
        yield PrintRow(What.CALL_LIST, title, job.own_language, job.order.large, 1, 0)


def view(job: PrintJob, row: PrintRow) -> CallsView:  # noqa: ARG001 - every kind of paper is shown by its row
    """Whom to call after the last session that was held."""
    last = _held(job)[-1]
    return CallsView(
        organization=job.desk.settings.name,
        number=last.number,
        on=last.on,
        lines=tuple(_line(call) for call in _calls(job)),
    )


def _calls(job: PrintJob) -> tuple[Call, ...]:
    records, workshop = job.desk.records, job.workshop.id
    return call_list(records.roster(workshop), records.meetings(workshop), records.marks_of_workshop(workshop))


def _held(job: PrintJob) -> list[Meeting]:
    marked = {mark.meeting for mark in job.desk.records.marks_of_workshop(job.workshop.id)}
    return [meeting for meeting in job.desk.records.meetings(job.workshop.id) if meeting.id in marked]


def _line(call: Call) -> CallLine:
    """A line of the list; a telephone is on record only of who agreed to be called."""
    person = call.entry.participant
    return CallLine(
        number=call.entry.number,
        name=person.name,
        why=call.why,
        sessions=call.sessions,
        last_seen=call.last_seen.on if call.last_seen else None,
        language=person.reads.language,
        contact=person.contact,
    )
