"""Links: each address of the source is in the translation."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair
from platica.phrases import phrase

_TARGET = re.compile(r"\]\(\s*([^)\s]*)")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+")
_LABEL = re.compile(r"\]\[([^\]]+)\]")


def check_links(pair: Pair) -> Iterator[Finding]:
    """Errors for an address or label lost or added; only a warning for another page of the same site."""
    wanted, there = _targets(pair.source), _targets(pair.text)
    lost, added = list((wanted - there).elements()), list((there - wanted).elements())
    for target in list(added):
        twin = next((other for other in lost if _same_site(target, other)), None)
        if twin:
            lost.remove(twin)
            added.remove(target)
            yield Finding(
                "links", Severity.WARNING, phrase("{address} is another page of the same site.", address=target)
            )
    for target in lost:
        sentence = phrase("The address {address} of the source is not in the translation.", address=target)
        yield Finding("links", Severity.ERROR, sentence)
    for target in added:
        yield Finding("links", Severity.ERROR, phrase("The address {address} is not in the source.", address=target))


def _targets(text: str) -> Counter[str]:
    targets = _TARGET.findall(text)
    bare = [address.rstrip(".,;:!?") for address in _ADDRESS.findall(_TARGET.sub("]", text))]
    return Counter(targets + bare + _LABEL.findall(text))


def _same_site(one: str, other: str) -> bool:
    try:
        left, right = urlsplit(one), urlsplit(other)
    except ValueError:
        return False
    return bool(left.netloc) and (left.scheme, left.netloc) == (right.scheme, right.netloc)
