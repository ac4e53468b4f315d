"""Rows of a table as records, and records written over rows."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from platica.domain.attendance import Mark
from platica.domain.device import Device
from platica.domain.leader import Leader
from platica.domain.measure import Measure
from platica.domain.participant import Participant
from platica.domain.practice_note import PracticeNote
from platica.domain.question import Question
from platica.domain.roster import Enrolment
from platica.domain.sheet import Sheet
from platica.domain.workshop import Meeting, Workshop
from platica.errors import SiteError
from platica.ledger.change import Row
from platica.ledger.codecs import CODECS
from platica.phrases import phrase

Kind = TypeVar(
    "Kind", Leader, Device, Participant, Workshop, Meeting, Enrolment, Mark, Measure, Question, PracticeNote, Sheet
)


def decoded_all(kind: type[Kind], rows: Iterable[tuple[str, Row]]) -> tuple[Kind, ...]:
    """The records of these rows, in their order. Raises what `decoded` does."""
    return tuple(decoded(kind, key, row) for key, row in rows)


def decoded(kind: type[Kind], key: str, row: Row) -> Kind:
    """The record of a row. Raises SiteError for one that cannot be understood."""
    codec = CODECS[kind]
    make: Callable[[str, Row], Kind] = codec.record
    try:
        return make(key, row)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise SiteError(
            phrase(
                "The record {key} of the table {table} cannot be understood. A newer Plática may have written it.",
                key=key,
                table=codec.table,
            )
        ) from error


def written_over(known: Mapping[str, object], fields: Row) -> Row:
    """The known fields with these over them; nothing is stored for what was never there."""
    return {**known, **{name: value for name, value in fields.items() if value is not None or name in known}}
