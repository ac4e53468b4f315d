"""The rules of the picture-led edition."""

from dataclasses import replace

import pytest

from builders.press import DIABETES, bullets, fence, handout, heading, pages_text, para, table, text, warm_press
from platica.domain.document import Block, Fence, HandoutText
from platica.domain.paper import Paper
from platica.press.picture_led import can_lead, led_by_pictures, short_line, without_picture_led
from platica.press.views import Edition

PICTURES = Edition("en", "US", Paper.LETTER, pictures=True)


def sheet(*blocks: Block) -> HandoutText:
    return handout(*blocks).handout


def kinds(made: HandoutText) -> list[str]:
    return [block.kind if isinstance(block, Fence) else type(block).__name__ for block in made.blocks]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Use oil in place of lard.", "Use oil in place of lard."),
        ("Nopales can be fried. Rinse them first.", "Nopales can be fried."),
        ("**Wait 15 minutes.** Sit down. Breathe.", "Wait 15 minutes. Sit down."),
        (
            "**Check again.** Still below 70? Go back to step 1. Then eat.",
            "Check again. Still below 70? Go back to step 1.",
        ),
        ("Awake? Take sugar now. Wait.", "Awake? Take sugar now."),
        ("A 12 oz. can has 3.9 grams. It is a lot.", "A 12 oz. can has 3.9 grams."),
        ("«Vamos.» Dígalo.", "«Vamos.»"),
        ("Pregunte por la Enf. Rosa Tzoc. Ella le ayuda.", "Pregunte por la Enf. Rosa Tzoc."),
        ("Take sugar. Not for a baby.", "Take sugar. Not for a baby."),
        ("Tome agua. Nunca lo deje a solas.", "Tome agua. Nunca lo deje a solas."),
        ("Take sugar. Don’t wait.", "Take sugar. Don’t wait."),
        ("Walk today. Rest after 10 minutes.", "Walk today. Rest after 10 minutes."),
        ("No stop at all", "No stop at all"),
        ("Call {clinic_phone}. Now.", "Call ____. Now."),
    ],
)
def test_a_short_line_ends_with_its_first_sentence(whole: str, short: str) -> None:
    assert short_line(text(whole)).plain == short


def test_a_safety_text_is_never_shortened() -> None:
    whole = text("Call now. Stay with them.", safety=True)
    assert short_line(whole) == whole


def test_steps_cards_and_pictures_become_rows_of_a_picture_and_a_line() -> None:
    made = led_by_pictures(
        sheet(
            fence("steps", bullets("**Sit.** Rest.", ordered=True)),
            fence("cards", bullets("[icon:water]**Water.** Drink it. Often.")),
            fence("pictures", bullets("[icon:fruits]Eat fruit. Two a day.")),
        )
    )
    assert kinds(made) == ["picture-led", "picture-led", "picture-led", "left-out"]


def test_a_table_is_left_out_with_its_heading_and_the_whole_sheet_is_pointed_to() -> None:
    made = led_by_pictures(sheet(fence("plate", bullets("a", "b", "c")), heading("Ranges"), table(("a",), ("b",))))
    assert kinds(made) == ["plate", "left-out"]


def test_what_must_be_read_whole_and_what_is_filled_in_stays() -> None:
    blocks = (
        fence("key", para("Sugar first. Then rest.")),
        fence("warning", para("Call. Now.")),
        fence("write", para("My plan. My day.")),
        fence("faces", bullets("a", "b", "c", "d", "e")),
    )
    assert led_by_pictures(sheet(*blocks)).blocks == blocks


def test_the_authors_own_block_stands_for_everything_that_is_only_read() -> None:
    own = fence("picture-led", bullets("[icon:water]Drink water."))
    made = led_by_pictures(
        sheet(own, para("Long words."), fence("cards", bullets("x")), fence("safety", para("Call.")))
    )
    assert kinds(made) == ["picture-led", "safety", "left-out"]
    assert kinds(without_picture_led(sheet(own, para("Long words.")))) == ["Paragraph"]


def test_a_sheet_of_text_alone_is_not_led_by_pictures() -> None:
    assert not can_lead(sheet(para("Words."), fence("write", para("Name"))))
    assert can_lead(sheet(fence("steps", bullets("Sit.", ordered=True))))


def test_the_edition_prints_the_rows_and_the_others_do_not() -> None:
    view = handout(fence("picture-led", bullets("[icon:water]Drink water.")), para("Water is good. Drink it."))
    led = " ".join(pages_text(warm_press().render(view, PICTURES).pdf))
    other = " ".join(pages_text(warm_press().render(view, replace(PICTURES, pictures=False)).pdf))
    assert "Drink water." in led
    assert "Water is good." not in led
    assert "Drink water." not in other
    assert "Water is good. Drink it." in other
    assert view.curriculum == DIABETES
