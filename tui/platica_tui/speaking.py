"""What screens and dialogs share: the leader's language, changed without losing what was typed, and undoing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import ActiveBinding
from textual.screen import Screen, ScreenResultType

from platica.errors import PlaticaError
from platica.phrases import Phrase, phrase
from platica_tui.widgets.keeping import Keeping
from platica_tui.widgets.keyline import key_name
from platica_tui.widgets.notice import Notice

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.domain.scope import LastStep, Scope
    from platica.domain.undone import Undone
    from platica_tui.app import PlaticaApp


EVERYWHERE = frozenset({"help", "language", "palette", "lock", "quit", "back", "leave"})
"""What every screen can do; its keys are listed last."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence in the row of a screen, and whether it refuses something."""

    sentence: Phrase
    wrong: bool


def action_name(action: str) -> str:
    """What is done, without the place it is done in and its arguments: `shift` for `screen.shift(-1)`."""
    return action.partition("(")[0].rpartition(".")[2]


class Speaking(Screen[ScreenResultType]):
    """A screen whose words follow the program's language."""

    GUIDE: ClassVar[tuple[str, ...]] = ()
    """Marked sentences that say what this screen is for."""
    NAMES_FIRST: ClassVar[bool] = False
    """Whether a step that is older than this screen is named before it is taken back, as it may be of another one."""
    COVERS: ClassVar[bool] = False
    """Whether what is under this screen may not be seen nor filled."""

    def __init__(self) -> None:
        super().__init__()
        self._asked_about: LastStep | None = None
        """The step that the leader was asked about."""
        self._since = datetime.now(UTC)
        self._told: Told | None = None

    @property
    def app(self) -> PlaticaApp:  # type: ignore[override]  # this program has one kind of app
        return cast("PlaticaApp", super().app)

    @property
    def desk(self) -> Desk:
        return self.app.desk

    def say(self, text: str, /, **values: object) -> str:
        """The sentence in the leader's language."""
        return self.app.book.say(text, **values)

    def say_count(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The sentence for this count."""
        return self.app.book.say_count(one, many, count, **values)

    def told(self, marked: str | Phrase) -> str:
        """A sentence that was marked elsewhere; nothing for nothing."""
        return self.app.book.tell(Phrase(marked) if isinstance(marked, str) else marked) if marked else ""

    def tell(self, sentence: Phrase, *, wrong: bool = False) -> None:
        """Says a sentence in the row above the keys, until the next key that acts."""
        self._told = Told(sentence, wrong)
        self._show_told()

    def hush(self) -> None:
        """Empties the row."""
        self._told = None
        self._show_told()

    def _show_told(self) -> None:
        told = self._told
        for notice in self.query(Notice):
            notice.show(self.told(told.sentence) if told else "", wrong=bool(told and told.wrong))

    def on_mount(self) -> None:
        self._show_told()

    def on_input_changed(self) -> None:
        """What was refused is being put right."""
        if self._told and self._told.wrong:
            self.hush()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Inside, what the desk refuses is told on this screen."""
        with self.app.telling():
            try:
                yield
            except PlaticaError as error:
                self.tell(error.phrase, wrong=True)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that act now, described in the leader's language."""
        return {key: self._translated(active) for key, active in self.untold_bindings.items()}

    @property
    def untold_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that act now, as they are marked in the source; those of Textual itself without words."""
        return {
            key: active if _ours(active) else active._replace(binding=replace(active.binding, description=""))
            for key, active in super().active_bindings.items()
            if self.offers(action_name(active.binding.action))
        }

    def offers(self, action: str) -> bool:
        """Whether an action can do something now; one that cannot is not listed, and its key says why."""
        return action != "undo" or self._last_step() is not None

    def _translated(self, active: ActiveBinding) -> ActiveBinding:
        binding = active.binding
        words = self.told(binding.description)
        if binding.action == "language":
            words = self.app.language_name(self.app.next_language)
        key = key_name(binding.key, self.app.book)
        return active._replace(binding=replace(binding, description=words, key_display=key))

    def fill(self) -> None:
        """Puts what the desk knows now into the widgets; called whenever the screen comes to the front."""

    def on_screen_resume(self) -> None:
        with self.telling():
            self.fill()

    async def retell(self) -> None:
        """Says everything again in the language of now; typed text, choices and cursors stay."""
        kept = [(widget.id, widget.kept()) for widget in self.query("*") if widget.id and isinstance(widget, Keeping)]
        at = self.focused.id if self.focused else None
        await self.recompose()
        for name, value in kept:
            for widget in self.query(f"#{name}"):
                if isinstance(widget, Keeping):
                    widget.take_back(value)
        with self.telling():
            self.fill()
        self._show_told()
        if at and (found := self.query(f"#{at}")):
            found.first().focus()
        self.refresh_bindings()

    @property
    def undoes(self) -> Scope | None:
        """What may be taken back on this screen; None for nothing."""
        return None

    def _last_step(self) -> LastStep | None:
        """The newest step that can be taken back here."""
        scope = self.undoes if self.app.has_site else None
        if scope is None:
            return None
        from platica.desk import undo

        return undo.last(self.desk, scope)

    def action_undo(self) -> None:
        """Takes the newest step back; one that nobody may have in mind only when asked twice."""
        from platica.desk import undo

        step, scope = self._last_step(), self.undoes
        if step is None or scope is None:
            self.tell(phrase("There is nothing to undo."))
        elif self._asked_about != step and (undo.asks_first(step) or self._is_from_elsewhere(step)):
            self._asked_about = step
            what = undo.what(self.desk, step, self.app.book.language)
            day = self.app.formats.day(step.at.date())
            self.tell(phrase("Ctrl+Z again takes back what was done on {day}: {what}", day=day, what=what))
        else:
            self.took_back(undo.undo(self.desk, scope, self.app.book.language))

    def _is_from_elsewhere(self, step: LastStep) -> bool:
        return self.NAMES_FIRST and step.at < self._since

    def took_back(self, undone: Undone) -> None:
        """Shows what stands now, and says what it was."""
        self.fill()
        self.tell(undone.sentence)
        self.refresh_bindings()


def _ours(active: ActiveBinding) -> bool:
    """Whether this program describes the key: Textual's own descriptions are in English whatever the language."""
    kinds = [kind for kind in type(active.node).__mro__ if kind.__module__.startswith("platica_tui")]
    described = {getattr(binding, "description", "") for kind in kinds for binding in vars(kind).get("BINDINGS", ())}
    return active.binding.description in described
