"""Set-up: the organization's name, language and region, and the local numbers that sheets print."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.desk import set_up
from platica.domain.names import clean_line
from platica.domain.pack import CountryPack, Slot
from platica.domain.settings import Settings
from platica.phrases import mark, phrase
from platica_tui import doors
from platica_tui.screens.page import Page
from platica_tui.widgets.choice import Choice
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.plain import Words

SLOT_NAMES = {
    "emergency_number": mark("Emergency number"),
    "crisis_line": mark("Crisis line"),
    "crisis_other_ways": mark("Crisis: other ways"),
    "poison_line": mark("Poison line"),
    "clinic_name": mark("Clinic"),
    "clinic_phone": mark("Clinic's telephone"),
    "clinical_contact": mark("Clinician to ask"),
    "interpreter_contact": mark("Interpreter"),
    "food_help": mark("Help with food"),
}


class SetUpPage(Page):
    """The first screen of a new site, and the one to change its settings later."""

    CSS_PATH = "../styles/form.tcss"
    GUIDE = (
        mark("Only the name is needed now. Tab goes to the next line; F10 saves."),
        mark("F6 makes a new computer one of an organization that is there already, by an invitation."),
        mark("F7 puts a backup back, as when the old computer broke or was lost."),
        mark("Local numbers print on the sheets. One that is empty prints as a line to write on."),
        mark("Beside each number stands what sheets print: the number, or a line to write on."),
        mark("A suggestion of the country does not print until you type it yourself, once you know that it is right."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", mark("Save")),
        Binding("f6", "join", mark("Join")),
        Binding("f7", "put_back", mark("Put a backup back")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.country = ""
        """The country that was chosen and is not saved yet."""

    def body(self) -> Iterable[Widget]:
        settings = replace(self._settings(), region=self.country or self._settings().region)
        languages = [(tag, self.app.language_name(tag)) for tag in self.app.desk.catalogues.languages()]
        regions = [(pack.region, self.app.formats.country_name(pack.region, pack.name)) for pack in self._packs()]
        pack = self._pack(settings.region)
        yield VerticalScroll(
            Words(self._welcome(), id="ask"),
            Field(self.say("Organization"), Entry(settings.name, id="name")),
            Field(self.say("Language"), Choice(languages, settings.language, id="language")),
            Field(self.say("Country"), Choice(regions or [("US", "US")], settings.region, id="region")),
            *self._numbers(settings, pack),
            id="form-lines",
            can_focus=False,
        )

    def _packs(self) -> tuple[CountryPack, ...]:
        return self.desk.library.packs()

    def _pack(self, region: str) -> CountryPack | None:
        return next((pack for pack in self._packs() if pack.region == region), None)

    def _settings(self) -> Settings:
        return self.desk.settings

    def _welcome(self) -> str:
        if self.app.has_site:
            return self.say("What sheets and screens say about your organization.")
        return self.say(
            "Welcome to Plática. What is your organization called? If it is on another computer already, press F6;"
            " if you have a backup of it, F7."
        )

    def _numbers(self, settings: Settings, pack: CountryPack | None) -> Iterable[Widget]:
        if pack:
            yield Words(self.say("Local numbers for the sheets"), id="numbers", classes="heading")
        for slot in pack.slots if pack else ():
            label = SLOT_NAMES.get(slot.key)
            typed = settings.slots.get(slot.key, "")
            suggested = self.say("suggestion: {number}", number=slot.suggestion) if slot.suggestion else ""
            filled = Entry(typed, hint=slot.value or suggested, id=f"slot-{slot.key}")
            words = self.told(label) if label else slot.key.replace("_", " ")
            field = Field(words, filled, self._what_prints(slot, typed))
            yield field.add_class("number")

    def _what_prints(self, slot: Slot, typed: str) -> str:
        """What a sheet shows for a local number, in words."""
        if typed.strip() or slot.value:
            return self.say("prints")
        if slot.suggestion:
            return self.say("prints only if typed")
        return self.say("prints as a line")

    @on(Entry.Changed)
    def _numbered(self, event: Entry.Changed) -> None:
        pack = self._pack(self.query_one("#region", Choice).value)
        slot = pack.slot((event.input.id or "").removeprefix("slot-")) if pack else None
        field = event.input.parent
        if slot and isinstance(field, Field):
            field.say_beside(self._what_prints(slot, event.value))

    @on(Choice.Changed, "#region")
    def _in_a_country(self, event: Choice.Changed) -> None:
        self.country = event.value
        self.app.call_later(self.retell)

    def offers(self, action: str) -> bool:
        if action in ("back", "join", "put_back"):
            return super().offers(action) and self.app.has_site == (action == "back")
        return super().offers(action)

    def fill(self) -> None:
        self.head(self.say("Set-up"), "")

    @on(Entry.Submitted)
    def _next_line(self) -> None:
        self.focus_next()

    async def retell(self) -> None:
        """At the first set-up the language of the screen is that of the organization too, also after F2."""
        await super().retell()
        if not self.app.has_site:
            self.query_one("#language", Choice).take_back((self.app.book.language, (0, 0)))

    @on(Choice.Changed, "#language")
    def _spoken(self, event: Choice.Changed) -> None:
        if event.value != self.app.book.language:
            self.app.call_later(self.app.speak, event.value)

    def action_back(self) -> None:
        """Nothing is behind the first set-up."""
        if self.app.has_site:
            super().action_back()

    def action_join(self) -> None:
        """A computer without records becomes one of an organization that is there already."""
        if not self.app.has_site:
            doors.open_join(self.app)

    def action_put_back(self) -> None:
        """A computer without records gets those of a backup."""
        if not self.app.has_site:
            doors.open_put_back(self.app)

    def action_save(self) -> None:
        if not clean_line(self.query_one("#name", Entry).value):
            self.query_one("#name", Entry).focus()
        settings = replace(
            self._settings(),
            name=self.query_one("#name", Entry).value,
            language=self.query_one("#language", Choice).value,
            region=self.query_one("#region", Choice).value,
            slots=MappingProxyType(self._filled()),
        )
        if self.app.has_site:
            set_up.change(self.desk, settings)
            self.app.renew_formats()
            self.app.back()
        else:
            set_up.create(self.app.places, settings)
            self.app.start()
        self.app.tell(phrase("The set-up is saved."))

    def _filled(self) -> dict[str, str]:
        kept = dict(self._settings().slots)
        for entry in self.query(Entry):
            if entry.id and entry.id.startswith("slot-"):
                kept[entry.id.removeprefix("slot-")] = entry.value.strip()
        return {key: value for key, value in kept.items() if value}
