"""Rendering in the source language says exactly what the author wrote, through a catalogue or without."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.content import CARD, WATER, as_source, small_library, with_body
from platica.content.library import Library
from platica.domain.document import Message, Rendering, TextState, Translate, texts_of
from platica.domain.ids import CurriculumId, HandoutId, SessionId
from platica.resources import bundled

LIBRARY = Library([bundled()])
CURRICULA = LIBRARY.ids()

SESSIONS = [(name, session.id) for name in CURRICULA for session in LIBRARY.curriculum(name).sessions]
HANDOUTS = [(name, handout.id) for name in CURRICULA for handout in LIBRARY.curriculum(name).handouts]


def translated_by_itself(_domain: str) -> Translate:
    return lambda message: Rendering(message.source, "en", TextState.SOURCE)


def from_catalogue(domain: str) -> Translate:
    """Gives the source only for texts that were extracted into this domain, as its catalogue would."""
    known = {(message.context, message.source) for message in LIBRARY.messages(domain)}

    def translate(message: Message) -> Rendering:
        assert (message.context, message.source) in known, message.place
        return Rendering(message.source, "en", TextState.SOURCE)

    return translate


@pytest.mark.parametrize(("name", "session"), SESSIONS)
def test_every_session_is_the_same_through_its_catalogue(name: CurriculumId, session: SessionId) -> None:
    through = LIBRARY.session_text(name, session, from_catalogue, {})
    assert through == LIBRARY.session_text(name, session, as_source, {})


@pytest.mark.parametrize(("name", "handout"), HANDOUTS)
def test_every_handout_is_the_same_through_its_catalogue(name: CurriculumId, handout: HandoutId) -> None:
    through = LIBRARY.handout_text(name, handout, from_catalogue, {})
    assert through == LIBRARY.handout_text(name, handout, as_source, {})


@pytest.mark.parametrize(("name", "handout"), HANDOUTS)
def test_every_word_of_a_handout_s_file_is_in_the_document(name: CurriculumId, handout: HandoutId) -> None:
    owner, _, stem = handout.rpartition("/")
    path = bundled().curricula / (owner or name) / "handouts" / f"{stem}.md"
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    document = LIBRARY.handout_text(name, handout, as_source, {})
    shown = words(" ".join(text.plain for text in texts_of(document.blocks)))
    for word in words(written(body)):
        assert word in shown, word


def written(body: str) -> str:
    """The words of a Markdown text, found without a Markdown parser."""
    body = re.sub(r"<!--.*?-->", " ", body, flags=re.DOTALL)
    body = re.sub(r"^:::.*$", " ", body, flags=re.MULTILINE)
    body = re.sub(r"\{[^{}]*\}", " ", body)
    return re.sub(r"\]\([^()]*\)", " ", body)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text))


WORD = st.text("abcdefghijklmnñopqrstuvwxyzáéíóú", min_size=1, max_size=8)
MARKED = st.builds(lambda word, mark: f"{mark}{word}{mark}", WORD, st.sampled_from(["", "", "", "*", "**"]))
SPACED = st.lists(MARKED, min_size=1, max_size=12)
KIND = st.sampled_from(["para", "bullet", "step", "key", "warning", "cell"])
BREAK = st.sampled_from([" ", " ", " ", "\n"])


@st.composite
def wrapped_text(draw: st.DrawFn) -> tuple[str, str]:
    """A paragraph as written, wrapped anywhere, and as read."""
    marked = draw(SPACED)
    text = marked[0]
    for word in marked[1:]:
        text += draw(BREAK) + word
    return text, " ".join(word.strip("*") for word in marked)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["para", "bullet", "step", "key", "warning", "cell"]), wrapped_text()), max_size=6
    )
)
def test_a_generated_text_reads_as_it_was_written(parts: list[tuple[str, tuple[str, str]]]) -> None:
    body = "\n\n".join(as_markdown(kind, text) for kind, (text, _) in parts)
    with TemporaryDirectory() as folder:
        library = small_library(Path(folder), with_body(CARD, body + "\n"))
        document = library.handout_text(WATER, HandoutId("card"), as_source, {})
        twice = library.handout_text(WATER, HandoutId("card"), translated_by_itself, {})
    assert document == twice
    assert [text.plain for text in texts_of(document.blocks)] == [read for _, (_, read) in parts]


def as_markdown(kind: str, text: str) -> str:
    if kind in ("bullet", "step"):
        mark = "- " if kind == "bullet" else "1. "
        return mark + text.replace("\n", "\n" + " " * len(mark)) + "\n\n<!-- the list ends -->"
    if kind in ("key", "warning"):
        return f"::: {kind}\n{text}\n:::"
    return f"| {' '.join(text.split())} |\n| --- |" if kind == "cell" else text
