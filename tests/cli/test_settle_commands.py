"""Settling, joining and separating from the command line."""

import shutil
from pathlib import Path

from builders.command_line import Terminal, circle_in
from builders.ledger import carry, second_device


def apart_in(folder: Path, *names: str, language: str = "en") -> tuple[Terminal, Terminal]:
    """Two terminals on two computers that know the same."""
    one = circle_in(folder / "one", *names, language=language)
    (folder / "two").mkdir()
    there = second_device(folder / "one" / "site", folder / "two" / "site")
    shutil.copy(folder / "one" / "site" / "site.toml", there)
    carry(folder / "one" / "site", there)
    return one, Terminal(folder / "two")


def together(folder: Path) -> None:
    carry(folder / "one" / "site", folder / "two" / "site")
    carry(folder / "two" / "site", folder / "one" / "site")


def test_nothing_to_settle_is_said(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Luis")
    assert terminal("settle").out == "There is nothing to settle.\n"
    assert terminal.json("settle")["matters"] == []


def test_matters_are_listed_by_number_and_settled_by_a_letter(tmp_path: Path) -> None:
    one, two = apart_in(tmp_path, "Ana", "Luis")
    one("attendance", "mark", "Circle", "1", "--late", "1")
    two("attendance", "mark", "Circle", "1", "--absent", "1")
    together(tmp_path)
    listed = one("settle").out
    assert listed.startswith(
        "1  Ana, session 1 of Circle: computers that did not know of each other wrote different things.\n"
        "   Until it is settled, what stands first here counts.\n   A  "
    )
    assert listed.endswith("Settle one with: platica settle 1 --choose A\n")
    (matter,) = two.json("settle")["matters"]
    assert (matter["number"], matter["kind"]) == (1, "apart")
    late = next(choice["letter"] for choice in matter["choices"] if choice["sentence"].startswith("late"))
    assert two("settle", "1", "--choose", late.lower()).out == "Ana, session 1 of Circle: late.\n"
    together(tmp_path)
    assert one.json("settle")["matters"] == []
    assert one.json("attendance", "show", "Circle")["people"][0]["marks"][0]["presence"] == "late"


def test_a_matter_is_named_by_its_id_too(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Luis Martín", "Luisa Martín")
    (matter,) = terminal.json("settle")["matters"]
    ran = terminal("settle", matter["id"], "--choose", "C")
    assert (ran.code, ran.out) == (0, "Luis Martín and Luisa Martín are two different people.\n")
    assert terminal.json("settle")["matters"] == []


def test_wrong_numbers_and_letters_are_sentences(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Luis Martín", "Luisa Martín")
    assert terminal("settle", "1").code == 2
    ran = terminal("settle", "7", "--choose", "A")
    assert (ran.code, ran.err) == (1, "There is no matter 7 to settle.\n")
    ran = terminal("settle", "1", "--choose", "Z")
    assert (ran.code, ran.err) == (1, "There is no choice “Z” here. There are: A, B, C.\n")


def test_people_are_suggested_joined_and_separated(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Helena Ruiz", "[/]", "Elena Ruis")
    (matter,) = terminal.json("roster", "suggest-duplicates", "Circle")
    assert matter["kind"] == "duplicate"
    assert terminal.json("roster", "suggest-duplicates") == [matter]
    assert terminal("roster", "join", "Circle", "2", "4").out == "Helena Ruiz is one person: 2, 4.\n"
    assert "2       Helena Ruiz  en                    also number 4\n" in terminal("roster", "list", "Circle").out
    assert [one["also"] for one in terminal.json("roster", "list", "Circle")] == [[], [4], []]
    assert terminal("attendance", "mark", "Circle", "1", "--late", "4").code == 0
    assert terminal("roster", "suggest-duplicates").out == (
        "Nobody’s names are so alike that they may be one person.\n"
    )
    ran = terminal("roster", "separate", "Circle", "4")
    assert ran.out == "Helena Ruiz and Elena Ruis are two people again.\n"
    ran = terminal("roster", "separate", "Circle", "4")
    assert (ran.code, ran.err) == (1, "Elena Ruis was not joined with anybody.\n")


def test_a_number_of_two_people_is_refused_and_shown(tmp_path: Path) -> None:
    one, two = apart_in(tmp_path, "Ana")
    one("roster", "add", "Circle", "Blanca")
    two("roster", "add", "Circle", "Carlos")
    together(tmp_path)
    ran = one("attendance", "mark", "Circle", "1", "--present", "1-2")
    assert ran.code == 1
    assert "Several people have number 2: " in ran.err
    assert one("roster", "list", "Circle").out.count("number of several people") == 2
    assert one("settle", "1", "--choose", "A").code == 0
    assert one("attendance", "mark", "Circle", "1", "--present", "1-3").code == 0


def test_how_long_records_are_kept_is_a_setting(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    assert terminal.json("site", "show")["retention_months"] == 24
    assert terminal.json("site", "change", "--retention-months", "36")["retention_months"] == 36
    assert "36 months after they were last heard of" in terminal("site", "show").out
    assert "retention_months = 36" in (tmp_path / "site" / "site.toml").read_text()
    (tmp_path / "site" / "site.toml").write_text('name = "A"\nlanguage = "en"\nregion = "US"\nretention_months = "x"\n')
    ran = terminal("site", "show")
    assert ran.code == 1
    assert "“x” is no number for retention_months; from 0 to 1200 are." in ran.err


def test_settling_speaks_spanish(tmp_path: Path) -> None:
    one, two = apart_in(tmp_path, "Ana", language="es")
    one("roster", "add", "Circle", "Blanca")
    two("roster", "add", "Circle", "Carlos")
    together(tmp_path)
    said = one("settle").out
    assert "El número 2 de Circle es de varias personas: " in said
    assert "Resuelva uno con: platica settle 1 --choose A" in said
