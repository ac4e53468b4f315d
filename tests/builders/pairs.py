"""Sheets in two languages, and what a reader finds in a finished file."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from builders.paper import every_view
from builders.press import edition, warm_press
from platica.domain.paper import Paper
from platica.press.views import HandoutView, Part


def side_by_side(name: str, first: str = "en", second: str = "es") -> HandoutView:
    """One of the sheets of `every_view` with its other language beside it."""
    one, other = every_view(first)[name], every_view(second)[name]
    assert isinstance(one, HandoutView)
    assert isinstance(other, HandoutView)
    return replace(one, second=other)


def printed(view: HandoutView, first: str = "en", second: str = "es", paper: Paper = Paper.LETTER) -> Part:
    return warm_press().render(view, edition(first, paper, second=second))


def elements(pdf: bytes) -> list[tuple[str, str, Any]]:
    """Kind, language and the element itself of everything in the structure tree, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return list(_walk(opened.Root.StructTreeRoot, str(opened.Root.Lang)))


def _walk(element: Any, language: str) -> Iterator[tuple[str, str, Any]]:
    kids = element.get(Name.K, ())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            own = str(kid.get(Name.Lang, language))
            attributes = {"alt": str(kid.Alt)} if Name.Alt in kid else {}
            if Name.ID in kid:
                attributes["id"] = str(kid.ID)
            yield str(kid.S).removeprefix("/"), own, attributes
            yield from _walk(kid, own)
