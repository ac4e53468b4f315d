"""sessions/*.md: front matter and activities."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from platica.content.activities import ActivityNode, split_activities
from platica.content.blocks import read_blocks
from platica.content.decode import unknown_name
from platica.content.fence_kinds import Where
from platica.content.front import Front, decode_front, many, one, split_front
from platica.content.inline import as_written
from platica.content.passages import Passage
from platica.content.read import Read, read_of
from platica.content.schema import SessionEntry
from platica.content.textfile import read_text
from platica.content.trouble import Troubles
from platica.domain.curriculum import Material, Session
from platica.domain.ids import ActivityId, HandoutId, SessionId
from platica.domain.short_session import SHORT_MINUTES
from platica.domain.workshop import PlannedActivity
from platica.phrases import phrase

MOST_OBJECTIVES = 4
"""More than this is not remembered; a session with more is two sessions."""


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A session with the passages of its front matter and its activities."""

    session: Session
    title: Passage
    objectives: tuple[Passage, ...]
    materials: tuple[Passage, ...]
    before: tuple[Passage, ...]
    on_arrival: tuple[Passage, ...]
    after: tuple[Passage, ...]
    questions: tuple[tuple[Passage, Passage], ...]
    """Each with its answer."""
    interpreter: tuple[Passage, ...]
    terms: tuple[Passage, ...]
    activities: tuple[ActivityNode, ...]
    lines: Mapping[str, int]
    """Where each key of the front matter stands."""

    @property
    def front_passages(self) -> tuple[Passage, ...]:
        """The passages above the body, in the order in which they are listed."""
        lists = (self.objectives, self.materials, self.before, self.on_arrival, self.after, *self.questions)
        return (self.title, *chain.from_iterable(lists), *self.interpreter, *self.terms)


def read_session(path: Path, file: str) -> Read[SessionFile]:
    """Reads a session; `file` is how its place is named."""
    troubles = Troubles(file)
    text = read_text(path, troubles)
    front = split_front(text, troubles) if text is not None else None
    if front is None:
        return read_of(None, troubles)
    entry = decode_front(front, SessionEntry, troubles)
    blocks = read_blocks(front.body, front.body_line, Where.SESSION, troubles)
    activities = split_activities(blocks, troubles)
    if entry is None:
        return read_of(None, troubles)
    made = _session_file(SessionId(path.stem), entry, front, activities, file)
    _check(made.session, front, troubles)
    return read_of(made, troubles)


def _session_file(
    name: SessionId, entry: SessionEntry, front: Front, activities: tuple[ActivityNode, ...], file: str
) -> SessionFile:
    keys = front.keys
    title = one(keys, "title", "title", file)
    objectives = many(keys, "objectives", "objective", file)
    materials = many(keys, "materials", "material", file, inner="name")
    before = many(keys, "before", "before", file)
    on_arrival = many(keys, "on_arrival", "on arrival", file)
    after = many(keys, "after", "after", file)
    questions = zip(
        many(keys, "questions", "likely question", file, inner="question"),
        many(keys, "questions", "likely answer", file, inner="answer"),
        strict=True,
    )
    session = Session(
        id=name,
        title=as_written(title.message),
        minutes=entry.minutes,
        objectives=_words(objectives),
        activities=tuple(node.activity for node in activities),
        materials=tuple(
            Material(as_written(passage.message), each.quantity, each.per, tuple(map(ActivityId, each.used_in)))
            for passage, each in zip(materials, entry.materials, strict=True)
        ),
        before=_words(before),
        on_arrival=_words(on_arrival),
        after=_words(after),
        handouts=tuple(HandoutId(handout) for handout in entry.handouts),
        short=tuple(PlannedActivity(ActivityId(one.activity), one.minutes) for one in entry.short),
        red_flags=entry.red_flags,
        missed=HandoutId(entry.missed) if entry.missed else None,
    )
    return SessionFile(
        session=session,
        title=title,
        objectives=objectives,
        materials=materials,
        before=before,
        on_arrival=on_arrival,
        after=after,
        questions=tuple(questions),
        interpreter=many(keys, "interpreter", "note for the interpreter", file),
        terms=many(keys, "terms", "key term", file),
        activities=activities,
        lines=keys.lines,
    )


def _words(passages: tuple[Passage, ...]) -> tuple[str, ...]:
    return tuple(as_written(passage.message) for passage in passages)


def _check(session: Session, front: Front, troubles: Troubles) -> None:
    lines = front.keys.lines
    known = [activity.id for activity in session.activities]
    for named in dict.fromkeys(name for material in session.materials for name in material.used_in):
        if named not in known:
            troubles.error(lines["materials"], unknown_name(phrase("activity"), named, known))
    if session.short:
        _check_short(session, known, lines["short"], troubles)
    if not 1 <= len(session.objectives) <= MOST_OBJECTIVES:
        count = len(session.objectives)
        troubles.error(
            lines["objectives"],
            phrase("There are {count} objectives; right would be 1 to {most}.", count=count, most=MOST_OBJECTIVES),
        )
    if session.activity_minutes != session.minutes and not troubles.found:
        troubles.error(
            lines["minutes"],
            phrase(
                "The activities take {sum} minutes together; “minutes” is {minutes}.",
                sum=session.activity_minutes,
                minutes=session.minutes,
            ),
        )


def _check_short(session: Session, known: list[ActivityId], line: int, troubles: Troubles) -> None:
    named = [one.id for one in session.short]
    for name in dict.fromkeys(named):
        if name not in known:
            troubles.error(line, unknown_name(phrase("activity"), name, known))
        elif named.count(name) > 1:
            troubles.error(line, phrase("“{key}” names {name} twice.", key="short", name=name))
    if (together := sum(one.minutes for one in session.short)) > SHORT_MINUTES:
        troubles.error(
            line,
            phrase("“short” takes {sum} minutes together; {most} is the most.", sum=together, most=SHORT_MINUTES),
        )
