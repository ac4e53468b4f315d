"""Catalogues laid over one another: a region over its language, a site's folder over the bundled one."""

from collections.abc import Iterable
from dataclasses import dataclass

from platica.domain.document import TextState
from platica.language.compiled import Compiled
from platica.language.plurals import PluralRule


@dataclass(frozen=True, slots=True)
class Layer:
    """One catalogue and the language it is in, as a BCP 47 tag."""

    language: str
    catalogue: Compiled


@dataclass(frozen=True, slots=True)
class Found:
    """The text some layer holds for a message."""

    state: TextState
    language: str
    forms: tuple[str, ...]
    rule: PluralRule


def find(layers: Iterable[Layer], context: str | None, source: str) -> Found | None:
    """The first sound text; without one, the first that is stale or failing; None when no layer has the message."""
    unsound: Found | None = None
    for layer in layers:
        text = layer.catalogue.text(context, source)
        if not text:
            continue
        found = Found(text.state, layer.language, text.forms, layer.catalogue.rule)
        if text.state.sound:
            return found
        unsound = unsound or found
    return unsound
