"""Two computers of one site that know the same, and people who may be joined on either."""

from datetime import timedelta
from pathlib import Path

from builders.ledger import NOON, carry, new_site, person, second_device, ticking
from platica.domain.ids import ParticipantId
from platica.ledger.site import Site, open_site

MARIA, URSULA, THIRD = (person(number).id for number in (1, 2, 3))


def two_computers(folder: Path) -> tuple[Site, Site]:
    """Two computers that know the same; the clock of the second is a minute ahead."""
    one = new_site(folder / "one")
    there = second_device(folder / "one", folder / "two")
    carry(folder / "one", there)
    return one, open_site(there, clock=ticking(NOON + timedelta(minutes=1)))


def exchange(folder: Path) -> None:
    """Brings to each computer what the other wrote."""
    carry(folder / "one", folder / "two")
    carry(folder / "two", folder / "one")


def told(site: Site) -> list[ParticipantId]:
    """Everybody the records tell of."""
    return sorted(one.id for one in site.records.participants())
