"""With --json every command gives one document, of the shape its help promises."""

import io
import shutil
from pathlib import Path
from typing import Any

import click
import pytest

from builders.command_line import CIRCLE, Terminal, circle_in
from builders.content import CARD, SMALL
from builders.keys import OTHER, WORDS, lock
from builders.packs import author_in, newer, packed_by
from builders.site import places_in
from platica.cli.english import English
from platica.cli.spoken_click import SpokenCommand
from platica.cli.tree import build
from platica.desk import keys
from platica.desk.open_desk import open_desk
from platica.domain.text_line import TextLine
from platica.exchange.texts_table import texts_bytes

LINES: dict[str, tuple[str, ...]] = {
    "doctor": (),
    "site init": ("--name", "Sur", "--site", "SOMEWHERE"),
    "site show": (),
    "site change": ("--region", "MX"),
    "site lock": ("--passphrase-stdin",),
    "site unlock": (),
    "site sponsors": ("--add", "Sol"),
    "site health": (),
    "backup create": ("SOMEWHERE",),
    "backup restore": ("BACKUP",),
    "backup list": (),
    "keys list": (),
    "keys add": ("--passphrase-stdin",),
    "keys recovery": (),
    "keys remove": ("2", "--passphrase-stdin"),
    "keys change": ("--passphrase-stdin",),
    "curricula list": (),
    "curricula show": (CIRCLE,),
    "curricula check": ("broken",),
    "curricula new": ("healthy-kitchen",),
    "curricula pack": (CIRCLE, "OUT.zip"),
    "curricula add": ("PACK", "--yes"),
    "workshop create": ("--curriculum", CIRCLE, "--name", "Other"),
    "workshop list": (),
    "workshop show": ("Circle",),
    "workshop plan": ("Circle", "--drop", "label-walk"),
    "workshop schedule": ("Circle",),
    "workshop reschedule": ("Circle", "1", "--at", "19:00", "--force"),
    "roster add": ("Circle", "Luz", "Ana"),
    "roster list": ("Circle",),
    "roster rename": ("Circle", "1", "Anita"),
    "roster reads": ("Circle", "1", "es,large"),
    "roster remove": ("Circle", "1"),
    "roster bring-back": ("Circle", "1"),
    "roster suggest-duplicates": ("Circle",),
    "roster join": ("Circle", "1", "2"),
    "roster separate": ("Circle", "1"),
    "settle": (),
    "attendance mark": ("Circle", "1", "--present", "1"),
    "attendance show": ("Circle",),
    "attendance undo": ("Circle",),
    "attendance return": ("Circle", "1", "--heads", "3", "--marks", "1", "--worked", "Singing"),
    "workshop notes": ("Circle",),
    "history": ("Circle", "1"),
    "leaders list": (),
    "leaders add": ("Luz",),
    "leaders rename": ("Rosa", "Rosa Medina"),
    "leaders forget-pin": ("Rosa",),
    "undo": ("Circle", "--what", "attendance"),
    "questions add": ("Circle", "Is it safe?"),
    "questions list": ("Circle",),
    "questions answered": ("Circle", "1", "--yes"),
    "erase": ("Circle", "1", "--yes"),
    "attendance heads": ("Event", "1", "9"),
    "print": ("Circle", "--what", "signin", "--meeting", "1", "--output", "SOMEWHERE"),
    "export summary": ("Circle",),
    "export attendance": ("Circle", "SOMEWHERE.csv"),
    "translate status": (),
    "translate check": ("es",),
    "translate update": ("es", "--content", "COPY"),
    "translate format": ("es", "--content", "COPY"),
    "translate extract": ("shared",),
    "translate preview": (CIRCLE, "my-plate", "--in", "es"),
    "translate export": ("OUT.xlsx", "--in", "es", "--only", "shared"),
    "translate import": ("SHEET",),
    "review status": (),
    "review sign": ("shared", "--role", "clinical", "--name", "Ana", "--only", "1"),
    "carry exchange": ("STICK",),
    "carry in": ("STICK",),
    "carry out": ("STICK",),
    "device invite": ("SOMEWHERE",),
    "device list": (),
    "device name": ("Office",),
}
LEFT_AS_IT_WAS = TextLine("shared", "es", "", "", "Sign-in sheet", "Sign-in sheet", "", "")
"""A translation that a check has something to say about."""
PRINTERS = {f"printers {name}" for name in ("list", "jobs", "reprint", "cancel", "resume")}
"""They need a print service, and are tried with one."""
NOT_HERE = {"demo", "device join", "roster import", *PRINTERS}
"""The first makes every paper and is tried on its own; the third gives people or problems, never both."""


def promised() -> dict[str, str]:
    """What each command says it gives."""
    found: dict[str, str] = {}
    for name, one in build(English()).commands.items():
        inside = one.commands if isinstance(one, click.Group) else {"": one}
        for last, command in inside.items():
            assert isinstance(command, SpokenCommand)
            found[f"{name} {last}".strip()] = command.keys
    return found


PROMISED = promised()


def shape(data: Any) -> str:
    """`{id, people: [{name}]}` of a document: keys in order, the fullest entry of a list, nothing of plain values."""
    if isinstance(data, list):
        return f"[{max(map(shape, data), key=len, default='')}]"
    if isinstance(data, dict):
        inner = ((key, shape(value)) for key, value in data.items())
        return "{" + ", ".join(f"{key}: {said}" if said else key for key, said in inner) + "}"
    return ""


def terminal_in_use(folder: Path, *, broken: bool) -> Terminal:
    """A site with a group that has marks, an event, a working copy and, if need be, a curriculum that is not right."""
    terminal = circle_in(folder, "Ana", "Luis")
    terminal("attendance", "mark", "Circle", "1", "--present", "2")
    terminal("workshop", "plan", "Circle", "--drop", "yarn-web")
    terminal("leaders", "add", "Rosa")
    terminal("workshop", "create", "--curriculum", CIRCLE, "--name", "Event", "--form", "event")
    if broken:
        terminal("curricula", "new", "broken")
        sheet = folder / "site" / "content" / "curricula" / "broken" / "handouts" / "first-sheet.md"
        sheet.write_text(sheet.read_text(encoding="utf-8").replace("::: key", "::: kay"), encoding="utf-8")
    catalogue = folder / "copy" / "locales" / "es" / "LC_MESSAGES" / "shared.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid ""\nmsgstr ""\n"Language: es\\n"\n\nmsgid "a"\nmsgstr ""\n"b"\n', encoding="utf-8")
    return terminal


def carried_by_another(folder: Path) -> None:
    """A stick on which another computer of the organization left a person."""
    there = folder / "other" / "site"
    there.mkdir(parents=True)
    for name in ("keyring.json", "site.toml"):
        shutil.copy(folder / "site" / name, there)
    other = Terminal(folder / "other")
    other("workshop", "create", "--curriculum", CIRCLE, "--name", "Other")
    assert other("carry", "out", str(folder / "stick")).code == 0


def carried_by_an_author(terminal: Terminal) -> None:
    """A packed curriculum is here, and beside it lies a newer version with a sheet that nothing names."""
    author = author_in(terminal.folder / "author", {**newer(), CARD.replace("card.md", "stray.md"): SMALL[CARD]})
    terminal("curricula", "add", str(packed_by(author_in(terminal.folder / "former"))))
    shutil.copy(packed_by(author), terminal.folder)


def backed_up(terminal: Terminal) -> None:
    """A backup outside of the site, and one that was put aside before it was put back."""
    file = str(terminal.folder / "backup.platica")
    assert terminal("keys", "recovery").code == 0
    assert terminal("backup", "create", file).code == 0
    assert terminal("backup", "restore", file, "--yes").code == 0


def test_every_command_is_tried_here() -> None:
    assert set(LINES) | NOT_HERE == set(PROMISED)


@pytest.mark.parametrize("command", LINES)
def test_a_command_gives_the_document_it_promises(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = terminal_in_use(tmp_path, broken="broken" in LINES[command])
    places = {"SOMEWHERE": "somewhere", "SOMEWHERE.csv": "out.csv", "COPY": "copy", "STICK": "stick"}
    places |= {"BACKUP": "backup.platica", "OUT.zip": "out.zip", "PACK": "water.zip"}
    places |= {"OUT.xlsx": "out.xlsx", "SHEET": "sheet.xlsx"}
    if "STICK" in LINES[command]:
        carried_by_another(tmp_path)
    if command == "curricula add":
        carried_by_an_author(terminal)
    if command == "translate import":
        (tmp_path / "sheet.xlsx").write_bytes(texts_bytes([LEFT_AS_IT_WAS]))
    if command in ("questions list", "questions answered"):
        terminal("questions", "add", "Circle", "How much is much?")
    if command == "workshop notes":
        terminal("attendance", "return", "Circle", "1", "--worked", "Singing")
    if command in ("settle", "roster suggest-duplicates"):
        terminal("roster", "add", "Circle", "Ana")
    if command == "roster separate":
        terminal("roster", "join", "Circle", "1", "2")
    if command.startswith("backup "):
        backed_up(terminal)
    if command in ("keys change", "keys remove"):
        lock(places_in(tmp_path))
        with open_desk(places_in(tmp_path), secret=WORDS) as desk:
            keys.add_passphrase(desk, OTHER)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\nnube azul pan rojo\n"))
    words = [str(tmp_path / places[word]) if word in places else word for word in LINES[command]]
    ran = terminal(*command.split(), *words, "--json")
    assert ran.out, ran
    assert shape(ran.json) == PROMISED[command]


@pytest.mark.parametrize(("reads", "empty"), [("en", "problems: [{severity, place, sentence}]"), ("tlh", "")])
def test_a_list_gives_people_or_problems(tmp_path: Path, reads: str, empty: str) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"name,reads\nLuz,{reads}\n", encoding="utf-8")
    ran = circle_in(tmp_path)("roster", "import", "Circle", str(file), "--json")
    whole = PROMISED["roster import"]
    people = whole.removeprefix("{").partition(", already")[0]
    expected = whole.replace(empty, "problems: []") if empty else whole.replace(people, "added: []")
    assert shape(ran.json) == expected


def test_what_is_refused_leaves_standard_output_empty(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("workshop", "list", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err
