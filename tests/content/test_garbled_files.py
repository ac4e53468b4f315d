"""Whatever is in a file, it is read or refused with a sentence and a line of that file; never anything else."""

import random
from pathlib import Path

import pytest

from builders.content import (
    CARD,
    FACTS,
    FIRST,
    HEAD,
    PACK,
    SAFETY,
    SESSION,
    SMALL,
    WATER,
    as_source,
    small_library,
)
from platica.content.library import Library
from platica.domain.ids import HandoutId
from platica.errors import PlaticaError

ROUNDS = 25

PIECES = [
    "::: ", "say", "key", "safety", "use=", "SAFE-02", "\n", "\n\n", "---\n", "- ", "1. ", "> ", "```", "## ", "### ",
    "{#a minutes=1 kind=lab}", "{fact=", "WA-01", "}", "{", "<!-- ", "-->", "i18n:", "skip", "note: x", "![", "](",
    "icon:water", ")", "*", "**", "_", "\\", "  \n", "\t", "    ", "é", "<b>", "&amp;", "[a]", ": ", "title: x", "[",
    "]", "'", '"', "#", "&a", "*a", "!!s", "%", "@", "\u0301", "0", "minutes: 30\n", "type: card\n", "\r", "log rows=3",
    "cards", "faces", "|", "| a | b |\n| - | - |\n",
]  # fmt: skip


def garbled(text: str, chance: random.Random) -> str:
    """The text with pieces put in, or nothing but pieces under its front matter."""
    if chance.random() < 0.5:
        for _ in range(chance.randint(1, 6)):
            place = chance.randint(0, len(text))
            text = text[:place] + chance.choice(PIECES) + text[place + chance.choice([0, 0, 1, 5, 20]) :]
        return text
    pieces = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 60)))
    head = text.split("---\n")[1] if text.startswith("---") else ""
    return f"---\n{head}---\n{pieces}" if head else pieces


@pytest.mark.parametrize("file", [HEAD, SESSION, CARD, FACTS, SAFETY, PACK])
def test_a_garbled_file_is_read_or_refused(tmp_path: Path, file: str) -> None:
    chance = random.Random(file)
    for number in range(ROUNDS):
        text = garbled(SMALL[file], chance)
        library = small_library(tmp_path / str(number), {file: text})
        lines = text.count("\n") + text.count("\r") + 1
        for name in (WATER, "shared"):
            for problem in library.check(name):
                place, _, line = problem.place.rpartition(":")
                assert str(problem.phrase)
                assert place != file or 1 <= int(line) <= lines, (text, problem)
        for refused in refusals(library):
            assert str(refused), text


def refusals(library: Library) -> list[PlaticaError]:
    found = []
    for ask in (
        lambda: library.curriculum(WATER),
        lambda: library.messages(WATER),
        lambda: library.messages("shared"),
        lambda: library.session_text(WATER, FIRST, as_source, {}),
        lambda: library.handout_text(WATER, HandoutId("card"), as_source, {}),
        lambda: library.titles(WATER, as_source),
        lambda: library.facts(WATER),
        lambda: library.packs(as_source),
    ):
        try:
            ask()
        except PlaticaError as refused:
            found.append(refused)
    return found
