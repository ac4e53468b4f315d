"""A computer that writes to a site."""

from dataclasses import dataclass

from platica.domain.ids import DeviceId


@dataclass(frozen=True, slots=True)
class Device:
    """A computer, with the name by which the people of the organization know it."""

    id: DeviceId
    name: str
