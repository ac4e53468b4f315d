"""The example for programmers runs as it is printed, and what it says of TinyDB is so."""

import re
from pathlib import Path

import pytest

from platica import ledger
from platica.ledger import keys, site
from platica.resources import bundled

GUIDE = bundled().folder / "docs" / "programmers.md"


def test_the_example_for_programmers_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 6
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, GUIDE.name, "exec"), names)
    assert capsys.readouterr().out == ("This person was erased. Nothing can be recorded under their name any more.\n")


def test_the_door_for_programmers_gives_what_the_program_itself_opens_a_site_with() -> None:
    assert ledger.open_site is site.open_site
    assert ledger.create_site is site.create_site
    assert ledger.unlock is keys.unlock
    with pytest.raises(AttributeError):
        _ = ledger.nothing_of_the_kind
