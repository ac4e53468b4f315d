"""The ways from the screen for printing: to its choices, to a page before it is printed, to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from platica.domain.paper import Paper
    from platica.domain.printing import Printed, PrintOrder, PrintPlan, PrintRow
    from platica_tui.app import PlaticaApp


def open_print_choices(app: PlaticaApp, order: PrintOrder, use: Callable[[PrintOrder], object]) -> None:
    """What is printed and how."""
    from platica_tui.dialogs.print_choices import PrintChoicesDialog

    app.push_screen(PrintChoicesDialog(order, use))


def open_preview(app: PlaticaApp, plan: PrintPlan, row: PrintRow, read: Callable[[], None]) -> None:
    """A document before it is printed."""
    from platica_tui.screens.preview import PreviewPage
    from platica_tui.sharp import picture_for

    app.push_screen(PreviewPage(plan, row, read, picture_for(app)))


def open_to_printer(app: PlaticaApp, made: tuple[Printed, ...], paper: Paper) -> None:
    """Made documents to a printer. Raises PrinterError when this computer cannot print, Refused without a printer."""
    from platica.desk import printers
    from platica_tui.dialogs.printer import PrinterDialog
    from platica_tui.screens.print_jobs import PrintJobsPage

    def send(how: printers.HowToPrint) -> None:
        app.push_screen(PrintJobsPage(made, how))

    app.push_screen(PrinterDialog(printers.known_printers(), paper, send))


def open_print_jobs(app: PlaticaApp) -> None:
    """What was sent to printers."""
    from platica_tui.screens.print_jobs import PrintJobsPage

    app.push_screen(PrintJobsPage())
