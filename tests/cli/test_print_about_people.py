"""Papers about people and bundles for a print shop, from the command line."""

from pathlib import Path

import pytest

from builders.command_line import Terminal, circle_in


def came_in(folder: Path) -> Terminal:
    """Ana came to both of the first sessions and Luis to one."""
    terminal = circle_in(folder, "Ana", "Luis")
    terminal("attendance", "mark", "Circle", "1", "--present", "1-2")
    terminal("attendance", "mark", "Circle", "2", "--present", "1", "--all-but", "2")
    return terminal


def test_certificates_are_made_for_those_who_are_named(tmp_path: Path) -> None:
    words = ("--what", "certificates", "--people", "2", "--discreet", "--output", str(tmp_path / "out"))
    made = came_in(tmp_path).json("print", "Circle", *words)["documents"]
    assert [one["title"] for one in made] == ["Certificate of participation"]


def test_a_bundle_has_its_own_folder_with_a_ticket_and_an_archive(tmp_path: Path) -> None:
    terminal = came_in(tmp_path)
    words = ("--what", "forms", "--meeting", "3", "--bundle", "--zip", "--output", str(tmp_path / "out"))
    told = terminal.json("print", "Circle", *words)
    assert Path(told["ticket"]).parent == Path(told["folder"]) == tmp_path / "out" / "print-shop"
    assert Path(told["archive"]).is_file()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--zip",), "--zip and --with-names belong to --bundle."),
        (("--bundle", "--to-printer", "HP"), "say one of them."),
        (("--what", "signin", "--bundle"), "papers that name people stay here."),
    ],
)
def test_what_makes_no_bundle_is_told(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    ran = circle_in(tmp_path, "Ana")("print", "Circle", *words, "--output", str(tmp_path / "out"))
    assert ran.code != 0
    assert sentence in ran.err


def test_sponsors_are_added_shown_and_taken_away(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    assert terminal("site", "sponsors").out == "Certificates name no other organization.\n"
    assert terminal.json("site", "sponsors", "--add", "Sol")["sponsors"] == [{"name": "Sol", "logo": None}]
    ran = terminal("site", "sponsors", "--logo", "x.png")
    assert ran.code == 2
    assert "--logo belongs to --add." in ran.err
    assert terminal.json("site", "sponsors", "--remove", "sol")["sponsors"] == []
