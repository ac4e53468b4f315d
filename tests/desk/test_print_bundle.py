"""What is brought to a print shop."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from builders.site import desk_in, workshop_on
from platica.desk import keep_roster, print_bundle
from platica.desk.desk import Desk
from platica.domain.participant import ReadingStyle, Reads
from platica.domain.printing import EVERYTHING, PrintOrder, What
from platica.domain.workshop import Workshop
from platica.errors import Refused

NAMES = ("Zacarías", "Quetzali", "Xilonen", "Yaretzi")


def group_on(desk: Desk) -> Workshop:
    workshop = workshop_on(desk)
    reads = (Reads("es"), Reads("es"), Reads("en"), Reads("es", ReadingStyle.LARGE))
    for name, how in zip(NAMES, reads, strict=True):
        keep_roster.add(desk, workshop.id, name, how)
    return workshop


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def test_the_bundle_says_how_many_of_each_file_and_names_nobody(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_on(desk)
        planned = print_bundle.plan(desk, PrintOrder(workshop.id, frozenset({What.HANDOUTS}), meeting=3))
        bundle = print_bundle.make(desk, planned, tmp_path / "out", "en", zipped=True)
    written = bundle.ticket.with_suffix(".txt").read_text(encoding="utf-8")
    plate = [line for line in written.splitlines() if "el-plato-de-mi-mesa.pdf" in line and "falto" not in line]
    assert [line.split(":")[1].split(",")[0].strip() for line in plate] == ["2 copies", "1 copy"]
    lines = [line for stack in bundle.stacks for line in stack.lines]
    assert {line.file for line in lines} == {one.path.relative_to(bundle.folder).as_posix() for one in bundle.made}
    assert {line.file: line.copies for line in lines} == {
        one.path.relative_to(bundle.folder).as_posix(): one.row.copies for one in bundle.made
    }
    assert f"{bundle.sheets} sheets of paper in all" in text_of(bundle.ticket)
    everything = "\n".join(text_of(path) for path in bundle.folder.rglob("*.pdf")) + written
    assert not any(name in everything for name in NAMES)
    assert bundle.archive is not None
    with zipfile.ZipFile(bundle.archive) as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    left = {path.relative_to(bundle.folder).as_posix(): path for path in bundle.folder.rglob("*") if path.is_file()}
    assert inside == {name: path.read_bytes() for name, path in left.items()}


def test_papers_with_names_are_in_it_only_when_asked_and_a_call_list_never(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_on(desk)
        order = PrintOrder(workshop.id, frozenset({What.SIGN_IN, What.TAGS, What.CALL_LIST}), meeting=1)
        with pytest.raises(Refused, match="stay here"):
            print_bundle.plan(desk, order)
        usual = print_bundle.plan(desk, PrintOrder(workshop.id, EVERYTHING))
        assert {row.what for row in usual.rows} == {What.GUIDE, What.HANDOUTS, What.FORMS}
        asked = print_bundle.plan(desk, order, with_names=True)
        assert {row.what for row in asked.rows} == {What.SIGN_IN, What.TAGS}
        first = print_bundle.make(desk, asked, tmp_path / "out", "en")
        second = print_bundle.make(desk, asked, tmp_path / "out", "en")
    assert first.folder != second.folder
    assert "Some of these papers name people" in first.ticket.with_suffix(".txt").read_text(encoding="utf-8")
