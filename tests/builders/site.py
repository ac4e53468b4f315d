"""A real site in a temporary folder, with a workshop of the bundled diabetes circle."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from platica.desk import build_workshop, keep_roster, set_up, undo
from platica.desk.build_workshop import NewWorkshop
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_desk
from platica.domain.ids import CurriculumId
from platica.domain.scope import Scope, What
from platica.domain.settings import Settings
from platica.domain.undone import Undone
from platica.domain.workshop import Workshop, WorkshopForm

CIRCLE = CurriculumId("diabetes-peer-circle")
THURSDAY = datetime(2026, 11, 19, 16, 0)  # noqa: DTZ001 - meetings are at local wall time
GROUP = ("Tomás", "Elena", "Olga", "Úrsula", "José", "[/]")


def places_in(folder: Path) -> Places:
    """A site, caches and no working copy of the content, all inside a folder."""
    return Places(site=folder / "site", content=None, cache=folder / "cache")


def site_in(folder: Path, *, language: str = "es", region: str = "US") -> Places:
    """A site that was just set up."""
    places = places_in(folder)
    share_compiled(places)
    set_up.create(places, Settings("Las Flores", language, region))
    return places


def share_compiled(places: Places) -> None:
    """What is compiled of the bundled content, and of nothing else, lies beside the folders of tests: once for all."""
    places.cache.mkdir(parents=True, exist_ok=True)
    for name in ("catalogues", "content"):
        shared = places.cache.parent.parent / "compiled" / name
        shared.mkdir(parents=True, exist_ok=True)
        if not (places.cache / name).exists():
            (places.cache / name).symlink_to(shared)


def desk_in(folder: Path, *, language: str = "es", region: str = "US", now: datetime = THURSDAY) -> Desk:
    """The open desk of a new site on a Thursday at four."""
    return open_desk(site_in(folder, language=language, region=region), now=clock_at(now))


def clock_at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def workshop_on(desk: Desk, *, start: date = date(2026, 11, 5), form: WorkshopForm = WorkshopForm.SERIES) -> Workshop:
    """A weekly circle on Thursdays at six; the third session is on 19 November."""
    return build_workshop.create(
        desk,
        NewWorkshop(
            curriculum=CIRCLE,
            name="Caminando juntos",
            languages=("es", "en"),
            start=start,
            at=time(18, 0),
            form=form,
            place="Salón B",
            leaders=("Rosa Medina",),
        ),
    )


def group_on(desk: Desk, workshop: Workshop, *names: str) -> None:
    """People on the roster, numbered from 1 in the order given."""
    for name in names or GROUP:
        keep_roster.add(desk, workshop.id, name)


def take_back(desk: Desk, workshop: Workshop, what: What = What.ATTENDANCE) -> Undone:
    """Takes back the newest step of a part of a workshop; says it in English."""
    return undo.undo(desk, Scope(what, workshop.id), "en")
