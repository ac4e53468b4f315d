"""The first screen: quick, complete, and readable on small terminals."""

import subprocess
import sys
from pathlib import Path

import pytest

from builders.tui import Player, play, site_with_group

NOT_AT_THE_START = ("weasyprint", "jinja2", "polib", "babel", "markdown_it", "yaml", "pikepdf", "click", "openpyxl")


def test_the_first_paint_has_the_next_session_and_loads_nothing_it_does_not_show(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)
    play(places, _look, language="es")  # writes the indexes of titles and of translations
    script = f"""
import asyncio, sys
from datetime import datetime
from pathlib import Path
from platica.desk.open_desk import Places
from platica_tui.app import PlaticaApp
from platica_tui.screens.today import TodayPage

seen = []
class Watched(PlaticaApp):
    def _display(self, screen, renderable):
        super()._display(screen, renderable)
        if isinstance(screen, TodayPage) and screen.seen and not seen:
            seen.extend(name for name in {NOT_AT_THE_START!r} if name in sys.modules)
            seen.append(screen.seen.next.workshop.name if screen.seen.next else "nothing")

places = Places(Path({str(places.site)!r}), None, Path({str(places.cache)!r}))
app = Watched(places, now=lambda: datetime(2026, 11, 19, 16))
async def look():
    async with app.run_test() as pilot:
        await pilot.pause()
asyncio.run(look())
print(*seen)
"""
    root = Path(__file__).resolve().parents[2]
    env = {"PYTHONPATH": f"{root / 'toolkit'}:{root / 'tui'}", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Caminando", "juntos"]


async def _look(player: Player) -> None:
    assert "Caminando juntos" in player.shown
    assert "The plate at my table" in player.shown or "El plato de mi mesa" in player.shown


@pytest.mark.parametrize("keys", [(), ("a",), ("e",), ("p",), ("o",), ("end", "enter"), ("end", "enter", "m"), ("s",)])
def test_at_60_by_20_every_screen_keeps_its_cursor_and_its_keys(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async def scenario(player: Player) -> None:
        await player.press(*keys)
        rows = player.shown.splitlines()
        assert "F1" in rows[-1]
        assert "▸" in player.shown or "‹" in player.shown or player.app.screen.focused is not None
        assert all(len(row) <= 60 for row in rows)

    play(site_with_group(tmp_path), scenario, size=(60, 20))


def test_at_60_by_20_the_preview_of_a_session_folds_away(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("end", "enter", "m")
        assert player.app.screen.query_one("#preview").display is False

    play(site_with_group(tmp_path), scenario, size=(60, 20))
