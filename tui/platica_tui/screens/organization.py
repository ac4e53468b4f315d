"""The organization: its records, who can read them, and what it is called; each line leads to a screen of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import backup, carry, computers, keyboard, keys, set_up, settle, site_health
from platica.domain.scope import Scope, What
from platica.phrases import mark, phrases
from platica_tui import doors
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import EMPTY, Line, Lines, Look
from platica_tui.widgets.plain import fitted

if TYPE_CHECKING:
    from platica.domain.undone import Undone
    from platica_tui.app import PlaticaApp

_LABEL = 38
"""Cells for where a line leads, before a word on how things stand there."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a line leads, and the words that say how things stand there."""

    label: str
    open: Callable[[PlaticaApp], None]
    stands: Callable[[OrganizationPage], str]


class Ways(Lines):
    """The lines, whose key is told at the foot."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", mark("Open"))]


class OrganizationPage(Page):
    """What concerns the whole organization rather than one workshop."""

    GUIDE = (
        mark("Each line leads to a screen of its own; Enter or its number opens it."),
        mark("Make a backup once a week, on a stick that is kept elsewhere."),
        mark("With more than one computer, carry the records between them on a stick after each session."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"open({number})", show=False) for number in range(1, 10)),
        Binding("escape", "back", mark("Back")),
    ]

    @property
    def undoes(self) -> Scope:
        return Scope(What.SETTINGS)

    def took_back(self, undone: Undone) -> None:
        self.app.renew_formats()
        super().took_back(undone)

    def body(self) -> Iterable[Widget]:
        yield Ways(id="ways")

    def fill(self) -> None:
        self.head(self.say("Organization · {site}", site=self.desk.settings.name), "")
        self.query_one(Lines).put([EMPTY, *self._lines()])

    def _lines(self) -> Iterator[Line]:
        number = 0
        for heading, ways in _PARTS:
            yield Line((self.told(heading),), look=Look.HEADING, whole=True)
            for way in ways:
                number += 1
                label = self.told(way.label)
                stands = way.stands(self)
                words = f"{fitted(label, _LABEL)} {stands}" if stands and self.size.width >= 72 else label
                yield Line((words, str(number)), key=str(number), whole=True)
            yield EMPTY

    def backup_stands(self) -> str:
        return self.told(backup.stands(self.desk))

    def carry_stands(self) -> str:
        last = carry.last_carried(self.desk)
        return self.app.formats.day(last.at.date()) if last else ""

    def settle_stands(self) -> str:
        count = settle.count(self.desk)
        return self.told(phrases("{count} matter", "{count} matters", count)) if count else self.say("nothing")

    def health_stands(self) -> str:
        return self.told(site_health.state(self.desk))

    def keys_stand(self) -> str:
        return self.say("no passphrase") if keys.is_open(self.desk) else self.say("with a passphrase")

    def leader_stands(self) -> str:
        here = keyboard.here(self.desk)
        return here.name if here else self.say("nobody said")

    def set_up_stands(self) -> str:
        empty = len(set_up.unset_slots(self.desk))
        return self.told(phrases("{count} number is empty", "{count} numbers are empty", empty)) if empty else ""

    def sponsors_stand(self) -> str:
        return self.app.formats.number(len(self.desk.settings.sponsors)) if self.desk.settings.sponsors else ""

    def computers_stand(self) -> str:
        count = len(computers.computers(self.desk))
        return self.say_count("{count} computer", "{count} computers", count)

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        self.action_open(int(event.key))

    def action_open(self, number: int) -> None:
        ways = [way for _, part in _PARTS for way in part]
        with self.telling():
            ways[number - 1].open(self.app)


_PARTS: tuple[tuple[str, tuple[Way, ...]], ...] = (
    (
        mark("The records"),
        (
            Way(mark("Backup"), doors.open_backup, OrganizationPage.backup_stands),
            Way(mark("Carry to and from other computers"), doors.open_carry, OrganizationPage.carry_stands),
            Way(mark("To settle"), doors.open_settle, OrganizationPage.settle_stands),
            Way(mark("State of the records"), doors.open_health, OrganizationPage.health_stands),
        ),
    ),
    (
        mark("Who may see them"),
        (
            Way(mark("Passphrases and the recovery code"), doors.open_keys, OrganizationPage.keys_stand),
            Way(mark("Who is at the keyboard"), doors.open_leaders, OrganizationPage.leader_stands),
            Way(mark("Computers of the organization"), doors.open_computers, OrganizationPage.computers_stand),
        ),
    ),
    (
        mark("What it is called"),
        (
            Way(mark("Name, language, country and local numbers"), doors.open_set_up, OrganizationPage.set_up_stands),
            Way(mark("Organizations on certificates"), doors.open_sponsors, OrganizationPage.sponsors_stand),
        ),
    ),
)
