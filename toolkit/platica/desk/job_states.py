"""How far papers are that were sent: what the print system tells, laid over what was written down."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from platica.desk.desk import Desk
from platica.desk.sent_papers import remember
from platica.domain.printer import Batch, BatchState, SentPaper
from platica.errors import PrinterError
from platica.phrases import Phrase, phrase
from platica.printers.print_system import PrintSystem, SeenJob, print_system

_ASKED_ABOUT = (BatchState.UNSENT, BatchState.WAITING, BatchState.PRINTING)
_MISSING = phrase("The print system did not take all of it.")
_GIVEN_UP = phrase("The print system gave some of it up, or somebody took it away.")
_HELD = phrase(
    "The printer could not print it. The print system tries again by itself in some minutes, or at once if asked."
)


def bring_up_to_date(desk: Desk, papers: Sequence[SentPaper]) -> tuple[SentPaper, ...]:
    """The papers as they are now, written down where that is news; a print system that is away is told as trouble."""
    if not any(one.state in _ASKED_ABOUT for paper in papers for one in paper.batches):
        return tuple(_with_trouble(paper, {}, frozenset()) for paper in papers)
    system = print_system()
    try:
        jobs = system.jobs()
        troubles = {one.name: one.trouble for one in system.printers()}
    except PrinterError as error:
        return tuple(replace(paper, trouble=error.phrase) if _open(paper) else paper for paper in papers)
    held = frozenset(one.job for one in jobs if one.held)
    return tuple(_with_trouble(_seen(desk, system, paper, jobs), troubles, held) for paper in papers)


def _seen(desk: Desk, system: PrintSystem, paper: SentPaper, jobs: Sequence[SeenJob]) -> SentPaper:
    by_name = {one.name: one for one in jobs if one.name}
    by_job = {one.job: one for one in jobs}
    batches = tuple(_batch(one, by_name.get(one.name) or by_job.get(one.job)) for one in paper.batches)
    now = replace(paper, batches=batches)
    if paper.personal:
        over = {one.job for one in batches if one.state not in _ASKED_ABOUT} & by_job.keys()
        left = [job for job in sorted(over) if not system.forget(job)]
        now = replace(now, kept=now.kept or bool(left))
    if now != paper:
        remember(desk, now)
    return now


def _batch(batch: Batch, seen: SeenJob | None) -> Batch:
    """What may be out is never sent anew by itself: a job nobody remembers, or one that ended while it was printed."""
    if batch.state not in _ASKED_ABOUT:
        return batch
    if seen is None:
        return replace(batch, state=BatchState.UNKNOWN) if batch.state.open else batch
    begun = seen.state is BatchState.FAILED and seen.pages > 0
    state = BatchState.UNKNOWN if begun else seen.state
    return replace(batch, job=seen.job, state=state, out=batch.copies if state is BatchState.DONE else 0)


def _open(paper: SentPaper) -> bool:
    return any(one.state in _ASKED_ABOUT for one in paper.batches)


def _with_trouble(paper: SentPaper, troubles: Mapping[str, Phrase | None], held: frozenset[str]) -> SentPaper:
    states = {one.state for one in paper.batches}
    lost = [one for one in paper.batches if one.state is BatchState.UNKNOWN]
    trouble = troubles.get(paper.printer) if _open(paper) else None
    if trouble is None and any(one.state.open and one.job in held for one in paper.batches):
        trouble = _HELD
    if trouble is None and lost:
        trouble = phrase(
            "The print system lost sight of the copies {first} to {last}. Look how many came out, and reprint from the"
            " first that is missing.",
            first=lost[0].first,
            last=lost[-1].last,
        )
    if trouble is None and BatchState.FAILED in states:
        trouble = _GIVEN_UP
    if trouble is None and BatchState.UNSENT in states:
        trouble = _MISSING
    return replace(paper, trouble=trouble)
