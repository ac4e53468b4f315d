"""The program on a pretended terminal, played by keys and read as text."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from textual.pilot import Pilot

from builders.site import GROUP, THURSDAY, clock_at, group_on, site_in, workshop_on
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_desk
from platica.domain.workshop import Workshop, WorkshopForm
from platica_tui.app import PlaticaApp
from platica_tui.widgets.notice import Notice

Scenario = Callable[["Player"], Awaitable[None]]


class CarefulApp(PlaticaApp):
    """Lets an unexpected error fail the test, where a person would be told a sentence."""

    def unexpected(self, error: Exception) -> None:
        raise error


class Player:
    """Presses keys and reads what is shown."""

    def __init__(self, app: PlaticaApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Presses keys one by one and waits until all they caused is done."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Types a text sign by sign."""
        await self.press(*("space" if sign == " " else sign for sign in text))

    async def wait(self) -> None:
        """Waits for slow work beside the screen."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def shown(self) -> str:
        """The rows of the terminal."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    @property
    def told(self) -> str:
        """The sentence in the row above the keys."""
        return self.app.screen.query_one(Notice).words

    @property
    def title(self) -> str:
        """The name of the screen's class."""
        return type(self.app.screen).__name__


def play(places: Places, scenario: Scenario, *, language: str = "en", size: tuple[int, int] = (80, 24)) -> None:
    """Starts the program on a Thursday at four and plays a scenario on it."""
    app = CarefulApp(places, language, now=clock_at(THURSDAY))

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await scenario(Player(app, pilot))

    asyncio.run(run())


def site_with_group(
    folder: Path, names: Iterable[str] = GROUP, *, language: str = "es", form: WorkshopForm = WorkshopForm.SERIES
) -> Places:
    """A site with a circle of three sessions, the third of them today, and these people."""
    places = site_in(folder, language=language)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        workshop = workshop_on(desk, form=form)
        if names and form is not WorkshopForm.EVENT:
            group_on(desk, workshop, *names)
    return places


def only_workshop(desk: Desk) -> Workshop:
    (workshop,) = desk.records.workshops()
    return workshop


def marks_of(desk: Desk, session: int = 3) -> dict[int, str]:
    """The marks of a session, by the person's number: presence, and the way when it was not in person."""
    workshop = only_workshop(desk)
    meeting = next(one for one in desk.records.meetings(workshop.id) if one.number == session)
    numbers = {entry.participant.id: entry.number for entry in desk.records.roster(workshop.id).entries}
    return {
        numbers[one.participant]: one.presence.value + (f" {one.way}" if one.way != "in-person" else "")
        for one in desk.records.marks(meeting.id)
    }


def names_of(desk: Desk) -> list[str]:
    """Who is on the roster."""
    return [entry.participant.name for entry in desk.records.roster(only_workshop(desk).id).active]
