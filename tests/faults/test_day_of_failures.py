"""A day that uses everything, while the disk fails or the program is killed at each of its calls in turn."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builders.after_the_day import wrong_after
from builders.day import STEPS, Day, World, copy_of, template
from builders.failing_system import FailingSystem
from platica.ledger import fs

Tally = Callable[[str, int], None]
NEVER = 10**9
SHARE = 5
"""Without --full, every so many calls one is tried."""
KILLS = 300
SHARE_OF_KILLS = 40


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Everything as it is before the day; only ever copied."""
    return template(tmp_path_factory.mktemp("day") / "template")


def calls_of_a_day(morning: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every call to the disk in a day in which nothing fails."""
    world = copy_of(morning, folder)
    system = FailingSystem(NEVER)
    with monkeypatch.context() as counted:
        counted.setattr(fs, "os", system)
        day = Day(world)
        day.run()
    assert set(day.said.values()) == {"done"}
    assert list(wrong_after(world, day.said)) == []
    return system.calls


def test_a_day_without_failures_uses_every_kind_of_call(
    morning: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(calls_of_a_day(morning, tmp_path / "day", monkeypatch)) >= {
        *("open", "write", "fsync", "replace", "rename", "unlink", "mkdir"),
    }


@pytest.mark.parametrize("shard", range(4))
@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_each_failing_call_of_a_day_is_told_and_loses_nothing(
    morning: World,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tally: Tally,
    full: bool,
    code: int,
    stays: bool,
    shard: int,
) -> None:
    count = len(calls_of_a_day(morning, tmp_path / "whole", monkeypatch))
    chosen = range(1 + shard, count + 1, 4 if full else 4 * SHARE)
    for nth in chosen:
        world = copy_of(morning, tmp_path / f"{nth}")
        day = Day(world)
        with monkeypatch.context() as broken:
            broken.setattr(fs, "os", FailingSystem(nth, code, stays=stays))
            day.run()
        assert list(wrong_after(world, day.said)) == [], (nth, day.said)
    tally(f"calls of a day failing with {errno.errorcode[code]}{', and all after' if stays else ''}", len(chosen))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_cut_that_fails_is_told_and_loses_nothing(
    morning: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally, code: int
) -> None:
    """Lines are cut back only after a power cut, so a day begins with one."""
    for nth in range(1, 9):
        world = copy_of(morning, tmp_path / f"{nth}")
        log = next((world.site / "logs").glob("*.log"))
        with log.open("ab") as torn:
            torn.write(b'{"f":1,"d":"half a line')
        day = Day(world)
        with monkeypatch.context() as broken:
            broken.setattr(fs, "os", FailingSystem(nth, code))
            day.run()
        assert list(wrong_after(world, day.said)) == [], (nth, day.said)
    tally("calls failing while a torn line is cut", 8)


@pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
@pytest.mark.parametrize("shard", range(4))
def test_a_program_killed_at_any_call_of_a_day_loses_nothing(
    morning: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally, full: bool, shard: int
) -> None:
    count = len(calls_of_a_day(morning, tmp_path / "whole", monkeypatch))
    places = list(places_to_kill(count, KILLS if full else SHARE_OF_KILLS))[shard::4]
    for nth, point in places:
        world = copy_of(morning, tmp_path / f"{nth}-{point}")
        said = run_and_kill(world, nth, point)
        assert list(wrong_after(world, said)) == [], (nth, point, said)
    tally("kill -9 at a call of a day", len(places))


def places_to_kill(calls: int, kills: int) -> Iterator[tuple[int, str]]:
    """So many places, spread evenly over a day, before, in and after calls."""
    points = ("before", "in", "after")
    for one in range(kills):
        place = one * calls * len(points) // kills
        yield 1 + place // len(points), points[place % len(points)]


def run_and_kill(world: World, nth: int, point: str) -> dict[str, str]:
    """What a program said of its day before it was killed."""
    command = [sys.executable, "-m", "builders.day", str(world.folder), str(nth), point]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert "Traceback" not in ended.stderr, ended.stderr
    assert ended.returncode in (-9, 0), ended.stderr
    lines = [line.partition(": ") for line in ended.stdout.splitlines() if ": " in line]
    said = {name: word for name, _, word in lines}
    assert set(said.values()) <= {"done"}
    assert ended.returncode == -9 or len(said) > len(STEPS)
    return said
