"""From the inline Markdown of a message to runs of plain text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from platica.content.passages import SLOT, Passage, joined, split_facts
from platica.domain.document import Message, Rendering, Run, Text, TextState, Translate

LONGEST_TRANSLATION = 16_000
"""Characters; four times the longest source. What is longer was not written by a translator and is not parsed."""

_MARKUP = re.compile(r"[*_\[\]\\<&{\n]")


def text_of(passage: Passage, translate: Translate, source_language: str, slots: Mapping[str, str]) -> Text:
    """A passage in the language of the translator, local settings filled in."""
    message = passage.message
    found = Rendering(message.source, source_language, TextState.SOURCE) if passage.fixed else translate(message)
    if len(found.text) > LONGEST_TRANSLATION:
        found = Rendering(message.source, source_language, TextState.FAILING)
    return Text(runs_of(found.text, slots), found.language, found.state, message.safety)


def as_written(message: Message) -> str:
    """The words of a message without markup; settings stay in their braces."""
    return "".join(f"{{{run.text}}}" if run.blank else run.text for run in runs_of(message.source, {}))


def runs_of(text: str, slots: Mapping[str, str]) -> tuple[Run, ...]:
    """The runs of a message. A setting without a value becomes a blank; nothing in its value is markup."""
    source, _ = split_facts(joined(text))
    if not _MARKUP.search(source):
        return (Run(source),) if source else ()
    runs: list[Run] = []
    for styled in _styled(source):
        for run in _filled(styled, slots):
            if runs and not run.blank and replace(runs[-1], text=run.text) == run:
                runs[-1] = replace(run, text=runs[-1].text + run.text)
            else:
                runs.append(run)
    return tuple(runs)


def _styled(source: str) -> Iterator[Run]:
    from platica.content.parser import inline_tokens

    strong = emphasis = 0
    link: str | None = None
    for token in inline_tokens(source):
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                link = str(token.attrGet("href") or "")
            case "link_close":
                link = None
            case "hardbreak" | "softbreak":
                yield Run("\n" if token.type == "hardbreak" else " ", strong > 0, emphasis > 0, link)
            case _ if token.content:
                yield Run(token.content, strong > 0, emphasis > 0, link)


def _filled(run: Run, slots: Mapping[str, str]) -> Iterator[Run]:
    at = 0
    for slot in SLOT.finditer(run.text):
        if slot.start() > at:
            yield replace(run, text=run.text[at : slot.start()])
        value = slots.get(slot[1], "")
        yield replace(run, text=value) if value else replace(run, text=slot[1], blank=True)
        at = slot.end()
    if at < len(run.text):
        yield replace(run, text=run.text[at:])
