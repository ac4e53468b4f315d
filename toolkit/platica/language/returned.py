"""Translations that came back from a translator, laid into a catalogue; nothing is written here."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import polib

from platica.domain.document import Message
from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.domain.text_line import TextLine
from platica.language import compiling, po, tags
from platica.language.checks.entry import entry_findings

_Key = tuple[str | None, str]
STALE, TRANSLATED = "stale", "translated"


def lines_of(
    locales: Sequence[Path], domain: str, language: str, messages: Iterable[Message], states: Mapping[_Key, str]
) -> tuple[TextLine, ...]:
    """The texts of a domain with what stands for them now; an earlier folder wins, for comments too."""
    translations, comments = _known(locales, domain, language)
    lines = []
    for message in messages:
        key = message.context, message.source
        lines.append(
            TextLine(
                domain=domain,
                language=language,
                place=f"{po.place_file(message.place)} · {message.kind}",
                context=message.context or "",
                source=message.source,
                translation=translations.get(key, ""),
                state=states[key],
                comment=comments.get(key, ""),
            )
        )
    return tuple(lines)


def findings(line: TextLine, source_language: str) -> tuple[Finding, ...]:
    """What the checks find in a translation that came back; errors first."""
    catalogue = po.new_catalogue(line.domain, line.language, source_language)
    languages, rule = compiling.languages_of(catalogue, line.language), compiling.rule_of(catalogue, line.language)
    found = entry_findings(line.source, None, (line.translation,), languages, rule)
    return tuple(sorted(found, key=lambda one: one.severity is not Severity.ERROR))


def laid_in(
    locales: Path, domain: str, language: str, messages: Mapping[_Key, Message], lines: Iterable[TextLine], source: str
) -> str:
    """The text of the catalogue in this folder with these translations and comments; none there is begun.

    A comment goes only when another takes its place. Raises ContentError when the file is no PO file.
    """
    path = po.catalogue_path(locales, language, domain)
    catalogue = po.read_po(path) if path.exists() else po.new_catalogue(domain, language, source)
    entries: dict[_Key, polib.POEntry] = {
        (entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete
    }
    for line in lines:
        key = line.context or None, line.source
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = po.new_entry(messages[key])
            catalogue.append(entry)
        if line.translation:
            entry.msgstr = line.translation
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.tcomment = line.comment or entry.tcomment
    return po.canonical(catalogue)


def _known(locales: Sequence[Path], domain: str, language: str) -> tuple[dict[_Key, str], dict[_Key, str]]:
    """The first translation and the first comment of each message."""
    translations, comments = dict[_Key, str](), dict[_Key, str]()
    for folder in locales:
        path = po.catalogue_path(folder, tags.normal(language), domain)
        for entry in po.read_po(path) if path.is_file() else ():
            key = entry.msgctxt, entry.msgid
            if not entry.obsolete and entry.msgstr:
                translations.setdefault(key, entry.msgstr)
            if not entry.obsolete and entry.tcomment:
                comments.setdefault(key, entry.tcomment)
    return translations, comments
