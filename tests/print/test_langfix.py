"""The languages of inner elements, read back from a finished file; the fix is for one version of WeasyPrint."""

import io
from importlib.metadata import version

import pikepdf

from builders.press import edition, handout, para, warm_press
from platica.press.langfix import MADE_FOR


def test_the_fix_is_for_the_version_that_is_installed() -> None:
    assert version("weasyprint") == MADE_FOR, "look whether WeasyPrint keeps inner languages itself now"


def test_words_in_another_language_are_read_in_its_voice() -> None:
    view = handout(para("Hola", "es"), para("Hello", "en"), title="Azúcar", language="es")
    with pikepdf.open(io.BytesIO(warm_press().render(view, edition("es")).pdf)) as pdf:
        tongues = [str(one.Lang) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one]
    assert sorted(tongues) == ["en", "es"]
