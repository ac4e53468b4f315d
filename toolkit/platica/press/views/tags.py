"""Name tags, eight on a page, to cut out or on labels."""

from dataclasses import dataclass

TAGS_ON_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; without a name it is one to write on."""

    first: str = ""
    """The word of the name that stands large."""
    rest: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class TagsView:
    """Name tags; nothing on them says what the group is about."""

    tags: tuple[Tag, ...]

    @property
    def pages(self) -> tuple[tuple[Tag, ...], ...]:
        """The tags of each page."""
        starts = range(0, len(self.tags), TAGS_ON_A_PAGE)
        return tuple(self.tags[start : start + TAGS_ON_A_PAGE] for start in starts)

    @property
    def personal(self) -> bool:
        return True
