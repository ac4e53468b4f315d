"""What lays out the pages of a document."""

from enum import StrEnum


class Engine(StrEnum):
    """The best one that works on a computer is used when nobody asks for another."""

    WEASYPRINT = "weasyprint"
    BROWSER = "browser"
    """An installed browser of the Chromium family."""
    HTML = "html"
    """None: the document is a page that any browser opens, to be printed from there."""
