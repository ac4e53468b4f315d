"""A screen and a command line that mark the same session at the same time."""

import asyncio
import os
import sys
from pathlib import Path

from builders.tui import Player, marks_of, only_workshop, play, site_with_group
from platica.desk.open_desk import Places

HALF = 12
PEOPLE = tuple(f"Persona {number}" for number in range(1, 2 * HALF + 1))


async def marked_by_command(places: Places, workshop: str, number: int) -> bytes:
    """Another program marks one person; what it said on standard error."""
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PLATICA_CACHE": str(places.cache)}
    words = ("--site", str(places.site), "attendance", "mark", workshop, "3", "--late", str(number))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "platica",
        *words,
        env=known,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await process.communicate()
    assert process.returncode == 0, said
    return said


def test_neither_loses_a_mark_and_the_screen_shows_those_of_the_other(tmp_path: Path) -> None:
    places = site_with_group(tmp_path, PEOPLE)

    async def scenario(player: Player) -> None:
        workshop = only_workshop(player.app.desk).id
        await player.press("a")

        async def commands() -> None:
            for number in range(HALF + 1, 2 * HALF + 1):
                await marked_by_command(places, workshop, number)

        beside = asyncio.create_task(commands())
        for number in range(1, HALF + 1):
            await player.type(str(number))
            await player.press("enter")
        await beside
        expected = {number: "present" if number <= HALF else "late" for number in range(1, 2 * HALF + 1)}
        assert marks_of(player.app.desk) == expected
        await player.type("1")
        await player.press("enter")
        assert "Not marked 0" in player.shown

    play(places, scenario)
