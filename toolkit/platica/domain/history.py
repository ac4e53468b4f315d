"""What happened to a record, step by step."""

from dataclasses import dataclass
from datetime import datetime

from platica.domain.ids import CommitId, LeaderId


@dataclass(frozen=True, slots=True)
class FieldStep:
    """A field before and after; None where there was, or is, nothing."""

    field: str
    was: object
    now: object


@dataclass(frozen=True, slots=True)
class Step:
    """What one commit did to a record, as its writer saw it."""

    commit: CommitId
    table: str
    key: str
    at: datetime
    device: str
    leader: LeaderId | None
    exists: bool | None
    """True when the record was inserted, False when it was removed, None when it was changed."""
    fields: tuple[FieldStep, ...]
    undoes: CommitId | None
    erased: bool = False
    """Whether this step erased the record, and with it the fields of all others."""
