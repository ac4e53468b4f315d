"""The main job end to end with a made-up group: a site, a workshop, a roster, marks, and all the paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from platica.desk import build_workshop, keep_roster, print_workshop, set_up, take_attendance
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, local_now, open_desk
from platica.domain.ids import CurriculumId
from platica.domain.printing import Printed, PrintOrder, What
from platica.domain.progress import Progress, silent
from platica.domain.sample import PEOPLE
from platica.domain.settings import Settings
from platica.domain.workshop import Workshop

CURRICULUM = CurriculumId("diabetes-peer-circle")


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demonstration left behind."""

    site: Path
    workshop: Workshop
    made: tuple[Printed, ...]


def make(places: Places, output: Path, progress: Progress = silent, *, now: Callable[[], datetime] = local_now) -> Demo:
    """Makes a sample site and prints everything its next session needs; a site that is there already is used again."""
    set_up_group(places, now=now)
    with open_desk(places, now=now) as desk:
        workshop = desk.records.workshops()[0]
        made: list[Printed] = []
        for order in _orders(workshop, len(desk.records.meetings(workshop.id))):
            planned = print_workshop.plan(desk, order)
            made += print_workshop.make(desk, planned, output, progress)
    return Demo(places.site, workshop, tuple(made))


def set_up_group(places: Places, *, now: Callable[[], datetime] = local_now) -> None:
    """The sample site alone, without its papers; one that is there already stays as it is."""
    if not set_up.is_set_up(places):
        set_up.create(places, Settings("Centro Comunitario Las Flores", "es", "US"))
    with open_desk(places, now=now) as desk:
        if not desk.records.workshops():
            _workshop(desk)


def _workshop(desk: Desk) -> Workshop:
    """A series whose first sessions were held, one a week, and whose next one is this evening or tomorrow's."""
    now, at = desk.now(), time(18, 0)
    coming = now.date() if now.time() < at else now.date() + timedelta(days=1)
    sessions = len(desk.library.curriculum(CURRICULUM).sessions)
    titles = desk.library.titles(CURRICULUM, desk.translators("es"))
    new = build_workshop.NewWorkshop(
        curriculum=CURRICULUM,
        name=titles.title.plain,
        languages=("es", "en"),
        start=coming - timedelta(weeks=sessions - 1),
        at=at,
        place="Salón B",
        leaders=("Rosa Medina",),
    )
    workshop = build_workshop.create(desk, new)
    people = [keep_roster.add(desk, workshop.id, person.name, person.reads) for person in PEOPLE]
    held = desk.records.meetings(workshop.id)[: sessions - 1]
    for nth, meeting in enumerate(held):
        for entry, person in zip(people, PEOPLE, strict=True):
            presence, way = person.came[nth]
            take_attendance.mark(desk, meeting.id, [entry], presence, way)
    return workshop


def _orders(workshop: Workshop, meetings: int) -> tuple[PrintOrder, ...]:
    every_sheet = frozenset({What.HANDOUTS, What.FORMS})
    return (
        PrintOrder(workshop.id, frozenset({What.GUIDE}), languages=("es",)),
        PrintOrder(workshop.id, every_sheet),
        PrintOrder(workshop.id, frozenset({What.SIGN_IN}), meeting=meetings),
        PrintOrder(workshop.id, frozenset({What.CERTIFICATES})),
        PrintOrder(workshop.id, frozenset({What.BINDER}), languages=("es",)),
    )
