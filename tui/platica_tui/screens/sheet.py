"""Reading a sheet for people, and saving it as messages to send from a telephone."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from platica.desk import leave_texts
from platica.domain.ids import CurriculumId, HandoutId
from platica.phrases import mark, phrases
from platica_tui.folders import from_home, usual_folder
from platica_tui.screens.reading import ReadingPage, handout_reader


class SheetPage(ReadingPage):
    """A sheet as it will print, and a key for those who would rather get it on a telephone."""

    GUIDE = (
        *ReadingPage.GUIDE,
        mark("The key m saves a sheet as messages to send from a telephone, in the language on the screen."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "telephone", mark("For the phone"))]

    def __init__(self, curriculum: CurriculumId, handout: HandoutId, read_in: str | None = None) -> None:
        super().__init__(handout_reader(curriculum, handout), read_in)
        self.curriculum = curriculum
        self.handout = handout

    def action_telephone(self) -> None:
        """Leaves the messages beside the person's papers."""
        language = self.read_in or self.app.book.language
        folder = usual_folder(self.say("telephone"))
        file, count = leave_texts.save(self.desk, self.curriculum, self.handout, language, folder)
        self.tell(
            phrases(
                "{count} message for the telephone is in {file}",
                "{count} messages for the telephone are in {file}",
                count,
                file=from_home(file),
            )
        )
