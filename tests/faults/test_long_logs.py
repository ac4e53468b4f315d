"""A log of more than two hundred steps, cut at every byte and altered ten thousand times: nothing is read wrongly."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from builders.ledger import mark, only_log, ticking, without_waiting
from platica.domain.attendance import Presence
from platica.errors import LedgerReadOnly
from platica.ledger.device import keep, writer_named
from platica.ledger.site import create_site, open_site

Tally = Callable[[str, int], None]
Shown = dict[str, dict[str, object]]
COMMITS = 210
SHARDS = 8
SHARE_OF_CUTS = 53
FLIPS = 10_000
SHARE_OF_FLIPS = 240


class Long(NamedTuple):
    """A site with a long log, its lines, and what is shown after each number of them."""

    folder: Path
    lines: list[bytes]
    states: list[Shown]


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Long:
    """Marks of ten people over and over, some removed, so that most steps stand on others."""
    folder = tmp_path_factory.mktemp("long") / "site"
    states: list[Shown] = [{}]
    with pytest.MonkeyPatch.context() as patch, create_site(folder, clock=ticking()) as site:
        without_waiting(patch)
        for step in range(COMMITS):
            person, presence = step % 10, list(Presence)[step // 10 % 4]
            if step % 17 == 16:
                site.records.remove(mark(step % 10))
            else:
                site.records.save(mark(person, presence))
            states.append(shown_in(site.db.storage.read()))
    lines = only_log(folder).read_bytes().splitlines(keepends=True)
    assert len(lines) == len(states) - 1 >= 200
    return Long(folder, lines, states)


def shown_in(read: dict[str, dict[str, Any]] | None) -> Shown:
    return {table: rows for table, rows in (read or {}).items() if rows}


def played_with(long: Long, folder: Path) -> Path:
    """The log of a copy of the site, which the copy goes on as its own."""
    shutil.copytree(long.folder, folder)
    log = only_log(folder)
    writer = writer_named(log.stem)
    assert writer
    keep(folder / "device.json", folder / "logs", writer)
    return log


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_long_log_cut_anywhere_holds_its_whole_steps(
    long: Long, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally, full: bool, shard: int
) -> None:
    without_waiting(monkeypatch)
    log, whole = played_with(long, tmp_path / "site"), b"".join(long.lines)
    ends = [0]
    for line in long.lines:
        ends.append(ends[-1] + len(line))
    chosen = range(shard, len(whole), SHARDS * (1 if full else SHARE_OF_CUTS))
    count = 0
    for length in chosen:
        while count + 1 < len(ends) and ends[count + 1] <= length:
            count += 1
        log.write_bytes(whole[:length])
        with open_site(tmp_path / "site", clock=ticking()) as site:
            assert shown_in(site.db.storage.read()) == long.states[count], length
            assert len(site.notices) == (length != ends[count]), length
            assert length == ends[count] or "had not been saved whole" in str(site.notices[0])
        assert log.stat().st_size == ends[count]
        for aside in log.parent.glob("*.torn"):
            aside.unlink()
    tally("cuts of a log of 210 steps", len(chosen))


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_altered_byte_of_a_long_log_goes_unnoticed(
    long: Long, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally, full: bool, shard: int
) -> None:
    without_waiting(monkeypatch)
    log, whole = played_with(long, tmp_path / "site"), b"".join(long.lines)
    chance = random.Random(shard)
    flips = (FLIPS if full else SHARE_OF_FLIPS) // SHARDS
    last = len(whole) - len(long.lines[-1])
    for _ in range(flips):
        place = chance.randrange(len(whole))
        altered = bytearray(whole)
        altered[place] ^= 1 << chance.randrange(8)
        log.write_bytes(altered)
        with open_site(tmp_path / "site", clock=ticking()) as site:
            assert site.notices, place
            shown = shown_in(site.db.storage.read())
            if place < last:
                assert log.read_bytes() == bytes(altered)
                with pytest.raises(LedgerReadOnly):
                    site.records.save(mark(99))
            else:
                assert shown in long.states[-2:], place
        for aside in log.parent.glob("*.torn"):
            aside.unlink()
    tally("altered bytes of a log of 210 steps", flips)
