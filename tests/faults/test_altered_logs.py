"""Logs cut short, altered and rearranged: what was saved is read, or a person is told."""

import json
import random
from pathlib import Path

import pytest

from builders.ledger import mark, meeting, new_site, only_log, person, without_waiting
from platica.domain.attendance import Presence
from platica.errors import LedgerReadOnly
from platica.ledger.site import create_site, open_site

Shown = dict[str, dict[str, object]]


def small_log(folder: Path) -> tuple[list[bytes], list[Shown]]:
    """The lines of a small log, and what is shown after each number of them."""
    states: list[Shown] = [{}]
    with create_site(folder) as site:
        for step in range(5):
            if step == 3:
                site.records.save(mark(1, Presence.LATE), mark(2, Presence.EXCUSED))
            elif step == 4:
                site.records.remove(mark(2))
            else:
                site.records.save(person(step + 1), mark(step + 1))
            states.append(site.db.storage.read())  # type: ignore[arg-type]
    return only_log(folder).read_bytes().splitlines(keepends=True), states


def reopened(folder: Path, log: Path, content: bytes) -> tuple[Shown, tuple[str, ...], bool]:
    """What is shown for other content of the log, what is told, and whether saving goes on."""
    log.write_bytes(content)
    for aside in log.parent.glob("*.torn"):
        aside.unlink()
    with open_site(folder) as site:
        shown = site.db.storage.read()
        notices = tuple(map(str, site.notices))
        try:
            site.records.save(person(99))
            writable = True
        except LedgerReadOnly:
            writable = False
    return shown, notices, writable  # type: ignore[return-value]


def test_a_log_cut_anywhere_holds_its_whole_steps_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_waiting(monkeypatch)
    lines, states = small_log(tmp_path / "site")
    log, whole = only_log(tmp_path / "site"), b"".join(lines)
    ends = [sum(map(len, lines[:count])) for count in range(len(lines) + 1)]
    for length in range(len(whole)):
        shown, notices, writable = reopened(tmp_path / "site", log, whole[:length])
        count = max(count for count, end in enumerate(ends) if end <= length)
        assert shown == states[count], length
        assert writable, length
        assert len(notices) == (length not in ends), length


def test_what_is_cut_off_is_kept_aside(tmp_path: Path) -> None:
    lines, _ = small_log(tmp_path / "site")
    log, whole = only_log(tmp_path / "site"), b"".join(lines)
    reopened(tmp_path / "site", log, whole[:-9])
    (aside,) = log.parent.glob("*.torn")
    assert aside.read_bytes() == lines[-1][:-9]


def test_no_altered_byte_goes_unnoticed(tmp_path: Path, full: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    without_waiting(monkeypatch)
    lines, states = small_log(tmp_path / "site")
    log, whole = only_log(tmp_path / "site"), b"".join(lines)
    chance = random.Random(7)
    for place in range(0, len(whole), 1 if full else 3):
        altered = bytearray(whole)
        altered[place] ^= 1 << chance.randrange(8)
        shown, notices, _ = reopened(tmp_path / "site", log, bytes(altered))
        assert notices, place
        assert all(table in states[-1] for table in shown)
        if place >= len(whole) - len(lines[-1]):
            assert shown in (states[-1], states[-2]), place


def test_behind_a_damaged_line_the_sound_ones_are_read_and_nothing_is_written(tmp_path: Path) -> None:
    lines, _ = small_log(tmp_path / "site")
    log = only_log(tmp_path / "site")
    lines[1] = lines[1][:-20] + b"A" * 19 + b"\n"
    shown, notices, writable = reopened(tmp_path / "site", log, b"".join(lines))
    assert set(shown["participants"]) == {person(1).id, person(3).id}
    assert "is damaged at byte" in notices[0]
    assert not writable


@pytest.mark.parametrize(
    ("told", "order"),
    [
        ("lines are missing before line 3", [0, 2, 3, 4]),
        ("lines are missing before line 2", [1, 2, 3, 4]),
        ("a line is there twice", [0, 1, 1, 2, 3, 4]),
        ("lines are missing", [0, 2, 1, 3, 4]),
    ],
)
def test_lines_lost_doubled_or_exchanged_are_damage(tmp_path: Path, told: str, order: list[int]) -> None:
    lines, _ = small_log(tmp_path / "site")
    log = only_log(tmp_path / "site")
    _, notices, writable = reopened(tmp_path / "site", log, b"".join(lines[one] for one in order))
    assert told in notices[0]
    assert not writable


def test_a_blob_does_not_open_in_another_place(tmp_path: Path) -> None:
    lines, _ = small_log(tmp_path / "site")
    log = only_log(tmp_path / "site")
    head, first, *rest = lines[3].split(b"\t")
    other_head, other, *_ = lines[0].split(b"\t")
    hashes = [json.loads(one)["b"][0].encode() for one in (head, other_head)]
    lines[3] = b"\t".join([head.replace(*hashes), other, *rest])
    shown, notices, _ = reopened(tmp_path / "site", log, b"".join(lines))
    assert "does not open" in notices[0]
    assert first not in b"".join(lines)
    assert set(shown["participants"]) == {person(one).id for one in (1, 2, 3)}


def test_the_zeros_a_power_cut_leaves_at_the_end_are_cut_back(tmp_path: Path) -> None:
    lines, states = small_log(tmp_path / "site")
    log = only_log(tmp_path / "site")
    for tail in (bytes(512), bytes(100) + b"\n", lines[-1][:60] + bytes(50) + b"x\n"):
        shown, notices, writable = reopened(tmp_path / "site", log, b"".join(lines[:-1]) + tail)
        assert shown == states[-2]
        assert "had not been saved whole" in notices[0]
        assert writable


def test_a_line_of_a_newer_version_is_not_written_behind(tmp_path: Path) -> None:
    lines, _ = small_log(tmp_path / "site")
    log = only_log(tmp_path / "site")
    newer = lines[-1].replace(b'{"f":1', b'{"f":2', 1)
    _, notices, writable = reopened(tmp_path / "site", log, b"".join([*lines[:-1], newer]))
    assert "newer version" in notices[0]
    assert not writable


def test_a_site_that_was_damaged_shows_its_marks(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        site.records.save(mark(2))
    log = only_log(tmp_path / "site")
    log.write_bytes(log.read_bytes()[:-5] + b"AAA=\n")
    with open_site(tmp_path / "site") as site:
        assert site.records.marks(meeting().id) == (mark(1),)
