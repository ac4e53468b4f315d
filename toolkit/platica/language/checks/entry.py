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
from platica.language.glossary import Glossary
from platica.language.plurals import PluralRule

CHECKS: tuple[Check, ...] = (
    check_numbers,
    check_units,
    check_placeholders,
    check_links,
    check_markdown,
    check_control_characters,
    check_opening_marks,
    check_register,
    check_negation,
    check_glossary,
    check_unchanged,
    check_edges,
)


def entry_findings(
    source: str, plural: str | None, forms: Sequence[str], languages: Languages, rule: PluralRule, glossary: Glossary
) -> tuple[Finding, ...]:
    """What the checks find in a translated message, once each."""
    if plural is None:
        return tuple(_single(source, forms[0], languages, glossary))
    found = list(check_plural_count(forms, rule))
    for form in filter(None, forms):
        found += _plural_form(source, plural, form, languages, glossary)
    return tuple(finding for place, finding in enumerate(found) if finding not in found[:place])


def _single(source: str, text: str, languages: Languages, glossary: Glossary) -> Iterator[Finding]:
    pair = Pair(source, text, languages, glossary)
    for check in CHECKS:
        yield from check(pair)


def _plural_form(one: str, many: str, form: str, languages: Languages, glossary: Glossary) -> Iterable[Finding]:
    """Findings of a form against the source form it fits better; one person may be `one` or `1` in words."""
    against_many = list(_single(many, form, languages, glossary))
    against_one = list(_single(one, form, languages, glossary))
    return min(against_one, against_many, key=len)
