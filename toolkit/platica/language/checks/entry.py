"""Every check on one message, all of its forms together."""

from collections.abc import Iterable, Iterator, Sequence

from platica.domain.finding import Finding
from platica.language.checks.control_characters import check_control_characters
from platica.language.checks.edges import check_edges
from platica.language.checks.glossary_terms import check_glossary
from platica.language.checks.links import check_links
from platica.language.checks.markdown import check_markdown
from platica.language.checks.negation import check_negation
from platica.language.checks.numbers import check_numbers
from platica.language.checks.opening_marks import check_opening_marks
from platica.language.checks.pair import Check, Languages, Pair
from platica.language.checks.placeholders import check_placeholders
from platica.language.checks.plural_count import check_plural_count
from platica.language.checks.register import check_register
from platica.language.checks.unchanged import check_unchanged
from platica.language.checks.units import check_units
from platica.language.glossary import NO_GLOSSARY, Glossary
from platica.language.plurals import PluralRule

ERRORS: tuple[Check, ...] = (
    check_numbers,
    check_units,
    check_placeholders,
    check_links,
    check_markdown,
    check_control_characters,
)
"""Checks whose errors make a text failing."""
WARNINGS: tuple[Check, ...] = (
    check_opening_marks,
    check_register,
    check_negation,
    check_glossary,
    check_unchanged,
    check_edges,
)


def entry_findings(
    source: str,
    plural: str | None,
    forms: Sequence[str],
    languages: Languages,
    rule: PluralRule,
    glossary: Glossary = NO_GLOSSARY,
    checks: Sequence[Check] = ERRORS + WARNINGS,
) -> tuple[Finding, ...]:
    """What the checks find in a translated message, once each."""
    if plural is None:
        return tuple(_single(Pair(source, forms[0], languages, glossary), checks))
    found = list(check_plural_count(forms, rule))
    for form in filter(None, forms):
        pairs = (
            Pair(source, form, languages, glossary, counted=True),
            Pair(plural, form, languages, glossary, counted=True),
        )
        found += _fitting(pairs, checks)
    return tuple(finding for place, finding in enumerate(found) if finding not in found[:place])


def _single(pair: Pair, checks: Iterable[Check]) -> Iterator[Finding]:
    for check in checks:
        yield from check(pair)


def _fitting(pairs: Iterable[Pair], checks: Sequence[Check]) -> list[Finding]:
    """Findings against the source form that fits better: which form stands for one is the language's affair."""
    return min((list(_single(pair, checks)) for pair in pairs), key=len)
