"""A site that cannot be written to, on the screen: it is read, a marking is refused in a sentence, nothing is lost."""

from pathlib import Path

import pytest

from builders.read_only import write_protect
from builders.tui import Player, marks_of, play, site_with_group


def test_on_a_read_only_site_people_are_shown_and_a_marking_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = site_with_group(tmp_path)
    write_protect(monkeypatch, places.site)

    async def scenario(player: Player) -> None:
        assert "Look at the state of the records" in player.shown
        await player.press("a")
        await player.type("1-2")
        await player.press("enter")
        assert "this folder may not be written to" in " ".join(player.shown.split())
        assert marks_of(player.app.desk) == {}
        assert "Olga" in player.shown

    play(places, scenario)
