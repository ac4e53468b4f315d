"""Whom to call, since they missed the last two sessions."""

from collections.abc import Iterable

from textual.widget import Widget

from platica.desk.today import ToCall
from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.lines import Column, Line, Lines


class CallsDialog(Dialog[None]):
    """Names, telephones and workshops of people who stopped coming."""

    GUIDE = (
        mark("These people were absent from the last two sessions that were held. A call often brings them back."),
    )

    def __init__(self, to_call: tuple[ToCall, ...]) -> None:
        super().__init__()
        self.to_call = to_call

    def heading(self) -> str:
        return self.say("People who missed the last two sessions")

    def body(self) -> Iterable[Widget]:
        yield Lines((Column(), Column(16), Column(22, least=50)), id="people")

    def fill(self) -> None:
        self.query_one(Lines).put(
            Line((one.entry.participant.name, one.entry.participant.contact or "–", one.workshop.name), key=str(place))
            for place, one in enumerate(self.to_call)
        )
