"""What travels of catalogues and reviews with the texts they belong to."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import polib

from platica.domain.curriculum_pack import CarriedFile
from platica.domain.document import Message
from platica.language import tags
from platica.language.po import canonical, forms, read_po
from platica.language.review_files import hash_of_line, lines_of, text_hash

_Key = tuple[str | None, str]


def carried_catalogues(locales: Sequence[Path], domain: str, messages: Sequence[Message]) -> tuple[CarriedFile, ...]:
    """The catalogues of a domain in every language, with these messages only and in their order.

    An earlier folder wins, message by message; a text marked as out of date gives way to one that is not.
    """
    languages = {
        path.parent.parent.name
        for folder in locales
        for path in folder.glob(f"*/LC_MESSAGES/{domain}.po")
        if tags.is_tag(path.parent.parent.name)
    }
    return tuple(_catalogues(locales, domain, messages, sorted(languages)))


def carried_reviews(
    locales: Sequence[Path], domain: str, holding: frozenset[str] | None = None
) -> tuple[CarriedFile, ...]:
    """The signatures of a domain from all folders; with `holding`, only those under one of these hashes."""
    lines: dict[str, set[str]] = {}
    for folder in locales:
        for path in folder.glob(f"reviews/{domain}.*.jsonl"):
            found = (line for line in lines_of(path) if holding is None or hash_of_line(line) in holding)
            lines.setdefault(path.name, set()).update(found)
    return tuple(
        CarriedFile(f"locales/reviews/{name}", "".join(f"{line}\n" for line in sorted(lines[name])).encode())
        for name in sorted(lines)
        if lines[name]
    )


def hashes_of(domain: str, messages: Sequence[Message], catalogues: Iterable[CarriedFile]) -> frozenset[str]:
    """What signatures of these texts and their translations stand under; the texts are written in English."""
    found = {text_hash(domain, message, "en", ()) for message in messages}
    by_key = {(message.context, message.source): message for message in messages}
    for file in catalogues:
        for entry in polib.pofile(file.content.decode(), wrapwidth=0):
            message = by_key[entry.msgctxt, entry.msgid]
            found.add(text_hash(domain, message, file.path.split("/")[1], forms(entry)))
    return frozenset(found)


def _catalogues(
    locales: Sequence[Path], domain: str, messages: Sequence[Message], languages: Sequence[str]
) -> Iterator[CarriedFile]:
    for language in languages:
        relative = f"{language}/LC_MESSAGES/{domain}.po"
        sources = [read_po(folder / relative) for folder in locales if (folder / relative).is_file()]
        entries = _best(sources)
        catalogue = polib.POFile(wrapwidth=0)
        catalogue.metadata, catalogue.header = sources[0].metadata, sources[0].header
        keys = ((message.context, message.source) for message in messages)
        catalogue.extend(entries[key] for key in keys if key in entries)
        if catalogue:
            yield CarriedFile(f"locales/{relative}", canonical(catalogue).encode())


def _best(sources: Iterable[polib.POFile]) -> dict[_Key, polib.POEntry]:
    found: dict[_Key, polib.POEntry] = {}
    for catalogue in sources:
        for entry in catalogue:
            key = entry.msgctxt, entry.msgid
            if not entry.obsolete and any(forms(entry)) and (key not in found or found[key].fuzzy > entry.fuzzy):
                found[key] = entry
    return found
