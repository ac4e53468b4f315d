"""Several devices of one site: causality before clocks, conflicts listed, copies told apart."""

import shutil
from datetime import timedelta
from pathlib import Path

from builders.ledger import NOON, carry, clock_at, mark, meeting, new_site, person, second_device, ticking
from platica.domain.attendance import Presence
from platica.ledger.site import Site, create_site, open_site

LATE, EXCUSED = Presence.LATE, Presence.EXCUSED


def pair(folder: Path, *, ahead: timedelta = timedelta(0)) -> tuple[Site, Site]:
    """Two devices of one site that know the same; the clock of the second is ahead."""
    one = new_site(folder / "one")
    there = second_device(folder / "one", folder / "two")
    carry(folder / "one", there)
    return one, open_site(there, clock=ticking(NOON + ahead))


def exchange(folder: Path) -> None:
    carry(folder / "one", folder / "two")
    carry(folder / "two", folder / "one")


def test_two_devices_with_the_same_logs_show_the_same(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    one.records.save(mark(1), mark(2))
    two.records.save(mark(3, LATE), person(4, "Elena"))
    exchange(tmp_path)
    assert set(one.records.marks(meeting().id)) == {mark(1), mark(2), mark(3, LATE)}
    assert one.db.storage.read() == two.db.storage.read()
    assert not one.records.conflicts()


def test_a_correction_wins_over_a_clock_three_years_ahead(tmp_path: Path) -> None:
    one, two = pair(tmp_path, ahead=timedelta(days=3 * 365))
    two.records.save(mark(1, LATE))
    exchange(tmp_path)
    one.records.save(mark(1, EXCUSED))
    exchange(tmp_path)
    assert one.records.marks(meeting().id) == two.records.marks(meeting().id) == (mark(1, EXCUSED),)
    assert not one.records.conflicts()


def test_a_clock_three_years_ahead_does_not_drag_ours_and_is_told(tmp_path: Path) -> None:
    one, two = pair(tmp_path, ahead=timedelta(days=3 * 365))
    two.records.save(mark(1, LATE))
    exchange(tmp_path)
    assert one.records.save(mark(1, EXCUSED)).at.year == NOON.year
    one.close()
    again = open_site(tmp_path / "one", clock=clock_at())
    assert any("more than a day ahead" in str(notice) for notice in again.notices)


def test_a_clock_some_minutes_ahead_is_followed(tmp_path: Path) -> None:
    one, two = pair(tmp_path, ahead=timedelta(minutes=30))
    ahead = two.records.save(mark(1, LATE))
    exchange(tmp_path)
    assert one.records.save(mark(1, EXCUSED)).at > ahead.at - timedelta(milliseconds=1)


def test_what_was_written_apart_is_listed_until_a_person_settles_it(tmp_path: Path) -> None:
    one, two = pair(tmp_path, ahead=timedelta(hours=1))
    one.records.save(mark(1, LATE))
    two.records.save(mark(1, EXCUSED))
    exchange(tmp_path)
    assert one.records.marks(meeting().id) == two.records.marks(meeting().id) == (mark(1, EXCUSED),)
    (conflict,) = one.records.conflicts()
    assert (conflict.field, [version.value for version in conflict.versions]) == ("presence", ["excused", "late"])
    one.records.settle(conflict, "excused")
    exchange(tmp_path)
    assert not one.records.conflicts()
    assert not two.records.conflicts()
    assert two.records.marks(meeting().id) == (mark(1, EXCUSED),)


def test_the_same_written_apart_needs_no_settling(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    one.records.save(mark(1, LATE))
    two.records.save(mark(1, LATE))
    exchange(tmp_path)
    assert not one.records.conflicts()


def test_a_removal_that_did_not_know_of_a_change_is_listed_and_settled(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    one.records.remove(person(1))
    two.records.save(person(1, "María Elena"))
    exchange(tmp_path)
    (conflict,) = one.records.conflicts()
    assert [version.value for version in conflict.versions] == ["María Elena"]
    two.records.remove(person(1))
    two.records.save(person(1, "María Elena"))
    exchange(tmp_path)
    assert one.records.participant(person(1).id).name == "María Elena"
    assert not one.records.conflicts()


def test_a_record_that_arrives_after_a_change_to_it_is_whole(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    two.records.save(person(1, "María Elena"))
    fresh = second_device(tmp_path / "one", tmp_path / "fresh")
    for log in sorted((tmp_path / "two" / "logs").glob("*.log"), key=lambda log: log.stat().st_size):
        (fresh / "logs" / log.name).write_bytes(log.read_bytes())
        with open_site(fresh) as site:
            names = [someone.name for someone in site.records.participants()]
    assert names == ["María Elena", "Úrsula", "[/]"]
    one.close()


def test_a_copied_folder_writes_a_log_of_its_own(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        one.records.save(mark(1))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    with open_site(tmp_path / "one") as one, open_site(tmp_path / "two") as two:
        one.records.save(mark(2))
        two.records.save(mark(3))
        exchange(tmp_path)
        assert set(one.records.marks(meeting().id)) == {mark(1), mark(2), mark(3)}
        assert one.db.storage.read() == two.db.storage.read()
    assert len(list((tmp_path / "one" / "logs").glob("*.log"))) == 2


def test_a_folder_opened_again_keeps_its_log(tmp_path: Path) -> None:
    new_site(tmp_path / "one").close()
    with open_site(tmp_path / "one") as one:
        one.records.save(mark(1))
    assert len(list((tmp_path / "one" / "logs").glob("*.log"))) == 1


def test_a_log_that_arrives_half_is_read_as_far_as_it_goes_and_left_alone(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        one.records.save(mark(1))
    there = second_device(tmp_path / "one", tmp_path / "two")
    (log,) = (tmp_path / "one" / "logs").glob("*.log")
    (there / "logs" / log.name).write_bytes(log.read_bytes()[:-10])
    with open_site(there) as two:
        assert len(two.records.participants()) == 3
        assert two.records.marks(meeting().id) == ()
        assert two.notices == ()
        carry(tmp_path / "one", there)
        assert two.records.marks(meeting().id) == (mark(1),)


def test_made_up_tables_do_not_travel(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    one.db.table("scratch").insert({"seen": True})
    exchange(tmp_path)
    assert two.db.tables() == one.db.tables() - {"scratch"}


def test_a_wrong_clock_of_our_own_is_left_behind(tmp_path: Path) -> None:
    with create_site(tmp_path / "one", clock=ticking(NOON + timedelta(days=900))) as site:
        site.records.save(person(1))
    with open_site(tmp_path / "one", clock=ticking()) as site:
        assert site.records.save(person(1, "María José")).at.year == NOON.year
        assert site.records.participant(person(1).id).name == "María José"
