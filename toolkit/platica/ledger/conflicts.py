"""What was written apart and a person must settle."""

from dataclasses import dataclass
from datetime import datetime

from platica.ledger.change import EXISTENCE
from platica.ledger.clock import incarnation_of, moment_of
from platica.ledger.edit import Edit
from platica.ledger.fold import State
from platica.ledger.joined import KEPT_UNTIL, NOT_SAME

_NO_MATTER = (NOT_SAME, KEPT_UNTIL)
"""Fields of which the one shown will do, whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values written apart; for the existence of a record, True or False."""

    value: object
    at: datetime
    incarnation: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field with several values, the one shown first. An empty field name stands for the record itself.

    With one version only, the record was removed by somebody who did not know of it.
    """

    table: str
    key: str
    field: str
    versions: tuple[Version, ...]
    gone: bool = False
    """Whether the record is not there as things stand."""


def conflicts_in(state: State) -> tuple[Conflict, ...]:
    """Everything to be settled, in the order of tables, records and fields."""
    spots = {spot for spot, heads in state.forks.items() if len({repr(value) for value in heads.values()}) > 1}
    for table, absent in state.absent.items():
        removed = {key: fields for key, fields in absent.items() if state.stamp((table, key, EXISTENCE)) is not None}
        spots |= {(table, key, field) for key, fields in removed.items() for field in fields}
    spots = {spot for spot in spots if not spot[2].startswith(_NO_MATTER)}
    return tuple(
        Conflict(
            *spot,
            tuple(_version(stamp, value) for stamp, value in state.heads(spot).items()),
            gone=spot[1] in state.absent.get(spot[0], {}),
        )
        for spot in sorted(spots)
    )


def edit_to_settle(state: State, conflict: Conflict, value: object) -> Edit:
    """What makes this the one value of the field, or what makes the record be there or not."""
    row = dict(state.row(conflict.table, conflict.key) or state.absent.get(conflict.table, {}).get(conflict.key, {}))
    named = {} if conflict.field == EXISTENCE else {conflict.field: value}
    gone = conflict.field == EXISTENCE and not value
    wanted = None if gone else row | named
    return Edit(conflict.table, conflict.key, wanted, settles=(conflict.field,))


def _version(stamp: str, value: object) -> Version:
    return Version(value, moment_of(stamp), incarnation_of(stamp))
