"""Adding a person, or correcting what is known of one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.domain.names import clean_name
from platica.domain.participant import Participant, ReadingStyle, Reads
from platica.domain.roster import RosterEntry
from platica.domain.spoken import STYLES
from platica.phrases import Phrase, mark, phrase
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


def another_of_that_name(entry: RosterEntry) -> Phrase:
    """What is asked once before a second person of one name is added."""
    return phrase(
        "There is somebody called {name} already (no. {number}). Press Enter again to add another person.",
        name=entry.participant.name,
        number=entry.number,
    )


class PersonDialog(Dialog[None]):
    """Name, what the person reads, and how to reach them."""

    GUIDE = (
        mark("Write the name as the person wants to be called; it prints like that."),
        mark("What a person reads decides in which language and print their sheets come out."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", mark("Save"), priority=True),
        Binding("f10", "save", mark("Save"), show=False),
    ]

    def __init__(
        self,
        languages: tuple[str, ...],
        use: Callable[[PersonAnswer], object],
        person: Participant | None = None,
        alike: Callable[[str], Sequence[RosterEntry]] = lambda _name: (),
    ) -> None:
        """`use` raises Refused when the answer cannot be used; `alike` finds others of that name."""
        super().__init__()
        self.use = use
        self.alike = alike
        self.asked_about = ""
        """The name that was found twice, once the leader was asked."""
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
            name = clean_name(self.query_one("#name", Entry).value)
            alike = self.alike(name)
            if alike and self.asked_about != name:
                self.asked_about = name
                self.tell(another_of_that_name(alike[0]))
                return
            reads = Reads(self._choice("language"), ReadingStyle(self._choice("style")))
            self.use(PersonAnswer(name, reads, self.query_one("#contact", Entry).value))
            self.dismiss()

    def _choice(self, name: str) -> str:
        return self.query_one(f"#{name}", Choice).value
