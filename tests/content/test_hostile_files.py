"""Files made to hurt are refused quickly, and words that YAML would turn into something else stay words."""

import time
from pathlib import Path

import pytest

from builders.content import CARD, HEAD, SESSION, WATER, as_source, edited, said, small_library, with_body
from platica.content.textfile import LONGEST_FILE
from platica.domain.document import texts_of
from platica.domain.ids import HandoutId

QUICK = 5.0
"""Seconds; none of these takes a tenth of it on a quiet machine."""


@pytest.mark.parametrize(
    "word", ["no", "18:00", "016", "1e3", "null", "~", "2026-01-01", "0x1F", "yes", "1_000", "=", "<<"]
)
def test_a_word_stays_the_word_it_is(tmp_path: Path, word: str) -> None:
    library = small_library(tmp_path, edited(HEAD, "audience: Families", f"audience: {word}"))
    assert library.curriculum(WATER).audience == word


def test_aliases_that_would_unfold_to_billions_are_refused(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    library = small_library(tmp_path, {HEAD: bomb})
    sentence = "Anchors and aliases (& and *) are not used here; write the text out or quote it."
    assert (f"{HEAD}:1", sentence) in said(library.check(WATER))


@pytest.mark.parametrize("file", [HEAD, CARD, SESSION])
def test_a_file_of_ten_megabytes_is_refused_unread(tmp_path: Path, file: str) -> None:
    library = small_library(tmp_path, {file: "a" * 10_000_000})
    assert (f"{file}:1", f"The file has 10000000 bytes; {LONGEST_FILE} fit.") in said(library.check(WATER))


TORTURE = {
    "brackets": "[" * 4000,
    "links": "[a](" * 1000,
    "pictures": "![" * 1990,
    "stars": "*a **b " * 550,
    "angles": "<" * 3999,
    "escapes": "\\" * 3999,
    "entities": "&" * 3999,
    "braces": "{" * 3999,
    "quotations": ">" * 200_000,
    "bullets": "- " * 100_000,
    "nested": "\n".join("  " * depth + "- a" for depth in range(300)),
    "columns": "|" * 3000 + "\n" + "|-" * 3000 + "\n" + "|" * 3000,
    "rows": "| a |\n| - |\n" + "| b |\n" * 5_000,
    "comments": "<!-- a -->\n" * 20_000,
    "openings": "::: key\n" * 5_000,
    "paragraphs": "a\n\n" * 10_000,
    "headings": "## a\n" * 10_000,
    "one long line": "a" * 900_000,
}


@pytest.mark.parametrize("name", sorted(TORTURE))
def test_no_text_takes_long(tmp_path: Path, name: str) -> None:
    library = small_library(tmp_path, with_body(CARD, TORTURE[name] + "\n"))
    began = time.perf_counter()
    library.check(WATER)
    assert time.perf_counter() - began < QUICK


def test_html_prints_as_it_stands_and_is_reported(tmp_path: Path) -> None:
    html = "Hi <script>alert(1)</script>\n"
    library = small_library(tmp_path, with_body(CARD, html))
    (text,) = texts_of(library.handout_text(WATER, HandoutId("card"), as_source, {}).blocks)
    assert text.plain == html.strip()
    assert said(library.check(WATER)) == [(f"{CARD}:8", "HTML is not used here; it would be printed as it stands.")]


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x07", "\u202e", "\u2066", "\u200b"])
def test_an_invisible_sign_is_named_with_its_line(tmp_path: Path, sign: str) -> None:
    library = small_library(tmp_path, with_body(CARD, f"Hi.\n\nBo{sign}il.\n"))
    sentence = f"The invisible sign U+{ord(sign):04X} does not belong in a text; take it out."
    assert said(library.check(WATER)) == [(f"{CARD}:10", sentence)]


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    (tmp_path / CARD).write_bytes("---\ntitle: Sé\n".encode("latin-1"))
    assert said(library.check(WATER)) == [(f"{CARD}:2", "The file is not UTF-8 text; save it as UTF-8.")]


def test_accents_written_in_two_signs_are_the_same_text(tmp_path: Path) -> None:
    composed = small_library(tmp_path / "a", with_body(CARD, "Próximo\n")).messages(WATER)
    spread = small_library(tmp_path / "b", with_body(CARD, "Pro\u0301ximo\n")).messages(WATER)
    assert composed == spread


def test_a_mark_of_byte_order_is_passed_over(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    path = tmp_path / CARD
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert library.check(WATER) == ()
