"""One message for each text, the same however the file is wrapped."""

from pathlib import Path

from builders.content import CARD, SESSION, SMALL, WATER, edited, line_of, small_library, with_body
from platica.domain.document import Message


def messages_of(folder: Path, changed: dict[str, str]) -> tuple[Message, ...]:
    return small_library(folder, changed).messages(WATER)


def sources(folder: Path, body: str) -> list[str]:
    """The sources of the body of the small card."""
    found = messages_of(folder, with_body(CARD, body))
    return [one.source for one in found if one.place.startswith(CARD)][2:]


def test_every_text_of_a_curriculum_is_a_message_in_the_order_of_the_files(tmp_path: Path) -> None:
    found = [(one.kind, one.source) for one in messages_of(tmp_path, {})]
    assert found == [
        ("title", "Clean Water"),
        ("summary", "How to keep water clean."),
        ("audience", "Families"),
        ("title", "Water at home"),
        ("objective", "Say when to boil water."),
        ("material", "Pot"),
        ("before", "Fill the pot."),
        ("on arrival", "Greet people."),
        ("after", "Empty the pot."),
        ("activity", "Hello"),
        ("paragraph", "We meet."),
        ("say", "Welcome to **all**."),
        ("activity", "Boil it"),
        ("say", "Let it boil for 1 minute, at least 3 times a day."),
        ("answer", "Rivers"),
        ("answer", "Wells"),
        ("do", "Light the fire."),
        ("title", "My water card"),
        ("subtitle", "Keep it near the stove"),
        ("key", "Boil it first."),
        ("step", "Wait for big bubbles."),
        ("paragraph", "Call {clinic_phone} with questions."),
        ("table header", "Day"),
        ("table header", "Done"),
        ("table cell", "Monday"),
        ("table cell", "yes"),
    ]


def test_shared_texts_are_a_domain_of_their_own(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    assert library.domains() == ("shared", WATER)
    assert [(one.kind, one.source, one.safety, one.facts) for one in library.messages("shared")] == [
        ("safety", "In an emergency", True, ("SF-01",)),
        ("safety", "Call {emergency_number} at once.", True, ("SF-01",)),
        ("title", "Sign-in sheet", False, ()),
        ("signature label", "Name", False, ()),
        ("country", "United States", False, ()),
        ("local setting", "Everywhere.", False, ()),
    ]


def test_a_message_knows_its_line_and_its_facts_but_does_not_show_them(tmp_path: Path) -> None:
    (message,) = (one for one in messages_of(tmp_path, {}) if one.facts)
    assert message.facts == ("WA-01",)
    assert message.place == f"{SESSION}:{line_of(SESSION, 'Let it boil')}"
    assert "{" not in message.source


def test_several_facts_stand_in_quotes(tmp_path: Path) -> None:
    body = 'Boil it for 1 minute. {fact="WA-01 SF-01"}\n'
    (message,) = (one for one in messages_of(tmp_path, with_body(CARD, body)) if one.source.startswith("Boil it for"))
    assert message.facts == ("WA-01", "SF-01")


def test_wrapping_a_paragraph_differently_changes_no_message(tmp_path: Path) -> None:
    one_line = "Boil the water well. Then let it cool down.\n"
    wrapped = "Boil the water\nwell. Then   \tlet it\n   cool down.\n"
    assert sources(tmp_path, one_line) == ["Boil the water well. Then let it cool down."]
    assert sources(tmp_path, wrapped.replace("   \t", " ")) == ["Boil the water well. Then let it cool down."]


def test_a_hard_break_is_kept_in_one_spelling(tmp_path: Path) -> None:
    assert sources(tmp_path, "One  \ntwo\\\nthree\\\\\nfour\n") == ["One\\\ntwo\\\nthree\\\\ four"]


def test_editing_one_list_item_changes_exactly_one_message(tmp_path: Path) -> None:
    before = set(messages_of(tmp_path / "a", {}))
    after = set(messages_of(tmp_path / "b", edited(SESSION, "- Rivers", "- Lakes")))
    assert {one.source for one in before - after} == {"Rivers"}
    assert {one.source for one in after - before} == {"Lakes"}


def test_a_line_more_changes_places_and_nothing_else(tmp_path: Path) -> None:
    before = messages_of(tmp_path / "a", {})
    after = messages_of(tmp_path / "b", {SESSION: SMALL[SESSION].replace("We meet.", "\n\nWe meet.")})
    assert [(one.context, one.source) for one in before] == [(one.context, one.source) for one in after]
    assert [one.place for one in before] != [one.place for one in after]


def test_moving_a_paragraph_into_a_list_changes_no_source(tmp_path: Path) -> None:
    assert sources(tmp_path / "a", "Boil.\n\nCool.\n") == sources(tmp_path / "b", "- Boil.\n\nCool.\n")


def test_a_text_without_words_is_no_message(tmp_path: Path) -> None:
    assert sources(tmp_path, "____ / ____\n\n12\n\n{clinic_phone}\n\nYes\n") == ["Yes"]


def test_a_text_that_stands_twice_is_one_message_and_safety_if_it_is_so_once(tmp_path: Path) -> None:
    changed = with_body(CARD, "Run.\n\n::: warning\nRun.\n:::\n")
    found = [one for one in messages_of(tmp_path, changed) if one.source == "Run."]
    assert [(one.place, one.safety) for one in found] == [(f"{CARD}:8", True)]


def test_comments_give_context_and_notes_and_leave_texts_out(tmp_path: Path) -> None:
    body = (
        "<!-- i18n:context: verb -->\n<!-- i18n:note: what the cook does -->\nBoil\n\n"
        "<!-- for ourselves: check this -->\n\nBoil\n\n<!-- i18n:skip -->\n- Agua\n- Sol\n\nCool\n"
    )
    found = [one for one in messages_of(tmp_path, with_body(CARD, body)) if one.place.startswith(CARD)][2:]
    assert [(one.source, one.context, one.note) for one in found] == [
        ("Boil", "verb", "what the cook does"),
        ("Boil", None, None),
        ("Cool", None, None),
    ]


def test_nothing_of_a_borrowed_file_is_in_the_borrower_s_domain(tmp_path: Path) -> None:
    assert not [one for one in small_library(tmp_path).messages(WATER) if "shared" in one.place]


def test_kinds_say_what_a_text_is(tmp_path: Path) -> None:
    body = (
        "## A\n\n### B\n\n- C\n\n1. D\n\n![E](icon:water) F\n\n::: warning\nG\n:::\n\n::: checklist\n- H\n:::\n\n"
        "::: write\nI\n:::\n\n::: log rows=2\n| J |\n| - |\n| K |\n:::\n\n::: scale\n- L\n- M\n:::\n"
    )
    found = [one for one in messages_of(tmp_path, with_body(CARD, body)) if one.place.startswith(CARD)][2:]
    assert [(one.source, one.kind) for one in found] == [
        ("A", "heading 2"),
        ("B", "heading 3"),
        ("C", "list item"),
        ("D", "step"),
        ("E", "picture"),
        ("F", "paragraph"),
        ("G", "safety"),
        ("H", "checklist item"),
        ("I", "write-in label"),
        ("J", "table header"),
        ("K", "table cell"),
        ("L", "scale end"),
        ("M", "scale end"),
    ]
