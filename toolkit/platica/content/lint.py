"""What is wrong with the texts of a file: health numbers without a fact, marks that would print as they stand."""

import re
from collections.abc import Iterable, Iterator

from platica.content.handouts import HandoutFile
from platica.content.inline import as_written
from platica.content.numbers import health_numbers
from platica.content.outline import Block, FenceNode, fences_of, passages_of
from platica.content.passages import SLOT, Passage
from platica.content.safety import SafetyFile
from platica.content.sessions import SessionFile
from platica.content.trouble import Troubles
from platica.phrases import phrase

_SPOKEN = ("say", "ask", "answers")
_LABELS = ("log", "scale", "sign")
"""Blocks whose numbers are examples or scales, not claims."""

_BRACES = re.compile(r"\{[^{}]*\}?|\}")
_HTML = re.compile(r"<(?:!--|/?[A-Za-z])")
_ADDRESS = re.compile(r"<https?://[^<>\s]*>")


def lint_session(session: SessionFile, passages: Iterable[Passage], troubles: Troubles) -> None:
    """Reports what is wrong with the texts of a session."""
    lint_marks(passages, troubles)
    _lint_numbers((passage for pair in session.questions for passage in pair), troubles, times=False)
    for activity in session.activities:
        for fence in fences_of(activity.blocks):
            if fence.kind in _SPOKEN or fence.kind == "safety":
                _lint_numbers(passages_of(fence.blocks), troubles, times=fence.kind == "safety")


def lint_handout(handout: HandoutFile, passages: Iterable[Passage], troubles: Troubles) -> None:
    """Reports what is wrong with the texts of a handout."""
    lint_marks(passages, troubles)
    head = (handout.title, handout.subtitle) if handout.subtitle else (handout.title,)
    _lint_numbers(head, troubles, times=False)
    _lint_numbers(passages_of(tuple(_claims(handout.blocks))), troubles, times=True)


def lint_safety(texts: Iterable[SafetyFile], troubles: Troubles) -> None:
    """Reports what is wrong with the standing safety texts."""
    for text in texts:
        lint_marks(text.passages, troubles)
        _lint_numbers(text.passages, troubles, times=True)


def lint_marks(passages: Iterable[Passage], troubles: Troubles) -> None:
    """Reports braces, HTML, links and pictures that would be printed as they stand."""
    for passage in passages:
        source, line = passage.message.source, passage.line
        for found in _BRACES.findall(SLOT.sub("", source)):
            troubles.error(line, phrase("“{text}” is neither a local setting nor a fact.", text=found))
        if _HTML.search(_ADDRESS.sub("", source)):
            troubles.error(line, phrase("HTML is not used here; it would be printed as it stands."))
        if "[" not in source and "*" not in source:
            continue
        shown = as_written(passage.message)
        if "![" in shown:
            troubles.error(
                line, phrase("A picture stands first in its paragraph or list item: ![what is seen](icon:name).")
            )
        elif "](" in shown:
            troubles.error(line, phrase("A link leads to an address that begins with https://; this one does not."))
        if "**" in shown:
            troubles.warning(line, phrase("Two stars (**) have no partner and would be printed."))


def _claims(blocks: Iterable[Block]) -> Iterator[Block]:
    return (block for block in blocks if not (isinstance(block, FenceNode) and block.kind in _LABELS))


def _lint_numbers(passages: Iterable[Passage], troubles: Troubles, *, times: bool) -> None:
    for passage in passages:
        if passage.message.facts:
            continue
        for number in health_numbers(as_written(passage.message), times=times):
            troubles.error(
                passage.line,
                phrase(
                    "The health number “{number}” names no fact; end the text with {example}.",
                    number=number,
                    example=_FACT,
                ),
            )


_FACT = "{fact=DM-06}"
