"""A curriculum packed by the first version of the format is added by every later one, and packed the same again."""

from pathlib import Path

from builders.command_line import terminal_in
from builders.packs import author_in, entries_of, packed_by
from platica.exchange.curriculum_pack import read_pack

GOLDEN = Path(__file__).parent / "golden" / "curriculum-pack-v1" / "water-circle.zip"


def test_the_golden_pack_is_added_with_its_translations(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    added = terminal.json("curricula", "add", str(GOLDEN))
    assert (added["done"], added["version"], added["languages"], added["reviewers"]) == (
        True,
        "1.0.0",
        ["es"],
        ["Luz Tovar"],
    )
    assert terminal.json("curricula", "show", "water-circle", "--in", "es")["title"] == "Agua limpia"


def test_packing_the_same_again_gives_the_golden_files(tmp_path: Path) -> None:
    file = packed_by(author_in(tmp_path))
    assert entries_of(file) == entries_of(GOLDEN)
    assert read_pack(file) == read_pack(GOLDEN)
