"""A random life of three computers that share records over a stick, and a check of what came of it."""

import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from builders.ledger import NOON, WORKSHOP, enrolment, mark, new_site, person
from platica.domain.attendance import Presence
from platica.domain.ids import CommitId
from platica.errors import NotFound, PlaticaError, Refused
from platica.ledger.change import Change
from platica.ledger.site import Site, create_site, open_site
from platica.ledger.tables import SHARED_TABLES, subject_of

SKEWS = (
    *(timedelta(), timedelta(), timedelta(minutes=-20), timedelta(hours=5), timedelta(hours=23, minutes=59)),
    *(timedelta(days=2), timedelta(days=-400), timedelta(days=3 * 365), timedelta(days=-31 * 365)),
)
"""How wrong a clock may be: from 31 years behind, as with an empty battery, to three years ahead."""
Fact = tuple[str, str, str]
"""Table, key and stamp: one change."""
State = dict[str, dict[str, Any]]


class Computer:
    """One computer, its clock, and what it told its leader was saved."""

    def __init__(self, folder: Path, life: "Life") -> None:
        self.folder = folder
        self.life = life
        self.skew = life.chance.choice(SKEWS)
        self.commits: list[CommitId] = []
        self.site: Site

    def clock(self) -> datetime:
        self.life.tick()
        return self.life.now + self.skew

    def open(self) -> None:
        self.site = open_site(self.folder, clock=self.clock)

    def save(self, work: Callable[[], Any]) -> None:
        """Saves, and remembers what was told to be saved. A step may be refused, and nothing else."""
        try:
            commit = work().commit
        except (Refused, NotFound):
            self.life.done["refused"] += 1
            return
        if commit:
            self.commits.append(commit)
            for change in self.site._ledger.changes_of(commit):
                self.life.told.add((change["table"], change["key"], change["stamp"]))

    def state(self) -> State:
        """The shared records, without empty tables."""
        found = self.site.db.storage.read() or {}
        return {table: rows for table, rows in sorted(found.items()) if table in SHARED_TABLES and rows}

    def changes(self) -> Iterator[Change]:
        for log in self.site._ledger.logs.shared:
            for batch in log.everything():
                yield from batch.changes


class Life:
    """What happened to three computers; every choice comes from one seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.now = NOON
        self.told: set[Fact] = set()
        self.done: Counter[str] = Counter()
        first = new_site(folder / "0")
        keys = first.keys.keyring.keys
        first.close()
        for name in ("1", "2"):
            create_site(folder / name, keys=keys).close()
        self.computers = [Computer(folder / name, self) for name in ("0", "1", "2")]
        for computer in self.computers:
            computer.open()

    def tick(self) -> None:
        self.now += timedelta(milliseconds=self.chance.choice((0, 0, 1, 40, 90_000)))

    def live(self, steps: int) -> None:
        """So many random steps."""
        names = [name for name, weight in DEEDS.items() for _ in range(weight)]
        for _ in range(steps):
            name = self.chance.choice(names)
            self.done[name] += 1
            computer = self.chance.choice(self.computers)
            getattr(self, name.replace(" ", "_"))(computer)

    def come_together(self) -> None:
        """Everybody carries out and in until nothing new comes, and opens again."""
        for _ in range(4):
            for computer in self.computers:
                self.carry_out(computer)
            for computer in self.computers:
                self.carry_in(computer)
        for computer in self.computers:
            self.open_again(computer)

    def close(self) -> None:
        for computer in self.computers:
            computer.site.close()

    def mark(self, computer: Computer) -> None:
        at, presence = self.chance.randint(1, 2), self.chance.choice(list(Presence))
        people = self.chance.sample(range(1, 6), self.chance.randint(1, 4))
        computer.save(lambda: computer.site.records.save(*(mark(one, presence, at=at) for one in people)))

    def name(self, computer: Computer) -> None:
        one = self.chance.randint(1, 5)
        named = person(one, self.chance.choice(("María", "Úrsula", "José", "Ñ")))
        named = replace(named, contact=self.chance.choice((None, "555 0101", "555 0102")))
        computer.save(lambda: computer.site.records.save(named))

    def enrol(self, computer: Computer) -> None:
        one = enrolment(self.chance.randint(1, 5), active=self.chance.random() < 0.5)
        computer.save(lambda: computer.site.records.save(one))

    def note(self, computer: Computer) -> None:
        rows = [{"text": str(self.chance.random())} for _ in range(self.chance.randint(1, 3))]
        computer.site.db.table("notes").insert_multiple(rows)

    def take_away(self, computer: Computer) -> None:
        one = self.chance.randint(1, 5)
        computer.save(lambda: computer.site.records.remove(mark(one, at=self.chance.randint(1, 2))))

    def undo(self, computer: Computer) -> None:
        if computer.commits:
            commit = self.chance.choice(computer.commits[-5:])
            computer.save(lambda: computer.site.records.undo(commit))

    def erase(self, computer: Computer) -> None:
        computer.save(lambda: computer.site.records.erase(person(self.chance.randint(3, 5)).id))

    def settle(self, computer: Computer) -> None:
        conflicts = computer.site.records.conflicts()
        if conflicts:
            conflict = self.chance.choice(conflicts)
            settling = computer.site.records.settling
            value = self.chance.choice(conflict.versions).value
            gone = computer.site._ledger.state.row(conflict.table, conflict.key) is None
            if gone and self.chance.random() < 0.5:
                computer.save(lambda: settling.bring_back(conflict.table, conflict.key))
            elif gone:
                computer.save(lambda: settling.leave_away(conflict.table, conflict.key))
            elif conflict.field:
                computer.save(lambda: settling.settle([(conflict, value)]))

    def join_two(self, computer: Computer) -> None:
        one, other = self.chance.sample(range(1, 6), 2)
        computer.save(lambda: computer.site.records.settling.join(person(one).id, person(other).id))

    def separate(self, computer: Computer) -> None:
        computer.save(lambda: computer.site.records.settling.separate(person(self.chance.randint(1, 5)).id))

    def carry_out(self, computer: Computer) -> None:
        computer.site.carry_out(self.stick)

    def carry_in(self, computer: Computer) -> None:
        if any(self.stick.rglob("*.log")):
            computer.site.carry_in(self.stick)

    def carry_in_twice(self, computer: Computer) -> None:
        self.carry_in(computer)
        before = computer.state()
        self.carry_in(computer)
        assert computer.state() == before

    def pull_the_stick(self, computer: Computer) -> None:
        """A copy that was cut short, lost, or altered on the way."""
        self.carry_out(computer)
        files = sorted(self.stick.rglob("*.log"))
        if not files:
            return
        file = self.chance.choice(files)
        content = bytearray(file.read_bytes())
        at = self.chance.randrange(len(content)) if content else 0
        match self.chance.randrange(3):
            case 0:
                file.write_bytes(content[:at])
            case 1:
                file.unlink()
            case _ if content:
                content[at] ^= 1 << self.chance.randrange(8)
                file.write_bytes(content)

    def set_the_clock(self, computer: Computer) -> None:
        computer.skew = self.chance.choice(SKEWS)

    def open_again(self, computer: Computer) -> None:
        computer.site._ledger._cache.missed = self.chance.choice((0, 10**9))
        computer.site.close()
        computer.open()

    def copy_the_folder(self, computer: Computer) -> None:
        """Somebody copies the whole folder to another computer, and both go on."""
        if len(self.computers) < 5:
            folder = self.folder / str(len(self.computers))
            shutil.copytree(computer.folder, folder)
            copied = Computer(folder, self)
            copied.commits = list(computer.commits)
            copied.open()
            self.computers.append(copied)


DEEDS = {
    "mark": 12,
    "name": 5,
    "enrol": 3,
    "note": 2,
    "take away": 2,
    "undo": 4,
    "erase": 1,
    "settle": 4,
    "join two": 1,
    "separate": 1,
    "carry out": 8,
    "carry in": 8,
    "carry in twice": 1,
    "pull the stick": 2,
    "set the clock": 1,
    "open again": 2,
    "copy the folder": 1,
}
"""What may happen, and how often."""


def wrong_with(life: Life) -> Iterator[str]:
    """What is not as it must be after all came together."""
    first, *others = life.computers
    for computer in life.computers:
        ledger = computer.site._ledger
        yield from (f"{computer.folder.name}: {one}" for one in computer.site.notices if "damaged" in str(one))
        changes = list(computer.changes())
        there = {(change["table"], change["key"], change["stamp"]) for change in changes}
        gone = {fact for fact in life.told - there if subject_of(*fact[:2]) not in ledger.logs.erasures.subjects}
        yield from (f"{computer.folder.name}: lost {fact}" for fact in sorted(gone))
        yield from (f"{computer.folder.name}: {one}" for one in unreadable(computer.site))
        if folded(changes) != computer.state():
            yield f"{computer.folder.name}: shows something else than its changes say"
    for other in others:
        if other.state() != first.state():
            yield f"{other.folder.name} shows something else than {first.folder.name}"
        if other.site.records.conflicts() != first.site.records.conflicts():
            yield f"{other.folder.name} asks for something else than {first.folder.name}"


def unreadable(site: Site) -> Iterator[str]:
    """What the leader's screens cannot show."""
    try:
        site.records.participants()
        site.records.roster(WORKSHOP)
        site.records.marks_of_workshop(WORKSHOP)
        site.records.conflicts()
    except PlaticaError as error:
        yield str(error)


def folded(changes: list[Change]) -> State:
    """The state by the plainest reading of the rules: of each field the highest write that no other names."""
    written: dict[Fact, dict[str, Any]] = defaultdict(dict)
    named: dict[Fact, set[str]] = defaultdict(set)
    for change in changes:
        spot = change["table"], change["key"]
        for field, value in {**change.get("set", {}), **({"": change["exists"]} if "exists" in change else {})}.items():
            written[*spot, field][change["stamp"]] = value
        for field, stamps in change.get("over", {}).items():
            named[*spot, field].update(stamps)
    shown: dict[Fact, Any] = {}
    for register, values in written.items():
        heads = values.keys() - named[register]
        if heads:
            shown[register] = values[max(heads)]
    state: State = {}
    for (table, key, field), value in shown.items():
        if shown.get((table, key, "")) is True:
            row = state.setdefault(table, {}).setdefault(key, {})
            row.update({field: value} if field else {})
    return {table: state[table] for table in sorted(state)}
