"""Carrying: the records to and from a stick or a shared folder, and what changed."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.desk import carry, sticks
from platica.desk.carry import CarriedIn, CarriedOut
from platica.desk.tell_carried import ToldNews, settle_told, told_news, told_out, when_told
from platica.desk.tell_steps import ToldStep
from platica.errors import PlaticaError, Refused
from platica.phrases import Phrase, mark, phrase
from platica_tui import doors
from platica_tui.dialogs.ask import AskDialog
from platica_tui.folders import folder_to_write, from_home
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import Column, Line, Lines, Look
from platica_tui.widgets.plain import Words
from platica_tui.widgets.progress_line import ProgressLine

_MOST = 200
"""Changes that are listed; of more, their number is said."""
_SECONDS = 2
"""Between one look for sticks and the next."""

_ANOTHER = "another"
"""The key of the line that asks for a folder."""

Done = tuple[CarriedIn | None, CarriedOut | None]
"""What came in and what was taken out, if anything was."""


class Folders(Lines):
    """Where the records can go. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Exchange")),
        Binding("b", "screen.bring", mark("Only bring in")),
        Binding("t", "screen.take", mark("Only take out")),
        Binding("c", "screen.computers", mark("Computers"), show=False),
        Binding("d", "screen.folder", mark("Folder"), show=False),
    ]


class CarryPage(Page):
    """Brings in, takes out, and says when the stick may go."""

    CSS_PATH = "../styles/carry.tcss"
    GUIDE = (
        mark("With a USB stick, several computers come to know the same."),
        mark("Enter brings in what others left on it, then takes everything out to it."),
        mark("Do it here, then on the other computer, and then here once more."),
        mark("The stick holds only encrypted copies. Without the keys of the organization nobody can read them."),
        mark("Tab goes to the list of what changed; there the arrows up and down move it."),
    )

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.typed = folder
        """A folder that was typed, or where the invitation lay."""
        self.came: CarriedIn | None = None
        self.news: ToldNews | None = None
        self.told_in = ""
        """The language of the news."""
        self.out: CarriedOut | None = None
        self.working = False
        self.offered: tuple[Path, ...] = ()

    def body(self) -> Iterable[Widget]:
        about = self.say("Choose the USB stick: what others left on it comes in, and what was done here goes out.")
        yield Words(about, id="about", classes="quiet")
        yield Folders((Column(24), Column()), id="places")
        yield Words(id="last", classes="quiet")
        yield ProgressLine(id="progress")
        yield VerticalScroll(Words(id="news"), id="news-lines")

    def on_mount(self) -> None:
        self.query_one(Folders).focus()
        self.set_interval(_SECONDS, self._look_again)

    def fill(self) -> None:
        self.head(self.say("Carry records between computers"), "")
        found = sticks.plugged_in()
        last = carry.last_carried(self.desk)
        others = [one for one in (self.typed, last.folder if last else None) if one and one not in found]
        self.offered = found
        lines = [Line((one.name or str(one), from_home(one)), key=str(one)) for one in found]
        lines += [
            Line((self.say("folder"), from_home(one)), key=str(one)) for one in dict.fromkeys(others) if one.is_dir()
        ]
        if lines:
            lines.append(Line((self.say("Another folder"), "d"), key=_ANOTHER, whole=True))
        else:
            lines = [
                Line((words,), look=Look.QUIET, whole=True)
                for words in (
                    self.say("No USB stick is plugged in."),
                    self.say("Plug one in and wait a moment, or press d and type a folder."),
                )
            ]
        first = self.typed or (last.folder if last else None)
        self.query_one(Folders).put(lines, at=str(first) if first else None)
        self.query_one("#last", Words).put(
            self.say("Last time: {day}", day=self.app.formats.day(last.at.date())) if last else ""
        )
        if self.came and self.told_in != self.app.book.language:
            self._put(self.came, told_news(self.desk, self.came, self.app.book.language))
        self.query_one("#about", Words).display = not (self.news or self.out)
        self.query_one("#news", Words).put("\n".join(self._news_told()))

    def _put(self, came: CarriedIn | None, news: ToldNews | None) -> None:
        self.came, self.news, self.told_in = came, news, self.app.book.language

    def _news_told(self) -> Iterator[str]:
        """What came of the last carrying, in lines."""
        if self.news:
            yield from map(self.told, self.news.counts)
            for step in self.news.steps[:_MOST]:
                yield from self._step(step)
            more = len(self.news.steps) - _MOST
            if more > 0:
                yield self.say_count("and {count} more.", "and {count} more.", more)
            yield from map(self.told, self.news.notes)
            if self.news.to_settle:
                yield self.told(settle_told(self.news.to_settle))
        if self.out:
            yield ""
            yield from map(self.told, told_out(self.out))

    def _step(self, step: ToldStep) -> Iterator[str]:
        when = when_told(self.desk, step, self.app.book.language)
        yield "  " + " · ".join(filter(None, (when, step.leader, step.computer)))
        yield f"    {self.told(step.sentence)}"

    def _look_again(self) -> None:
        """Shows a stick that was plugged in since."""
        if not self.working and self.is_current and sticks.plugged_in() != self.offered:
            self.fill()

    def _folder(self) -> Path:
        key = self.query_one(Folders).key
        if key in ("", _ANOTHER):
            raise Refused(phrase("Plug a USB stick in, or press d and type a folder."))
        return Path(key)

    @on(Lines.Chosen, "#places")
    def _both(self, event: Lines.Chosen) -> None:
        if event.key == _ANOTHER:
            self.action_folder()
            return
        with self.telling():
            self._start(self._exchange)

    def action_bring(self) -> None:
        self._start(lambda folder: (carry.carry_in(self.desk, folder, self._progress), None))

    def action_take(self) -> None:
        self._start(lambda folder: (None, carry.carry_out(self.desk, folder, self._progress)))

    def action_folder(self) -> None:
        self.app.push_screen(
            AskDialog(self.say("Folder or USB stick"), str(self.typed or Path.home()), self._into, place=True)
        )

    def _into(self, typed: str) -> None:
        folder = folder_to_write(typed)
        if not folder.is_dir():
            raise Refused(phrase("The folder {folder} is not there.", folder=str(folder)))
        self.typed = folder
        self.fill()

    def action_back(self) -> None:
        """The screen stays until the stick may go."""
        if self.working:
            raise Refused(phrase("One moment: the records are still on their way."))
        super().action_back()

    def action_computers(self) -> None:
        doors.open_computers(self.app)

    def _exchange(self, folder: Path) -> Done:
        done = carry.exchange(self.desk, folder, self._progress)
        return done.came, done.out

    def _start(self, work: Callable[[Path], Done]) -> None:
        folder = self._folder()
        if not self.working:
            self.working = True
            self.tell(phrase("Leave the USB stick in until it is said that you can take it out."))
            self._work(work, folder)

    @work(thread=True, exclusive=True, group="carry")
    def _work(self, work: Callable[[Path], Done], folder: Path) -> None:
        """Slow; runs beside the screen and touches it only through the app."""
        came: CarriedIn | None = None
        out: CarriedOut | None = None
        news: ToldNews | None = None
        failed: Exception | None = None
        try:
            came, out = work(folder)
            news = told_news(self.desk, came, self.app.book.language) if came else None
        except Exception as error:  # noqa: BLE001 - told on the screen by `_worked`
            failed = error
        self.app.call_from_thread(self._worked, came, news, out, failed)

    def _progress(self, done: int, steps: int, doing: Phrase) -> None:
        self.app.call_from_thread(self.query_one(ProgressLine).put, done, steps, self.app.book.tell(doing))

    def _worked(
        self, came: CarriedIn | None, news: ToldNews | None, out: CarriedOut | None, failed: Exception | None
    ) -> None:
        self.working = False
        self.query_one(ProgressLine).put(0, 0, "")
        if isinstance(failed, PlaticaError):
            self.tell(failed.phrase, wrong=True)
        elif failed is not None:
            self.app.unexpected(failed)
        else:
            self._put(came, news)
            self.out = out
            self.fill()
            self.query_one("#news-lines").scroll_home(animate=False)
            said = news.counts[0] if news else phrase("The records were taken out.")
            self.tell(told_out(out)[-1] if out else said)
