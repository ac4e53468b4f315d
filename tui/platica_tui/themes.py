"""How the program looks: two calm themes and two of high contrast (7:1 or more)."""

from typing import Final

from textual.theme import Theme

from platica.phrases import mark

EVENING: Final = Theme(
    name="platica-evening",
    primary="#8fc7b0",
    secondary="#d9b98a",
    accent="#f0b567",
    warning="#f2c45a",
    error="#f0988c",
    success="#a5d39b",
    foreground="#ece7dd",
    background="#16191b",
    surface="#1c2023",
    panel="#262b2f",
    variables={"quiet": "#a9a9a0", "cursor": "#2c4a40", "cursor-words": "#ffffff", "block-cursor-text-style": "none"},
)
MORNING: Final = Theme(
    name="platica-morning",
    primary="#1c5f4c",
    secondary="#7a4f12",
    accent="#8a4b00",
    warning="#7a4a00",
    error="#9c2a1c",
    success="#2c6124",
    foreground="#25241f",
    background="#fbf8f2",
    surface="#f3eee4",
    panel="#e8e1d3",
    dark=False,
    variables={"quiet": "#5d5a52", "cursor": "#cfe3d8", "cursor-words": "#000000", "block-cursor-text-style": "none"},
)
STRONG_DARK: Final = Theme(
    name="platica-contrast-dark",
    primary="#ffff66",
    secondary="#ffffff",
    accent="#66ffff",
    warning="#ffd24d",
    error="#ffb3b3",
    success="#99ff99",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text_alpha=1.0,
    variables={"quiet": "#e6e6e6", "cursor": "#ffff66", "cursor-words": "#000000", "block-cursor-text-style": "none"},
)
STRONG_LIGHT: Final = Theme(
    name="platica-contrast-light",
    primary="#00309c",
    secondary="#000000",
    accent="#5c0099",
    warning="#5c3000",
    error="#8f0000",
    success="#004d00",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#ebebeb",
    dark=False,
    text_alpha=1.0,
    variables={"quiet": "#262626", "cursor": "#00309c", "cursor-words": "#ffffff", "block-cursor-text-style": "none"},
)

THEMES: Final = (
    (EVENING, mark("Dark")),
    (MORNING, mark("Light")),
    (STRONG_DARK, mark("Dark, high contrast")),
    (STRONG_LIGHT, mark("Light, high contrast")),
)
"""Every theme with its name in words."""
