"""PO files as this project writes them: unwrapped, in source order, files without line numbers, nothing lost.

Only this file reads and writes them, by polib, which keeps unknown headers and previous sources.
"""

from collections.abc import Iterable
from pathlib import Path

import polib

from platica.domain.document import Message
from platica.errors import ContentError
from platica.language import plurals, tags
from platica.language.compiled import unreadable
from platica.language.files import replace_text
from platica.phrases import phrase

EXTRACTOR = "1"
"""Version of what counts as one message; written to every catalogue as `X-Extractor`."""
_NOT_OURS = frozenset({"python-format", "python-brace-format", "no-python-format", "c-format"})
"""Flags that make other tools read a percent sign or a brace as code."""


def catalogue_path(locales: Path, language: str, domain: str) -> Path:
    """Where a catalogue is: `<locales>/es_MX/LC_MESSAGES/<domain>.po`."""
    return locales / tags.folder_name(language) / "LC_MESSAGES" / f"{domain}.po"


def read_po(path: Path) -> polib.POFile:
    """The catalogue in a file; raises ContentError when it is no PO file in UTF-8."""
    try:
        return parse_po(path.read_bytes(), path.name)
    except OSError as error:
        raise unreadable(path, error) from error


def parse_po(content: bytes, name: str) -> polib.POFile:
    """The catalogue in these bytes; `name` is what an error calls it."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ContentError(phrase("The catalogue {file} is not UTF-8; save it again as UTF-8.", file=name)) from error
    try:
        return polib.pofile(text + "\n", wrapwidth=0) if text.strip() else polib.POFile(wrapwidth=0)
    except (OSError, ValueError, IndexError) as error:
        line = str(error).rpartition("(line ")[2].partition(")")[0]
        raise ContentError(
            phrase(
                'The catalogue {file} has a mistake at line {line}; a message looks like msgid "…" msgstr "…".',
                file=name,
                line=line if line.isdigit() else "?",
            )
        ) from error


def write_po(path: Path, catalogue: polib.POFile) -> None:
    """Writes the catalogue in the canonical form."""
    replace_text(path, canonical(catalogue))


def canonical(catalogue: polib.POFile) -> str:
    """The text of a catalogue in the one form committed files have; the same again when applied twice."""
    catalogue.wrapwidth = 0
    catalogue.metadata.setdefault("X-Extractor", EXTRACTOR)
    for entry in catalogue:
        entry.occurrences = list(dict.fromkeys((file, "") for file, _line in entry.occurrences))
        entry.flags = sorted(set(entry.flags) - _NOT_OURS)
        if not entry.fuzzy:
            entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    return str(catalogue).rstrip("\n") + "\n"


def new_catalogue(domain: str, language: str, source_language: str) -> polib.POFile:
    """An empty catalogue with its headers."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": f"platica {domain}",
        "Language": tags.folder_name(language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plurals.header_for(language),
        "X-Source-Language": tags.folder_name(source_language),
        "X-Extractor": EXTRACTOR,
    }
    return catalogue


def new_entry(message: Message) -> polib.POEntry:
    """A message waiting for its translation."""
    entry = polib.POEntry(msgid=message.source, msgctxt=message.context)
    if message.plural is not None:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {0: "", 1: ""}
    describe(entry, message)
    return entry


def describe(entry: polib.POEntry, message: Message) -> None:
    """Tells the translator what a message is and where it stands, replacing what was told before."""
    entry.comment = "\n".join(_comments(message))
    entry.occurrences = [(place_file(message.place), "")]


def forms(entry: polib.POEntry) -> tuple[str, ...]:
    """Every translated form of an entry, in order."""
    if entry.msgid_plural:
        return tuple(entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural))
    return (entry.msgstr,)


def set_forms(entry: polib.POEntry, texts: Iterable[str]) -> None:
    """Gives an entry its translated forms."""
    if entry.msgid_plural:
        entry.msgstr_plural = dict(enumerate(texts))
    else:
        entry.msgstr = next(iter(texts), "")


def place_file(place: str) -> str:
    """The file of a place such as `curricula/x/sessions/y.md:12`."""
    file, _, line = place.rpartition(":")
    return file if file and line.isdigit() else place


def _comments(message: Message) -> Iterable[str]:
    yield message.kind
    if message.safety:
        yield "safety text: a mistake here can hurt somebody"
    if message.note:
        yield from (" ".join(line.split()) for line in message.note.splitlines() if line.strip())
    if message.facts:
        yield "facts: " + " ".join(message.facts)
