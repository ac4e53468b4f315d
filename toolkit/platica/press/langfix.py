"""Keeps the language of inner elements in the tag tree, so that a bilingual sheet is read aloud in both voices.

WeasyPrint 70.0 writes the language of the document only. This wraps one function inside it; the version is pinned,
a test reads the languages back from a finished file, and this goes when WeasyPrint does it itself.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

MADE_FOR = "70.0"


def keep_inner_languages() -> None:
    """Makes every document of this process carry `Lang` on the elements that have a `lang` of their own."""
    build = tags._build_box_tree

    def build_with_language(box: Any, *rest: Any) -> Iterator[Any]:
        language = _language(box._box if isinstance(box, AbsolutePlaceholder) else box)
        for element in build(box, *rest):
            if language:
                element["Lang"] = pydyf.String(language)
            yield element

    tags._build_box_tree = build_with_language


def _language(box: Any) -> str | None:
    if box.element is None or not box.element_tag or ":" in box.element_tag or box.element_tag in ("html", "body"):
        return None
    language = box.element.get("lang")
    return None if language is None else str(language)
