"""A packed curriculum that somebody made to hurt is refused whole, quickly, and nothing of it is written."""

import json
import stat
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from builders.packs import author_in, entries_of, packed_by, tree, with_sums, zipped
from platica.errors import NewerFormat, Refused
from platica.exchange.curriculum_pack import read_pack

Entries = dict[str, bytes]
CARD = "curricula/water-circle/handouts/card.md"
DEEP = json.dumps(list(range(2000)))[:-1].encode() + b",[" * 1500
"""A list in a list, and so on, that grows no more than a text."""
QUICK = 5.0
"""Seconds; none of these takes a tenth of it on a quiet machine."""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The water circle as its author packed it; every test here begins with this file."""
    return packed_by(author_in(tmp_path_factory.mktemp("author")))


def refused(file: Path, folder: Path) -> str:
    """The sentence a pack is refused with, by the reader and by the command alike."""
    begun = time.monotonic()
    with pytest.raises((Refused, NewerFormat)) as caught:
        read_pack(file)
    assert time.monotonic() - begun < QUICK
    assert tree(folder) == {file.name: file.read_bytes()}
    return str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../../outside.md",
        "curricula/water-circle/../../outside.md",
        "curricula\\water-circle\\sessions\\x.md",
        "C:/curricula/x.md",
        "curricula/water-circle/sessions/Upper.md",
        "curricula/water-circle/sessions/nul.md",
        "curricula/water-circle/sessions/a b.md",
        "curricula/water-circle/sessions/first.html",
        "curricula/water-circle/images/x.svg",
        "curricula/water-circle/sessions/" + "a" * 90 + ".md",
        "curricula/other/curriculum.yaml",
        "curricula/shared/packs/US.yaml",
        "printables/styles/x.css",
        "locales/es/LC_MESSAGES/ui.po",
        "locales/es/LC_MESSAGES/other.po",
        "locales/../LC_MESSAGES/shared.po",
    ],
)
def test_a_name_that_is_no_part_of_the_curriculum_is_refused(pack: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "bad.zip"
    file.write_bytes(zipped(with_sums({**entries_of(pack), name: b"x"})))
    assert "is no part of a curriculum" in refused(file, tmp_path)


def test_a_link_is_refused(pack: Path, tmp_path: Path) -> None:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in entries_of(pack).items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = ((stat.S_IFLNK if name == CARD else stat.S_IFREG) | 0o600) << 16
            archive.writestr(entry, content)
    file = tmp_path / "bad.zip"
    file.write_bytes(whole.getvalue())
    assert "is a link or a folder" in refused(file, tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(pack: Path, tmp_path: Path) -> None:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in (*entries_of(pack).items(), (CARD, b"another")):
            archive.writestr(name, content)
    file = tmp_path / "bad.zip"
    file.write_bytes(whole.getvalue())
    assert "stands in it twice" in refused(file, tmp_path)


def test_a_folder_is_refused(pack: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.zip"
    file.write_bytes(zipped({**entries_of(pack), "curricula/water-circle/": b""}))
    assert "is a link or a folder" in refused(file, tmp_path)


@pytest.mark.parametrize(
    ("megabytes", "sentence"),
    [(1, "grows more than a text can"), (51, "bytes unpacked")],
)
def test_a_bomb_is_refused_before_it_is_unpacked(pack: Path, tmp_path: Path, megabytes: int, sentence: str) -> None:
    content = bytes(megabytes * 1024 * 1024)
    file = tmp_path / "bomb.zip"
    file.write_bytes(zipped({**entries_of(pack), "curricula/water-circle/images/x.png": content}))
    assert sentence in refused(file, tmp_path)


def test_too_many_entries_are_refused(pack: Path, tmp_path: Path) -> None:
    many = {f"curricula/water-circle/sessions/s{number}.md": b"" for number in range(2001)}
    file = tmp_path / "many.zip"
    file.write_bytes(zipped({**entries_of(pack), **many}))
    assert "holds more than 2000 files" in refused(file, tmp_path)


def test_an_entry_that_lies_about_its_size_is_refused(pack: Path, tmp_path: Path) -> None:
    file = tmp_path / "liar.zip"
    whole = bytearray(pack.read_bytes())
    first = whole.index(b"PK\x01\x02")
    whole[first + 24 : first + 28] = (1).to_bytes(4, "little")
    file.write_bytes(whole)
    assert "was not taken" in refused(file, tmp_path)


def _manifest(change: Callable[[dict[str, object]], None]) -> Callable[[Entries], Entries]:
    def changed(entries: Entries) -> Entries:
        told = json.loads(entries["manifest.json"])
        change(told)
        return {**entries, "manifest.json": json.dumps(told).encode()}

    return changed


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda entries: {**entries, CARD: entries[CARD] + b" "}, "is not the one that was packed"),
        (lambda entries: {name: entries[name] for name in entries if name != CARD}, "is not the one that was packed"),
        (lambda entries: {**entries, "SHA256SUMS": b""}, "checksums are not right"),
        (lambda entries: {name: entries[name] for name in entries if name != "manifest.json"}, "manifest is not right"),
        (lambda entries: {**entries, "manifest.json": DEEP}, "manifest is not right"),
        (lambda entries: {**entries, "manifest.json": b"\xff"}, "manifest is not right"),
        (_manifest(lambda told: told.update(kind="other")), "manifest is not right"),
        (_manifest(lambda told: told.update(format=2)), "newer Plática"),
        (_manifest(lambda told: told.update(format=True)), "manifest is not right"),
        (_manifest(lambda told: told.update(version="1.x")), "manifest is not right"),
        (_manifest(lambda told: told.update(title="a\x1b[31m")), "manifest is not right"),
        (_manifest(lambda told: told.update(authors=[1])), "manifest is not right"),
        (_manifest(lambda told: told.update(id="shared")), "manifest is not right"),
        (_manifest(lambda told: told.update(id="../x")), "manifest is not right"),
        (_manifest(lambda told: told.update(id="other")), "is no part of a curriculum"),
    ],
)
def test_what_does_not_agree_with_itself_is_refused(
    pack: Path, tmp_path: Path, change: Callable[[Entries], Entries], sentence: str
) -> None:
    file = tmp_path / "bad.zip"
    file.write_bytes(zipped(change(entries_of(pack))))
    assert sentence in refused(file, tmp_path)


@pytest.mark.parametrize("cut", [0, 3, 100, 2000, -1, -22])
def test_a_part_of_a_pack_is_refused(pack: Path, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "part.zip"
    file.write_bytes(pack.read_bytes()[:cut])
    assert "was not taken" in refused(file, tmp_path)


def test_every_damaged_byte_is_noticed_or_does_no_harm(pack: Path, tmp_path: Path) -> None:
    whole, sound = pack.read_bytes(), read_pack(pack)
    file = tmp_path / "damaged.zip"
    for place in range(0, len(whole), 97):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        try:
            assert read_pack(file) == sound
        except Refused:
            continue


def test_something_hidden_beside_the_files_is_refused(pack: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.zip"
    file.write_bytes(b"#!/bin/sh\n" + pack.read_bytes())
    assert "was not taken" in refused(file, tmp_path)
