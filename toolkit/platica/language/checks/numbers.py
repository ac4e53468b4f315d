"""Numbers and doses: every number of the source is in the translation, no other is, and ranges run the same way."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.number_words import in_words
from platica.language.checks.pair import Pair, prose
from platica.language.checks.quantities import Amount, amounts, ranges
from platica.phrases import Phrase, phrase


def check_numbers(pair: Pair) -> Iterator[Finding]:
    """Errors for a number lost, added, or turned round in a range."""
    source, text = prose(pair.source), prose(pair.text)
    read, written = amounts(source, pair.languages.source), amounts(text, pair.languages.target)
    lost = _less_words(_missing(read, written), text, pair.languages.target)
    added = _less_words(_missing(written, read), source, pair.languages.source)
    for amount in lost:
        yield _finding(phrase("The number {number} of the source is not in the translation.", number=amount.written))
    for amount in added:
        yield _finding(phrase("The number {number} is not in the source.", number=amount.written))
    if not lost and not added:
        forward = set(ranges(source, read))
        for low, high in ranges(text, written):
            if (low, high) not in forward and (high, low) in forward:
                found = f"{low}, {high}"
                yield _finding(
                    phrase("The source says these two numbers in the other order: {numbers}.", numbers=found)
                )


def _missing(wanted: tuple[Amount, ...], there: tuple[Amount, ...]) -> list[Amount]:
    left = Counter(amount.value for amount in there)
    missing = []
    for amount in wanted:
        if left[amount.value]:
            left[amount.value] -= 1
        else:
            missing.append(amount)
    return missing


def _less_words(missing: list[Amount], other: str, language: str) -> list[Amount]:
    """Those not written out as a word on the other side: `15` may be `quince`."""
    words = in_words(other, language) if missing else Counter()
    kept = []
    for amount in missing:
        if isinstance(amount.value, Fraction) and words[amount.value]:
            words[amount.value] -= 1
        else:
            kept.append(amount)
    return kept


def _finding(sentence: Phrase) -> Finding:
    return Finding("numbers", Severity.ERROR, sentence)
