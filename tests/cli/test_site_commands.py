import re
from pathlib import Path

from builders.command_line import Terminal, terminal_in


def test_a_new_site_says_what_it_decided_and_what_is_still_to_be_filled_in(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("site", "init", "--name", " Las  Flores ", "--region", "us", "--number", "clinic_name=Sur")
    assert ran.code == 0
    assert ran.out.splitlines()[0].split() == ["Organization", "Las", "Flores"]
    local = dict(re.split(r"  +", line) for line in ran.out.splitlines() if line.endswith(("911", "Sur", "write on")))
    assert local["Emergency number (emergency_number)"] == "911"
    assert local["Clinic (clinic_name)"] == "Sur"
    assert local["Clinic's telephone (clinic_phone)"] == "not set; prints as a line to write on"


def test_a_site_is_never_set_up_over_another(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    ran = terminal("site", "init", "--name", "Other")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"There is a site in {tmp_path / 'site'} already.\n"
    assert terminal.json("site", "show")["name"] == "Las Flores"


def test_without_a_site_the_sentence_says_how_to_set_one_up(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("workshop", "list")
    assert (ran.code, ran.out) == (1, "")
    assert "platica site init" in ran.err


def test_a_change_keeps_what_was_not_named(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    terminal("site", "change", "--number", "crisis_line=0800")
    changed = terminal.json("site", "change", "--region", "MX", "--paper", "a4")
    assert (changed["name"], changed["region"], changed["paper"]) == ("Las Flores", "MX", "a4")
    assert {"key": "crisis_line", "value": "0800"}.items() <= next(
        one for one in changed["numbers"] if one["key"] == "crisis_line"
    ).items()


def test_a_local_number_no_text_names_is_refused_and_nothing_is_set_up(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("site", "init", "--name", "Sur", "--number", "crisis_lin=988")
    assert ran.code == 1
    assert ran.err.startswith("No text names “crisis_lin”. There are: ")
    assert "crisis_line" in ran.err
    assert not (tmp_path / "site").exists()


def test_an_empty_name_changes_nothing(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    ran = terminal("site", "change", "--name", "  ", "--region", "MX")
    assert (ran.code, ran.err) == (1, "The organization needs a name.\n")
    assert terminal.json("site", "show")["region"] == "US"


def test_settings_that_cannot_be_read_are_named_with_their_file(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    (tmp_path / "site" / "site.toml").write_text("name = \n", encoding="utf-8")
    ran = terminal("site", "show")
    assert ran.code == 1
    assert "site.toml" in ran.err
