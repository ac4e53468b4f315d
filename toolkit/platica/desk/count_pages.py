"""How many pages the documents of a plan have, known before they are made from what was made another time."""

from platica.desk.desk import Desk
from platica.desk.lay_out import edition_of
from platica.desk.papers.kinds import VIEWS
from platica.desk.print_job import PrintJob, job_of
from platica.domain.printing import Bilingual, Fold, PrintPlan, PrintRow, What


def known_pages(desk: Desk, plan: PrintPlan) -> tuple[int | None, ...]:
    """The pages of each document that would come out as it did before; None where nobody can know without making it.

    Nothing is made and nothing put on record. Raises NotFound or Refused when something of the plan is gone.
    """
    job = job_of(desk, plan.order, only_seen=True)
    return tuple(_known(job, row) for row in plan.rows)


def _known(job: PrintJob, row: PrintRow) -> int | None:
    if row.what is What.BINDER or row.fold is not Fold.PLAIN or row.bilingual is Bilingual.TWO_SIDED:
        return None
    kept = job.desk.press.kept(VIEWS[row.what](job, row), edition_of(job, row))
    return kept.pages if kept else None
