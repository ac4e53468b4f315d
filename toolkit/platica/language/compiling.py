"""Turning a PO file into a catalogue for looking up, each text with its state."""

from pathlib import Path

import polib

from platica.domain.document import TextState
from platica.domain.problem import Severity
from platica.language import plurals, tags
from platica.language.checks.entry import ERRORS, entry_findings
from platica.language.checks.pair import Languages
from platica.language.compiled import Compiled, key
from platica.language.po import forms, parse_po


def compile_po(content: bytes, path: Path) -> Compiled:
    """The catalogue in these bytes; raises ContentError when it is no PO file."""
    catalogue = parse_po(content, path.name)
    rule = rule_of(catalogue, path.parent.parent.name)
    languages = languages_of(catalogue, path.parent.parent.name)
    texts: dict[str, tuple[str, list[str]]] = {}
    for entry in catalogue:
        if entry.obsolete or not entry.msgid:
            continue
        state = state_of(entry, languages, rule)
        if state is not TextState.MISSING:
            texts.setdefault(key(entry.msgctxt, entry.msgid), (state.value, list(forms(entry))))
    return Compiled(rule, texts)


def rule_of(catalogue: polib.POFile, language: str) -> plurals.PluralRule:
    """The plural rule a catalogue states, or the language's own when it states none."""
    return plurals.rule(catalogue.metadata.get("Plural-Forms") or plurals.header_for(language))


def languages_of(catalogue: polib.POFile, language: str) -> Languages:
    """From which language into which."""
    return Languages(tags.normal(catalogue.metadata.get("X-Source-Language") or "en"), tags.normal(language))


def state_of(entry: polib.POEntry, languages: Languages, rule: plurals.PluralRule) -> TextState:
    """How sound an entry's translation is."""
    texts = forms(entry)
    if not any(texts):
        return TextState.MISSING
    if entry.fuzzy:
        return TextState.STALE
    found = entry_findings(entry.msgid, entry.msgid_plural or None, texts, languages, rule, checks=ERRORS)
    failing = any(finding.severity is Severity.ERROR for finding in found)
    return TextState.FAILING if failing else TextState.TRANSLATED
