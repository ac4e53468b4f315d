"""What this screen is for, and every key that acts on it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.speaking import EVERYWHERE, Speaking, action_name
from platica_tui.widgets.plain import Words


class HelpDialog(Dialog[None]):
    """A few sentences and the keys, for the screen underneath."""

    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1", "leave", mark("Back")),
    ]

    def __init__(self, about: Speaking[object]) -> None:
        super().__init__()
        self.about = about

    def heading(self) -> str:
        return self.say("Help")

    def body(self) -> Iterable[Widget]:
        sentences = [Words(self.told(sentence), classes="sentence") for sentence in self.about.GUIDE]
        moving = self.say("The arrows, Page Up, Page Down, Home and End move; the mouse works too.")
        everywhere = [Words(self.say("On every screen"), classes="heading"), Words(self._keys(own=False))]
        yield VerticalScroll(
            *sentences, Words(self._keys(own=True)), Words(moving, classes="sentence after"), *everywhere, id="text"
        )

    def _keys(self, *, own: bool) -> str:
        """One line for each thing that can be done here, or everywhere, with its keys."""
        found: dict[str, list[str]] = {}
        for active in self.about.active_bindings.values():
            binding = active.binding
            if binding.description and own == (action_name(binding.action) not in EVERYWHERE):
                found.setdefault(binding.description, []).append(binding.key_display or binding.key)
        return "\n".join(f"{' · '.join(dict.fromkeys(keys)):<16} {words}" for words, keys in found.items())
