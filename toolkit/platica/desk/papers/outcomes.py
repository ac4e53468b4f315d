"""The group's own numbers."""

from collections.abc import Iterator

from platica.desk.group_outcomes import outcomes
from platica.desk.print_job import PrintJob
from platica.domain.printing import PrintRow, What
from platica.press.views import OutcomesView


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """One sheet, once a session was held."""
    if outcomes(job.desk, job.workshop.id).meetings:
        title = job.desk.book(job.own_language).say("Our group in numbers")
        yield PrintRow(What.OUTCOMES, title, job.own_language, job.order.large, 1, 0)


def view(job: PrintJob, row: PrintRow) -> OutcomesView:  # noqa: ARG001 - every kind of paper is shown by its row
    """The numbers of the workshop until now."""
    return OutcomesView(job.desk.settings.name, job.workshop.name, outcomes(job.desk, job.workshop.id))
