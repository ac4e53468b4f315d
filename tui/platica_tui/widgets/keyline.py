"""The foot of a screen: the next sensible keys, six at most."""

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

from platica.phrases import Phrase, Phrasebook, mark
from platica_tui.widgets.plain import shown

MOST = 6
_NAMES = {
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Esc",
    "space": mark("Space"),
    "home": mark("Home"),
    "end": mark("End"),
    "pageup": mark("Page Up"),
    "pagedown": mark("Page Down"),
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "delete": mark("Del"),
    "full_stop": ".",
}
_WRITTEN_OUT = frozenset({"space", "home", "end", "pageup", "pagedown", "delete"})
"""Keys with a word on them, which keyboards write in their language."""


def key_name(key: str, book: Phrasebook) -> str:
    """A key as the keyboards of a language write it; which key it is, is the same in every language."""
    *held, last = key.split("+")
    name = _NAMES.get(last, last.upper() if held or (last[0] == "f" and last[1:].isdigit()) else last)
    if last in _WRITTEN_OUT:
        name = book.tell(Phrase(name))
    return "+".join([part.capitalize() for part in held] + [name])


class KeyLine(Widget):
    """Shows the keys of the screen that are worth a hint; a click on one presses it."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._again)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _again(self, _: Screen[object]) -> None:
        self.refresh()

    def hints(self) -> list[tuple[Binding, str, str]]:
        """The bindings to show, each with its key and label, as many as fit; help stays to the last."""
        found: dict[str, tuple[Binding, str, str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in found:
                key = binding.key_display or binding.key
                found[binding.action] = (binding, key, shown(binding.description))
        hints = sorted(found.values(), key=lambda hint: hint[0].key == "escape")
        while len(hints) > MOST or self._width(hints) > self.size.width > 0:
            others = [hint for hint in hints if "help" not in hint[0].action]
            if not others:
                break
            hints.remove(others[-1])
        return hints

    @staticmethod
    def _width(hints: list[tuple[Binding, str, str]]) -> int:
        return sum(cell_len(key) + cell_len(label) + 3 for _, key, label in hints)

    def render(self) -> Content:
        key_style, label_style = self.get_visual_style("keyline--key"), self.get_visual_style("keyline--label")
        parts: list[Content] = []
        for _, key, label in self.hints():
            parts += [Content.styled(f" {key}", key_style), Content.styled(f" {label} ", label_style)]
        return Content("").join(parts)

    async def on_click(self, event: Click) -> None:
        edge = 0
        for binding, key, label in self.hints():
            edge += cell_len(key) + cell_len(label) + 3
            if event.x < edge:
                self.app.simulate_key(binding.key)
                return

    COMPONENT_CLASSES = {"keyline--key", "keyline--label"}
