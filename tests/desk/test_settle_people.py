"""Two people who may be one, wrong dates, and people nobody has heard of for long: told, and decided by a person."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from builders.apart import decide, desks_apart, matters, together
from builders.ledger import carry, second_device
from builders.site import THURSDAY, clock_at, group_on, places_in, site_in, workshop_on
from platica.desk import join_people, keep_roster, set_up, settle, take_attendance, undo
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_desk
from platica.desk.settings_file import write_settings
from platica.domain.attendance import Presence
from platica.domain.matter import MatterKind
from platica.domain.scope import Scope, What
from platica.domain.settings import Settings
from platica.errors import Refused

DUPLICATE, CLOCK, RETENTION = MatterKind.DUPLICATE, MatterKind.CLOCK, MatterKind.RETENTION
NOW = datetime(2026, 11, 19, 16, 0, tzinfo=UTC)


def test_somebody_enrolled_on_two_computers_is_suggested_once_and_joined_everywhere(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana") as ((one, two), workshop):
        keep_roster.add(one, workshop.id, "Helena Ruiz", contact="555 123 4567")
        keep_roster.add(two, workshop.id, "elena ruis", contact="(555) 123-4567")
        together(tmp_path, one, two)
        (matter,) = matters(two, DUPLICATE)
        assert "Helena Ruiz (no. 2 of Caminando juntos)" in str(matter.sentence)
        assert [str(choice.sentence) for choice in matter.choices][-1] == "They are two different people."
        assert sum(choice.advised for choice in matter.choices) == 1
        decide(two, matter, "One person: keep Helena Ruiz")
        together(tmp_path, one, two)
        for desk in (one, two):
            names = [entry.participant.name for entry in keep_roster.roster(desk, workshop.id).entries]
            assert names == ["Ana", "Helena Ruiz"]
            assert settle.count(desk) == 0


def test_two_different_people_are_not_asked_about_again_on_any_computer(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Luis Martín", "Luisa Martín", computers_of_it=3) as (desks, _):
        (matter,) = matters(desks[0], DUPLICATE)
        assert str(decide(desks[0], matter, "They are two").sentence) == (
            "Luis Martín and Luisa Martín are two different people."
        )
        together(tmp_path, *desks)
        assert [settle.count(desk) for desk in desks] == [0, 0, 0]
        undo.undo(desks[0], Scope(What.ANYTHING))
        together(tmp_path, *desks)
        assert [settle.count(desk) for desk in desks] == [1, 1, 1]


def test_saying_apart_of_two_pairs_on_two_computers_is_no_conflict(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Luis Martín", "Luisa Martín", "Luís Martin") as ((one, two), _):
        first, second, *_rest = matters(one, DUPLICATE)
        decide(one, first, "They are two")
        decide(two, next(matter for matter in matters(two, DUPLICATE) if matter.id == second.id), "They are two")
        together(tmp_path, one, two)
        assert settle.count(one) == settle.count(two) == 1


def test_a_first_name_alone_is_too_little_across_groups(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana") as ((one, _two), _workshop):
        other = workshop_on(one)
        group_on(one, other, "Ana")
        assert settle.count(one) == 0
        keep_roster.add(one, other.id, "Ana")
        assert len(matters(one, DUPLICATE)) == 1


def test_different_telephones_speak_against_names_that_only_sound_alike(tmp_path: Path) -> None:
    with desks_apart(tmp_path) as ((one, _two), workshop):
        keep_roster.add(one, workshop.id, "Helena Ruiz", contact="555 123 4567")
        keep_roster.add(one, workshop.id, "Elena Ruis", contact="555 765 4321")
        assert settle.count(one) == 0


def test_names_made_by_a_pattern_are_not_suggested_and_slips_among_them_are(tmp_path: Path) -> None:
    numbered = [f"Persona {number}" for number in range(20)]
    lettered = [f"Grupo {letter} Sol" for letter in "ABDEFLMNOPR"]
    real = ["María Peña", "Maria Pena", "Elena Ruiz", "Helena Ruis", "José Ávila", "Avila, Jose", "Anna Gil", "Ana Gil"]
    with desks_apart(tmp_path, *numbered, *lettered, *real) as ((one, _two), _workshop):
        told = [str(matter.sentence) for matter in matters(one, DUPLICATE)]
        assert len(told) == len(real) / 2
        assert all(sum(f"{name} (" in sentence for name in real) == 2 for sentence in told)


def test_ten_are_asked_about_at_once_the_likeliest_first(tmp_path: Path) -> None:
    names = [
        f"{first} {last}" for first in ("Helena", "Elena") for last in ("Gil", "Paz", "Sosa", "Luna", "Ríos", "Vega")
    ]
    more = [f"{first} Mota" for first in ("Carmen", "Carman", "Ximena", "Jimena", "Luis", "Luiz", "Rosa", "Roza")]
    last = ["Fátima Sol", "Fatmia Sol", "Fermín Cruz", "Fermin Cruz", "Blanca Sol", "Blanca Solo"]
    with desks_apart(tmp_path, *names, *more, *last) as ((one, _two), _workshop):
        found = matters(one, DUPLICATE)
        assert (len(found), settle.count(one)) == (10, 10)
        assert "Fermin Cruz" in str(found[0].sentence)
        assert not any("Carman" in str(matter.sentence) for matter in found)
        said = [str(detail) for matter in found for detail in matter.details if "more pair" in str(detail)]
        assert said == ["And 3 more pairs of names that are alike are asked about after this."]
        decide(one, found[0], "They are two")
        assert "And 2 more pairs" in " ".join(map(str, matters(one, DUPLICATE)[-1].details))


def test_a_joined_person_marked_in_two_ways_is_settled(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana Beltrán", "Anna Beltrán") as ((one, two), workshop):
        meeting = one.records.meetings(workshop.id)[0].id
        take_attendance.mark_numbers(one, meeting, "1", Presence.LATE)
        take_attendance.mark_numbers(two, meeting, "2", Presence.ABSENT)
        together(tmp_path, one, two)
        join_people.join(two, workshop.id, 1, 2)
        together(tmp_path, one, two)
        (matter,) = matters(one, MatterKind.MARKED_TWICE)
        assert [str(choice.sentence) for choice in matter.choices] == ["late", "absent"]
        assert str(decide(one, matter, "absent").sentence) == "Ana Beltrán: absent, session 1 of Caminando juntos."
        together(tmp_path, one, two)
        assert [desk.records.marks(meeting)[0].presence for desk in (one, two)] == [Presence.ABSENT] * 2
        assert settle.count(two) == 0


def test_separating_by_either_number_makes_two_people_again(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana Beltrán", "Anna Beltrán") as ((one, _two), workshop):
        for number in (1, 2):
            assert join_people.join(one, workshop.id, 1, 2).numbers == (1, 2)
            kept, other = join_people.separate(one, workshop.id, number)
            assert (kept.name, other.name) == ("Ana Beltrán", "Anna Beltrán")
            assert [entry.numbers for entry in keep_roster.roster(one, workshop.id).entries] == [(1,), (2,)]
        with pytest.raises(Refused):
            join_people.separate(one, workshop.id, 1)


def test_the_same_number_twice_joins_the_two_who_have_it(tmp_path: Path) -> None:
    with desks_apart(tmp_path) as ((one, two), workshop):
        keep_roster.add(one, workshop.id, "Helena Ruiz")
        keep_roster.add(two, workshop.id, "Elena Ruis")
        together(tmp_path, one, two)
        entry = join_people.join(one, workshop.id, 1, 1)
        assert (entry.numbers, settle.count(one)) == ((1,), 0)


def test_a_wrong_date_is_told_with_the_computer_until_somebody_has_seen_it(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", "Eva") as ((one, two), workshop):
        with time_machine.travel(datetime.now(UTC) + timedelta(days=400)):
            keep_roster.rename(two, workshop.id, 1, "Ana B.")
            keep_roster.rename(two, workshop.id, 2, "Eva C.")
        together(tmp_path, one, two)
        (matter,) = matters(one, CLOCK)
        assert str(matter.sentence).startswith(
            "Wrong dates: Rosa’s laptop saved 2 steps that are dated more than a day"
        )
        decide(one, matter, "Seen")
        assert not matters(one, CLOCK)
        with open_desk_again(two) as again:
            assert matters(again, CLOCK)
        with time_machine.travel(datetime.now(UTC) + timedelta(days=401)):
            keep_roster.rename(two, workshop.id, 1, "Ana")
        together(tmp_path, one, two)
        assert len(matters(one, CLOCK)) == 1


def test_what_somebody_has_seen_is_not_told_at_the_next_opening(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana") as ((one, two), workshop):
        with time_machine.travel(datetime.now(UTC) + timedelta(days=400)):
            keep_roster.rename(two, workshop.id, 1, "Ana B.")
        together(tmp_path, one, two)
        for told in (True, False):
            with open_desk_again(one) as again:
                assert any("more than a day ahead" in str(notice) for notice in again.notices) is told
                if told:
                    decide(again, matters(again, CLOCK)[0], "Seen")


@pytest.mark.parametrize(("others", "days"), [(2, 200), (2, 31 * 365), (1, 31 * 365)])
def test_a_computer_far_behind_the_others_is_told_that_it_is_the_wrong_one(
    tmp_path: Path, others: int, days: int
) -> None:
    with desks_apart(tmp_path, "Ana", computers_of_it=others) as (desks, workshop):
        for desk in desks:
            keep_roster.rename(desk, workshop.id, 1, f"Ana {len(desk.records.participants())}")
            together(tmp_path, *desks)
        site = second_device(desks[0].site.folder, tmp_path / "late")
        write_settings(site, desks[0].settings)
        carry(desks[0].site.folder, site)
        with time_machine.travel(datetime.now(UTC) - timedelta(days=days)):
            for name in ("Eva", "Diego"):
                with open_desk(Places(site=site, content=None, cache=desks[0].cache)) as late:
                    (notice,) = late.notices
                    assert str(notice) == (
                        "The date of this computer is wrong: the others are far ahead of it. "
                        "Check the date of this computer."
                    )
                    assert matters(late, CLOCK) == []
                    keep_roster.add(late, workshop.id, name)


def test_a_clock_behind_the_newest_step_is_told(tmp_path: Path) -> None:
    places = site_in(tmp_path)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=5)), open_desk(places) as desk:
        workshop_on(desk)
    with open_desk(places) as desk:
        assert [str(notice) for notice in desk.notices] == [
            "The clock of this computer is 5 hours behind the newest step. Check its date and time."
        ]


def open_desk_again(desk: Desk) -> Desk:
    return open_desk(Places(site=desk.site.folder, content=None, cache=desk.cache), now=clock_at(THURSDAY))


def test_who_was_not_heard_of_for_long_is_kept_or_erased_by_a_person(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    with time_machine.travel(NOW - timedelta(days=3 * 365)), open_desk(site_in(tmp_path)) as desk:
        old = workshop_on(desk, start=(NOW - timedelta(days=3 * 365)).date())
        group_on(desk, old, "Ana", "Blanca", "Carlos")
        meeting = desk.records.meetings(old.id)[0]
        take_attendance.mark_numbers(desk, meeting.id, "1-2", Presence.PRESENT)
    with time_machine.travel(NOW - timedelta(days=60)), open_desk(places) as desk:
        fresh = workshop_on(desk)
        group_on(desk, fresh, "Diego")
    with time_machine.travel(NOW), open_desk(places, now=clock_at(THURSDAY)) as desk:
        found = matters(desk, RETENTION)
        assert [str(matter.sentence).partition(" was last")[0] for matter in found] == ["Ana", "Blanca", "Carlos"]
        assert "records are kept for 24 months after that" in str(found[0].sentence)
        assert [str(detail) for detail in found[0].details] == ["Caminando juntos"]
        decide(desk, found[0], "Keep")
        with pytest.raises(Refused) as refused:
            decide(desk, found[1], "Erase")
        assert str(refused.value).startswith("Blanca is erased for good.")
        decide(desk, found[1], "Erase", sure=True)
        assert [one.name for one in desk.records.participants()] == ["Ana", "Carlos", "Diego"]
        assert len(matters(desk, RETENTION)) == 1
        set_up.change(desk, Settings("Las Flores", "es", "US", retention_months=0))
        assert settle.count(desk) == 0
    in_a_year = THURSDAY + timedelta(days=400)
    with time_machine.travel(NOW + timedelta(days=400)), open_desk(places, now=clock_at(in_a_year)) as desk:
        set_up.change(desk, Settings("Las Flores", "es", "US"))
        assert [str(one.sentence).partition(" was")[0] for one in matters(desk, RETENTION)] == ["Ana", "Carlos"]


def test_a_date_that_may_be_wrong_is_to_be_checked_before_anybody_is_erased(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    with time_machine.travel(NOW), open_desk(site_in(tmp_path), now=clock_at(THURSDAY)) as desk:
        group_on(desk, workshop_on(desk), "Ana", "Blanca")
    ahead = THURSDAY + timedelta(days=3 * 365)
    with time_machine.travel(NOW + timedelta(days=3 * 365)), open_desk(places, now=clock_at(ahead)) as desk:
        workshop = desk.records.workshops()[0]
        keep_roster.add(desk, workshop.id, "Diego")
        for one in matters(desk, RETENTION):
            assert str(one.details[0]) == (
                "Nothing was recorded on any computer known here between November 19, 2026 and the last days. "
                "Check the date of this computer first; here today is November 18, 2029."
            )
            assert [str(choice.sentence) for choice in one.choices] == [
                "Keep for another year.",
                "The date of this computer is right: erase for good.",
            ]
            assert str(one.choices[1].final).startswith("Nothing was recorded")
        assert len(matters(desk, RETENTION)) == 2


def test_nobody_is_proposed_while_dates_of_computers_do_not_fit(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", "Eva") as ((one, two), workshop):
        later = datetime.now(UTC) + timedelta(days=900)
        with time_machine.travel(later), open_desk_at(one, later) as there:
            assert len(matters(there, RETENTION)) == 2
        with time_machine.travel(later + timedelta(days=300)):
            keep_roster.add(two, workshop.id, "Diego")
        together(tmp_path, one, two)
        with time_machine.travel(later), open_desk_at(one, later) as there:
            assert matters(there, RETENTION) == []
            decide(there, matters(there, CLOCK)[0], "Seen")
            assert len(matters(there, RETENTION)) == 2


def open_desk_at(desk: Desk, now: datetime) -> Desk:
    places = Places(site=desk.site.folder, content=None, cache=desk.cache)
    return open_desk(places, now=clock_at(now.replace(tzinfo=None)))


def test_who_is_in_a_group_that_still_meets_is_not_proposed(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    with time_machine.travel(NOW - timedelta(days=3 * 365)), open_desk(site_in(tmp_path)) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana")
    with time_machine.travel(NOW), open_desk(places, now=clock_at(THURSDAY)) as desk:
        assert settle.count(desk) == 0
    with time_machine.travel(NOW), open_desk(places, now=clock_at(THURSDAY + timedelta(days=60))) as desk:
        assert settle.count(desk) == 1
