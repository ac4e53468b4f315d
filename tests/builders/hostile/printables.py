"""Hostile printables of a working copy, and hostile pictures."""

from builders.hostile.case import IMAGE, Files, Here, Hostile, card, pictured
from builders.pictures import jpeg, png
from builders.press import PRINTABLES

_NESTED = "\n".join("  " * deep + "- a" for deep in range(12)) + "\n"
_PAGE = "<!doctype html><html lang=en><title>T</title>{head}<body><h1>T</h1>{body}</body></html>"
_DRAWN = "![A pot](icon:pot)\n"
_SPAN = "<td rowspan=1000000 colspan=1000000>a</td>"
_DOUBLING = ";".join(f"--v{n}:var(--v{n - 1}) var(--v{n - 1})" for n in range(1, 40))


def style(rules: str, body: str = "Boil.\n") -> Files:
    """The stylesheet of boxes with more rules, and a card."""
    own = (PRINTABLES / "styles" / "boxes.css").read_text("utf-8")
    return {**card(body), "printables/styles/boxes.css": rules + own}


def template(body: str, head: str = "") -> Files:
    """A template of handouts that shows something else."""
    return {**card("Boil.\n"), "printables/templates/handout.html.j2": _PAGE.format(body=body, head=head)}


def drawing(inside: str, before: str = "") -> Files:
    """An icon, and a card that shows it."""
    svg = f"{before}<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>"
    return {**card(_DRAWN), "printables/icons/pot.svg": svg}


def _entities(_here: Here) -> Files:
    grown = "".join(f"<!ENTITY {b} '&{a};&{a};&{a};&{a};'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    return drawing("<title>&i;</title>", f"<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>{grown}]>")


def _uses(_here: Here) -> Files:
    groups = ""
    for number in range(7):
        uses = f"<use href='#g{number}'/>" * 10
        groups += f"<g id='g{number + 1}'>{uses}</g>"
    return drawing(f"<path id='g0' d='M0 0h9v9z'/>{groups}<use href='#g7'/>")


def _font(here: Here, where: str) -> Files:
    return style(f"@font-face {{ font-family: Andika; src: url({where}) }} p {{ font-family: Andika }}")


STYLES = (
    Hostile("boxes that flex twelve deep", lambda _: style("ul, li { display: flex }", _NESTED)),
    Hostile("pages of three millimetres", lambda _: style("@page { size: 3mm !important; margin: 0 }", "Boil. " * 600)),
    Hostile("letters of a hundred million pixels", lambda _: style("p { font-size: 1e8px }")),
    Hostile("variables that double", lambda _: style(f"p {{ --v0: a; {_DOUBLING}; font-family: var(--v39) }}")),
    Hostile(
        "a billion columns", lambda _: style("ul { display: grid; grid-template-columns: repeat(99999, 1px) }", _NESTED)
    ),
    Hostile("styles from the network", lambda here: style(f"@import url({here.address}/a.css);"), prints=False),
    Hostile(
        "a background of a file", lambda here: style(f"p {{ background: url({here.secret_of('png')}) }}"), prints=False
    ),
    Hostile("a font of the network", lambda here: _font(here, f"{here.address}/a.ttf"), prints=False),
    Hostile("a font of a file", lambda here: _font(here, here.secret_of("ttf")), prints=False),
)

DRAWINGS = (
    Hostile("a drawing of ten million parts", _uses, prints=False),
    Hostile("a drawing whose words unfold", _entities, prints=False),
    Hostile("a drawing from the network", lambda here: drawing(f"<image href='{here.address}/a.png'/>"), prints=False),
    Hostile("a drawing of a file", lambda here: drawing(f"<image href='{here.secret_of('png')}'/>"), prints=False),
    Hostile(
        "a drawing that runs", lambda here: drawing(f"<script href='{here.address}/a'/><g onload='a()'/>"), prints=False
    ),
    Hostile("a drawing that is a link", lambda _: card(_DRAWN), links={"printables/icons/pot.svg": "secret.svg"}),
)

TEMPLATES = (
    Hostile(
        "a template that reaches Python",
        lambda _: template("{{ view.__class__.__mro__[1].__subclasses__() }}"),
        prints=False,
    ),
    Hostile("a template up the folders", lambda _: template("{% include '../../../secret.txt' %}"), prints=False),
    Hostile(
        "a template that is a link",
        lambda _: template("{% include 'leak.html.j2' %}"),
        links={"printables/templates/leak.html.j2": "secret.txt"},
        prints=False,
    ),
    Hostile(
        "a template without end",
        lambda _: template("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"),
        prints=False,
    ),
    Hostile("a template that repeats", lambda _: template("{{ 'a' * 10000000000 }}"), prints=False),
    Hostile(
        "an attachment of a file",
        lambda here: template("", f"<link rel=attachment href='{here.secret}'>"),
        prints=False,
    ),
    Hostile(
        "an object and a base",
        lambda here: template(f"<object data='{here.address}/a'></object>", "<base href='file:///etc/'>"),
        prints=False,
    ),
    Hostile("spans of a million", lambda _: template(f"<table><tr>{_SPAN}{_SPAN}</tr></table>")),
    Hostile("three thousand boxes in each other", lambda _: template("<div>" * 3_000), prints=False),
)

PICTURES = (
    Hostile("a picture of 24 megapixels", lambda _: pictured(jpeg(6_000, 4_000)), prints=False),
    Hostile("a picture of 20,000 by 20,000", lambda _: pictured(png(20_000, 20_000, rows=b"")), prints=False),
    Hostile("a picture cut off", lambda _: pictured(jpeg(2_000, 2_000)[:5_000]), prints=False),
    Hostile("a picture with fewer dots than it says", lambda _: pictured(png(3_000, 3_000, rows=b"a")), prints=False),
    Hostile(
        "a drawing called a picture", lambda here: pictured(f"<image href='{here.address}'/>".encode()), prints=False
    ),
    Hostile(
        "a picture that is a link",
        lambda _: card("![A pot](images/pot.png)\n"),
        links={IMAGE: "secret.png"},
        prints=False,
    ),
)
