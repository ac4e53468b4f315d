"""Names that try to command the program or the terminal are shown as they are, on every screen."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from builders.site import THURSDAY, clock_at
from builders.tui import Player, only_workshop, play, site_with_group
from platica.desk import build_workshop
from platica.desk.open_desk import open_desk
from platica.domain.participant import Participant
from platica.phrases import phrase
from platica_tui.widgets.plain import Words, fitted, shown, spread

NAMES = (
    "[/]",
    "[red]x[/red]",
    "[@click=app.quit]Pulse[/]",
    "[type=x, v={'a[0]'}]",
    "$primary",
    "\\[b]",
    "a" * 80,
    "👨‍👩‍👧‍👦 Familia",
    "محمد",
    "{name}",
)
WAYS = (
    (),
    ("a",),
    ("e",),
    ("e", "enter"),
    ("e", "h"),
    ("end", "enter", "h"),
    ("e", "d"),
    ("b",),
    ("p",),
    ("end", "enter"),
)


@pytest.mark.parametrize("way", WAYS)
def test_markup_in_names_is_only_text(tmp_path: Path, way: tuple[str, ...]) -> None:
    places = site_with_group(tmp_path, NAMES)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        build_workshop.describe(desk, only_workshop(desk).id, name="[/] [@click=app.quit]", place="[b]")

    async def scenario(player: Player) -> None:
        player.app.tell(phrase("{name} is saved.", name="[/][@click=app.quit]"))
        await player.press(*way)
        assert player.app.is_running
        assert "[" in player.shown

    play(places, scenario)


def test_a_name_stored_with_codes_for_the_terminal_is_shown_without_them(tmp_path: Path) -> None:
    places = site_with_group(tmp_path, ("Ana",))
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        person = desk.records.roster(only_workshop(desk).id).entries[0].participant
        bad = "Ana\x1b]0;owned\x07\x1b[31m\x9b2J\u202e"
        desk.records.save(Participant(person.id, person.code, bad, person.reads))

    async def scenario(player: Player) -> None:
        for way in ("a", "e"):
            await player.press(way)
            assert "Ana\ufffd]0;owned\ufffd" in player.shown
            assert not set(player.shown) & {"\x1b", "\x07", "\x9b", "\u202e"}
            await player.press("escape")

    play(places, scenario)


@given(st.text(max_size=60), st.integers(0, 80))
def test_any_text_fits_its_cells_and_holds_no_control_character(text: str, width: int) -> None:
    safe = shown(text)
    assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in safe)
    assert cell_len(fitted(safe, width)) == width
    assert cell_len(spread(safe, "x", width)) == width


def test_words_take_no_markup() -> None:
    assert str(Words("[/][red]x").content) == "[/][red]x"
