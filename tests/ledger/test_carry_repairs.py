"""Copies on a stick that were altered, or know of erasings that whoever carries out has not heard of."""

import re
from pathlib import Path

from builders.ledger import mark, meeting, new_site, only_log, person, second_device
from platica.domain.attendance import Presence
from platica.ledger.site import open_site


def test_a_copy_whose_last_key_was_altered_is_written_anew(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with new_site(tmp_path / "site") as site:
        site.carry_out(stick)
        (copy,) = stick.rglob("*.log")
        whole = copy.read_bytes()
        *_, last = re.finditer(rb'"k":"([0-9a-f]{8})"', whole)
        copy.write_bytes(whole[: last.start(1)] + b"0badc0de" + whole[last.end(1) :])
        site.records.save(mark(1))
        assert site.carry_out(stick).left == ()
        assert copy.read_bytes() == only_log(tmp_path / "site").read_bytes()


def test_a_copy_with_an_altered_key_is_written_anew_when_all_of_the_line_was_erased_since(
    tmp_path: Path,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with new_site(tmp_path / "site") as site:
        site.records.save(person(3, "Otilia"))
        site.carry_out(stick)
        (copy,) = stick.rglob("*.log")
        whole = copy.read_bytes()
        *_, last = re.finditer(rb'"k":"([0-9a-f]{8})"', whole)
        copy.write_bytes(whole[: last.start(1)] + b"0badc0de" + whole[last.end(1) :])
        site.records.erase(person(3).id)
        assert site.carry_out(stick).left == ()
        assert copy.read_bytes() == only_log(tmp_path / "site").read_bytes()


def test_a_copy_that_knows_more_and_of_an_erasing_is_not_made_shorter(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with new_site(tmp_path / "one") as one, open_site(second_device(tmp_path / "one", tmp_path / "two")) as two:
        one.carry_out(stick)
        two.carry_in(stick)
        one.records.save(person(3, "Otilia"), mark(1, Presence.LATE))
        one.records.erase(person(3).id)
        one.carry_out(stick)
        (copy,) = (stick / "platica" / one.device).glob(f"{one.device}-*.log")
        beside = stick / "platica" / two.device / copy.name
        beside.parent.mkdir()
        beside.write_bytes(copy.read_bytes())
        two.carry_out(stick)
        assert beside.read_bytes().count(b"\n") == copy.read_bytes().count(b"\n")
        two.carry_in(stick)
        assert two.records.marks(meeting().id) == one.records.marks(meeting().id)
