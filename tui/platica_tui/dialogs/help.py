"""What this screen is for, and every key that acts on it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.speaking import Speaking
from platica_tui.widgets.keyline import key_name
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
        yield VerticalScroll(*sentences, Words(self._keys(), id="keylist"), id="text")

    def _keys(self) -> str:
        """One line a key, those of the screen first; two keys for one thing share a line."""
        found: dict[str, list[str]] = {}
        for active in self.about.active_bindings.values():
            words = active.binding.description
            if words:
                found.setdefault(words, []).append(active.binding.key_display or key_name(active.binding.key))
        return "\n".join(f"{' · '.join(dict.fromkeys(keys)):<16} {words}" for words, keys in found.items())
