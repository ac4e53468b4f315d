"""Choosing a printer for documents that are made."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk.printers import HowToPrint
from platica.desk.tell_printing import printer_told
from platica.domain.paper import Paper
from platica.domain.printer import Printer, Sides
from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.choice import Choice
from platica_tui.widgets.field import Field
from platica_tui.widgets.plain import Words

_COPIES = ("", "1", "2", "5", "10", "15", "20", "30")


class PrinterDialog(Dialog[None]):
    """Which printer, on one side or both, and how many copies."""

    GUIDE = (
        mark("The arrows up and down go from line to line; left and right change what stands there."),
        mark("Enter sends the documents in small batches, so that a jam costs little."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send", mark("Send"), priority=True),
        Binding("f10", "send", mark("Send"), show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, printers: Sequence[Printer], paper: Paper, use: Callable[[HowToPrint], object]) -> None:
        super().__init__()
        self.printers = {one.name: one for one in printers}
        self.paper = paper
        self.use = use

    def heading(self) -> str:
        return self.say("To a printer")

    def body(self) -> Iterable[Widget]:
        usual = next((one.name for one in self.printers.values() if one.usual), "")
        names = [(one.name, f"{one.name} · {self.told(printer_told(one))}") for one in self.printers.values()]
        chosen = self.printers[usual] if usual else next(iter(self.printers.values()))
        copies = [(count, count or self.say("as planned")) for count in _COPIES]
        yield Field(self.say("Printer"), Choice(names, chosen.name, id="printer"))
        yield Field(self.say("Paper"), Choice(self._sides(chosen), id="sides"))
        yield Field(self.say("Copies"), Choice(copies, id="copies"))
        yield Words(self._trouble(chosen), id="trouble")

    def on_mount(self) -> None:
        self.query_one("#printer" if len(self.printers) > 1 else "#copies").focus()

    def _sides(self, printer: Printer) -> list[tuple[str, str]]:
        one = (Sides.ONE.value, self.say("on one side"))
        return [("", self.say("on both sides")), one] if printer.two_sided else [one]

    def _trouble(self, printer: Printer) -> str:
        return self.told(printer.trouble) if printer.trouble else printer.about

    @on(Choice.Changed, "#printer")
    def _another(self, event: Choice.Changed) -> None:
        printer = self.printers[event.value]
        self.query_one("#sides", Choice).offer(self._sides(printer))
        self.query_one("#trouble", Words).put(self._trouble(printer))

    def action_send(self) -> None:
        sides, copies = self._chosen("sides"), self._chosen("copies")
        how = HowToPrint(
            self._chosen("printer"), self.paper, Sides(sides) if sides else None, int(copies) if copies else None
        )
        self.dismiss()
        self.use(how)

    def _chosen(self, name: str) -> str:
        return self.query_one(f"#{name}", Choice).value
