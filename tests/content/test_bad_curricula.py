"""Every mistake in a YAML file is named with its file, its line and what would be right."""

from pathlib import Path

import pytest

from builders.content import (
    CARD,
    FACTS,
    HEAD,
    PACK,
    SAFETY,
    SHARED_FACTS,
    SIGN_IN,
    SMALL,
    WATER,
    edited,
    line_of,
    said,
    small_library,
)
from platica.content.library import Library
from platica.errors import ContentError

HEAD_MISTAKES = [
    ("kind: community-workshop", "kind: comunity-workshop", "“kind” is “comunity-workshop”; right would be one of "
     "peer-support-group, community-workshop, peer-assisted-learning, care-team, campaign, conference-hybrid."),
    ("audience: Families", "audiense: Families", "Unknown key “audiense”; did you mean “audience”?"),
    ("version: 1.0.0", "version: 1.0", "“version” is “1.0”; right would be a version such as 1.0.0."),
    ("icon: water", "xyzzy: water", "Unknown key “xyzzy”; known here: id, version, title, summary, kind, audience, "
     "group_size, source_language, sessions, licence, authors, handouts, facts, completion, packs, reviews, icon."),
    ("icon: water", "icon: sea", "There is no icon “sea” in printables/icons."),
    ("icon: water", "title: Twice", "The key “title” stands twice; it is in line 3 already."),
    ("group_size: {least: 4, most: 12}", "group_size: {least: no, most: 12}",
     "“least” is “no”; right would be a whole number from 1 to 1000."),
    ("group_size: {least: 4, most: 12}", "group_size: {least: 14, most: 12}", "“least” is greater than “most”."),
    ("group_size: {least: 4, most: 12}", "group_size: 12", "“group_size” is “12”; right would be keys and values."),
    ("sessions: [first]", "sessions: first", "“sessions” is “first”; right would be a list: [one, two]."),
    ("sessions: [first]", "sessions: [first, second]",
     "The session “second” has no file curricula/water-circle/sessions/second.md."),
    ("sessions: [first]", "sessions: [first, first]", "“sessions” names first twice."),
    ("sessions: [first]", "sessions: [../first]",
     "“sessions” is “../first”; right would be a file name without its ending, such as shared/sign-in."),
    ("sessions: [first]", "sessions: []", "A curriculum has at least one session."),
    ("handouts: [card, shared/sign-in]", "handouts: [card, shared/sign-im]",
     "The handout “sign-im” has no file curricula/shared/handouts/sign-im.md."),
    ("facts: [WA-01, SF-01]", "facts: [WA-01, SF-01, WA-02]", "There is no fact WA-02 in facts.yaml."),
    ("completion: {attend: 1, source: Set by the authors}", "completion: {attend: 2}",
     "“attend” is 2; the curriculum has 1 sessions."),
    ("packs: [emergency_number, clinic_phone]", "packs: [emergency_number, clinic_phone, moon]",
     "No country pack has the local setting moon."),
    ("id: water-circle", "id: Water",
     "“id” is “Water”; right would be a name of lower-case letters, digits and hyphens."),
    ("id: water-circle", "id: water", "“id” is water; the folder is called water-circle."),
    ("summary: How to keep water clean.", "summary: &a How to keep water clean.",
     "Anchors and aliases (& and *) are not used here; write the text out or quote it."),
    ("summary: How to keep water clean.", "summary: !!str How",
     "Tags (tag:yaml.org,2002:str) are not used here; quote the text."),
    ("summary: How to keep water clean.", "summary: [[[[[[[[[a]]]]]]]]]",
     "Lists and keys are nested more than 8 deep."),
    ("summary: How to keep water clean.", "summary: How <b>clean</b>",
     "HTML is not used here; it would be printed as it stands."),
    ("authors: [The authors]", "---\nauthors: [The authors]", "A second document begins here; one file holds one."),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "sentence"), HEAD_MISTAKES)
def test_a_mistake_in_curriculum_yaml_is_named_by_line(tmp_path: Path, right: str, wrong: str, sentence: str) -> None:
    library = small_library(tmp_path, edited(HEAD, right, wrong))
    assert (f"{HEAD}:{line_of(HEAD, right)}", sentence) in said(library.check(WATER))


def test_a_missing_key_is_named_where_its_keys_begin(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(HEAD, "licence: CC-BY-4.0\n", ""))
    assert said(library.check(WATER)) == [(f"{HEAD}:1", "The key “licence” is missing.")]


def test_all_mistakes_of_a_file_are_named_at_once(tmp_path: Path) -> None:
    text = edited(HEAD, "kind: community-workshop", "kind: x")[HEAD].replace("version: 1.0.0", "version: one")
    places = [place for place, _ in said(small_library(tmp_path, {HEAD: text}).check(WATER))]
    assert places == [f"{HEAD}:2", f"{HEAD}:5"]


def test_a_colon_in_an_unquoted_text_is_named_with_the_way_out(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(HEAD, "title: Clean Water", "title: Clean: Water"))
    ((place, sentence),) = said(library.check(WATER))
    assert place == f"{HEAD}:3"
    assert sentence.endswith("A text with a colon, a # or a bracket in it needs quotes.")


def test_reading_a_wrong_file_says_the_first_mistake_with_its_place(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(HEAD, "audience: Families", "audiense: Families"))
    with pytest.raises(ContentError) as refused:
        library.curriculum(WATER)
    assert str(refused.value) == f"{HEAD}:1: The key “audience” is missing."


def test_a_file_that_is_not_used_is_a_warning(tmp_path: Path) -> None:
    library = small_library(
        tmp_path, edited(HEAD, "handouts: [card, shared/sign-in]", "handouts: [shared/sign-in, card]")
    )
    assert library.check(WATER) == ()
    spare = tmp_path / "curricula/water-circle/handouts/spare.md"
    spare.write_text("---\ntitle: Spare\ntype: card\n---\nHello.\n", encoding="utf-8")
    (problem,) = library.check(WATER)
    assert (problem.severity.value, problem.place) == ("warning", f"{HEAD}:10")
    assert str(problem.phrase) == "handouts/spare.md is not used; name it in handouts."


FACT_MISTAKES = [
    (FACTS, "year: 2015", "year: 15", "“year” is “15”; right would be a year such as 2024."),
    (FACTS, "volatile: false", "volatile: no", "“volatile” is “no”; right would be true or false."),
    (FACTS, "volatile: false", "review_by: 2026-02-31", "“2026-02-31” is not a day of the calendar."),
    (FACTS, "verified: second-hand", "verified: hearsay",
     "“verified” is “hearsay”; right would be primary, second-hand or general-knowledge."),
    (FACTS, "id: WA-01", "id: water", "“id” is “water”; right would be a fact such as DM-06."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "right", "wrong", "sentence"), FACT_MISTAKES)
def test_a_mistake_in_a_fact_is_named_by_line(tmp_path: Path, file: str, right: str, wrong: str, sentence: str) -> None:
    library = small_library(tmp_path, edited(file, right, wrong))
    assert (f"{file}:{line_of(file, right)}", sentence) in said(library.check(WATER))


SHARED_MISTAKES = [
    (SAFETY, "facts: [SF-01]", "facts: [SF-09]", 1, "There is no fact SF-09 in facts.yaml."),
    (SAFETY, "text: Call", "texts: Call", 3, "Unknown key “texts”; did you mean “text”?"),
    (SAFETY, "  facts: [SF-01]\n", "  facts: [SF-01]\nSAFE-03: {text: Rest 20 minutes.}\n", 5,
     "The health number “20 minutes” names no fact; end the text with {fact=DM-06}."),
    (PACK, "region: US", "region: MX", 1, "“region” is MX; the file is called US.yaml."),
    (PACK, "paper: letter", "paper: legal", 3, "“paper” is “legal”; right would be letter or a4."),
    (PACK, "suggestion: 555-0100", "sugestion: 555-0100", 6, "Unknown key “sugestion”; did you mean “suggestion”?"),
    (SHARED_FACTS, "- {id", "{id", 1, "A list of facts was expected; begin each with “- id: …”."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "right", "wrong", "line", "sentence"), SHARED_MISTAKES)
def test_a_mistake_in_a_shared_file_is_named_by_line(
    tmp_path: Path, file: str, right: str, wrong: str, line: int, sentence: str
) -> None:
    library = small_library(tmp_path, edited(file, right, wrong))
    assert (f"{file}:{line}", sentence) in said(library.check("shared"))


def test_the_small_curriculum_is_sound(tmp_path: Path) -> None:
    library: Library = small_library(tmp_path)
    assert said(library.check(WATER)) == []
    assert said(library.check("shared")) == []


def test_a_list_that_is_never_closed_is_named_inside_the_file(tmp_path: Path) -> None:
    library = small_library(tmp_path, {FACTS: "- id: WA-01\n- {id: WA-02,\n\n\n"})
    places = [place for place, sentence in said(library.check(WATER)) if "not valid YAML" in sentence]
    assert places == [f"{FACTS}:2"]


def test_a_file_with_an_odd_name_is_named(tmp_path: Path) -> None:
    library = small_library(tmp_path, {"curricula/water-circle/handouts/My Card.md": "x"})
    sentence = "handouts/My Card.md has an odd name; file names are lower-case letters, digits and hyphens."
    assert said(library.check(WATER)) == [(f"{HEAD}:1", sentence)]


BORROWED = [
    ("Call {moon}.", "“shared/sign-in” uses the local setting moon; add it to packs."),
    ("Wait 5 minutes. {fact=SF-02}", "“shared/sign-in” leans on the fact SF-02; add it to facts."),
    ("::: key", "“shared/sign-in” has errors of its own; check shared."),
]


@pytest.mark.parametrize(("text", "sentence"), BORROWED)
def test_what_a_borrowed_sheet_needs_is_asked_of_the_curriculum(tmp_path: Path, text: str, sentence: str) -> None:
    facts = "- {id: SF-02, statement: Wait., source: Red Cross, year: 2020, verified: primary}\n"
    sheet = f"---\ntitle: Sign-in sheet\ntype: sign-in\n---\n{text}\n"
    library = small_library(tmp_path, {SIGN_IN: sheet, SHARED_FACTS: SMALL[SHARED_FACTS] + facts})
    assert said(library.check(WATER)) == [(f"{HEAD}:{line_of(HEAD, 'handouts:')}", sentence)]


def test_mistakes_in_other_files_are_named_beside_one_in_curriculum_yaml(tmp_path: Path) -> None:
    changed = {**edited(HEAD, "licence: CC-BY-4.0\n", ""), CARD: "No keys.\n"}
    assert [place for place, _ in said(small_library(tmp_path, changed).check(WATER))] == [f"{HEAD}:1", f"{CARD}:1"]
