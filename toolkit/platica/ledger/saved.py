"""What a saving did."""

from dataclasses import dataclass
from datetime import datetime

from platica.domain.ids import CommitId
from platica.ledger.clock import moment_of
from platica.ledger.ledger import Committed


@dataclass(frozen=True, slots=True)
class Saved:
    """What a saving did; when nothing had changed, `commit` is empty and `changed` 0."""

    commit: CommitId
    at: datetime
    changed: int


def saved(committed: Committed) -> Saved:
    """What came of a commit."""
    return Saved(committed.id, moment_of(committed.stamp).astimezone(), len(committed.changes))
