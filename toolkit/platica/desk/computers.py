"""The computers of an organization, by the names their people know them by."""

from dataclasses import dataclass
from datetime import datetime

from platica.desk.desk import Desk
from platica.domain.device import Device
from platica.domain.ids import DeviceId
from platica.domain.names import LONGEST_NAME, clean_line, clean_name, folded
from platica.ledger.site import Site
from platica.phrases import Phrase, phrase

_SIGNS = 4
_NOBODY = ("localhost", "localhost4", "localhost6", "unknown")


@dataclass(frozen=True, slots=True)
class Computer:
    """A computer that writes, or wrote, to the site."""

    id: DeviceId
    name: Phrase
    here: bool
    """Whether it is this one."""
    seen: datetime | None
    """When the newest of what is known from it was saved, in local time; None when nothing is."""


def name_of(desk: Desk, device: str) -> Phrase:
    """What a computer is called: its name, or for one without a name which of them it is."""
    return _called(desk, device, {one.id: one.name for one in desk.records.devices()})


def names_of(desk: Desk, devices: frozenset[str]) -> dict[str, Phrase]:
    """What several computers are called."""
    names = {one.id: one.name for one in desk.records.devices()}
    return {device: _called(desk, device, names) for device in devices}


def computers(desk: Desk) -> tuple[Computer, ...]:
    """Every computer that wrote or has a name: this one first, then the one heard of last."""
    names = {one.id: one.name for one in desk.records.devices()}
    seen = desk.site.last_seen()
    here = desk.site.device
    found = [
        Computer(
            device,
            _called(desk, device, names),
            device == here,
            seen[device].astimezone() if device in seen else None,
        )
        for device in {here, *names, *seen}
    ]
    return tuple(sorted(found, key=lambda one: (not one.here, -(one.seen.timestamp() if one.seen else 0), one.id)))


def rename(desk: Desk, name: str) -> Device:
    """Gives this computer a name. Raises Refused when it is empty or too long."""
    device = Device(desk.site.device, clean_name(name))
    desk.records.save(device)
    return device


def name_at_first(site: Site) -> None:
    """Gives this computer the name it has in its network, when it has none here and that name tells of no person."""
    name = own_name()
    if name and all(one.id != site.device for one in site.records.devices()):
        site.records.save(Device(site.device, name))


def own_name() -> str:
    """What this computer calls itself in its network; empty when that is nothing, or holds its user's login."""
    import getpass
    import platform

    name = clean_line(platform.node()).partition(".")[0][:LONGEST_NAME].strip()
    try:
        login = folded(getpass.getuser())
    except (KeyError, OSError, ImportError):
        login = ""
    personal = len(login) > 1 and login in folded(name)
    return "" if personal or folded(name) in _NOBODY else name


def _called(desk: Desk, device: str, names: dict[DeviceId, str]) -> Phrase:
    name = names.get(DeviceId(device))
    if name:
        return Phrase("{name}", {"name": name})
    if device == desk.site.device:
        return phrase("this computer")
    return phrase("another computer ({signs})", signs=device[:_SIGNS])
