"""Which warnings of the PDF maker count."""

import logging

from platica.press.worker import Complaints


def complaints_about(message: str, *values: object) -> list[str]:
    heard = Complaints()
    heard.handle(logging.LogRecord("weasyprint", logging.WARNING, "", 0, message, values, None))
    return heard.lines


def test_a_slower_way_to_the_same_fonts_is_no_complaint() -> None:
    message = 'Using fontTools instead of HarfBuzz-Subset for font "%s". Please install it.'
    assert complaints_about(message, "Andika") == []


def test_anything_else_is() -> None:
    assert complaints_about("No %s.", "glyph") == ["No glyph."]
