"""Printing on Windows: the program that shows PDF files prints them on the printer it is told.

Written from the documentation of PowerShell and of the shell's print verbs; nobody has tried it on Windows yet.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from platica.domain.printer import Printer, PrinterState
from platica.errors import PrinterError
from platica.phrases import phrase
from platica.printers.print_system import SeenJob, Ticket
from platica.printers.tools import run

_LIST = (
    "Get-CimInstance Win32_Printer | Select-Object Name, Comment, Location, Default, WorkOffline, PrinterStatus |"
    " ConvertTo-Json"
)
_PRINT = (
    "Start-Process -FilePath $env:PLATICA_FILE -Verb PrintTo -ArgumentList ('\"' + $env:PLATICA_PRINTER + '\"')"
    " -WindowStyle Hidden"
)
_STATUS = {4: PrinterState.PRINTING, 6: PrinterState.STOPPED, 7: PrinterState.STOPPED}
"""By `PrinterStatus` of Win32_Printer."""


class Windows:
    """The printers Windows knows here; what became of a paper is seen at the printer alone."""

    def printers(self) -> tuple[Printer, ...]:
        try:
            found = json.loads(_powershell(_LIST).strip() or "[]")
        except ValueError as error:
            raise PrinterError(phrase("Windows did not say which printers there are.")) from error
        listed = found if isinstance(found, list) else [found]
        return tuple(sorted(map(_printer, listed), key=lambda one: one.name.casefold()))

    def send(self, ticket: Ticket, file: Path) -> str:
        """The document is printed from where it lies, copy by copy, since the verb knows no number of copies."""
        for _ in range(ticket.copies):
            _powershell(_PRINT, {"PLATICA_FILE": str(file), "PLATICA_PRINTER": ticket.printer})
        return ""

    def jobs(self) -> tuple[SeenJob, ...]:
        return ()

    def cancel(self, jobs: Iterable[str]) -> None:  # noqa: ARG002
        raise PrinterError(phrase("On Windows a paper is taken away in the window of the printer."))

    def release(self, job: str) -> None:  # noqa: ARG002
        raise PrinterError(phrase("On Windows a paper is let go in the window of the printer."))

    def forget(self, job: str) -> bool:  # noqa: ARG002
        """Windows keeps no copy of what is printed, unless it is told to in the settings of the printer."""
        return True


def _powershell(script: str, given: Mapping[str, str] | None = None) -> str:
    """What a fixed script says; values go in as variables, so that none is ever read as a command."""
    answer = run(["powershell", "-NoProfile", "-NonInteractive", "-Command", script], more=given)
    if answer.code:
        raise PrinterError(
            phrase("Windows could not print: {reason}", reason=(answer.err.splitlines() or ["PrintTo"])[0])
        )
    return answer.text


def _printer(told: Mapping[str, Any]) -> Printer:
    state = PrinterState.STOPPED if told.get("WorkOffline") else _STATUS.get(told.get("PrinterStatus", 0))
    name = str(told["Name"])
    trouble = phrase("The printer {printer} is off or not connected.", printer=name)
    return Printer(
        name=name,
        about=", ".join(str(told[key]) for key in ("Comment", "Location") if told.get(key)),
        state=state or PrinterState.READY,
        usual=bool(told.get("Default")),
        two_sided=False,
        trouble=trouble if state is PrinterState.STOPPED else None,
    )
