"""Adding a person, or correcting what is known of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.domain.names import clean_name
from platica.domain.participant import Participant, ReadingStyle, Reads
from platica.domain.spoken import STYLES
from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.choice import Choice
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """What was filled in."""

    name: str
    reads: Reads
    contact: str


class PersonDialog(Dialog[PersonAnswer | None]):
    """Name, what the person reads, and how to reach them."""

    GUIDE = (
        mark("Write the name as the person wants to be called; it prints like that."),
        mark("What a person reads decides in which language and print their sheets come out."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", mark("Save"), priority=True)]

    def __init__(self, languages: tuple[str, ...], person: Participant | None = None) -> None:
        super().__init__()
        self.languages = languages
        self.person = person

    def heading(self) -> str:
        return self.say("Edit a person") if self.person else self.say("Add a person")

    def body(self) -> Iterable[Widget]:
        person = self.person
        reads = person.reads if person else Reads(self.languages[0])
        known = dict.fromkeys((*self.languages, reads.language, *self.app.desk.catalogues.languages()))
        yield Field(self.say("Name"), Entry(person.name if person else "", id="name"))
        names = [(tag, self.app.formats.languages_name(tag)) for tag in known]
        yield Field(self.say("Reads"), Choice(names, reads.language, id="language"))
        styles = [(style.value, self.told(words)) for style, words in STYLES.items()]
        yield Field(self.say("Kind of print"), Choice(styles, reads.style.value, id="style"))
        contact = Entry(person.contact or "" if person else "", hint=self.say("if they agree"), id="contact")
        yield Field(self.say("Telephone"), contact)

    @on(Entry.Submitted)
    def action_save(self) -> None:
        with self.telling():
            self.dismiss(
                PersonAnswer(
                    clean_name(self.query_one("#name", Entry).value),
                    Reads(self._choice("language"), ReadingStyle(self._choice("style"))),
                    self.query_one("#contact", Entry).value,
                )
            )

    def _choice(self, name: str) -> str:
        return self.query_one(f"#{name}", Choice).value
