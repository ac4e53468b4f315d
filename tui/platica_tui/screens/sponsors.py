"""The organizations that certificates thank, with their logos."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import sponsors
from platica.domain.scope import Scope, What
from platica.domain.settings import Sponsor
from platica.errors import Refused
from platica.phrases import mark, phrase
from platica_tui.dialogs.ask import AskDialog
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import Column, Line, Lines, Look
from platica_tui.widgets.plain import Words


class SponsorList(Lines):
    """The names. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,plus", "screen.add", mark("Add")),
        Binding("g", "screen.logo", mark("Logo")),
        Binding("x", "screen.remove", mark("Take away")),
    ]


class SponsorsPage(Page):
    """Adds an organization that helped, gives it a logo, takes one away."""

    GUIDE = (
        mark("The organizations that helped stand at the foot of every certificate, in this order."),
        mark("g takes a logo from a PNG or JPEG file of at most 2 MB; without one the name is printed."),
        mark("x takes away the one under the sign ▸; Ctrl+Z brings it back."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    @property
    def undoes(self) -> Scope:
        return Scope(What.SETTINGS)

    def body(self) -> Iterable[Widget]:
        yield Words(self.say("Certificates thank them at the foot."), id="about", classes="quiet")
        yield SponsorList((Column(), Column(12, snug=True)), id="sponsors")

    def on_mount(self) -> None:
        self.query_one(SponsorList).focus()

    def fill(self) -> None:
        self.head(self.say("Organizations on certificates"), "")
        lines = [
            Line((one.name, self.say("with a logo") if one.logo else ""), key=one.name)
            for one in self.desk.settings.sponsors
        ]
        hint = Line((self.say("The key n adds an organization that helped."),), look=Look.QUIET, whole=True)
        self.query_one(SponsorList).put(lines or [hint])
        self.refresh_bindings()

    def action_add(self) -> None:
        self.app.push_screen(AskDialog(self.say("Name of an organization that helped"), "", self._add))

    def _add(self, name: str) -> None:
        self.query_one(SponsorList).wanted = sponsors.add(self.desk, name).name
        self.fill()

    def action_logo(self) -> None:
        one = self._under()
        self.app.push_screen(
            AskDialog(self.say("File with the logo, PNG or JPEG"), "", partial(self._logo, one.name), place=True)
        )

    def _logo(self, name: str, file: str) -> None:
        place = Path(file.strip()).expanduser()
        if not file.strip() or not place.is_file():
            raise Refused(phrase("There is no file “{file}”.", file=file.strip()))
        self.query_one(SponsorList).wanted = sponsors.add(self.desk, name, place).name
        self.fill()

    def action_remove(self) -> None:
        name = self._under().name
        sponsors.remove(self.desk, name)
        self.fill()
        self.tell(phrase("{name} is on certificates no more.", name=name))

    def _under(self) -> Sponsor:
        """The organization under the cursor. Raises Refused when there is none."""
        key = self.query_one(SponsorList).key
        found = next((one for one in self.desk.settings.sponsors if one.name == key), None)
        if found is None:
            raise Refused(phrase("No organization is here yet. The key n adds one."))
        return found
