"""Which steps are remembered so that they can be taken back."""

import os
import time
from dataclasses import replace
from datetime import date
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
    person,
    second_device,
    sheet,
    workshop,
)
from platica.domain.attendance import Presence
from platica.domain.ids import CommitId, LeaderId, WorkshopId
from platica.domain.leader import Leader
from platica.domain.scope import LastStep, Scope, What
from platica.ledger.change import Change
from platica.ledger.recent import RecentSteps
from platica.ledger.site import Site, open_site

PEOPLE = Scope(What.PEOPLE, WORKSHOP)
ANYTHING = Scope(What.ANYTHING)
STAMP = "0123456789abcdefincarnat"


def newest(site: Site, scope: Scope = ANYTHING) -> CommitId | None:
    step = site.records.last_step(scope)
    return step.commit if step else None


def change(number: int, **more: object) -> tuple[list[int], list[Change]]:
    """One mark, as a commit of its own."""
    one: Change = {"table": "marks", "key": f"m{number}:p", "stamp": STAMP}
    one.update(more)  # type: ignore[typeddict-item]
    return [number], [one]


def test_who_leads_and_their_pins_are_no_step_to_take_back(tmp_path: Path) -> None:
    leader = Leader(LeaderId("leader000000000000"), "Rosa")
    with new_site(tmp_path / "site") as site:
        marked = site.records.save(mark(1))
        for one in (leader, replace(leader, name="Rosa Medina"), replace(leader, pin="scrypt$14$8$1$AA==$AA==")):
            site.records.save(one)
            assert newest(site) == marked.commit


def test_each_scope_has_its_own_newest_step(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        marked = site.records.save(mark(1))
        renamed = site.records.save(person(2, "Ana"))
        described = site.records.save(workshop("Grupo azul"))
        found = {what: newest(site, Scope(what, WORKSHOP)) for what in What if what is not What.SETTINGS}
        assert found == {
            What.ATTENDANCE: marked.commit,
            What.PEOPLE: renamed.commit,
            What.PLAN: None,
            What.WORKSHOP: described.commit,
            What.ANYTHING: described.commit,
        }
        assert site.records.last_step(Scope(What.ANYTHING, WorkshopId("elsewhere"))) is None
        assert site.records.last_step(Scope(What.WORKSHOP)) == LastStep(described.commit, described.at)


def test_a_printed_sheet_and_the_name_of_a_computer_are_not_taken_back(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        marked = site.records.save(mark(1))
        site.records.save(sheet())
        site.db.table("devices").insert({"name": "laptop"})
        assert newest(site) == marked.commit


def test_a_count_of_heads_is_attendance_and_a_date_is_not(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        counted = site.records.save(meeting(1, heads=40))
        moved = site.records.save(replace(meeting(2), on=date(2026, 12, 1)))
        assert newest(site, MARKS) == counted.commit
        assert newest(site, Scope(What.WORKSHOP, WORKSHOP)) == moved.commit


def test_who_is_off_the_roster_still_belongs_to_its_steps(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        removed = site.records.remove(enrolment(3), person(3))
        assert newest(site, PEOPLE) == removed.commit


def test_an_undone_step_and_its_undo_are_forgotten_also_by_the_cache(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        kept = site.records.save(mark(1))
        site.records.undo(site.records.save(mark(1, Presence.LATE)).commit)
        assert newest(site) == kept.commit
        again = RecentSteps(site._ledger.recent.kept())
        assert again.kept() == site._ledger.recent.kept()


def test_undoing_a_step_of_another_computer_forgets_none_of_this_one(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        there = second_device(tmp_path / "one", tmp_path / "two")
        carry(tmp_path / "one", there)
        with open_site(there) as two:
            saved = [two.records.save(mark(number)) for number in (1, 2)]
        carry(there, tmp_path / "one")
        assert saved[0].commit.endswith("-1")
        number = one._ledger.recent.kept()[0][0]
        assert number == 1
        one.records.undo(saved[0].commit)
        assert one._ledger.recent.kept()[0][0] == number


def test_a_copied_folder_remembers_none_of_the_steps_before(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
    device = tmp_path / "site" / "device.json"
    device.write_bytes(device.read_bytes().replace(b'"hint": "', b'"hint": "copy of '))
    with open_site(tmp_path / "site") as copied:
        assert copied.records.marks(meeting().id) == (mark(1),)
        assert newest(copied) is None


def test_settling_on_what_is_shown_already_can_be_taken_back_and_then_what_was_before(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        before = one.records.save(mark(2))
        there = second_device(tmp_path / "one", tmp_path / "two")
        one.records.save(mark(1))
        carry(tmp_path / "one", there)
        with open_site(there) as two:
            two.records.save(mark(1, Presence.EXCUSED))
        late = one.records.save(mark(1, Presence.LATE))
        carry(there, tmp_path / "one")
        (conflict,) = one.records.conflicts()
        settled = one.records.settle(conflict, conflict.versions[0].value)
        assert newest(one) == settled.commit
        undone = one.records.undo(settled.commit)
        assert undone.changed == 1
        assert newest(one) == late.commit
        assert before.commit != late.commit


def test_the_newest_five_hundred_are_remembered_however_they_come() -> None:
    one_by_one, at_once = RecentSteps(), RecentSteps()
    numbers: list[int] = []
    changes: list[Change] = []
    for number in range(1, 2001):
        more = {"undoes": f"incarnat-{number - 1}"} if number % 10 == 0 else {}
        one, made = change(number, **more)
        one_by_one.note(one, made)
        numbers += one
        changes += made
    at_once.note(numbers, changes)
    kept = one_by_one.kept()
    assert kept == at_once.kept()
    assert len(kept) == 512 - 2 * 52
    assert kept[0][0] == 1491
    assert one_by_one.newest([("marks", "m1998")]) is not None
    assert one_by_one.newest([("marks", "m1999")]) is None
    assert one_by_one.newest([("marks", "m1")]) is None


def test_a_step_of_a_newer_version_that_names_nothing_known_does_not_matter() -> None:
    steps = RecentSteps()
    steps.note(*change(1))
    steps.note(*change(2, undoes="?"))
    steps.note(*change(3, table="later", key="x"))
    assert [number for number, _, _ in steps.kept()] == [1, 3]


@pytest.mark.skipif(os.name == "nt", reason="the zone of a process cannot be changed there")
def test_when_something_was_saved_is_told_by_the_clock_on_the_wall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "America/Mexico_City")
        time.tzset()
        with new_site(tmp_path / "site") as site:
            saved = site.records.save(mark(1))
            step = site.records.last_step(MARKS)
    time.tzset()
    assert saved.at.hour == 6
    assert step == LastStep(saved.commit, saved.at)
    assert step.at.hour == 6
