"""Looks that everybody can read."""

import pytest
from textual.color import Color
from textual.theme import Theme

from platica_tui.themes import EVENING, MORNING, STRONG_DARK, STRONG_LIGHT, THEMES

WORDS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success")


def _contrast(one: Color, two: Color) -> float:
    """The WCAG 2.2 contrast of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _pairs(theme: Theme) -> dict[str, tuple[str, str]]:
    pairs = {
        f"{words} on {ground}": (str(getattr(theme, words)), str(getattr(theme, ground)))
        for words in WORDS
        for ground in ("background", "surface", "panel")
    }
    pairs |= {
        f"quiet on {ground}": (theme.variables["quiet"], str(getattr(theme, ground)))
        for ground in ("background", "surface", "panel")
    }
    return pairs | {"under the cursor": (theme.variables["cursor-words"], theme.variables["cursor"])}


@pytest.mark.parametrize(("theme", "least"), [(EVENING, 4.5), (MORNING, 4.5), (STRONG_DARK, 7.0), (STRONG_LIGHT, 7.0)])
def test_words_stand_out_from_their_ground(theme: Theme, least: float) -> None:
    poor = {
        name: round(_contrast(Color.parse(one), Color.parse(two)), 1)
        for name, (one, two) in _pairs(theme).items()
        if _contrast(Color.parse(one), Color.parse(two)) < least
    }
    assert poor == {}


def test_a_dark_and_a_light_look_of_high_contrast_can_be_chosen() -> None:
    assert {theme.dark for theme, _ in THEMES if "contrast" in theme.name} == {True, False}
