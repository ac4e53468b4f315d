"""Every mistake in a session or handout is named with its file, its line and what would be right."""

from pathlib import Path

import pytest

from builders.content import CARD, SESSION, WATER, edited, line_of, said, small_library, with_body

HELLO = "## Hello {#hello minutes=10 kind=welcome}"

FRONT_MISTAKES = [
    (SESSION, "minutes: 30", "minutes: 18:00",
     "“minutes” is “18:00”; right would be a number of minutes from 1 to 600."),
    (SESSION, "minutes: 30", "minutes: 31", "The activities take 30 minutes together; “minutes” is 31."),
    (SESSION, "handouts: [card]", "handouts: [crad]",
     "The handout “crad” is not among the handouts of curriculum.yaml."),
    (SESSION, "quantity: 1, per: group", "quantity: 1, per: grop",
     "“per” is “grop”; right would be one of person, group, room."),
    (SESSION, "  - Say when to boil water.", "  - {a: b}",
     "“objectives” holds keys of its own; right would be a text."),
    (CARD, "type: card", "type: crad",
     "“type” is “crad”; right would be one of handout, form, log, checklist, card, poster, sign-in, certificate."),
    (CARD, "subtitle: Keep it near the stove", "subtitel: Keep it", "Unknown key “subtitel”; did you mean “subtitle”?"),
    (CARD, "subtitle: Keep it near the stove", "subtitle: Drink 8 cups",
     "The health number “8 cups” names no fact; end the text with {fact=DM-06}."),
]  # fmt: skip

ACTIVITY_MISTAKES = [
    ("## Hello", "The activity “Hello” needs its name, minutes and kind, such as {#plate minutes=15 kind=lab}."),
    ("## Hello {#Hello minutes=10 kind=welcome}",
     "“#Hello” is no name for an activity; right would be {#plate minutes=15 kind=lab}."),
    ("## Hello {#hello minutes=ten kind=welcome}", "“minutes” is “ten”; right would be a number from 1 to 600."),
    ("## Hello {#hello minutes=10 kind=welcom}", "Unknown kind of activity “welcom”; did you mean “welcome”?"),
    ("## Hello {#hello minutes=10}", "The kind of activity is missing; one of: arrival, welcome, check-in, agreements, "
     "game, story, lab, role-play, demonstration, discussion, questions, teach-back, plan, close, measure, celebrate, "
     "talk."),
    ("## Hello {#hello minutes=10 kind=welcome optinal}",
     "Unknown word in the braces “optinal”; did you mean “optional”?"),
    ("## Hello {#boil minutes=10 kind=welcome}", "The activity “boil” stands twice in this session."),
    ("# Hello", "In a session, ## is an activity and ### a heading inside it; no others."),
    ("### Hello {#hello minutes=10 kind=welcome}", "Only an activity (##) has braces; take them out here."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "right", "wrong", "sentence"), FRONT_MISTAKES)
def test_a_mistake_in_the_keys_is_named_by_line(
    tmp_path: Path, file: str, right: str, wrong: str, sentence: str
) -> None:
    library = small_library(tmp_path, edited(file, right, wrong))
    line = 1 if right == "handouts: [card]" else line_of(file, right)
    assert (f"{file}:{line}", sentence) in said(library.check(WATER))


@pytest.mark.parametrize(("wrong", "sentence"), ACTIVITY_MISTAKES)
def test_a_mistake_in_the_heading_of_an_activity_is_named_by_line(tmp_path: Path, wrong: str, sentence: str) -> None:
    library = small_library(tmp_path, edited(SESSION, HELLO, wrong))
    line = line_of(SESSION, "## Boil it") if "twice" in sentence else line_of(SESSION, HELLO)
    assert (f"{SESSION}:{line}", sentence) in said(library.check(WATER))


def test_a_material_for_an_activity_that_is_not_there_is_named(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(SESSION, "per: group}", "per: group, used_in: [boyl]}"))
    place = f"{SESSION}:{line_of(SESSION, 'materials:')}"
    assert said(library.check(WATER)) == [(place, "Unknown activity “boyl”; did you mean “boil”?")]


def test_five_objectives_are_one_too_many(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(SESSION, "  - Say when to boil water.", "  - Say it.\n" * 5))
    assert said(library.check(WATER)) == [(f"{SESSION}:4", "There are 5 objectives; right would be 1 to 4.")]


def test_text_before_the_first_activity_is_named(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(SESSION, HELLO, f"Hi.\n\n{HELLO}"))
    sentence = "Text stands before the first activity; begin with ## Title {#name minutes=10 kind=talk}."
    assert said(library.check(WATER)) == [(f"{SESSION}:{line_of(SESSION, HELLO)}", sentence)]


def test_a_file_without_front_matter_is_named(tmp_path: Path) -> None:
    library = small_library(tmp_path, {CARD: "# My card\n", SESSION: "---\ntitle: Water\n"})
    found = said(library.check(WATER))
    assert (f"{CARD}:1", "The file begins with a line of three hyphens (---) and its keys.") in found
    assert (f"{SESSION}:1", "The keys at the top are not closed; end them with a line of three hyphens (---).") in found


SESSION_BODY_LINE = line_of(SESSION, HELLO) - 1
BODY_LINE = 8
"""The line on which the body of the small card begins."""

BODY_MISTAKES = [
    ("::: kye\nBoil it.\n:::\n", 0, "Unknown block “kye”; did you mean “key”?"),
    ("::: say\nBoil it.\n:::\n", 0, "::: say does not belong here; known here: safety, key, warning, steps, checklist, "
     "write, log, cards, tear, pictures, picture-led, faces, scale, plate, sign."),
    ("Hi.\n\n::: key\nBoil it.\n", 2, "::: key is never closed; end it with a line of three colons."),
    ("::: key\nBoil.\n::: warning\nHot.\n:::\n", 2,
     "::: warning begins before ::: key of line 8 is closed; blocks do not nest."),
    ("Hi.\n:::\n", 1, "These colons close no block."),
    ("- one\n\n  ::: key\n  Boil.\n  :::\n", 2, "::: key stands inside a list; move it to the left margin."),
    ("::: checklist colums=2\n- one\n:::\n", 0, "Unknown option of ::: checklist “colums”; did you mean “columns”?"),
    ("::: checklist columns=two\n- one\n:::\n", 0,
     "“columns” of ::: checklist is “two”; right would be a whole number from 1 to 3."),
    ("::: key columns=2\nBoil.\n:::\n", 0, "::: key has no options; take “columns” out."),
    ("::: write lines=2 lines=3\nName\n:::\n", 0, "The option “lines” stands twice."),
    ("::: key\n:::\n", 0, "::: key is empty."),
    ("::: safety\n:::\n", 0, "::: safety is empty; name texts with use=SAFE-01 or write one."),
    ('::: safety use="SAFE-02"\nRun.\n:::\n', 0, "::: safety has both use= and texts of its own; keep one of them."),
    ('::: safety use="SAFE-03"\n:::\n', 0, "Unknown safety text “SAFE-03”; did you mean “SAFE-02”?"),
    ("::: steps\n- one\n:::\n", 0, "::: steps holds one numbered list and nothing else."),
    ("::: cards\n1. one\n:::\n", 0, "::: cards holds one bullet list and nothing else."),
    ("::: checklist\n- one\n\nmore\n:::\n", 0, "::: checklist holds one bullet list and nothing else."),
    ("::: write\n- one\n:::\n", 0, "::: write holds one paragraph and nothing else."),
    ("::: log rows=3\nDay\n:::\n", 0, "::: log holds one table and nothing else."),
    ("::: faces\n- one\n- two\n:::\n", 0, "::: faces has 2 entries; it takes 5."),
    ("::: plate\n- one\n- two\n:::\n", 0, "::: plate has 2 entries; it takes 3 to 4."),
    ("::: scale from=5 to=5\n- low\n- high\n:::\n", 0, "A ::: scale goes up: “from” is smaller than “to”."),
    ("## A\n\n#### B\n", 2, "This heading skips a level; right would be ###."),
    ("### A\n", 0, "This heading skips a level; right would be ##."),
    ("# A\n", 0, "The title stands in the keys above; begin headings with ##."),
    ("## A {#a}\n", 0, "A heading of a handout has no braces; take them out."),
    ("> Boil.\n", 0, "A quotation (>) is not used here; write a paragraph."),
    ("Hi.\n\n---\n\nHi.\n", 2, "A rule (---) is not used here; for a line to write on use ::: write."),
    ("Boil.\n---\n", 1, "A rule (---) is not used here; for a line to write on use ::: write."),
    ("```\nBoil.\n```\n", 0, "A block of code (```) is not used here."),
    ("| a | b |\n| - | - |\n| 1 | 2 | 3 |\n", 2, "This row has 3 cells; the header has 2."),
    ("<!-- i18n:note -->\nHi.\n", 0, "i18n:note needs a text: <!-- i18n:note: text -->."),
    ("<!-- i18n:skip: it -->\nHi.\n", 0, "i18n:skip takes no text."),
    ("<!-- i18n:contxt: verb -->\nHi.\n", 0, "Unknown comment i18n: “contxt”; did you mean “context”?"),
    ("Hi.\n\n<!-- i18n:skip -->\n", 2, "No text follows this comment."),
    ("Hi.\n\n<!-- open\n\nHi.\n", 2, "This comment is not closed; end it with -->."),
    ("<!-- a --> Hi.\n", 0, "A comment stands on a line of its own."),
    ("Hi <b>you</b>.\n", 0, "HTML is not used here; it would be printed as it stands."),
    ("Hi.\n\nCall {Clinic}.\n", 2, "“{Clinic}” is neither a local setting nor a fact."),
    ("Boil. {fact: WA-01}\n", 0, "“{fact: WA-01}” is neither a local setting nor a fact."),
    ("Call {moon}.\n", 0, "The local setting moon is not among the packs of curriculum.yaml."),
    ("Boil. {fact=WA-09}\n", 0, "There is no fact WA-09 in facts.yaml."),
    ("See [this](javascript:x).\n", 0, "A link leads to an address that begins with https://; this one does not."),
    ("See ![pot](icon:water).\n", 0,
     "A picture stands first in its paragraph or list item: ![what is seen](icon:name)."),
    ("![pot](icon:pot)\n", 0, "There is no icon “pot” in printables/icons."),
    ("![pot](https://a.example/x.png)\n", 0,
     "The picture “https://a.example/x.png” is neither icon:name nor a PNG or JPEG file of images/."),
    ("![pot](images/../x.png)\n", 0, "There is no picture images/../x.png; names are lower-case."),
    ("This is **bold.\n", 0, "Two stars (**) have no partner and would be printed."),
    ("Hi.\n\nBoil for 3 minutes.\n", 2, "The health number “3 minutes” names no fact; end the text with {fact=DM-06}."),
    ("x" * 4001 + "\n", 0, "This text has 4001 characters; 4000 fit."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "line", "sentence"), BODY_MISTAKES)
def test_a_mistake_in_a_body_is_named_by_line_and_by_nothing_else(
    tmp_path: Path, body: str, line: int, sentence: str
) -> None:
    library = small_library(tmp_path, with_body(CARD, body))
    found = said(library.check(WATER))
    assert (f"{CARD}:{BODY_LINE + line}", sentence) in found
    assert {place.rpartition(":")[0] for place, _ in found} == {CARD}


def test_lines_count_the_same_with_windows_line_ends(tmp_path: Path) -> None:
    library = small_library(tmp_path, with_body(CARD, "Hi.\n\n::: kye\nBoil it.\n:::\n"))
    path = tmp_path / CARD
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert said(library.check(WATER)) == [(f"{CARD}:{BODY_LINE + 2}", "Unknown block “kye”; did you mean “key”?")]


def test_a_session_without_an_activity_is_named(tmp_path: Path) -> None:
    library = small_library(tmp_path, with_body(SESSION, "We meet.\n"))
    line = SESSION_BODY_LINE
    sentence = "Text stands before the first activity; begin with ## Title {#name minutes=10 kind=talk}."
    assert (f"{SESSION}:{line}", sentence) in said(library.check(WATER))
