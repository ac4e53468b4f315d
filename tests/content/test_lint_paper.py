"""What paper and a screen reader need is told before printing, by file and line."""

from pathlib import Path

import pytest

from builders.content import CARD, HEAD, SAFETY, SESSION, WATER, edited, said, small_library, with_body
from builders.press import PRINTABLES
from platica.content.fonts import drawn_signs

ANDIKA = PRINTABLES / "fonts" / "andika"


@pytest.mark.parametrize(
    ("body", "line", "sentence"),
    [
        ("Boil.\n\n![](icon:water)\n", 10, "The picture has no words for those who do not see it"),
        ("- ![ ](icon:water) Boil.\n", 8, "The picture has no words for those who do not see it"),
        ("| Day | |\n| --- | --- |\n| Monday | yes |\n", 8, "Column 2 of this table has no heading"),
        ("| | Done |\n| --- | --- |\n| | yes |\n", 8, "Column 1 of this table has no heading"),
        ("- Boil.\n\n  ## Then\n", 10, "A heading stands inside a list or a ::: block"),
        ("::: key\n## Then\n:::\n", 9, "A heading stands inside a list or a ::: block"),
        ("## Boil\n\n#### Then\n", 10, "This heading skips a level"),
    ],
)
def test_what_a_screen_reader_could_not_read_out_is_named_with_its_line(
    tmp_path: Path, body: str, line: int, sentence: str
) -> None:
    library = small_library(tmp_path, with_body(CARD, body))
    (found,) = said(library.check(WATER))
    assert found[0] == f"{CARD}:{line}"
    assert found[1].startswith(sentence)


def test_a_corner_above_the_names_of_rows_may_be_empty(tmp_path: Path) -> None:
    library = small_library(tmp_path, with_body(CARD, "| | Done |\n| --- | --- |\n| Monday | yes |\n"))
    assert library.check(WATER) == ()


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        (with_body(CARD, "Boil.\n\nBoil 水 and 🙂.\n"), f"{CARD}:10"),
        (edited(SESSION, "We meet.", "We meet 水 🙂."), f"{SESSION}:19"),
        (edited(HEAD, "title: Clean Water", "title: Clean 水 🙂"), f"{HEAD}:3"),
    ],
)
def test_signs_without_a_font_are_found_before_printing(tmp_path: Path, changed: dict[str, str], place: str) -> None:
    library = small_library(tmp_path, changed)
    (tmp_path / "printables" / "fonts").symlink_to(PRINTABLES / "fonts")
    told = [one for one in said(library.check(WATER)) if "no sign" in one[1]]
    assert [(where, what.split(";")[0]) for where, what in told] == [
        (place, "The fonts here have no sign 水 (U+6C34)"),
        (place, "The fonts here have no sign 🙂 (U+1F642)"),
    ]


def test_signs_of_safety_texts_are_looked_at_too(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(SAFETY, "at once", "at once 水"))
    (tmp_path / "printables" / "fonts").symlink_to(PRINTABLES / "fonts")
    assert any("no sign 水" in sentence for _, sentence in said(library.check("shared")))


def test_the_font_has_what_european_african_and_vietnamese_languages_are_written_with() -> None:
    drawn = drawn_signs(sorted(ANDIKA.glob("*.ttf")))
    assert {ord(sign) for sign in "Aá¿ñÑ¡üçßłőșƙɓẹŋ̃ầ‘’“”–—…€½≤→"} <= drawn
    assert not {0x6C34, 0x1F642, 0xE000 - 1} & drawn


def test_a_file_that_is_no_font_draws_nothing(tmp_path: Path) -> None:
    whole = (ANDIKA / "Andika-Regular.ttf").read_bytes()
    for number, content in enumerate((b"", b"OTTO" * 40, whole[:300], whole[:12] + b"\xff" * 4000)):
        (tmp_path / f"{number}.ttf").write_bytes(content)
    assert drawn_signs(tmp_path.glob("*.ttf")) == frozenset()


def test_a_file_of_endless_lines_is_refused(tmp_path: Path) -> None:
    library = small_library(tmp_path, with_body(CARD, "| a |\n| - |\n" + "| b |\n" * 90_000))
    assert said(library.check(WATER))[0] == (f"{CARD}:1", "The file has 90009 lines; 5000 fit.")


def test_a_text_that_is_a_link_to_elsewhere_is_not_read(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    (tmp_path / "secret.md").write_text((tmp_path / CARD).read_text("utf-8"), encoding="utf-8")
    (tmp_path / CARD).unlink()
    (tmp_path / CARD).symlink_to(tmp_path / "secret.md")
    assert (f"{CARD}:1", "The file is a link to elsewhere; put the file itself here.") in said(library.check(WATER))
