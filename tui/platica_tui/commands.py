"""The list of what can be done now: the keys of the screen, then languages and looks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from platica.domain.names import folded
from platica.phrases import Phrase
from platica_tui.speaking import EVERYWHERE, action_name
from platica_tui.themes import THEMES
from platica_tui.widgets.keyline import key_name

if TYPE_CHECKING:
    from platica_tui.app import PlaticaApp
    from platica_tui.speaking import Speaking


_NOT_LISTED = frozenset({"palette", "choose", "submit", "to_list"})
"""Where the list itself leads, and what only moves or ends a line."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done, with its words in the leader's language and in all, for searching."""

    words: str
    searched: str
    key: str
    run: Callable[[], Awaitable[object] | object]


def commands_here(screen: Speaking[object]) -> tuple[Command, ...]:
    """Every command of a screen, once each, in the order of its keys; taking back is the last of its own."""
    found: dict[str, Command] = {}
    for command in (*_keys(screen, own=True), *_keys(screen, own=False), *_languages(screen.app), *_looks(screen)):
        found.setdefault(command.words, command)
    return tuple(found.values())


def _keys(screen: Speaking[object], *, own: bool) -> Iterator[Command]:
    """What this screen can do, or what every screen can."""
    for active in sorted(screen.untold_bindings.values(), key=lambda one: one.binding.action == "undo"):
        binding = active.binding
        name = action_name(binding.action)
        if binding.description and name not in _NOT_LISTED and own == (name not in EVERYWHERE):
            run = partial(screen.app.run_action, binding.action, active.node)
            yield _command(screen, binding.description, key_name(binding.key, screen.app.book), run)


def _languages(app: PlaticaApp) -> Iterator[Command]:
    for tag in app.desk.catalogues.languages():
        name = app.language_name(tag)
        if tag != app.book.language:
            yield Command(name, folded(f"{name} {tag}"), "", partial(app.speak, tag))


def _looks(screen: Speaking[object]) -> Iterator[Command]:
    for theme, words in THEMES:
        yield _command(screen, words, "", partial(screen.app.wear, theme.name))


def _command(screen: Speaking[object], marked: str, key: str, run: Callable[[], Awaitable[object] | object]) -> Command:
    catalogues = screen.app.desk.catalogues
    everywhere = " ".join(catalogues.phrasebook(tag).tell(Phrase(marked)) for tag in catalogues.languages())
    words = screen.told(marked)
    return Command(words, folded(f"{words} {marked} {everywhere}"), key, run)
