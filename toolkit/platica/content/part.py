"""What a check needs to know of one session or handout, whichever it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from platica.content.handouts import HandoutFile
from platica.content.messages import handout_passages, session_passages
from platica.content.outline import Block, fences_of, pictures_of, safety_used
from platica.content.passages import SLOT, Passage
from platica.content.sessions import SessionFile


@dataclass(frozen=True, slots=True)
class Part:
    """The texts, blocks and names of one file."""

    reference: str
    file: str
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    facts: tuple[str, ...] = ()
    icon: str = ""
    handouts: tuple[str, ...] = ()
    red_flags: tuple[tuple[str, int], ...] = ()
    """The standing safety texts named in the front matter, with their line."""

    @property
    def fact_lines(self) -> Iterator[tuple[str, int]]:
        """Every fact that is named, with its line; those of the front matter first."""
        yield from ((fact, 1) for fact in self.facts)
        yield from ((fact, one.line) for one in self.passages for fact in one.message.facts)

    @property
    def safety_lines(self) -> Iterator[tuple[str, int]]:
        """Every standing safety text that is used, with its line."""
        yield from self.red_flags
        yield from ((name, fence.line) for fence in fences_of(self.blocks) for name in safety_used((fence,)))

    @property
    def slot_lines(self) -> Iterator[tuple[str, int]]:
        """The local settings in its texts, each once, with the line of the first."""
        found: dict[str, int] = {}
        for one in self.passages:
            for slot in SLOT.findall(one.message.source):
                found.setdefault(slot, one.line)
        yield from found.items()

    @property
    def picture_lines(self) -> Iterator[tuple[str, int]]:
        """Every picture, with its line."""
        yield from ((picture.source, picture.alt.line) for picture in pictures_of(self.blocks))


def session_part(reference: str, file: str, session: SessionFile) -> Part:
    """A session as a part."""
    blocks = tuple(block for activity in session.activities for block in activity.blocks)
    about = session.session
    missed = (about.missed,) if about.missed else ()
    return Part(
        reference,
        file,
        tuple(session_passages(session)),
        blocks,
        handouts=tuple(dict.fromkeys((*about.handouts, *missed))),
        red_flags=tuple((name, session.lines["red_flags"]) for name in about.red_flags),
    )


def handout_part(reference: str, file: str, handout: HandoutFile) -> Part:
    """A handout as a part; the facts of its texts are found by line, the rest stand in its front matter."""
    passages = tuple(handout_passages(handout))
    written = {fact for one in passages for fact in one.message.facts}
    front = tuple(fact for fact in handout.handout.facts if fact not in written)
    return Part(reference, file, passages, handout.blocks, front, handout.handout.icon or "")
