"""Carrying records and joining computers from the command line."""

import io
from pathlib import Path

import pytest

from builders.command_line import Ran, Terminal, circle_in
from platica.desk import keys
from platica.desk.open_desk import Places, open_desk


def join(terminal: Terminal, file: Path, code: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> Ran:
    """`device join` with a code on standard input."""
    with monkeypatch.context() as typed:
        typed.setattr("sys.stdin", io.StringIO(f"{code}\n"))
        return terminal("device", "join", str(file), "--code-stdin", *words)


def two_computers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Terminal, Terminal, Path]:
    """A computer with a group, another that joined it with nothing of its own, and a stick."""
    one = circle_in(folder / "one", "Ana", "Luis", language="es")
    two, stick = Terminal(folder / "two"), folder / "stick"
    stick.mkdir()
    code = one.json("device", "invite", str(stick / "invitation.json"))["code"]
    joined = join(two, stick / "invitation.json", code, monkeypatch, "--json")
    assert joined.json["organization"] == "Las Flores"
    assert "This computer asks for no passphrase" in joined.err
    return one, two, stick


def test_a_new_computer_joins_with_the_settings_and_brings_the_records_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, stick = two_computers(tmp_path, monkeypatch)
    assert two.json("site", "show")["language"] == "es"
    assert one("carry", "out", str(stick)).out.endswith("Ya puede sacar la memoria USB.\n")
    came = two("carry", "in", str(stick))
    assert (came.code, came.err) == (0, "")
    assert "Se agregó a Ana" in came.out
    assert [one["name"] for one in two.json("roster", "list", "Circle")] == ["Ana", "Luis"]
    names = [one["name"] for one in two.json("device", "list")["computers"]]
    two("device", "name", "Portátil de Rosa")
    one("device", "name", "Oficina")
    for terminal in (two, one, two):
        terminal("carry", "exchange", str(stick))
    listed = two.json("device", "list")["computers"]
    assert len(names) == len(listed) == 2
    assert {one["name"] for one in listed} == {"Portátil de Rosa", "Oficina"}
    assert listed[0]["here"]
    again = two.json("carry", "exchange", str(stick))
    assert (again["came"]["changes"], again["out"]["written"]) == ([], 0)


def test_the_code_is_shown_once_and_is_not_in_the_file(tmp_path: Path) -> None:
    one, file = circle_in(tmp_path), tmp_path / "invitation.json"
    said = one("device", "invite", str(file))
    code = said.out.splitlines()[1].removeprefix("Code: ")
    assert len(code.split("-")) == 4
    assert "must not travel with the file" in said.out
    assert not {code, code.replace("-", ""), "Las Flores"} & set(file.read_text().split('"'))
    assert all(group not in file.read_text() for group in code.split("-"))


def test_a_long_list_of_changes_is_cut_and_all_of_it_is_there_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, stick = two_computers(tmp_path, monkeypatch)
    one("roster", "add", "Circle", *(f"Persona {number}" for number in range(20)))
    one("carry", "out", str(stick))
    shown = two("carry", "in", str(stick), "--language", "en").out.splitlines()
    assert shown[0].endswith("changes came in.")
    assert any(line.startswith("  and ") for line in shown)
    assert sum(line.startswith("  ") for line in shown) == 13
    three = Terminal(tmp_path / "three")
    code = one.json("device", "invite", str(stick / "more.json"))["code"]
    join(three, stick / "more.json", code, monkeypatch)
    everything = three("carry", "in", str(stick), "--all", "--language", "en").out
    assert "Persona 19" in everything
    assert "--all lists" not in everything


def test_an_invitation_to_a_computer_that_is_of_the_organization_brings_the_newer_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, stick = two_computers(tmp_path, monkeypatch)
    for terminal in (one, two, one):
        terminal("carry", "exchange", str(stick))
    with monkeypatch.context() as typed:
        typed.setattr("sys.stdin", io.StringIO("casa luna río café\n"))
        one("keys", "add", "--passphrase-stdin")
    places = Places(tmp_path / "one" / "site", None, tmp_path / "cli-cache")
    with open_desk(places, secret="casa luna río café") as desk:
        keys.leave_open(desk)
        keys.remove(desk, 1)
        keys.leave_open(desk)
    assert one("roster", "add", "Circle", "Nueva").code == 0
    one("carry", "exchange", str(stick))
    waits = two("carry", "exchange", str(stick))
    assert "llave más nueva" in waits.out
    assert "Pida allí una invitación" in waits.out
    code = one.json("device", "invite", str(stick / "new.json"))["code"]
    said = join(two, stick / "new.json", code, monkeypatch, "--json")
    assert said.json["already"]
    assert "llave más nueva" not in two("carry", "exchange", str(stick)).out
    assert len(two.json("roster", "list", "Circle")) == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("carry", "in", "NOWHERE/deep"), "Plug the USB stick in"),
        (("carry", "out", "NOWHERE/deep"), "Plug the USB stick in"),
        (("carry", "exchange", "NOWHERE/deep"), "Plug the USB stick in"),
        (("device", "join", "NOWHERE"), "--code-stdin"),
        (("device", "invite", "NOWHERE/deep"), "could not be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    terminal = circle_in(tmp_path)
    ran = terminal(*(word.replace("NOWHERE", str(tmp_path / "nowhere")) for word in words))
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_empty_folder_may_be_exchanged_with_but_not_brought_in(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    (tmp_path / "stick").mkdir()
    assert "Nothing was carried" in terminal("carry", "in", str(tmp_path / "stick")).err
    assert "You can take the USB stick out now." in terminal("carry", "exchange", str(tmp_path / "stick")).out


def test_a_wrong_code_and_a_file_that_is_none_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = circle_in(tmp_path)
    one("device", "invite", str(tmp_path / "invitation.json"))
    new = Terminal(tmp_path / "new")
    ran = join(new, tmp_path / "invitation.json", "0000-0000", monkeypatch)
    assert ran.code == 1
    (tmp_path / "other.json").write_text("{}")
    ran = join(new, tmp_path / "other.json", "0000-0000", monkeypatch)
    assert "is no invitation" in ran.err
    assert not (tmp_path / "new").exists()


def test_an_invitation_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    one, backup = circle_in(tmp_path), tmp_path / "backup.platica"
    backup.write_bytes(b"everything")
    refused = one("device", "invite", str(backup))
    assert (refused.code, refused.err) == (1, f"There is a file {backup} already. Choose another name.\n")
    assert backup.read_bytes() == b"everything"
    files = {one.json("device", "invite", str(tmp_path))["file"] for _ in range(2)}
    assert files == {str(tmp_path / "platica-invitation.json")}
