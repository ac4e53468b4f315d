"""The same changes give the same records, in whatever order the logs of the devices arrive."""

import random
from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from platica.ledger.change import EXISTENCE, Change
from platica.ledger.edit import Edit, change_for
from platica.ledger.fold import Spot, State

TABLE = "marks"
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["write", "write", "drop", "remove", "merge"]),
        st.sampled_from(["m:a", "m:b"]),
        st.integers(0, 9),
    ),
    max_size=40,
)


class Device:
    """A device in memory: its own changes, what it knows of the others', and a clock that may be wrong by decades."""

    def __init__(self, name: str, skew: int) -> None:
        self.name = name
        self.skew = skew
        self.state = State()
        self.own: list[Change] = []
        self.read: dict[str, int] = {}

    def write(self, moment: int, edit: Edit) -> None:
        stamp = f"{moment + self.skew:012x}{len(self.own):04x}{self.name:>08}"
        change = change_for(self.state, edit, stamp, None)
        if change:
            self.own.append(change)
            self.state.apply([deepcopy(change)])

    def merge(self, other: "Device", most: int) -> None:
        start = self.read.get(other.name, 0)
        news = other.own[start : start + most]
        self.read[other.name] = start + len(news)
        self.state.apply(deepcopy(news))


def history(steps: list[tuple[int, str, str, int]]) -> list[Device]:
    """Three devices, one with a clock years ahead, doing these steps."""
    devices = [Device(name, skew) for name, skew in (("a", 0), ("b", 94_608_000_000), ("c", -1_000_000_000))]
    for moment, (which, what, key, value) in enumerate(steps, 1_800_000_000_000):
        device = devices[which]
        row = device.state.row(TABLE, key)
        if what == "merge":
            device.merge(devices[value % 3], 1 + value) if value % 3 != which else None
        elif what == "remove":
            device.write(moment, Edit(TABLE, key, None))
        elif what == "drop" and row:
            device.write(moment, Edit(TABLE, key, {name: kept for name, kept in row.items() if name != "x"}))
        else:
            device.write(moment, Edit(TABLE, key, {**(row or {}), "xy"[value % 2]: value}))
    return devices


def interleaved(logs: list[list[Change]], chance: random.Random) -> list[Change]:
    """The changes of several logs in some order that keeps the order of each log."""
    readers = [iter(log) for log in logs]
    left = [reader for reader, log in zip(readers, logs, strict=True) for _ in log]
    chance.shuffle(left)
    return [next(log) for log in left]


def shown_by(changes: list[Change]) -> dict[Spot, Any]:
    """What is to be shown, worked out the slow way from the rule itself."""
    named = {(c["table"], c["key"], f, s) for c in changes for f, over in c.get("over", {}).items() for s in over}
    heads: dict[Spot, dict[str, Any]] = {}
    for c in changes:
        written = {**c.get("set", {}), **({EXISTENCE: c["exists"]} if "exists" in c else {})}
        for field, value in written.items():
            spot = (c["table"], c["key"], field)
            if (*spot, c["stamp"]) not in named:
                heads.setdefault(spot, {})[c["stamp"]] = value
    return {spot: versions[max(versions)] for spot, versions in heads.items()}


def seen_in(state: State) -> dict[Spot, Any]:
    """What a state shows, registers of absent records too."""
    spots = {(t, k, f) for t, records in state.stamps.items() for k in records for f in state.registers(t, k)}
    return {spot: next(iter(state.heads(spot).values())) for spot in spots}


@given(STEPS, st.randoms())
def test_every_order_in_which_logs_arrive_gives_what_the_rule_says(
    steps: list[tuple[int, str, str, int]], chance: random.Random
) -> None:
    logs = [device.own for device in history(steps)]
    wanted = shown_by([change for log in logs for change in log])
    for _ in range(3):
        state = State()
        state.apply(deepcopy(interleaved(logs, chance)))
        assert seen_in(state) == wanted
        rows = state.table(TABLE)
        assert set(rows) == {key for (_, key, field), value in wanted.items() if field == EXISTENCE and value}
        for key, row in rows.items():
            assert row == {f: v for (_, k, f), v in wanted.items() if k == key and f != EXISTENCE}


@given(STEPS)
def test_devices_that_merged_everything_show_the_same(steps: list[tuple[int, str, str, int]]) -> None:
    devices = history(steps)
    for device in devices:
        for other in devices:
            if other is not device:
                device.merge(other, 1000)
    assert seen_in(devices[0].state) == seen_in(devices[1].state) == seen_in(devices[2].state)


@given(STEPS)
def test_an_index_holds_what_a_search_through_everything_finds(steps: list[tuple[int, str, str, int]]) -> None:
    for device in history(steps):
        device.state.group(TABLE, "m")
        changed = Device("d", 0)
        changed.state = device.state
        changed.write(1_900_000_000_000, Edit(TABLE, "m:a", None))
        changed.write(1_900_000_000_001, Edit(TABLE, "m:c", {"x": 1}))
        rows = device.state.table(TABLE)
        assert dict(device.state.group(TABLE, "m")) == {k: r for k, r in rows.items() if k.startswith("m:")}


def test_a_record_belongs_to_the_group_its_field_names_now() -> None:
    device = Device("a", 0)
    device.write(1, Edit("meetings", "one", {"workshop": "w"}))
    assert [key for key, _ in device.state.group("meetings", "w")] == ["one"]
    device.write(2, Edit("meetings", "one", {"workshop": "v"}))
    assert device.state.group("meetings", "w") == []
    assert [key for key, _ in device.state.group("meetings", "v")] == ["one"]


def test_one_and_true_and_one_point_nought_are_three_values() -> None:
    device = Device("a", 0)
    for value in (1, True, 1.0, 1):
        device.write(len(device.own), Edit("notes", "one", {"x": value}))
    assert len(device.own) == 4
