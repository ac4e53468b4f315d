"""Laptops of one organization, each with a clock of its own, used from the command line in Spanish, and a USB stick.

Run as a script it plays the month and prints all that the laptops said: `python tests/builders/laptops.py FOLDER`.
"""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import time_machine

from platica.cli.main import main
from platica.ledger.conflicts import Conflict
from platica.ledger.site import Site, open_site
from platica.ledger.tables import SHARED_TABLES

CIRCLE = "diabetes-peer-circle"
BEGIN = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)


@dataclass
class Month:
    """The true time, and what was said by whom so far."""

    now: datetime = BEGIN
    said: list[str] = field(default_factory=list)

    def passes(self, **much: int) -> None:
        self.now += timedelta(**much)


@dataclass
class Laptop:
    """A computer, the name its people know it by, and how far its clock is off."""

    name: str
    folder: Path
    month: Month
    off: timedelta = timedelta(0)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def __call__(self, *words: str, typed: str = "", refused: bool = False) -> str:
        """What `platica` says to these words, in Spanish; it must do what was asked, unless it is to be refused."""
        out, err = io.StringIO(), io.StringIO()
        environ = {
            "PLATICA_SITE": str(self.site),
            "PLATICA_CACHE": str(self.folder.parent / "cache"),
            "LC_ALL": "es_MX.UTF-8",
        }
        self.month.passes(minutes=1)
        with (
            time_machine.travel(self.month.now + self.off, tick=True),
            redirect_stdout(out),
            redirect_stderr(err),
            patch("sys.stdin", io.StringIO(typed)),
        ):
            code = main(words, environ)
        said = out.getvalue() + err.getvalue()
        self.month.said.append(f"\n[{self.name}] platica {' '.join(words)}\n{said}")
        assert code == (1 if refused else 0), said
        return said

    def open(self) -> Site:
        """Its records, at its own time."""
        with time_machine.travel(self.month.now + self.off, tick=True):
            return open_site(self.site)


@dataclass
class Team:
    """Three laptops and a stick."""

    office: Laptop
    rosa: Laptop
    luis: Laptop
    stick: Path
    month: Month

    @property
    def laptops(self) -> tuple[Laptop, Laptop, Laptop]:
        return self.office, self.rosa, self.luis

    def carry_round(self) -> None:
        """The stick goes from laptop to laptop and once more to all but the last."""
        for laptop in (*self.laptops, *self.laptops[:2]):
            laptop("carry", "exchange", str(self.stick))
            self.month.passes(minutes=20)


def team_in(folder: Path) -> Team:
    """Three computers, each set up by itself with a workshop of its own; then all of one organization."""
    month, stick = Month(), folder / "usb"
    stick.mkdir(parents=True)
    office = Laptop("Oficina", folder / "oficina", month)
    rosa = Laptop("Portátil de Rosa", folder / "rosa", month, timedelta(days=3 * 365))
    luis = Laptop("Portátil de Luis", folder / "luis", month, -timedelta(days=31 * 365))
    team = Team(office, rosa, luis, stick, month)
    groups = {
        "Jueves": ("Ana Beltrán", "Blanca Núñez", "Carlos Ibáñez"),
        "Martes": ("Ana Beltrán", "Dolores «Lola» Peña"),
        "Sábados": ("Efraín Ortiz",),
    }
    for laptop, (workshop, people) in zip(team.laptops, groups.items(), strict=True):
        laptop("site", "init", "--name", "Las Flores", "--language", "es")
        laptop("device", "name", laptop.name)
        laptop(
            *("workshop", "create", "--curriculum", CIRCLE, "--name", workshop, "--start", "2026-11-05"),
            *("--at", "18:00", "--leader", laptop.name.split()[-1]),
        )
        laptop("roster", "add", workshop, *people)
        laptop("attendance", "mark", workshop, "1", "--present", f"1-{len(people)}")
    for laptop in (rosa, luis):
        said = office("device", "invite", str(stick / "invitacion.json"))
        code = said.splitlines()[1].split()[-1]
        laptop("device", "join", str(stick / "invitacion.json"), "--code-stdin", typed=f"{code}\n")
    (stick / "invitacion.json").unlink()
    return team


def play_month(team: Team) -> None:
    """What happens in November: apart, together, by mistake, and with a stick that is pulled too early."""
    office, rosa, luis = team.laptops
    team.carry_round()
    team.month.passes(days=8)
    office("attendance", "mark", "Jueves", "2", "--present", "1-3")
    rosa("attendance", "mark", "Jueves", "2", "--late", "2")
    luis("roster", "add", "Jueves", "Gloria Paz")
    office("roster", "add", "Jueves", "Hugo Martín")
    office("workshop", "reschedule", "Jueves", "3", "--on", "2026-11-20")
    luis("workshop", "reschedule", "Jueves", "3", "--on", "2026-11-21")
    rosa("attendance", "mark", "Martes", "2", "--present", "1-2")
    rosa("undo", "Martes", "--what", "attendance")
    office("carry", "out", str(team.stick))
    luis("carry", "exchange", str(team.stick))
    pull_too_early(team)
    rosa("carry", "exchange", str(team.stick))
    team.month.passes(days=7)
    office("erase", "Jueves", "3", "--yes")
    luis("attendance", "mark", "Jueves", "2", "--absent", "3")
    luis("roster", "rename", "Sábados", "1", "Efraín Ortiz Luna")
    team.carry_round()
    team.carry_round()


def pull_too_early(team: Team) -> None:
    """The copies of the last laptop on the stick are cut short, and a half-written one lies beside them."""
    with team.luis.open() as site:
        there = team.stick / "platica" / site.device
    for copy in there.glob("*.log"):
        whole = copy.read_bytes()
        copy.write_bytes(whole[: len(whole) * 2 // 3])
        copy.with_name(f".{copy.name}.77.new").write_bytes(whole[: len(whole) // 2])


def known_by(
    laptop: Laptop,
) -> tuple[dict[str, dict[str, Any]], tuple[Conflict, ...], dict[str, bytes], tuple[str, ...]]:
    """The shared records of a laptop, what must be settled, its history files, and its notices."""
    with laptop.open() as site:
        rows = {table: content for table, content in (site.db.storage.read() or {}).items() if table in SHARED_TABLES}
        logs = {log.name: log.read_bytes() for log in (site.folder / "logs").glob("*.log")}
        return rows, site.records.conflicts(), logs, tuple(map(str, site.notices))


if __name__ == "__main__":
    played = team_in(Path(sys.argv[1]))
    play_month(played)
    for one in played.laptops:
        one("settle")
    print("\n".join(played.month.said))
