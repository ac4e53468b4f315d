"""Catalogues and messages for tests."""

from collections.abc import Sequence
from pathlib import Path

from platica.domain.document import Message
from platica.language.catalogues import Catalogues
from platica.language.po import catalogue_path

HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {plural}\\n"
"""
TWO_FORMS = "nplurals=2; plural=(n != 1);"
THREE_FORMS = "nplurals=3; plural=(n == 1) ? 0 : ((n != 0 && n % 1000000 == 0) ? 1 : 2);"


def message(source: str, context: str | None = None, **more: str) -> Message:
    """A message of a session."""
    return Message(source, "paragraph", "curricula/demo/sessions/one.md:3", context, plural=more.get("plural"))


def entry(source: str, text: str, *, context: str | None = None, fuzzy: bool = False) -> str:
    """The lines of one message of a PO file."""
    lines = ["#, fuzzy"] if fuzzy else []
    lines += [f'msgctxt "{context}"'] if context else []
    return "\n".join([*lines, f'msgid "{source}"', f'msgstr "{text}"', ""])


def plural_entry(one: str, many: str, forms: Sequence[str]) -> str:
    """The lines of one message with plural forms."""
    lines = [f'msgid "{one}"', f'msgid_plural "{many}"']
    return "\n".join([*lines, *(f'msgstr[{place}] "{form}"' for place, form in enumerate(forms)), ""])


def write_catalogue(
    locales: Path, language: str, *entries: str, domain: str = "ui", plural: str = TWO_FORMS, source: str = ""
) -> Path:
    """A PO file in its place."""
    path = catalogue_path(locales, language, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = HEADER.format(language=language, plural=plural)
    head += f'"X-Source-Language: {source}\\n"\n' if source else ""
    path.write_text("\n".join((head, *entries)), encoding="utf-8")
    return path


def catalogues(*locales: Path, cache: Path | None = None) -> Catalogues:
    """The catalogues of some folders."""
    return Catalogues(locales, cache)
