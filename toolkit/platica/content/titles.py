"""The titles of a curriculum, kept in an index so that the first screen needs neither Markdown nor YAML."""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platica.content.inline import text_of
from platica.content.passages import Passage
from platica.content.shelf import Shelf, Stamp, owner_of, stamp_of
from platica.domain.document import CurriculumText, Message, SessionTitles, TitleText, Translators

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Title:
    """A source title, whose domain it is translated in, and the language it is written in."""

    id: str
    passage: Passage
    domain: str
    language: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """The titles of one session."""

    title: Title
    minutes: int
    activities: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """What the index holds of one curriculum."""

    title: Title
    summary: Title
    audience: Title
    sessions: tuple[SessionLine, ...]
    handouts: tuple[Title, ...]

    def told(self, translators: Translators) -> CurriculumText:
        """The titles in the language of the translators."""

        def text(title: Title) -> TitleText:
            return TitleText(title.id, text_of(title.passage, translators(title.domain), title.language, {}))

        return CurriculumText(
            id=self.title.id,
            title=text(self.title).title,
            summary=text(self.summary).title,
            audience=text(self.audience).title,
            sessions=tuple(
                SessionTitles(
                    line.title.id, text(line.title).title, line.minutes, tuple(text(title) for title in line.activities)
                )
                for line in self.sessions
            ),
            handouts=tuple(text(title) for title in self.handouts),
        )


def index_path(cache: Path, curriculum: str) -> Path:
    """The file of one curriculum's index."""
    return cache / f"titles-{curriculum}.json"


def load_titles(cache: Path, shelf: Shelf, curriculum: str) -> Titles | None:
    """The titles from the index; None when there is none or a file it was made from has changed."""
    try:
        kept = json.loads(index_path(cache, curriculum).read_bytes())
        if kept["format"] != _FORMAT or kept["roots"] != _roots(shelf):
            return None
        fresh = all(stamp_of(Path(path)) == (tuple(stamp) if stamp else None) for path, stamp in kept["stamps"])
        return _titles(kept["titles"]) if fresh else None
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def save_titles(cache: Path, shelf: Shelf, curriculum: str, titles: Titles) -> None:
    """Writes the index; a cache that cannot be written is no loss."""
    kept = {
        "format": _FORMAT,
        "roots": _roots(shelf),
        "stamps": _stamps(shelf, curriculum, titles),
        "titles": _plain(titles),
    }
    path = index_path(cache, curriculum)
    fresh = path.with_suffix(".new")
    with contextlib.suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        fresh.replace(path)


def _stamps(shelf: Shelf, curriculum: str, titles: Titles) -> list[tuple[str, Stamp | None]]:
    """Every file the titles came from, and the absent ones that would have come first."""
    used = [(curriculum, "curriculum.yaml")]
    used += [owned(line.title.id, curriculum, "sessions") for line in titles.sessions]
    used += [owned(title.id, curriculum, "handouts") for title in titles.handouts]
    used += [(owner, "curriculum.yaml") for owner in dict.fromkeys(owner for owner, _ in used)]
    stamps: dict[str, Stamp | None] = {}
    for owner, relative in used:
        for path in shelf.candidates(owner, relative):
            stamps[str(path)] = stamp_of(path)
    return list(stamps.items())


def owned(reference: str, curriculum: str, folder: str) -> tuple[str, str]:
    """Whose file a reference names, and where in the owner's folder."""
    owner, name = owner_of(reference, curriculum)
    return owner, f"{folder}/{name}.md"


def _roots(shelf: Shelf) -> list[str]:
    return [str(root.folder) for root in shelf.roots]


def _plain(titles: Titles) -> dict[str, Any]:
    return {
        "head": [_row(title) for title in (titles.title, titles.summary, titles.audience)],
        "sessions": [
            [_row(line.title), line.minutes, [_row(title) for title in line.activities]] for line in titles.sessions
        ],
        "handouts": [_row(title) for title in titles.handouts],
    }


def _row(title: Title) -> list[Any]:
    message = title.passage.message
    return [
        title.id, title.domain, title.language, message.source, message.kind, message.place, message.context,
        title.passage.fixed,
    ]  # fmt: skip


def _titles(kept: dict[str, Any]) -> Titles:
    title, summary, audience = (_title(row) for row in kept["head"])
    sessions = tuple(
        SessionLine(_title(row), int(minutes), tuple(_title(one) for one in activities))
        for row, minutes, activities in kept["sessions"]
    )
    return Titles(title, summary, audience, sessions, tuple(_title(row) for row in kept["handouts"]))


def _title(row: list[Any]) -> Title:
    name, domain, language, source, kind, place, context, fixed = row
    return Title(name, Passage(Message(source, kind, place, context), 0, fixed), domain, language)
