"""The activities of a session: `## Title {#id minutes=15 kind=lab optional}` and what follows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from platica.content.decode import unknown_name
from platica.content.fence_kinds import read_options
from platica.content.inline import as_written
from platica.content.outline import Block, HeadingNode, passages_of
from platica.content.passages import Passage
from platica.content.trouble import Troubles
from platica.domain.curriculum import Activity
from platica.domain.ids import ActivityId
from platica.phrases import phrase

KINDS = (
    "arrival",
    "welcome",
    "check-in",
    "agreements",
    "game",
    "story",
    "lab",
    "role-play",
    "demonstration",
    "discussion",
    "questions",
    "teach-back",
    "plan",
    "close",
    "measure",
    "celebrate",
    "talk",
)

_ID = re.compile(r"#[a-z0-9]+(-[a-z0-9]+)*\Z")
_KNOWN = ["minutes", "kind", "optional", "essential"]
_ALONE = ("optional", "essential")
_LONGEST = 600
_EXAMPLE = "{#plate minutes=15 kind=lab}"


@dataclass(frozen=True, slots=True)
class ActivityNode:
    """An activity, its title, and its blocks."""

    activity: Activity
    title: Passage
    blocks: tuple[Block, ...]


def split_activities(blocks: Sequence[Block], troubles: Troubles) -> tuple[ActivityNode, ...]:
    """The activities of a body; reports text before the first and headings that are none."""
    activities: list[ActivityNode] = []
    heads = [place for place, block in enumerate(blocks) if isinstance(block, HeadingNode) and block.level == 2]
    before = blocks[: heads[0]] if heads else blocks
    if before:
        line = next((passage.line for passage in passages_of(before)), 1)
        troubles.error(
            line, phrase("Text stands before the first activity; begin with ## Title {#name minutes=10 kind=talk}.")
        )
    for place, end in zip(heads, [*heads[1:], len(blocks)], strict=False):
        head = blocks[place]
        assert isinstance(head, HeadingNode)
        if made := _activity(head, troubles):
            if any(made.id == other.activity.id for other in activities):
                troubles.error(
                    head.passage.line, phrase("The activity “{id}” stands twice in this session.", id=made.id)
                )
            activities.append(ActivityNode(made, head.passage, tuple(blocks[place + 1 : end])))
    _check_levels(blocks, troubles)
    return tuple(activities)


def _activity(head: HeadingNode, troubles: Troubles) -> Activity | None:
    line, title = head.passage.line, as_written(head.passage.message)
    if not head.attributes:
        what = phrase(
            "The activity “{title}” needs its name, minutes and kind, such as {example}.", title=title, example=_EXAMPLE
        )
        troubles.error(line, what)
        return None
    (name, _), *rest = read_options(head.attributes)
    values = dict(rest)
    sound = True
    if not _ID.match(name):
        troubles.error(
            line, phrase("“{name}” is no name for an activity; right would be {example}.", name=name, example=_EXAMPLE)
        )
        sound = False
    for key in values:
        if key not in _KNOWN:
            troubles.error(line, unknown_name(phrase("word in the braces"), key, _KNOWN))
            sound = False
    for word in _ALONE:
        if values.get(word):
            troubles.error(line, phrase("“{word}” stands alone, without a value.", word=word))
    if all(word in values for word in _ALONE):
        troubles.error(line, phrase("An activity is “optional” or “essential”, not both."))
    minutes, kind = _minutes(values.get("minutes", ""), line, troubles), _kind(values.get("kind", ""), line, troubles)
    if not (sound and minutes and kind):
        return None
    return Activity(ActivityId(name[1:]), title, minutes, kind, "optional" in values, "essential" in values)


def _minutes(value: str, line: int, troubles: Troubles) -> int | None:
    if value.isascii() and value.isdigit() and 1 <= int(value[:4]) <= _LONGEST and len(value) <= 3:
        return int(value)
    troubles.error(
        line, phrase("“minutes” is “{value}”; right would be a number from 1 to {most}.", value=value, most=_LONGEST)
    )
    return None


def _kind(value: str, line: int, troubles: Troubles) -> str | None:
    if value in KINDS:
        return value
    if value:
        troubles.error(line, unknown_name(phrase("kind of activity"), value, KINDS))
    else:
        troubles.error(line, phrase("The kind of activity is missing; one of: {known}.", known=", ".join(KINDS)))
    return None


def _check_levels(blocks: Sequence[Block], troubles: Troubles) -> None:
    for block in blocks:
        if not isinstance(block, HeadingNode):
            continue
        if block.level not in (2, 3):
            troubles.error(
                block.passage.line, phrase("In a session, ## is an activity and ### a heading inside it; no others.")
            )
        elif block.level == 3 and block.attributes:
            troubles.error(block.passage.line, phrase("Only an activity (##) has braces; take them out here."))
