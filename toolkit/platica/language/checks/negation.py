"""A “do not” must not get lost."""

import re
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language import tags
from platica.language.checks.pair import Pair, prose
from platica.phrases import phrase

_ENGLISH = re.compile(r"\b(?:not|never|cannot|without|nobody|nothing|none|no one)\b|n['’]t\b", re.IGNORECASE)
_ENGLISH_WIDE = re.compile(
    r"\b(?:not?|never|cannot|without|nobody|nothing|none|nor|neither|avoid|stop|unless|except|only|instead|less|few"
    r"|refus\w*|un\w+|in\w+able|free)\b|n['’]t\b",
    re.IGNORECASE,
)
_SPANISH = re.compile(r"\b(?:no|nunca|jamás)\b", re.IGNORECASE)
_SPANISH_WIDE = re.compile(
    r"\b(?:no|nunca|jamás|ni|sin|nada|nadie|ningún|ninguna|ninguno|tampoco|evit\w+|falt\w+|deje\w*|dejar|salvo|excepto|menos"
    r"|sino|solo|sólo|im\w+ble|in\w+ble)\b",
    re.IGNORECASE,
)
_PATTERNS = {"en": (_ENGLISH, _ENGLISH_WIDE), "es": (_SPANISH, _SPANISH_WIDE)}
_TAG_QUESTION = re.compile(r"[,¿]\s*¿?\s*(?:no|verdad)\s*\?", re.IGNORECASE)


def check_negation(pair: Pair) -> Iterator[Finding]:
    """A warning where the source plainly negates and the translation does not, in English and Spanish."""
    source, target = tags.base(pair.languages.source), tags.base(pair.languages.target)
    if source not in _PATTERNS or target not in _PATTERNS:
        return
    plain, wide = _PATTERNS[source][0], _PATTERNS[target][1]
    hit = plain.search(_TAG_QUESTION.sub("", prose(pair.source)))
    if hit and not wide.search(prose(pair.text)):
        sentence = phrase("The source says “{word}”; nothing in the translation says no.", word=hit[0])
        yield Finding("negation", Severity.WARNING, sentence)
