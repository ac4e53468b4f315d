"""Where the bundled content is: the one place that builds such a path."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ContentRoot:
    """A folder that holds `curricula/`, `locales/` and `printables/`; any of them may be missing."""

    folder: Path

    @property
    def curricula(self) -> Path:
        return self.folder / "curricula"

    @property
    def locales(self) -> Path:
        return self.folder / "locales"

    @property
    def printables(self) -> Path:
        return self.folder / "printables"


def bundled() -> ContentRoot:
    """The content the program was installed with: inside the wheel, or the checkout it runs from."""
    package = Path(__file__).resolve().parent
    installed = package / "_bundled"
    return ContentRoot(installed if installed.is_dir() else package.parent.parent)
