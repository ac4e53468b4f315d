"""The program itself: it wires themes, languages, the first screen and the ways to tell a person something."""

from __future__ import annotations

import gc
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import Event, InputEvent
from textual.screen import Screen

from platica.desk.open_desk import Places, local_now, open_content, open_desk
from platica.desk.set_up import is_set_up
from platica.errors import PlaticaError
from platica.phrases import Phrase, Phrasebook, mark, phrase
from platica_tui import doors
from platica_tui.speaking import Speaking, action_name
from platica_tui.themes import EVENING, THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from platica_tui.locking import Locking


OWN_NAMES = {"en": "English", "es": "Español"}
"""What languages call themselves, for the key that changes them."""


MOVES = re.compile(r"help|palette|language|step|page|edge|home|end|focus_\w+|cursor_\w+|scroll_\w+|delete_\w+")
"""What a person may do without losing the sentence on the screen: it changes nothing."""


class PlaticaApp(App[None]):
    """Plática on a terminal."""

    TITLE = "Plática"
    CSS_PATH = Path(__file__).with_name("styles") / "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", mark("Help")),
        Binding("f2", "language", mark("Language"), priority=True),
        Binding("ctrl+p", "palette", mark("All commands"), show=False, priority=True),
        Binding("ctrl+l", "lock", mark("Lock now"), show=False, priority=True),
        Binding("ctrl+q", "quit", mark("Close Plática"), show=False, priority=True),
    ]

    def __init__(self, places: Places, language: str | None = None, *, now: Callable[[], datetime] = local_now) -> None:
        """Opens the site, if there is one and it asks for no passphrase; raises SiteError when it cannot be read."""
        super().__init__()
        self.places = places
        self.now = now
        self.desk = open_content(places, language or "en", now=now)
        self.has_site = is_set_up(places) and not self.desk.locked
        """Whether there are records and they are open."""
        self.locking: Locking | None = None
        self.book: Phrasebook = self.desk.book(language)
        self.formats = self.desk.formats(self.book.language)
        """Dates, times and lists in the language of now."""
        for theme, _ in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, EVENING.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return EVENING.variables

    def get_default_screen(self) -> Screen[None]:
        return doors.first_screen()

    def on_ready(self) -> None:
        gc.freeze()
        gc.enable()
        self.call_after_refresh(self._watch_over)

    def _watch_over(self) -> None:
        self.locking = doors.watch_over(self)

    def on_mount(self) -> None:
        if self.desk.locked:
            doors.open_lock(self)
        elif not self.has_site:
            doors.open_set_up(self)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, InputEvent) and self.locking and self.locking.touch():
            return
        await super().on_event(event)

    def action_lock(self) -> None:
        if self.locking:
            self.locking.lock()

    async def uncover(self) -> None:
        """Takes the lock screen, and what was opened over it, away."""
        self.has_site = True
        covered = next(place for place, screen in enumerate(self.screen_stack) if getattr(screen, "COVERS", False))
        while len(self.screen_stack) > covered:
            await self.pop_screen()

    def start(self, secret: str | None = None) -> None:
        """Opens the site that was just set up, with what opens it, and leaves the set-up for Today."""
        self.desk = open_desk(self.places, now=self.now, secret=secret)
        self.has_site = True
        self.renew_formats()
        self.back()

    def renew_formats(self) -> None:
        """After the language or the region changed."""
        self.formats = self.desk.formats(self.book.language)

    def on_unmount(self) -> None:
        if self.has_site:
            self.desk.close()

    async def speak(self, language: str) -> None:
        """Says everything in another language from now on, on every open screen."""
        self.book = self.desk.book(language)
        self.renew_formats()
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Speaking):
                await screen.retell()
                if screen.COVERS:
                    break

    @property
    def next_language(self) -> str:
        """The language that F2 changes to."""
        languages = self.desk.catalogues.languages()
        here = languages.index(self.book.language) if self.book.language in languages else -1
        return languages[(here + 1) % len(languages)]

    async def action_language(self) -> None:
        await self.speak(self.next_language)

    def language_name(self, tag: str) -> str:
        """What a language calls itself."""
        return OWN_NAMES.get(tag, tag)

    def wear(self, theme: str) -> None:
        """Puts on another look."""
        self.theme = theme

    def back(self) -> None:
        """Leaves the screen on top; the first one stays."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def action_help(self) -> None:
        doors.open_help(self)

    def action_palette(self) -> None:
        doors.open_palette(self)

    def action_help_quit(self) -> None:
        self.tell(phrase("Ctrl+Q closes Plática. Everything is saved."))

    def tell(self, sentence: Phrase, *, wrong: bool = False) -> None:
        """Says a sentence on the screen in front."""
        if isinstance(self.screen, Speaking):
            self.screen.tell(sentence, wrong=wrong)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """The notifier: inside, errors become sentences on the screen and the program goes on."""
        try:
            yield
        except PlaticaError as error:
            self.tell(error.phrase, wrong=True)
        except Exception as error:  # noqa: BLE001 - a person must never meet a traceback
            self.unexpected(error)

    def unexpected(self, error: Exception) -> None:
        """Tells that something went wrong, and writes where, without any name, to a file for whoever helps."""
        folder = self.places.cache
        folder.mkdir(parents=True, exist_ok=True)
        where = "".join(traceback.format_tb(error.__traceback__))
        (folder / "problem.txt").write_text(f"{type(error).__name__}\n{where}", encoding="utf-8")
        self.tell(
            phrase(
                "Something went wrong, and what was saved is safe. Whoever helps you can read {file}.",
                file=str(folder / "problem.txt"),
            ),
            wrong=True,
        )

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        name = action_name(action) if isinstance(action, str) else action[1]
        if isinstance(self.screen, Speaking) and not MOVES.fullmatch(name):
            self.screen.hush()
        with self.telling():
            return await super().run_action(action, default_namespace, namespaces)
        return True
