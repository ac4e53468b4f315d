"""Every command in the guides for coordinators is run as it stands there, with real folders, files and names."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.command_line import circle_in
from platica.resources import bundled

DOCS = bundled().folder / "docs"
PACKED = Path(__file__).parents[1] / "contract" / "golden" / "curriculum-pack-v1" / "water-circle.zip"
# Those that ask for a secret at a terminal have tests of their own; a network or a fresh folder is not here.
ELSEWHERE = {("keys", "add"), ("keys", "change"), ("keys", "remove"), ("device", "join"), ("site", "lock"), ("kit",)}


def commands(document: str) -> Iterator[list[str]]:
    """The words of every command in running text, in order, without those of `ELSEWHERE`."""
    text = re.sub(r"^```.*?^```", "", (DOCS / document).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for line in re.findall(r"`\./platica ([^`]+)`", text):
        words = shlex.split(line)
        if not {tuple(words[:1]), tuple(words[:2])} & ELSEWHERE and words != ["--without-pdf"]:
            yield words


@pytest.mark.parametrize("document", ["coordinator.md", "coordinator.es.md"])
def test_every_command_of_the_guide_does_what_it_is_for(tmp_path: Path, document: str) -> None:
    people = ("Ana Beltrán", "Luis", "Rosa", "Ana Beltran", "Luis Ávila")
    circle, stick = circle_in(tmp_path, *people), tmp_path / "stick"
    names: dict[str, str] = {}
    stick.mkdir()
    for english, spanish, meant in (
        ("FOLDER", "CARPETA", str(stick)),
        ("WORKSHOP", "TALLER", "Circle"),
        ("NAME", "NOMBRE", "Beto Gil"),
        ("TEXT", "TEXTO", "Fruit?"),
        ("FILE.zip", "ARCHIVO.zip", str(PACKED)),
    ):
        names |= {english: meant, spanish: meant}
    assert circle("keys", "recovery").code == 0
    made = circle.json("backup", "create", str(tmp_path / "made.platica"))["file"]
    ran = []
    for words in commands(document):
        file = str(tmp_path / "table.csv") if words[0] == "export" else made
        asked = [names.get(word, file if word in ("FILE", "ARCHIVO") else word) for word in words]
        done = circle(*asked)
        if words[:2] == ["settle", "1"]:
            assert "the same person" in done.out
        assert (asked, done.code) == (asked, 0), done.err
        ran.append(words[0])
    assert len(ran) >= 25
