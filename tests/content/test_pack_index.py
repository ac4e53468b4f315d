"""The index of country packs: quick when fresh, never believed when a pack changed."""

import subprocess
import sys
from pathlib import Path

from platica.content.library import Library
from platica.resources import ContentRoot, bundled

PACK = "region: XX\nname: Somewhere\npaper: a4\nslots:\n  clinic_name:\n    value: {name}\n"


def layer(folder: Path, name: str) -> ContentRoot:
    packs = folder / "curricula" / "shared" / "packs"
    packs.mkdir(parents=True, exist_ok=True)
    (packs / "XX.yaml").write_text(PACK.format(name=name), encoding="utf-8")
    return ContentRoot(folder)


def clinic(root: ContentRoot, cache: Path) -> str | None:
    (pack,) = Library([root], cache).packs()
    return pack.slots[0].value


def test_packs_from_the_index_are_those_of_the_files(tmp_path: Path) -> None:
    first = Library([bundled()], tmp_path).packs()
    assert Library([bundled()], tmp_path).packs() == first == Library([bundled()]).packs()


def test_a_changed_added_or_removed_pack_is_read_again(tmp_path: Path) -> None:
    root, cache = layer(tmp_path / "content", "Clinic"), tmp_path / "cache"
    assert clinic(root, cache) == "Clinic"
    layer(tmp_path / "content", "Another clinic")
    assert clinic(root, cache) == "Another clinic"
    (root.curricula / "shared" / "packs" / "XX.yaml").unlink()
    assert Library([root], cache).packs() == ()


def test_a_garbled_index_is_as_good_as_none(tmp_path: Path) -> None:
    root, cache = layer(tmp_path / "content", "Clinic"), tmp_path / "cache"
    assert clinic(root, cache) == "Clinic"
    (cache / "packs.json").write_text('{"format": 1, "files": 3}', encoding="utf-8")
    assert clinic(root, cache) == "Clinic"


def test_a_fresh_index_needs_neither_yaml_nor_markdown(tmp_path: Path) -> None:
    Library([bundled()], tmp_path).packs()
    script = (
        "import sys; from pathlib import Path; from platica.content.library import Library;"
        "from platica.resources import bundled; Library([bundled()], Path(sys.argv[1])).packs();"
        "print(*({'yaml', 'markdown_it', 'msgspec'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
