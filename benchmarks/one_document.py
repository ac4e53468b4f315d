"""A binder as one document for WeasyPrint alone: the same pages under one head, each kind with its own styles."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from platica.press.job import PACK

_BODY = re.compile(r'<body class="([^"]*)">(.*)</body>', re.DOTALL)
_RULE = re.compile(r"(@page[^{]*|@font-face\s*)\{((?:[^{}]|\{[^{}]*\})*)\}|([^{}@]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_OF_THE_BODY = re.compile(r"\.(card|guide|contents|binder-cover|large|poster|handout)\b")
_COMMON = ("fonts.css", "size-normal.css", "paper-letter.css", "base.css", "boxes.css")
_OWN = {"guide": "guide.css", "binder-cover": "binder.css", "contents": "binder.css", "tight": "tight.css"}
_JOINED = """
.part { break-before: page } .part:first-child { break-before: auto }
.contents .number::before { content: target-counter(attr(href), page) }
@page { @top-right { content: counter(page); font-weight: 700; font-size: 12pt } }
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the binder: its page as HTML, the words the contents list it under, whether it is closed up."""

    html: str
    title: str
    section: str
    tight: bool = False


def joined(sheets: Sequence[Sheet], title: str, language: str, printables: Path) -> tuple[str, str]:
    """HTML and CSS of the whole binder, with a contents page that asks for each part's page number."""
    body: list[str] = []
    for place, sheet in enumerate(sheets):
        found = _BODY.search(sheet.html)
        assert found is not None
        kinds = found[1] + (" tight" if sheet.tight else "")
        body.append(f'<div class="part {kinds}" id="part-{place}">{found[2]}</div>')
        if place == 0:
            body.append(_contents(sheets[1:], title))
    head = f'<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    html = f"<!doctype html>{head}<body>{''.join(body)}</body></html>"
    local = f"{printables.as_uri()}/"
    return html.replace(PACK, local), _styles(printables / "styles").replace(PACK, local)


def _contents(sheets: Sequence[Sheet], title: str) -> str:
    lines: list[str] = []
    for section, some in groupby(enumerate(sheets, start=1), key=lambda pair: pair[1].section):
        links = (
            f'<li><a href="#part-{place}">{escape(sheet.title)}</a> <a class="number" href="#part-{place}"></a></li>'
            for place, sheet in some
        )
        lines.append(f"<h2>{escape(section)}</h2><ul>{''.join(links)}</ul>")
    foot = '<p class="page-of"></p><div class="foot"></div>'
    return f'<div class="part contents tight">{foot}<main><h1>{escape(title)}</h1>{"".join(lines)}</main></div>'


def _styles(folder: Path) -> str:
    common = "".join((folder / name).read_text() for name in _COMMON)
    own = "".join(_only_for(kind, (folder / name).read_text()) for kind, name in _OWN.items())
    return f"{common}{own}{_JOINED}"


def _only_for(kind: str, css: str) -> str:
    """The rules, for pages of one kind alone."""
    rules: list[str] = [f".{kind} {{ page: {kind} }}"]
    for at, inside, selectors, declared in _RULE.findall(_COMMENT.sub("", css)):
        if at.strip() == "@page":
            rules.append(f"@page {kind} {{{inside}}}")
        elif selectors:
            rules.append(f"{', '.join(_within(kind, selectors.split(',')))} {{{declared}}}")
    return "\n".join(rules)


def _within(kind: str, selectors: Iterable[str]) -> Iterable[str]:
    for selector in selectors:
        one = selector.strip()
        if one == "html":
            yield f".{kind}"
        elif one.startswith(f".{kind}"):
            yield one
        else:
            yield f".{kind}{'' if _OF_THE_BODY.match(one) else ' '}{one}"
