"""Three computers with wrong clocks live at random, and end up with the same records, with nothing lost."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.ledger import without_waiting
from builders.three_computers import DEEDS, Life, wrong_with

LIVES = 800
SHARE = 64
STEPS = 60


@pytest.mark.parametrize("shard", range(8))
def test_computers_that_lived_apart_end_up_with_the_same_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Callable[[str, int], None], full: bool, shard: int
) -> None:
    without_waiting(monkeypatch)
    seeds = range(shard, LIVES if full else SHARE, 8)
    done: Counter[str] = Counter()
    told = 0
    for seed in seeds:
        folder = tmp_path / f"{seed}"
        folder.mkdir()
        life = Life(folder, seed)
        life.live(STEPS)
        life.come_together()
        assert list(wrong_with(life)) == [], f"seed {seed}"
        life.close()
        done += life.done
        told += len(life.told)
    assert set(done) >= set(DEEDS)
    tally("random lives of three computers", len(seeds))
    tally("changes told to be saved in those lives", told)
