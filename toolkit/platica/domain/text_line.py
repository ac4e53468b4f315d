"""A text and its translation as they go to a translator in a table and come back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextLine:
    """One row. Domain, context and source say which text it is; translation and comment are the translator's."""

    domain: str
    language: str
    place: str
    """File and what kind of text it is, for reading only."""
    context: str
    source: str
    translation: str
    state: str
    """`missing`, `stale`, `failing` or `translated`; a stale text that comes back as `translated` is confirmed."""
    comment: str
    row: int = 0
    """Where it stands in the file, the headings being row 1."""
