"""After an erasing and a round of carrying, the name of the person is nowhere: two computers, a stick, all caches."""

import shutil
from pathlib import Path

import pytest

from builders.ledger import only_log
from builders.site import desk_in, places_in, workshop_on
from builders.traces import line_saying, traces
from platica.desk import (
    backup,
    carry,
    erase_person,
    invite,
    join_people,
    keep_roster,
    print_workshop,
    record_history,
    take_attendance,
    tell_steps,
    today,
)
from platica.desk.desk import Desk
from platica.desk.open_desk import open_desk
from platica.desk.print_erasure import print_erasure
from platica.domain.attendance import Mark, Presence
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.printing import PrintOrder, What
from platica.errors import NotFound, Refused
from platica.ledger import cache

NAME, FIRST, OTHER, CALLED = "Zoraida Quintanilla", "Zorayda Kintanilla", "Zorymar Quintero", "555-0142-77"
"""The person, as she was misspelt at first, as she was recorded a second time, and her telephone."""
WORDS = ("Zoraida", "Quintanilla", "Zorayda", "Kintanilla", "Zorymar", "Quintero", CALLED)


def life_of_a_group(desk: Desk) -> WorkshopId:
    """A group in which she was misspelt, corrected, marked twice, printed, recorded again and joined."""
    workshop = workshop_on(desk).id
    for name in ("Ana", FIRST, OTHER, "Beto"):
        keep_roster.add(desk, workshop, name)
    keep_roster.correct(desk, workshop, 2, NAME, keep_roster.entry(desk, workshop, 2).participant.reads, CALLED)
    first, second, _ = desk.records.meetings(workshop)[:3]
    take_attendance.mark_numbers(desk, first.id, "1-4", Presence.PRESENT)
    take_attendance.mark_numbers(desk, first.id, "2", Presence.LATE)
    take_attendance.mark_numbers(desk, second.id, "2,3", Presence.PRESENT)
    order = PrintOrder(workshop, frozenset({What.SIGN_IN, What.GUIDE}), meeting=1)
    print_workshop.make(desk, print_workshop.plan(desk, order), desk.site.folder.parents[2] / "papers")
    join_people.join(desk, workshop, 2, 3)
    return workshop


def leave_a_torn_line(site: Path) -> None:
    """What a power cut leaves: the half of a line, in which her name lies under the key."""
    log = only_log(site)
    half = line_saying(FIRST, log, site / "keyring.json")[:-9]
    log.write_bytes(log.read_bytes() + half)


def to_and_fro(one: Desk, two: Desk, stick: Path) -> None:
    carry.carry_out(one, stick)
    carry.carry_in(two, stick)
    carry.carry_out(two, stick)
    carry.carry_in(one, stick)
    carry.carry_out(one, stick)


def found_anywhere(disk: Path) -> list[str]:
    """Looked for with the keys of the second computer, which joined and so knows its own older ones besides."""
    return [trace for word in WORDS for trace in traces(word, disk, disk / "two" / "site" / "keyring.json")]


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that two computers and a stick hold; caches are written however little there is."""
    monkeypatch.setattr(cache, "_LEAST", 1)
    folder = tmp_path / "disk"
    (folder / "scratch").mkdir(parents=True)
    (folder / "stick").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder / "scratch"))
    return folder


def two_that_share(disk: Path) -> tuple[WorkshopId, ParticipantId]:
    """Both computers know her, have caches and backups of her, and one has half a line."""
    with desk_in(disk / "one") as one:
        workshop = life_of_a_group(one)
        she = keep_roster.entry(one, workshop, 2).participant.id
        code = invite.invite(one, disk / "invitation")
    leave_a_torn_line(disk / "one" / "site")
    with desk_in(disk / "two") as two:
        invite.join(two, disk / "invitation", code)
    with open_desk(places_in(disk / "one")) as one, open_desk(places_in(disk / "two")) as two:
        to_and_fro(one, two, disk / "stick")
        take_attendance.mark_numbers(two, two.records.meetings(workshop)[2].id, "1,2", Presence.PRESENT)
        keep_roster.rename(two, workshop, 2, f"{NAME} de Ruiz")
        to_and_fro(one, two, disk / "stick")
        for desk in (one, two):
            assert backup.before(desk, backup.Why.WEEKLY) is None
    (torn,) = (disk / "one" / "site" / "logs").glob("*.torn")
    shutil.copy(torn, disk / "two" / "site" / "logs")
    return workshop, she


def test_the_search_itself_finds_her_in_logs_copies_caches_backups_and_half_lines(disk: Path) -> None:
    two_that_share(disk)
    places = {trace.split(": ")[0] for trace in found_anywhere(disk)}
    for kind in ("one/site/logs/", "two/site/logs/", "stick/platica/", "one/site/backups/", "two/site/backups/"):
        assert any(place.startswith(kind) for place in places), kind
    assert {"one/site/cache", "two/site/cache"} <= places
    assert sum(place.endswith(".torn") for place in places) == 2


def test_nothing_of_her_is_left_on_either_computer_nor_on_the_stick(disk: Path, tmp_path: Path) -> None:
    workshop, she = two_that_share(disk)
    with open_desk(places_in(disk / "one")) as one, open_desk(places_in(disk / "two")) as two:
        erased = erase_person.erase(one, she)
        assert (erased.records, erased.marks, erased.sheets, erased.contact) == (2, 3, 1, True)
        alone = [trace for trace in found_anywhere(disk) if trace.startswith("one/")]
        assert alone == [], "at once on the computer that erased"
        to_and_fro(one, two, disk / "stick")
        print_erasure(one, erased, disk / "one", "es")
    assert found_anywhere(disk) == []
    assert not any(word in str(file) for word in WORDS for file in (tmp_path / "papers").rglob("*"))
    for name in ("one", "two"):
        with open_desk(places_in(disk / name)) as desk:
            assert desk.notices == ()
            assert desk.site.folder.joinpath("cache").exists()
            assert [entry.participant.name for entry in keep_roster.roster(desk, workshop).entries] == ["Ana", "Beto"]
            counts = [len(desk.records.marks(meeting.id)) for meeting in desk.records.meetings(workshop)[:3]]
            assert counts == [3, 1, 2], "the sessions keep their counts, and she is one"
            shown = today.look(desk, "es")
            assert not any(word in repr(shown) for word in WORDS)
    assert found_anywhere(disk) == []


def test_what_happened_to_her_is_told_without_a_name_and_cannot_be_undone(disk: Path) -> None:
    workshop, she = two_that_share(disk)
    with open_desk(places_in(disk / "one")) as one:
        first = one.records.meetings(workshop)[0].id
        added = one.records.history(one.records.participant(she))[0].commit
        marked = one.records.history(Mark(first, she, Presence.PRESENT))[-1].commit
        erasing = one.records.erase(she)
        for commit in (erasing.commit, added, marked):
            with pytest.raises((Refused, NotFound)):
                one.records.undo(commit)
        (step,) = record_history.of_mark(one, first, she) or (None,)
        assert step is None
        steps = one.records.steps(erasing.commit)
        said = " ".join(one.book("en").tell(tell_steps.sentence_of(one, step, "en")) for step in steps)
        assert said
        assert not any(word in said or word in repr(steps) for word in WORDS)
