"""What computers wrote without knowing of each other: which of the values counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from platica.desk import computers
from platica.desk.desk import Desk
from platica.desk.settling import matters as made
from platica.desk.settling.matters import OpenMatter, open_matter
from platica.desk.settling.subjects import subject_of
from platica.desk.tell.parts import Said, shown, word_of
from platica.desk.tell.words import Words
from platica.desk.tell_steps import told_with
from platica.domain.attendance import Presence, Way
from platica.domain.history import FieldStep, Step
from platica.domain.ids import CommitId
from platica.domain.matter import MatterKind
from platica.domain.spoken import PRESENCES, WAYS
from platica.ledger.conflicts import Conflict, Version
from platica.phrases import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Apart:
    """Fields of one record that were written by the same hands, so that they are settled together."""

    conflicts: tuple[Conflict, ...]

    @property
    def about(self) -> str:
        """The record, its fields and everything that was written to them."""
        first = self.conflicts[0]
        fields = " ".join(one.field for one in self.conflicts)
        written = " ".join(f"{one.at.isoformat()}{one.incarnation}" for one in first.versions)
        return f"{first.table} {first.key} {fields} {written}"


def found(desk: Desk) -> tuple[Apart, ...]:
    """Everything written apart that is still there, the fields of a mark together."""
    together: dict[object, list[Conflict]] = {}
    for conflict in desk.records.conflicts():
        if conflict.field and len(conflict.versions) > 1:
            hands = tuple((one.at, one.incarnation) for one in conflict.versions)
            spot = (
                (conflict.key, hands) if conflict.table == "marks" else (conflict.table, conflict.key, conflict.field)
            )
            together.setdefault(spot, []).append(conflict)
    return tuple(Apart(tuple(conflicts)) for conflicts in together.values())


def matter_of(desk: Desk, apart: Apart, words: Words) -> OpenMatter:
    """What each computer says, and when it was said."""
    table, key = apart.conflicts[0].table, apart.conflicts[0].key
    subject = subject_of(desk, table, key, words)
    ways = [_way(desk, apart, place, subject, words) for place in range(len(apart.conflicts[0].versions))]
    counts = phrase("Until it is settled, what stands first here counts.")
    sentence = phrase("{subject}: computers that did not know of each other wrote different things.", subject=subject)
    return open_matter(MatterKind.APART, apart.about, sentence, ways, [counts])


def _way(desk: Desk, apart: Apart, place: int, subject: Said, words: Words) -> made.Way:
    chosen = [(conflict, conflict.versions[place].value) for conflict in apart.conflicts]
    said = _said(apart.conflicts, place, words)
    version = apart.conflicts[0].versions[place]
    device = desk.records.settling.device_of(version.incarnation)
    sentence = phrase(
        "{what} ({computer}, {when})",
        what=said,
        computer=computers.name_of(desk, device),
        when=_when(version, words),
    )
    done = phrase("{subject}: {what}.", subject=subject, what=said)
    return made.Way(sentence, partial(desk.records.settling.settle, chosen), done)


def _said(conflicts: Iterable[Conflict], place: int, words: Words) -> Phrase:
    """What a version says, in the words of the history."""
    fields = tuple(_field(conflict, place) for conflict in conflicts)
    first = next(iter(conflicts))
    name = next((one for one in fields if one.field == "name"), None)
    if name is not None and name.now is not None:
        return phrase("called {name}", name=shown(name.now))
    if first.table == "marks":
        return Phrase("{mark}", {"mark": _mark({one.field: one.now for one in fields})})
    version = first.versions[place]
    step = Step(CommitId(""), first.table, first.key, version.at, "", None, None, fields, None)
    return told_with(words, step)


def _mark(fields: Mapping[str, object]) -> Said:
    """How somebody came; the way says more than that they were present."""
    presence, way = fields.get("presence"), fields.get("way")
    if way is not None and way != Way.IN_PERSON and presence in (None, Presence.PRESENT):
        return word_of(WAYS, way)
    return word_of(WAYS, way) if presence is None else word_of(PRESENCES, presence)


def _field(conflict: Conflict, place: int) -> FieldStep:
    """The value; of an empty one also what it is that is not there."""
    now = conflict.versions[place].value
    was = next((one.value for one in conflict.versions if one.value is not None), None) if now is None else None
    return FieldStep(conflict.field, was, now)


def _when(version: Version, words: Words) -> Phrase:
    local = version.at.astimezone()
    return phrase("{day}, {time}", day=words.day(local.date().isoformat()), time=words.time(local.time().isoformat()))


def matters(desk: Desk, words: Words) -> Iterator[OpenMatter]:
    """Every matter of this kind."""
    return (matter_of(desk, one, words) for one in found(desk))
