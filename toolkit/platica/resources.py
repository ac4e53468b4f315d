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


@dataclass(frozen=True, slots=True)
class AddedPack:
    """A curriculum that came in a file: its own content, and the shared files that came with it."""

    folder: Path
    """`content/packs/<id>/<number>`; the highest number counts."""

    @property
    def id(self) -> str:
        return self.folder.parent.name

    @property
    def own(self) -> ContentRoot:
        """The curriculum; it stands over the bundled content."""
        return ContentRoot(self.folder / "own")

    @property
    def shared(self) -> ContentRoot:
        """What it uses of the shared files; it stands below everything, for what is nowhere else."""
        return ContentRoot(self.folder / "shared")


def added_packs(content: Path) -> tuple[AddedPack, ...]:
    """The curricula that were added to a site's own content folder, by id."""
    numbered: dict[str, tuple[int, Path]] = {}
    for path in content.glob("packs/*/*"):
        if path.name.isdecimal() and (path / "own").is_dir():
            numbered[path.parent.name] = max(numbered.get(path.parent.name, (0, path)), (int(path.name), path))
    return tuple(AddedPack(numbered[name][1]) for name in sorted(numbered))


def layers(working: Path | None, content: Path) -> tuple[ContentRoot, ...]:
    """Content folders, the one that wins first.

    A working copy, the site's own, what was added to it, the installed, and last the shared files that were added.
    """
    packs = added_packs(content)
    first = (ContentRoot(working),) if working else ()
    return (
        *first,
        ContentRoot(content),
        *(pack.own for pack in packs),
        bundled(),
        *(pack.shared for pack in packs),
    )


def bundled() -> ContentRoot:
    """The content the program was installed with: inside the wheel, or the checkout it runs from."""
    package = Path(__file__).resolve().parent
    installed = package / "_bundled"
    return ContentRoot(installed if installed.is_dir() else package.parent.parent)
