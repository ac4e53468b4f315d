"""A sheet as messages for a telephone: every word, no markup, no message too long, no draft unsaid."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.paper import every_view
from builders.press import books, bullets, edition, fence, handout, heading, para, table
from builders.site import CIRCLE, desk_in
from platica.desk import browse_curricula
from platica.domain.document import Block, Fence, ListBlock, Paragraph, Picture, Run, Table, Text, TextState
from platica.domain.ids import HandoutId
from platica.press.phone_messages import LONGEST, phone_messages
from platica.press.picture_led import without_picture_led
from platica.press.plain_text import TO_WRITE
from platica.press.views import HandoutView, Stamp

GOLDEN = Path(__file__).parent / "phone"


def messages(*blocks: Block, language: str = "en", unsound: int = 0) -> tuple[str, ...]:
    return phone_messages(handout(*blocks, language=language, unsound=unsound), edition(language), books(language))


@pytest.mark.parametrize("name", ["handout", "form"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_sheet_reads_on_a_telephone_as_it_was_looked_at(name: str, language: str) -> None:
    view = every_view(language)[name]
    assert isinstance(view, HandoutView)
    expected = (GOLDEN / f"{name}.{language}.txt").read_text("utf-8")
    assert "\n\n".join(phone_messages(view, edition(language), books(language))) + "\n" == expected


def words_in_order(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words a reader is to find: of a table the column's name before each cell that is not empty."""
    for block in blocks:
        match block:
            case ListBlock():
                for item in block.items:
                    yield from words_in_order(item)
            case Table():
                for row in block.rows:
                    for head, cell in zip(block.header, row, strict=True):
                        yield from (*printed(head), *printed(cell)) if cell.plain.strip() else ()
            case Fence():
                yield from words_in_order(block.blocks)
            case Picture():
                yield from () if block.source.startswith("icon:") else printed(block.alt)
            case _:
                yield from printed(block.text)


def printed(text: Text) -> list[str]:
    return " ".join(run.text for run in text.runs if not run.blank).split()


def lost(words: Iterator[str], said: str) -> str | None:
    """The first of the words that does not stand after the one before it."""
    at = 0
    for word in words:
        found = said.find(word, at)
        if found < 0:
            return word
        at = found + len(word)
    return None


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_word_of_every_bundled_sheet_is_there_in_order_without_markup(tmp_path: Path, language: str) -> None:
    with desk_in(tmp_path, language=language) as desk:
        ids = [sheet.id for sheet in desk.library.curriculum(CIRCLE).handouts]
        texts = [browse_curricula.read_handout(desk, CIRCLE, HandoutId(one), language) for one in ids]
    assert len(texts) > 10
    for text in texts:
        made = phone_messages(HandoutView(Stamp("Circle", "1"), CIRCLE, text), edition(language), books(language))
        said = "\n".join(made)
        assert (
            lost(iter([*text.title.plain.split(), *words_in_order(without_picture_led(text).blocks)]), said) is None
        ), text.title.plain
        assert not re.search(r"\*\*|:::|\]\(|^#|\{|<", said, re.MULTILINE), text.title.plain
        assert all(len(message) <= LONGEST for message in made)


def test_a_long_sheet_is_cut_between_paragraphs_into_numbered_messages() -> None:
    paragraphs = [f"Paragraph {number}. " + "It says something that helps. " * 9 for number in range(8)]
    made = messages(*(para(one.strip()) for one in paragraphs))
    assert len(made) == 3
    assert [message.splitlines()[0] for message in made] == [
        f"Low sugar: what to do ({number}/3)" for number in (1, 2, 3)
    ]
    assert all(len(message) <= LONGEST for message in made)
    assert all(sum(one.strip() in message for message in made) == 1 for one in paragraphs)


def test_a_heading_goes_with_what_it_stands_over() -> None:
    made = messages(para("One. " * 190 + "End."), heading("What helps"), bullets("Water", "Rest"))
    assert len(made) == 2
    assert "What helps\n- Water\n- Rest" in made[1]


def test_a_box_that_keeps_people_safe_is_not_cut_when_it_fits_into_one_message() -> None:
    made = messages(
        para("One. " * 130 + "End."), fence("safety", *(para(f"Call {n}. " + "Now. " * 30) for n in range(4)))
    )
    assert [("Call 0" in message, "Call 3" in message) for message in made] == [(False, False), (True, True)]


def test_a_paragraph_longer_than_a_message_is_cut_between_sentences_and_an_endless_one_between_words() -> None:
    sentences = messages(para("This is a sentence of some length. " * 60))
    endless = messages(para("word " * 500))
    assert all(message.endswith("length.") for message in sentences[:-1])
    assert " ".join(endless).split().count("word") == 500
    assert all(len(message) <= LONGEST for message in (*sentences, *endless))


def test_every_message_of_a_draft_says_that_it_is_one() -> None:
    made = messages(*(para("Hola. " * 100, "es") for _ in range(4)), language="es", unsound=2)
    assert len(made) > 1
    assert all("BORRADOR: 2 textos no están listos en español." in message for message in made)


def test_safety_words_in_another_language_say_so_first() -> None:
    foreign = Paragraph(Text((Run("Call now."),), "en", TextState.MISSING, safety=True))
    (made,) = messages(fence("safety", foreign), language="es", unsound=1)
    assert (
        "! Por la seguridad de todas las personas:\nTodavía sin traducción. En este idioma: English\nCall now." in made
    )


def test_a_table_is_told_row_by_row_and_an_empty_cell_not_at_all() -> None:
    (made,) = messages(table(("When", "mg/dL"), ("Before a meal", "80 to 130"), ("Later", "")))
    assert "- When: Before a meal\n  mg/dL: 80 to 130\n- When: Later\n" in made


def test_a_picture_is_told_where_it_says_something_the_words_do_not() -> None:
    photo = Picture("images/plate.png", para("A plate in three parts").text)
    alone = ListBlock(((Picture("icon:water", para("water").text),),))
    (made,) = messages(photo, bullets("[icon:fruits]**Fruit** twice"), alone)
    assert "[Picture: A plate in three parts]" in made
    assert "- Fruit twice\n" in made
    assert "- [Picture: water]" in made


def test_what_is_filled_in_by_hand_keeps_a_place_to_write() -> None:
    (made,) = messages(fence("write", para("Who can help me?"), lines=3), fence("sign", bullets("My name")))
    assert f"Who can help me? {TO_WRITE}\n" in made
    assert f"- My name: {TO_WRITE}" in made
    assert made.count(TO_WRITE) == 2


def test_a_link_is_followed_by_its_address() -> None:
    linked = Paragraph(Text((Run("See "), Run("the page", link="https://example.org/a"), Run(".")), "en"))
    assert "See the page (https://example.org/a)." in messages(linked)[0]
