"""A share of what `scripts/print_matrix.py` looks at on every paper; and each of its looks finds what it looks for."""

import io
from functools import cache

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from builders.paper import every_view
from builders.press import PRINTABLES, books, edition
from platica.domain.paper import Paper
from platica.press.html import Typesetter
from platica.press.job import Job
from platica.press.views import Edition
from proof.order import languages_wrong, order_wrong
from proof.source import source_of
from proof.tree import names_wrong, pages_said
from proof.witness import Maker, wrong_with

STYLES = ("fonts.css", "size-normal.css", "paper-letter.css", "base.css")
NEXT = ".next { break-before: page }"
TABLE = (
    "<table class=grid><thead><tr><th>Day</th><th>Done</th></tr></thead><tbody><tr><td>{}</td><td>b</td></tr></table>"
)


@cache
def maker() -> Maker:
    return Maker([PRINTABLES])


def page(body: str, rules: str = "") -> str:
    head = f"<head><title>T</title><style>{rules}</style></head>"
    return f"<!doctype html><html lang=en>{head}<body><main><h1>T</h1>{body}</main>"


def made(html: str) -> bytes:
    answer = maker().make(Job(html, STYLES))
    assert answer.trouble is None, answer.detail
    return answer.pdf


def wrong(body: str, rules: str = "") -> list[str]:
    html = page(body, rules)
    pdf = made(html)
    return list(wrong_with(html, pdf, maker().last))


@pytest.mark.parametrize(
    "which", [edition("es", Paper.A4, second="en"), edition("en", large=True)], ids=["es-a4", "en-letter-large"]
)
def test_every_kind_of_paper_keeps_what_a_paper_must_keep(which: Edition) -> None:
    typesetter = Typesetter([PRINTABLES], books)
    found: dict[str, list[str]] = {}
    for name, view in every_view(which.language).items():
        sheet = typesetter.page(view, which, {})
        answer = maker().make(Job(sheet.html, sheet.stylesheets, layouts=sheet.layouts))
        assert answer.trouble is None, (name, answer.detail)
        if said := list(wrong_with(sheet.html, answer.pdf, maker().last)):
            found[name] = said
    assert found == {}


def test_a_sound_page_has_nothing_wrong() -> None:
    assert wrong("<p>One <span lang=es>dos</span> three.</p><p>" + "word " * 900 + "</p>" + TABLE.format("a")) == []


@pytest.mark.parametrize(
    ("body", "rules", "said"),
    [
        ("<p>a</p><h2>Alone</h2><p class=next>b</p>", f"h2 {{ break-after: auto !important }} {NEXT}", "g 'Alone'"),
        (TABLE.format("Unbrechbarkeit" * 5), "td { overflow-wrap: normal }", "a cell is overfull: 'Unbrechbarkeit"),
        ("<p class=out>gone</p>", ".out { position: absolute; left: 300mm; width: 20mm }", "off the paper: 'gone'"),
        ("<p>under</p><p class=over>above</p>", ".over { margin-top: -2em }", "'above' and 'under' lie over each"),
        ("<p class=grey>faint words</p>", ".grey { color: #999 }", "a copy keeps 0% of the ink of 'faint words'"),
        ("<p class=dark>on grey</p>", ".dark { background: #aaa }", "a dark ground (170) beneath 'on grey'"),
        ("<p class=next>b</p>", NEXT, "page 2 of 2 is nearly empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_found(body: str, rules: str, said: str) -> None:
    assert any(said in one for one in wrong(body, rules)), wrong(body, rules)


def test_words_out_of_their_order_or_left_out_are_found() -> None:
    source = source_of(page("<p>one</p><p>two</p><p>three</p>"))
    assert list(order_wrong(source, pages_said(made(page("<p>one</p><p>two</p><p>three</p>"))))) == []
    turned = list(order_wrong(source, pages_said(made(page("<p>two</p><p>one</p><p>three</p>")))))
    assert turned == ["said too early or twice: 'two' before 'one'", "not said in its place: 'two'"]
    assert list(order_wrong(source, pages_said(made(page("<p>one</p><p>three</p>"))))) == [
        "not said in its place: 'two'"
    ]


def test_a_language_that_the_tree_lacks_is_found() -> None:
    source = source_of(page("<p lang=es>uno</p>"))
    assert list(languages_wrong(source, ["es"])) == []
    assert list(languages_wrong(source, [])) == ["1 changes to the language es are not in the tree"]


def test_ids_that_stand_twice_and_heads_that_lead_nowhere_are_found() -> None:
    with pikepdf.open(io.BytesIO(made(page(TABLE.format("a"))))) as pdf:
        cells = [one for one in pdf.objects if isinstance(one, Dictionary) and Name.ID in one]
        cells[0].ID = cells[1].ID
        changed = io.BytesIO()
        pdf.save(changed)
    said = list(names_wrong(changed.getvalue()))
    assert [one.split(":")[0] for one in said] == ["ids that stand twice", "heads of cells that lead nowhere"]


def test_a_picture_without_words_is_found() -> None:
    icon = "<img alt='A glass' src='https://pack.invalid/icons/water.svg'>"
    assert wrong(f"<p>{icon}</p>") == []
    with pikepdf.open(io.BytesIO(made(page(f"<p>{icon}</p>")))) as pdf:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and one.get(Name.S) == Name.Figure:
                del one[Name.Alt]
        changed = io.BytesIO()
        pdf.save(changed)
    assert list(names_wrong(changed.getvalue())) == ["a picture without words"]
