"""The history itself: whether it can be read and written, and what was noticed at the opening."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from platica.desk.desk import Desk
from platica.desk.health.lines import Health, HealthLine, Repair
from platica.ledger import sentences
from platica.ledger.condition import Condition
from platica.ledger.sentences import About, Notice
from platica.phrases import phrase, phrases

_MOST_DAMAGE = 5
"""Damaged files that are told one by one, each by its first place."""
_HOW: Mapping[About, tuple[Health, Repair | None]] = MappingProxyType(
    {
        About.SHORTER: (Health.WRONG, Repair.RESTORE),
        About.KEY: (Health.LOOK, Repair.INVITE),
        About.CLOCK: (Health.WRONG, Repair.CLOCK),
        About.NEWER: (Health.WRONG, Repair.UPDATE),
        About.COMPUTER: (Health.LOOK, None),
        About.WRITING: (Health.WRONG, None),
        About.ERASED: (Health.WRONG, None),
    }
)
_OF_THE_HISTORY = frozenset({About.DAMAGE, About.TORN})


def history_lines(desk: Desk, condition: Condition) -> Iterator[HealthLine]:
    counts = len(desk.records.workshops()), len(desk.records.participants())
    if not condition.damage:
        sentence = phrase(
            "The history can be read from its beginning to its end: {workshops}, {people}.",
            workshops=phrases("{count} workshop", "{count} workshops", counts[0]),
            people=phrases("{count} person", "{count} people", counts[1]),
        )
        yield HealthLine("history", Health.OK, sentence)
    first = {place.file: place for place in reversed(condition.damage)}
    for place in list(first.values())[:_MOST_DAMAGE]:
        yield HealthLine(
            "damage", Health.WRONG, sentences.damaged(place), Repair.UPDATE if place.newer else Repair.RESTORE
        )
    more = len(condition.damage) - min(len(first), _MOST_DAMAGE)
    if more > 0:
        said = phrases("{count} more place is damaged.", "{count} more places are damaged.", more)
        yield HealthLine("damage", Health.WRONG, said, Repair.RESTORE)
    if condition.torn:
        said = phrases(
            "The rest of a step that was not saved whole is kept in {file}. Nothing is missing that was said to be "
            "saved.",
            "The rests of {count} steps that were not saved whole are kept, the last in {file}. Nothing is missing "
            "that was said to be saved.",
            len(condition.torn),
            file=condition.torn[-1],
        )
        yield HealthLine("torn", Health.OK, said)
    if not condition.cached:
        said = phrase("There is no quick copy of the records. Plática makes one by itself when it is worth it.")
        yield HealthLine("cache", Health.OK, said)


def noticed_lines(desk: Desk, condition: Condition) -> Iterator[HealthLine]:
    """What was noticed at the opening and is not told of the history."""
    seen = set()
    for notice in desk.notices:
        about = notice.about if isinstance(notice, Notice) else None
        seen.add(about)
        if about is None:
            yield HealthLine("notice", Health.LOOK, notice)
        elif about not in _OF_THE_HISTORY:
            state, repair = _HOW[about]
            yield HealthLine(about, state, notice, repair)
    if not (condition.damage or {About.WRITING, About.NEWER} & seen):
        yield HealthLine("writing", Health.OK, phrase("Everything can be saved."))
    if About.CLOCK not in seen:
        yield HealthLine("clock", Health.OK, phrase("The clock of this computer fits what was recorded."))
