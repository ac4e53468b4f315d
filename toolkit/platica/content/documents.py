"""Sessions and handouts as documents in a language, local settings filled in."""

from collections.abc import Mapping, Sequence

from platica.content.activities import ActivityNode
from platica.content.assemble import handout_of, session_of
from platica.content.inline import text_of
from platica.content.passages import Passage
from platica.content.render import Renderer, Say
from platica.content.shelf import SHARED, owner_of, place_of
from platica.content.stock import Stock
from platica.domain.document import (
    ActivityText,
    Block,
    HandoutText,
    LikelyQuestion,
    MaterialText,
    SessionText,
    Text,
    Translators,
)
from platica.domain.ids import ActivityId
from platica.domain.workshop import PlannedActivity, PlannedSession
from platica.errors import NotFound
from platica.phrases import phrase


class Documents:
    """Renders for one reader: in the language of these translators, with these local settings."""

    def __init__(self, stock: Stock, translators: Translators, slots: Mapping[str, str]) -> None:
        self.stock = stock
        self.translators = translators
        self.slots = slots

    def session(self, curriculum: str, reference: str, planned: PlannedSession | None) -> SessionText:
        """A session of a curriculum. Raises NotFound, ContentError."""
        entry = self.stock.curriculum(curriculum).sound(place_of(curriculum, "curriculum.yaml")).entry
        if reference not in entry.sessions:
            raise NotFound(
                phrase("{curriculum} has no session called “{session}”.", curriculum=curriculum, session=reference)
            )
        file = self.stock.session(reference, curriculum).sound(reference)
        session = session_of(self.stock, curriculum, reference)
        owner, _ = owner_of(reference, curriculum)
        say, renderer = self.say(owner), self.renderer(owner, curriculum)
        chosen = tuple(_chosen(file.activities, reference, planned))
        held = {node.activity.id for node, _ in chosen}
        return SessionText(
            session=session,
            title=say(file.title),
            objectives=_texts(say, file.objectives),
            materials=tuple(
                MaterialText(say(passage), material.quantity, material.per)
                for passage, material in zip(file.materials, session.materials, strict=True)
                if material.needed_for(held)
            ),
            before=_texts(say, file.before),
            on_arrival=_texts(say, file.on_arrival),
            after=_texts(say, file.after),
            activities=tuple(_activity(node, minutes, say, renderer) for node, minutes in chosen),
            questions=tuple(LikelyQuestion(say(question), say(answer)) for question, answer in file.questions),
            interpreter=_texts(say, file.interpreter),
            terms=_texts(say, file.terms),
            red_flags=tuple(self.safety(name) for name in session.red_flags),
        )

    def handout(self, curriculum: str, reference: str) -> HandoutText:
        """A handout of a curriculum. Raises NotFound, ContentError."""
        file = self.stock.handout(reference, curriculum).sound(reference)
        owner, _ = owner_of(reference, curriculum)
        say = self.say(owner)
        return HandoutText(
            handout=handout_of(self.stock, curriculum, reference),
            title=say(file.title),
            subtitle=say(file.subtitle) if file.subtitle else None,
            blocks=self.renderer(owner, curriculum).blocks(file.blocks),
        )

    def say(self, owner: str) -> Say:
        """What renders a passage of the owner's files."""
        translate, language = self.translators(owner), self.stock.source_language(owner)

        def say(passage: Passage) -> Text:
            return text_of(passage, translate, language, self.slots)

        return say

    def renderer(self, owner: str, curriculum: str) -> Renderer:
        return Renderer(self.say(owner), self.safety, owner if owner != curriculum else "")

    def safety(self, name: str) -> tuple[Block, ...]:
        """The blocks of a standing safety text."""
        texts = self.stock.safety().sound(place_of(SHARED, "safety.yaml"))
        if name not in texts:
            raise NotFound(
                phrase("There is no safety text {name} in {file}.", name=name, file=place_of(SHARED, "safety.yaml"))
            )
        return Renderer(self.say(SHARED), self.safety, SHARED).blocks(texts[name].blocks)


def _texts(say: Say, passages: Sequence[Passage]) -> tuple[Text, ...]:
    return tuple(say(passage) for passage in passages)


def _activity(node: ActivityNode, minutes: int, say: Say, renderer: Renderer) -> ActivityText:
    activity = node.activity
    return ActivityText(
        id=activity.id,
        title=say(node.title),
        minutes=minutes,
        kind=activity.kind,
        optional=activity.optional,
        blocks=renderer.blocks(node.blocks),
        essential=activity.essential,
    )


def _chosen(
    nodes: Sequence[ActivityNode], session: str, planned: PlannedSession | None
) -> list[tuple[ActivityNode, int]]:
    """The activities in the order of the plan, each with the minutes it is given."""
    if planned is None:
        return [(node, node.activity.minutes) for node in nodes]
    by_id = {node.activity.id: node for node in nodes}
    return [(_planned(by_id, one, session), one.minutes) for one in planned.activities]


def _planned(by_id: Mapping[ActivityId, ActivityNode], planned: PlannedActivity, session: str) -> ActivityNode:
    if planned.id not in by_id:
        raise NotFound(
            phrase(
                "The session “{session}” has no activity “{activity}” any more.", session=session, activity=planned.id
            )
        )
    return by_id[planned.id]
