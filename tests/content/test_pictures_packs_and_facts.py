"""Pictures come from the curriculum's folder only; packs and facts are read as written."""

from datetime import date
from pathlib import Path

import pytest

from builders.content import (
    CARD,
    FACTS,
    HEAD,
    SESSION,
    SHARED_FACTS,
    SMALL,
    WATER,
    edited,
    line_of,
    said,
    small_library,
    translating,
    with_body,
)
from builders.pictures import jpeg, png
from platica.domain.pack import CountryPack, Slot
from platica.errors import ContentError, NotFound

PNG = png()


def picture_file(folder: Path, name: str = "curricula/water-circle/images/pot.png", data: bytes = PNG) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_a_picture_of_the_folder_is_given(tmp_path: Path) -> None:
    library = small_library(tmp_path, with_body(CARD, "![A pot](images/pot.png)\n"))
    picture_file(tmp_path)
    assert library.picture(WATER, "images/pot.png") == PNG
    assert library.check(WATER) == ()


def test_a_picture_of_the_shared_folder_is_named_with_it(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    picture_file(tmp_path, "curricula/shared/images/pot.png")
    assert library.picture(WATER, "shared/images/pot.png") == PNG


@pytest.mark.parametrize(
    "source",
    ["images/moon.png", "../secret.png", "images/../curriculum.yaml", "/etc/passwd", "images/pot.svg", "pot.png",
     "images/POT.png", "https://a.example/pot.png", "images/pot.png\n", "../shared/images/pot.png", ""],
)  # fmt: skip
def test_nothing_else_is_given(tmp_path: Path, source: str) -> None:
    library = small_library(tmp_path)
    picture_file(tmp_path)
    (tmp_path / "curricula/secret.png").write_bytes(PNG)
    with pytest.raises(NotFound):
        library.picture(WATER, source)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    picture_file(tmp_path, "elsewhere.png")
    images = tmp_path / "curricula/water-circle/images"
    images.mkdir()
    (images / "pot.png").symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(NotFound):
        library.picture(WATER, "images/pot.png")


def test_a_picture_that_is_none_is_refused(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    picture_file(tmp_path, data=b"<svg/>")
    with pytest.raises(ContentError, match="is no PNG or JPEG picture"):
        library.picture(WATER, "images/pot.png")


@pytest.mark.parametrize(
    ("data", "said_of_it"),
    [
        (png(20_000, 20_000, rows=b""), "is 20000 × 20000 dots large, more than any paper shows"),
        (jpeg(6000, 4000), "is 6000 × 4000 dots large, more than any paper shows"),
        (png()[:20], "is damaged; save it again"),
        (jpeg()[:30], "is damaged; save it again"),
        (b"\xff\xd8\xff\xff\xff", "is damaged; save it again"),
        (b"GIF89a", "is no PNG or JPEG picture"),
    ],
    ids=["huge PNG", "24 megapixels", "cut PNG", "cut JPEG", "empty JPEG", "GIF"],
)
def test_a_picture_too_large_or_damaged_is_told_by_the_check_and_refused_undecoded(
    tmp_path: Path, data: bytes, said_of_it: str
) -> None:
    library = small_library(tmp_path, with_body(CARD, "Boil.\n\n![A pot](images/pot.png)\n"))
    picture_file(tmp_path, data=data)
    ((place, sentence),) = said(library.check(WATER))
    assert place == f"{CARD}:10"
    assert sentence.startswith(f"images/pot.png {said_of_it}")
    with pytest.raises(ContentError, match=said_of_it):
        library.picture(WATER, "images/pot.png")


def test_packs_are_read_as_written(tmp_path: Path) -> None:
    slots = (Slot("emergency_number", "911", None, "Everywhere."), Slot("clinic_phone", None, "555-0100", ""))
    assert small_library(tmp_path).packs() == (CountryPack("US", "United States", "letter", slots),)


def test_names_and_notes_of_packs_are_translated_and_values_are_not(tmp_path: Path) -> None:
    texts = {"United States": "Estados Unidos", "Everywhere.": "En todo el país.", "911": "112"}
    (pack,) = small_library(tmp_path).packs(translating(texts))
    slot = pack.slot("emergency_number")
    assert pack.name == "Estados Unidos"
    assert slot
    assert (slot.note, slot.value) == ("En todo el país.", "911")


def test_facts_are_those_the_curriculum_names_in_its_order(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(HEAD, "facts: [WA-01, SF-01]", "facts: [SF-01, WA-01]"))
    assert [fact.id for fact in library.facts(WATER)] == ["SF-01", "WA-01"]
    assert library.facts(WATER)[1].source == "World Health Organization"


def test_a_fact_of_the_curriculum_stands_over_a_shared_one(tmp_path: Path) -> None:
    own = "- {id: SF-01, statement: Ours., source: Us, year: 2021, verified: primary}\n"
    library = small_library(tmp_path, {FACTS: SMALL[FACTS] + own})
    assert [fact.statement for fact in library.facts(WATER) if fact.id == "SF-01"] == ["Ours."]


def test_a_fact_that_is_used_must_be_listed(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(HEAD, "facts: [WA-01, SF-01]", "facts: [WA-01]"))
    sentence = "The fact SF-01 is not among the facts of curriculum.yaml."
    assert said(library.check(WATER)) == [(f"{SESSION}:{line_of(SESSION, 'SAFE-02')}", sentence)]


def test_an_expired_fact_is_a_warning_from_the_day_after(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(FACTS, "volatile: false", "review_by: 2026-06-30"))
    assert library.check(WATER, date(2026, 6, 30)) == ()
    (problem,) = library.check(WATER, date(2026, 7, 1))
    assert (problem.severity.value, problem.place) == ("warning", f"{FACTS}:1")
    assert str(problem.phrase) == "The fact WA-01 was to be looked up again by 2026-06-30."


def test_a_fact_that_stands_twice_is_named(tmp_path: Path) -> None:
    library = small_library(tmp_path, {SHARED_FACTS: SMALL[SHARED_FACTS] * 2})
    sentence = "The fact SF-01 stands twice; it is in line 1 already."
    assert said(library.check("shared")) == [(f"{SHARED_FACTS}:2", sentence)]
