"""What translators ask for: bring a catalogue up to date, put it in order, check it, see how far it has come."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from platica.domain.catalogue_update import UpdateReport
from platica.domain.coverage import Coverage
from platica.domain.document import Message
from platica.domain.finding import CatalogueFinding
from platica.language import tags
from platica.language.catalogues import SOURCE_LANGUAGE, Catalogues
from platica.language.glossary import NO_GLOSSARY, Glossary


def update_catalogue(
    locales: Path, domain: str, language: str, messages: Sequence[Message], source_language: str = SOURCE_LANGUAGE
) -> UpdateReport:
    """Gives the catalogue of a domain these messages and writes it, making it when it is not there.

    Without messages nothing is made. Raises ContentError when the file is no PO file.
    """
    from platica.language import merge, po

    path = po.catalogue_path(locales, language, domain)
    if not path.exists() and not messages:
        return UpdateReport(domain, tags.normal(language), 0, 0, 0, 0)
    catalogue = po.read_po(path) if path.exists() else po.new_catalogue(domain, language, source_language)
    catalogue.metadata.setdefault("X-Source-Language", tags.folder_name(source_language))
    report = merge.update(catalogue, messages, domain, tags.normal(language))
    po.write_po(path, catalogue)
    return report


def format_catalogue(path: Path) -> bool:
    """Writes a catalogue in the canonical form; says whether that changed it."""
    from platica.language import files, po

    before = path.read_bytes()
    text = po.canonical(po.read_po(path))
    if text.encode() == before:
        return False
    files.replace_text(path, text)
    return True


def check_catalogue(path: Path, glossary: Glossary = NO_GLOSSARY) -> Iterator[CatalogueFinding]:
    """What the checks find in the translated, not stale texts of a catalogue, in the order of the file."""
    from platica.language import compiling, po
    from platica.language.checks.entry import entry_findings

    catalogue = po.read_po(path)
    language = tags.normal(path.parent.parent.name)
    rule = compiling.rule_of(catalogue, language)
    languages = compiling.languages_of(catalogue, language)
    for entry in catalogue:
        texts = po.forms(entry)
        if entry.obsolete or entry.fuzzy or not any(texts):
            continue
        for finding in entry_findings(entry.msgid, entry.msgid_plural or None, texts, languages, rule, glossary):
            text = " / ".join(texts)
            yield CatalogueFinding(path.stem, language, entry.msgctxt, entry.msgid, text, finding)


def status(
    catalogues: Catalogues, domains: Iterable[tuple[str, str, Sequence[Message]]], languages: Iterable[str]
) -> tuple[Coverage, ...]:
    """How far each domain has come in each language; a domain is its name, its source language and its messages.

    A domain is left out in the language it is written in.
    """
    wanted = tuple(languages)
    return tuple(
        catalogues.coverage(language, domain, messages, source_language)
        for domain, source_language, messages in domains
        for language in wanted
        if tags.base(language) != tags.base(source_language)
    )
