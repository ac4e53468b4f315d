"""One thing made to hurt, and where in a person's reach it is put."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builders.content import CARD, SMALL

IMAGE = "curricula/water-circle/images/pot.png"


@dataclass(frozen=True, slots=True)
class Here:
    """What a hostile file may try to reach: an address that somebody listens at, and files outside the content."""

    address: str
    secrets: Path

    @property
    def secret(self) -> str:
        """The address of a file with words that no paper may show."""
        return (self.secrets / "secret.txt").as_uri()

    def secret_of(self, kind: str) -> str:
        return (self.secrets / f"secret.{kind}").as_uri()


Files = Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Hostile:
    """Files of a working copy, or names that somebody types."""

    name: str
    files: Callable[[Here], Files] = field(default=lambda _here: {})
    names: tuple[str, ...] = ()
    workshop: str = "Agua"
    links: Mapping[str, str] = field(default_factory=dict)
    """Places in the working copy that lead to a file among the secrets."""
    prints: bool | None = None
    """Whether it must print, must not, or may do either."""


def card(body: str, **also: str | bytes) -> Files:
    """The card of the small curriculum with another body."""
    head = SMALL[CARD].split("---\n")[1].replace("icon: water\n", "")
    return {CARD: f"---\n{head}---\n{body}", **also}


def pictured(picture: bytes) -> Files:
    """The card with a picture."""
    return {**card("Boil.\n\n![A pot](images/pot.png)\n"), IMAGE: picture}
