"""As what a paper is left."""

from enum import StrEnum


class FileKind(StrEnum):
    """The kinds of file a sheet can become."""

    PDF = "pdf"
    HTML = "html"
    """One page to open on a telephone or with a screen reader."""
    TEXT = "text"
    """Messages to send from a telephone."""
