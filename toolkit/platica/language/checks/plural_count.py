"""Plural forms: as many as the catalogue's header says, none empty."""

from collections.abc import Iterator, Sequence

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.plurals import PluralRule
from platica.phrases import phrase


def check_plural_count(forms: Sequence[str], rule: PluralRule) -> Iterator[Finding]:
    """Errors for a form too many, too few or empty."""
    if len(forms) != rule.forms:
        sentence = phrase("The message has {found} plural forms; this catalogue needs {wanted}.",
                          found=len(forms), wanted=rule.forms)  # fmt: skip
        yield Finding("plural-count", Severity.ERROR, sentence)
    if not all(forms):
        yield Finding("plural-count", Severity.ERROR, phrase("A plural form is empty."))
