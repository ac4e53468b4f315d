"""The organizations that certificates thank, on the screen."""

from pathlib import Path

from builders.tui import Player, play, site_with_group


def names(player: Player) -> list[str]:
    return [one.name for one in player.app.desk.settings.sponsors]


def test_an_organization_is_added_given_a_logo_and_taken_away(tmp_path: Path) -> None:
    logo, page = tmp_path / "logo.png", tmp_path / "page.png"
    logo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    page.write_bytes(b"GIF89a")

    async def scenario(player: Player) -> None:
        await player.press("s", "9", "x")
        assert "No organization is here yet." in player.told
        await player.press("n")
        await player.type("Library [/]")
        await player.press("enter")
        assert names(player) == ["Library [/]"]
        await player.press("g")
        await player.type(str(page))
        await player.press("enter", "escape")
        assert player.app.desk.settings.sponsors[0].logo is None
        await player.press("g")
        await player.type(str(logo))
        await player.press("enter")
        assert player.app.desk.settings.sponsors[0].logo
        assert "with a logo" in player.shown
        await player.press("x")
        assert names(player) == []
        await player.press("ctrl+z")
        assert names(player) == ["Library [/]"]

    play(site_with_group(tmp_path), scenario)
