"""Erasing a person: gone from every file and every device, whatever arrives first, and the counts stay."""

import json
import shutil
from pathlib import Path

import pytest

from builders.ledger import (
    MARKS,
    WORKSHOP,
    carry,
    enrolment,
    mark,
    meeting,
    new_site,
    only_log,
    person,
    second_device,
    ticking,
    without_waiting,
)
from builders.opened_logs import texts, told
from platica.domain.attendance import Presence
from platica.domain.roster import next_number
from platica.errors import LedgerReadOnly, NotFound, Refused
from platica.ledger.site import Site, open_site

URSULA = person(2).id


def test_nothing_of_an_erased_person_can_be_read_any_more(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        site.records.save(person(2, "Úrsula Ibáñez"), mark(1), mark(2))
        site.records.save(mark(2, Presence.LATE))
        assert "Ibáñez" in told(folder)
        site.records.erase(URSULA)
        assert [one.name for one in site.records.participants()] == ["María", "[/]"]
        with pytest.raises(NotFound):
            site.records.participant(URSULA)
    assert "rsula" not in told(folder)
    with open_site(folder) as site:
        assert [one.name for one in site.records.participants()] == ["María", "[/]"]
        assert site.notices == ()
        site.records.save(mark(3))


def test_the_counts_and_the_number_stay_without_a_name(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1), mark(2, Presence.LATE), mark(2, at=2))
        before = site.records.marks_of_workshop(WORKSHOP)
        site.records.erase(URSULA)
        after = site.records.marks_of_workshop(WORKSHOP)
        assert sorted((one.meeting, one.presence) for one in after) == sorted(
            (one.meeting, one.presence) for one in before
        )
        unnamed = {one.participant for one in after} - {person(1).id}
        assert len(unnamed) == 2
        assert URSULA not in unnamed
        assert next_number(site.records.enrolments(WORKSHOP)) == 4
        assert [entry.number for entry in site.records.roster(WORKSHOP).entries] == [1, 3]


def test_neither_the_number_nor_the_marks_tell_of_whom_they_were(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        site.records.save(mark(2))
        site.records.erase(URSULA)
    spoken = [json.loads(one) for one in texts(folder)]
    assert [one["table"] for one in spoken if URSULA in json.dumps(one)] == ["participants"]


def test_an_erasure_before_and_after_what_it_erases_shows_the_same(tmp_path: Path) -> None:
    one = new_site(tmp_path / "one")
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    with open_site(there, clock=ticking()) as two:
        two.records.erase(URSULA)
    first = sorted((tmp_path / "one" / "logs").glob("*.log"))
    second = [log for log in (there / "logs").glob("*.log") if log.name != first[0].name]
    late, early = second_device(there, tmp_path / "late"), second_device(there, tmp_path / "early")
    states = []
    for folder, order in ((late, [*first, *second]), (early, [*second, *first])):
        for log in order:
            shutil.copy(log, folder / "logs")
            with open_site(folder) as site:
                shown = site.db.storage.read()
        states.append(shown)
    with open_site(there) as two:
        assert states[0] == states[1] == two.db.storage.read()
        assert len(two.records.participants()) == 2
    one.close()


def test_a_device_that_learns_of_an_erasure_drops_its_copies(tmp_path: Path) -> None:
    one = new_site(tmp_path / "one")
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    with open_site(there, clock=ticking()) as two:
        two.records.erase(URSULA)
    assert "rsula" in told(tmp_path / "one")
    bring_new(there, tmp_path / "one")
    assert [someone.name for someone in one.records.participants()] == ["María", "[/]"]
    assert "rsula" not in told(tmp_path / "one")
    one.records.save(mark(1))
    assert one.records.mark(meeting().id, person(1).id) == mark(1)
    one.close()
    assert open_site(tmp_path / "one").notices == ()


def test_what_was_told_apart_of_an_erased_person_is_erased_when_it_arrives(tmp_path: Path) -> None:
    one = new_site(tmp_path / "one")
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    with open_site(there, clock=ticking()) as two:
        two.records.save(person(2, "Úrsula Ibáñez"), mark(2), enrolment(2, active=False))
    one.records.erase(URSULA)
    bring_new(there, tmp_path / "one")
    assert len(one.records.participants()) == 2
    assert len(one.records.marks(meeting().id)) == 1
    assert URSULA not in {someone.participant for someone in one.records.marks(meeting().id)}
    assert "rsula" not in told(tmp_path / "one")


def test_a_mark_made_apart_again_counts_one_head_and_no_number_twice(tmp_path: Path) -> None:
    one = new_site(tmp_path / "one")
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    one.records.save(mark(2))
    with open_site(there, clock=ticking()) as two:
        two.records.save(mark(2, Presence.LATE), mark(2, at=2), enrolment(2, active=False))
    one.records.erase(URSULA)
    for log in (tmp_path / "one" / "logs").glob("*.log"):
        shutil.copy(log, there / "logs")
    bring_new(there, tmp_path / "one")
    with open_site(there) as two:
        for site in (one, two):
            assert [len(site.records.marks(meeting(at).id)) for at in (1, 2)] == [1, 1]
            assert sorted(place.number for place in site.records.enrolments(WORKSHOP)) == [1, 2, 3]
            assert URSULA not in {place.participant for place in site.records.enrolments(WORKSHOP)}


def test_two_devices_that_erase_the_same_person_count_each_mark_once(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        one.records.save(mark(1), mark(2), mark(2, at=2))
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    with open_site(tmp_path / "one") as one, open_site(there) as two:
        one.records.erase(URSULA)
        two.records.erase(URSULA)
    bring_new(there, tmp_path / "one")
    with open_site(tmp_path / "one") as one:
        assert len(one.records.marks_of_workshop(WORKSHOP)) == 3
        assert not one.records.conflicts()


def test_an_open_program_notices_that_another_erased(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as screen, open_site(tmp_path / "site") as command:
        assert len(screen.records.participants()) == 3
        command.records.erase(URSULA)
        command.records.erase(person(1).id)
        assert [one.name for one in screen.records.participants()] == ["[/]"]
        screen.records.save(mark(3))
        assert command.records.marks(meeting().id) == (mark(3),)
    assert open_site(tmp_path / "site").notices == ()


def test_nothing_can_be_recorded_of_an_erased_person(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.erase(URSULA)
        for record in (person(2), mark(2), enrolment(2)):
            with pytest.raises(Refused, match="was erased"):
                site.records.save(record)
        with pytest.raises(NotFound):
            site.records.erase(URSULA)


def test_an_erasure_cannot_be_undone_and_is_not_offered(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        kept = site.records.save(mark(1), mark(2))
        erased = site.records.erase(URSULA)
        with pytest.raises(Refused, match="cannot be brought back"):
            site.records.undo(erased.commit)
        newest = site.records.last_step(MARKS)
        assert newest is not None
        assert newest.commit == kept.commit
        site.records.undo(kept.commit)
        assert site.records.mark(meeting().id, person(1).id) is None
        assert len(site.records.marks(meeting().id)) == 1


def test_a_blob_that_is_gone_without_an_erasure_is_damage(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1), mark(2))
    log = only_log(tmp_path / "site")
    lines = log.read_bytes().splitlines(keepends=True)
    head, first, _ = lines[-1].split(b"\t")
    log.write_bytes(b"".join([*lines[:-1], b"\t".join([head, first, b"-\n"])]))
    with open_site(tmp_path / "site") as site:
        assert "a part of a line is missing" in str(site.notices[0])
        assert site.records.marks(meeting().id) == (mark(1),)
        with pytest.raises(LedgerReadOnly):
            site.records.save(mark(3))


def test_a_copy_without_the_blobs_is_sound_as_soon_as_the_erasure_arrives(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        one.records.save(mark(1))
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    with open_site(there) as two:
        two.records.erase(URSULA)
    thin, erasing = sorted((there / "logs").glob("*.log"), key=lambda log: log.name != only_log(tmp_path / "one").name)
    third = second_device(there, tmp_path / "three")
    shutil.copy(thin, third / "logs")
    with open_site(third) as three:
        assert "a part of a line is missing" in str(three.notices[0])
        with pytest.raises(LedgerReadOnly):
            three.records.save(mark(3))
        shutil.copy(erasing, third / "logs")
        three.records.save(mark(3))
        assert set(three.records.marks(meeting().id)) == {mark(1), mark(3)}


def test_the_chain_of_a_log_with_gaps_is_still_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_waiting(monkeypatch)
    folder = tmp_path / "site"
    with new_site(folder) as site:
        site.records.save(mark(1), mark(2))
        site.records.erase(URSULA)
    log = only_log(folder)
    whole = log.read_bytes()
    for place in range(0, len(whole), 7):
        log.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        for aside in log.parent.glob("*.torn"):
            aside.unlink()
        with open_site(folder) as site:
            assert site.notices, place


def bring_new(source: Path, target: Path) -> None:
    """Brings the logs the target has none of, as they are."""
    for log in (source / "logs").glob("*.log"):
        if not (target / "logs" / log.name).exists():
            shutil.copy(log, target / "logs")


def test_erasing_is_one_step_of_this_computer_s_log(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        lines = only_log(tmp_path / "site").read_bytes().count(b"\n")
        site.records.erase(URSULA)
        assert only_log(tmp_path / "site").read_bytes().count(b"\n") == lines + 1
        assert isinstance(site, Site)
