"""Country packs: the local numbers and names that texts leave open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A local setting that texts name in braces, such as `{emergency_number}`.

    `value` is printed; `suggestion` is only offered when a site is set up. With neither, paper has a line to write on.
    """

    key: str
    value: str | None = None
    suggestion: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CountryPack:
    """The local settings of one country or territory."""

    region: str
    """ISO 3166 code, `US`."""
    name: str
    paper: str
    """`letter` or `a4`."""
    slots: tuple[Slot, ...]

    def slot(self, key: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.key == key), None)
