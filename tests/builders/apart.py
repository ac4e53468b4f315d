"""Computers of one organization that write apart and bring their records together by a stick."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from builders.ledger import second_device
from builders.site import THURSDAY, clock_at, group_on, site_in, workshop_on
from platica.desk import carry, computers, settle
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_desk
from platica.domain.matter import Matter, MatterKind, Settled
from platica.domain.workshop import Workshop

NAMES = ("Office", "Rosa’s laptop", "Luis’s laptop")


@contextmanager
def desks_apart(folder: Path, *people: str, computers_of_it: int = 2) -> Iterator[tuple[list[Desk], Workshop]]:
    """Desks on computers that know the same: a workshop, these people, and what the computers are called."""
    first = site_in(folder / "0")
    with ExitStack() as stack:
        desks = [stack.enter_context(open_desk(first, now=clock_at(THURSDAY)))]
        workshop = workshop_on(desks[0])
        if people:
            group_on(desks[0], workshop, *people)
        for number in range(1, computers_of_it):
            (folder / str(number)).mkdir()
            site = second_device(first.site, folder / str(number) / "site")
            shutil.copy(first.site / "site.toml", site)
            places = Places(site=site, content=None, cache=folder / "0" / "cache")
            desks.append(stack.enter_context(open_desk(places, now=clock_at(THURSDAY))))
        for desk, name in zip(desks, NAMES, strict=False):
            computers.rename(desk, name)
        together(folder, *desks)
        yield desks, workshop


def together(folder: Path, *desks: Desk) -> None:
    """Carries a stick round until everybody knows everything."""
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    for desk in desks:
        carry.carry_out(desk, stick)
    for desk in desks:
        carry.carry_in(desk, stick)


def matters(desk: Desk, kind: MatterKind) -> list[Matter]:
    """What there is to settle of a kind."""
    return [one for one in settle.to_settle(desk, "en") if one.kind is kind]


def decide(desk: Desk, matter: Matter, words: str, *, sure: bool = False) -> Settled:
    """Chooses what begins with these words."""
    (letter,) = [one.letter for one in matter.choices if str(one.sentence).startswith(words)]
    return settle.choose(desk, matter, letter, sure=sure)
