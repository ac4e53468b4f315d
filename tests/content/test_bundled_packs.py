"""The country packs that come with the program print no number that nobody has confirmed."""

from pathlib import Path

import pytest

from platica.content.library import Library
from platica.content.shelf import Shelf
from platica.content.stock import Stock
from platica.resources import ContentRoot, bundled

TEMPLATE = bundled().curricula / "shared" / "packs" / "TEMPLATE.yaml.txt"


def test_the_template_is_taken_for_no_country() -> None:
    assert TEMPLATE.is_file()
    assert {pack.region for pack in Library([bundled()]).packs()} == {"US", "PR", "MX", "GT", "CO"}


@pytest.mark.parametrize("region", ["MX", "GT", "CO"])
def test_nothing_unconfirmed_is_printed(region: str) -> None:
    (pack,) = [pack for pack in Library([bundled()]).packs() if pack.region == region]
    assert [slot.key for slot in pack.slots if slot.value] == []
    assert all(slot.note for slot in pack.slots)


def test_every_country_asks_for_the_same_settings() -> None:
    packs = Library([bundled()]).packs()
    assert len({tuple(slot.key for slot in pack.slots) for pack in packs}) == 1


def test_a_copy_of_the_template_is_a_sound_pack(tmp_path: Path) -> None:
    folder = tmp_path / "curricula" / "shared" / "packs"
    folder.mkdir(parents=True)
    (folder / "XX.yaml").write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
    (read,) = Stock(Shelf([ContentRoot(tmp_path)])).packs()
    assert read.value is not None
    assert read.problems == ()
    assert {slot.key for slot in read.value.pack.slots} == {
        slot.key for pack in Library([bundled()]).packs() for slot in pack.slots
    }
