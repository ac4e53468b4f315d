"""Texts in a language: what a translation may change, what local settings do, what a plan chooses."""

from pathlib import Path

import pytest

from builders.content import (
    CARD,
    FIRST,
    HEAD,
    SESSION,
    SIGN_IN,
    SMALL,
    WATER,
    as_source,
    edited,
    small_library,
    translating,
    with_body,
)
from platica.domain.document import (
    Block,
    Fence,
    HandoutText,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Run,
    Table,
    Text,
    TextState,
    Translate,
    Translators,
    texts_of,
)
from platica.domain.ids import ActivityId, CurriculumId, HandoutId, SessionId
from platica.domain.workshop import PlannedActivity, PlannedSession
from platica.errors import ContentError, NotFound

CARD_ID = HandoutId("card")


def card(folder: Path, body: str, translators: Translators = as_source, **slots: str) -> HandoutText:
    return small_library(folder, with_body(CARD, body)).handout_text(WATER, CARD_ID, translators, slots)


def listening(domains: list[str]) -> Translators:
    """Translators that note the domains they are asked for."""

    def translators(domain: str) -> Translate:
        domains.append(domain)
        return as_source(domain)

    return translators


def only(blocks: tuple[Block, ...]) -> Text:
    (text,) = texts_of(blocks)
    return text


def test_a_handout_becomes_blocks(tmp_path: Path) -> None:
    text = small_library(tmp_path).handout_text(WATER, CARD_ID, as_source, {"clinic_phone": "555-0100"})
    key, steps, paragraph, table = text.blocks
    assert (text.title.plain, text.subtitle and text.subtitle.plain) == ("My water card", "Keep it near the stove")
    assert key == Fence("key", (Paragraph(Text((Run("Boil it first."),), "en")),))
    assert isinstance(steps, Fence)
    assert isinstance(steps.blocks[0], ListBlock)
    assert [only(item).plain for item in steps.blocks[0].items] == ["Fill the pot.", "Wait for big bubbles."]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.plain == "Call 555-0100 with questions."
    assert isinstance(table, Table)
    assert [[cell.plain for cell in row] for row in (table.header, *table.rows)] == [["Day", "Done"], ["Monday", "yes"]]


def test_inline_marks_become_runs(tmp_path: Path) -> None:
    body = "A **b *c* d** [e](https://f.example) \\*g\\* <https://h.example> i&amp;j\\\nk\n"
    assert only(card(tmp_path, body).blocks).runs == (
        Run("A "),
        Run("b ", strong=True),
        Run("c", strong=True, emphasis=True),
        Run(" d", strong=True),
        Run(" "),
        Run("e", link="https://f.example"),
        Run(" *g* "),
        Run("https://h.example", link="https://h.example"),
        Run(" i&j\nk"),
    )


@pytest.mark.parametrize("written", ["    Boil it.", "[Boil]: https://a.example", "Boil  \\ it `now` ~~soon~~"])
def test_what_is_no_mark_here_is_shown_as_it_stands(tmp_path: Path, written: str) -> None:
    (block,) = card(tmp_path, f"{written}\n").blocks
    assert isinstance(block, Paragraph)
    assert block.text.plain == written.strip()


def test_an_empty_setting_is_a_blank_with_its_name(tmp_path: Path) -> None:
    expected = (Run("Call "), Run("clinic_phone", blank=True), Run(" now."))
    assert only(card(tmp_path, "Call {clinic_phone} now.\n").blocks).runs == expected
    assert only(card(tmp_path, "Call {clinic_phone} now.\n", clinic_phone="").blocks).runs == expected


def test_the_value_of_a_setting_is_never_markup(tmp_path: Path) -> None:
    text = only(card(tmp_path, "Call **{clinic_phone}** now.\n", clinic_phone="*5* {fact=X} [a](https://b.c)").blocks)
    assert text.runs[1] == Run("*5* {fact=X} [a](https://b.c)", strong=True)


def test_a_translation_is_swapped_in_with_its_language_and_state(tmp_path: Path) -> None:
    texts = {"Boil it.": "Hiérvala **bien**."}
    found = card(tmp_path, "::: warning\nBoil it.\n:::\n\nCool it.\n", translating(texts))
    first, second = texts_of(found.blocks)
    assert (first.runs[1], first.language, first.state, first.safety) == (
        Run("bien", strong=True),
        "es",
        TextState.TRANSLATED,
        True,
    )
    assert (second.plain, second.language, second.state, second.safety) == ("Cool it.", "en", TextState.MISSING, False)


HOSTILE = [
    "# Boil",
    "- Boil\n- Cool",
    "::: warning\nBoil\n:::",
    "1. Boil",
    "| a |\n|---|\n| b |",
    "> Boil",
    "```\nBoil\n```",
    "<b>Boil</b>",
    "<!-- i18n:skip -->",
    "![Boil](icon:water)",
    "![Boil](https://evil.example/x.png)",
    "[Boil](javascript:alert)",
    "[Boil](file:///etc/passwd)",
    "\n\nBoil\n\n\nCool",
    "Boil\n---",
    "---\ntitle: x\n---",
    "[" * 5000,
    "*" * 5000,
    "",
]


@pytest.mark.parametrize("translation", HOSTILE, ids=range(len(HOSTILE)))
def test_a_translation_adds_no_block_no_picture_and_no_strange_link(tmp_path: Path, translation: str) -> None:
    found = card(tmp_path, "- Boil it.\n\nEnd.\n", translating({"Boil it.": translation}))
    first, last = found.blocks
    assert isinstance(first, ListBlock)
    ((inside,),) = first.items
    assert isinstance(inside, Paragraph)
    assert isinstance(last, Paragraph)
    assert all((run.link or "https://").startswith("https://") for run in inside.text.runs)
    assert "\n" not in inside.text.plain


def test_a_translation_of_absurd_length_counts_as_failing_and_the_source_is_shown(tmp_path: Path) -> None:
    found = only(card(tmp_path, "Boil it.\n", translating({"Boil it.": "[" * 1_000_000})).blocks)
    assert (found.plain, found.language, found.state) == ("Boil it.", "en", TextState.FAILING)


def test_standing_safety_texts_come_from_the_shared_file_in_their_own_domain(tmp_path: Path) -> None:
    asked: list[str] = []
    translators = listening(asked)
    text = small_library(tmp_path).session_text(WATER, FIRST, translators, {"emergency_number": "911"})
    fence = text.activities[1].blocks[0]
    assert isinstance(fence, Fence)
    heading, paragraph = fence.blocks
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)
    assert (heading.text.plain, paragraph.text.plain) == ("In an emergency", "Call 911 at once.")
    assert heading.text.safety
    assert paragraph.text.safety
    assert set(asked) == {WATER, "shared"}


def test_a_plan_chooses_orders_and_times_the_activities(tmp_path: Path) -> None:
    planned = PlannedSession(FIRST, (PlannedActivity(ActivityId("boil"), 25), PlannedActivity(ActivityId("hello"), 5)))
    text = small_library(tmp_path).session_text(WATER, FIRST, as_source, {}, planned)
    assert [(one.id, one.minutes, one.optional) for one in text.activities] == [("boil", 25, True), ("hello", 5, False)]
    shorter = PlannedSession(FIRST, planned.activities[1:])
    text = small_library(tmp_path).session_text(WATER, FIRST, as_source, {}, shorter)
    assert [one.id for one in text.activities] == ["hello"]


def test_a_planned_activity_that_is_gone_is_named(tmp_path: Path) -> None:
    planned = PlannedSession(FIRST, (PlannedActivity(ActivityId("gone"), 25),))
    with pytest.raises(NotFound) as refused:
        small_library(tmp_path).session_text(WATER, FIRST, as_source, {}, planned)
    assert str(refused.value) == "The session “first” has no activity “gone” any more."


def test_pictures_stand_before_the_text_of_their_item(tmp_path: Path) -> None:
    found = card(tmp_path, "::: cards columns=2\n- ![A pot](icon:water) **Pot** for water\n:::\n")
    (fence,) = found.blocks
    assert isinstance(fence, Fence)
    assert fence.option("columns") == "2"
    assert isinstance(fence.blocks[0], ListBlock)
    picture, words = fence.blocks[0].items[0]
    assert picture == Picture("icon:water", Text((Run("A pot"),), "en"))
    assert isinstance(words, Paragraph)
    assert words.text.runs == (Run("Pot", strong=True), Run(" for water"))


def test_a_picture_of_a_shared_sheet_is_named_with_its_folder(tmp_path: Path) -> None:
    sheet = "---\ntitle: Sign-in sheet\ntype: sign-in\n---\n![A pen](images/pen.png)\n\n![Water](icon:water)\n"
    library = small_library(tmp_path, {SIGN_IN: sheet})
    pictures = library.handout_text(WATER, HandoutId("shared/sign-in"), as_source, {}).blocks
    sources = [picture.source for picture in pictures if isinstance(picture, Picture)]
    assert sources == ["shared/images/pen.png", "icon:water"]


def test_a_list_goes_on_counting_where_it_begins(tmp_path: Path) -> None:
    first, second = card(tmp_path, "4. Boil.\n5. Cool.\n\n- Drink.\n").blocks
    assert isinstance(first, ListBlock)
    assert isinstance(second, ListBlock)
    assert (first.ordered, first.start, second.ordered) == (True, 4, False)


def test_materials_keep_their_quantities(tmp_path: Path) -> None:
    text = small_library(tmp_path).session_text(WATER, FIRST, translating({"Pot": "Olla"}), {})
    assert [(one.name.plain, one.quantity, one.per) for one in text.materials] == [("Olla", 1, "group")]


def test_a_plan_without_its_activities_does_not_ask_for_a_material(tmp_path: Path) -> None:
    pot = edited(SESSION, "per: group}", "per: group, used_in: [boil]}")
    library = small_library(tmp_path, pot)
    hello = PlannedSession(FIRST, (PlannedActivity(ActivityId("hello"), 5),))
    boil = PlannedSession(FIRST, (PlannedActivity(ActivityId("boil"), 5),))
    asked = [library.session_text(WATER, FIRST, as_source, {}, plan).materials for plan in (None, hello, boil)]
    assert [len(materials) for materials in asked] == [1, 0, 1]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    with pytest.raises(NotFound, match="no curriculum called “moon”"):
        library.curriculum(CurriculumId("moon"))
    with pytest.raises(NotFound, match="water-circle has no session called “second”"):
        library.session_text(WATER, SessionId("second"), as_source, {})
    with pytest.raises(NotFound, match=r"handouts/moon\.md"):
        library.handout_text(WATER, HandoutId("moon"), as_source, {})


def test_a_wrong_file_is_refused_whole(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(SESSION, "::: answers", "::: anwsers"))
    with pytest.raises(ContentError) as refused:
        library.session_text(WATER, FIRST, as_source, {})
    assert str(refused.value).startswith(f"{SESSION}:3")


def test_a_handout_names_the_facts_of_its_texts_and_of_its_safety_texts(tmp_path: Path) -> None:
    body = 'Hi.\n\n::: safety use="SAFE-02"\n:::\n'
    library = small_library(tmp_path, with_body(CARD, body))
    assert library.handout_text(WATER, CARD_ID, as_source, {}).handout.facts == ("WA-01", "SF-01")


def test_a_borrowed_session_speaks_in_its_owner_s_domain(tmp_path: Path) -> None:
    lender = SMALL[HEAD].replace("id: water-circle", "id: lender").replace("handouts: [card, ", "handouts: [")
    files = {
        "curricula/lender/curriculum.yaml": lender,
        "curricula/lender/sessions/first.md": SMALL[SESSION].replace("handouts: [card]", "handouts: [shared/sign-in]"),
        **edited(HEAD, "sessions: [first]", "sessions: [first, lender/first]"),
    }
    library = small_library(tmp_path, files)
    domains: list[str] = []
    library.session_text(WATER, SessionId("lender/first"), listening(domains), {})
    assert WATER not in domains
    borrowed = library.curriculum(WATER).sessions[1]
    assert (borrowed.id, borrowed.handouts) == ("lender/first", ("shared/sign-in",))
    assert not [one for one in library.messages(WATER) if "lender" in one.place]
