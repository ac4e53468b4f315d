"""Sites with a small workshop, kept in a folder of the test."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from platica.domain.attendance import Mark, Presence, Way
from platica.domain.ids import (
    ActivityId,
    CurriculumId,
    LeaderId,
    MeetingId,
    ParticipantId,
    SessionId,
    WorkshopId,
)
from platica.domain.leader import Leader
from platica.domain.participant import Consent, Participant, Reads
from platica.domain.roster import Enrolment
from platica.domain.scope import Scope, What
from platica.domain.sheet import Sheet
from platica.domain.workshop import Meeting, Plan, PlannedActivity, PlannedSession, Workshop, WorkshopForm
from platica.ledger import fs
from platica.ledger.device import keep
from platica.ledger.frame import Writer
from platica.ledger.records import Records
from platica.ledger.site import Site, create_site, open_site

NOON = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
WORKSHOP = WorkshopId("w000000000000001")
MARKS = Scope(What.ATTENDANCE, WORKSHOP)
"""The marks of the workshop, to be taken back."""


def clock_at(moment: datetime = NOON) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: moment


def ticking(moment: datetime = NOON) -> Callable[[], datetime]:
    """A clock that goes on by a second whenever it is looked at."""
    ticks = iter(range(10_000_000))
    return lambda: moment + timedelta(seconds=next(ticks))


def workshop(name: str = "Caminando juntos") -> Workshop:
    plan = Plan(
        90,
        (
            PlannedSession(SessionId("our-circle"), (PlannedActivity(ActivityId("welcome"), 10),)),
            PlannedSession(SessionId("my-plate"), ()),
        ),
    )
    return Workshop(
        WORKSHOP,
        name,
        WorkshopForm.SERIES,
        CurriculumId("diabetes-peer-circle"),
        "1.0.0",
        "0" * 64,
        ("es", "en"),
        plan,
        "Salón B",
        ("Rosa",),
    )


def meeting(number: int = 1, *, heads: int | None = None) -> Meeting:
    on = date(2026, 11, 5) + timedelta(weeks=number - 1)
    return Meeting(MeetingId(f"m{number:015d}"), WORKSHOP, SessionId("our-circle"), number, on, time(18, 0), 90, heads)


def person(number: int = 1, name: str = "María") -> Participant:
    consent = Consent(date(2026, 11, 5), "1")
    return Participant(ParticipantId(f"p{number:015d}"), f"C{number}", name, Reads("es"), consent)


def enrolment(number: int = 1, *, active: bool = True) -> Enrolment:
    return Enrolment(WORKSHOP, person(number).id, number, active)


def mark(number: int = 1, presence: Presence = Presence.PRESENT, *, at: int = 1) -> Mark:
    return Mark(meeting(at).id, person(number).id, presence, Way.IN_PERSON)


def sheet() -> Sheet:
    return Sheet("KAT-1-P", meeting().id, date(2026, 11, 5), (person(1).id, person(2).id))


def leader() -> Leader:
    return Leader(LeaderId("l000000000000001"), "Rosa Medina")


def new_site(folder: Path, *, clock: Callable[[], datetime] | None = None) -> Site:
    """A site with a workshop, two meetings and three people."""
    site = create_site(folder, clock=clock or ticking())
    fill(site.records)
    return site


def fill(records: Records) -> None:
    records.save(workshop(), meeting(1), meeting(2))
    records.save(*(person(number, name) for number, name in enumerate(("María", "Úrsula", "[/]"), 1)))
    records.save(*(enrolment(number) for number in (1, 2, 3)))


def carry(source: Path, target: Path) -> None:
    """Brings the logs of one site's folder into another's, as a stick does."""
    for log in (source / "logs").glob("*.log"):
        there = target / "logs" / log.name
        if not there.exists() or there.stat().st_size < log.stat().st_size:
            there.write_bytes(log.read_bytes())


def second_device(source: Path, folder: Path) -> Path:
    """A folder of the same site for another device: its keyring, and nothing else yet."""
    for inside in (folder, folder / "logs"):
        inside.mkdir()
    (folder / "keyring.json").write_bytes((source / "keyring.json").read_bytes())
    return folder


def open_as_image(source: Path, folder: Path) -> Site:
    """The site on a computer whose disk is a copy of another's, with the same name and the same numbers of files."""
    if not folder.exists():
        shutil.copytree(source, folder)
    known = json.loads((source / "device.json").read_bytes())
    keep(folder / "device.json", folder / "logs", Writer(known["device"], known["incarnation"]))
    return open_site(folder, clock=ticking())


def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writes do not wait for the disk: for tests that open a site thousands of times and cut no power."""
    monkeypatch.setattr(fs, "_sync", lambda _: None)


def only_log(folder: Path) -> Path:
    """The one log of a site that one device wrote."""
    (log,) = (folder / "logs").glob("*.log")
    return log
