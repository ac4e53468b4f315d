"""CUPS, the print system of Linux and macOS, through its own tools `lp`, `lpstat`, `lpoptions` and `cancel`.

Tried with CUPS 2.4 on Linux; macOS has the same tools, but nobody has tried it there.
"""

import re
import shlex
from collections.abc import Iterable, Mapping
from pathlib import Path

from platica.domain.paper import Paper
from platica.domain.printer import Printer, PrinterState
from platica.errors import PrinterError
from platica.phrases import Phrase, phrase
from platica.printers import cups_jobs
from platica.printers.print_system import SeenJob, Ticket
from platica.printers.reasons import trouble_of
from platica.printers.tools import run

_MEDIA = {Paper.LETTER: "Letter", Paper.A4: "A4"}
_PRIORITY = "40"
"""Below the usual 50, so that another person's paper goes before the batches that wait."""
_TWO_SIDED = 0x10
"""CUPS_PRINTER_DUPLEX of `printer-type`, which counts in what is built into the printer at hand."""
_STATES = {"3": PrinterState.READY, "4": PrinterState.PRINTING, "5": PrinterState.STOPPED}
_TAKEN = re.compile(r"request id is (\S+) \(")


class Cups:
    """The printers CUPS knows here."""

    def printers(self) -> tuple[Printer, ...]:
        _must_run()
        usual = run(["lpstat", "-d"]).text.rpartition(": ")[2].strip()
        names = run(["lpstat", "-e"]).text.split("\n")
        return tuple(_printer(name, usual) for name in sorted(filter(None, map(str.strip, names)), key=str.casefold))

    def send(self, ticket: Ticket, file: Path) -> str:
        """The file goes through `lp`'s input, so that CUPS learns neither its name nor where it lies."""
        _must_run()
        words = ["lp", "-d", ticket.printer, "-t", ticket.name, "-n", str(ticket.copies), "-q", _PRIORITY]
        words += ["-o", f"media={_MEDIA[ticket.paper]}", "-o", "collate=true", "-o", "job-sheets=none"]
        words += ["-o", f"sides={ticket.sides}"] if ticket.sides else []
        answer = run([*words, "-"], file.read_bytes())
        taken = _TAKEN.search(answer.text)
        if answer.code or taken is None:
            raise _refused(ticket.printer, answer.err)
        return taken[1]

    def jobs(self) -> tuple[SeenJob, ...]:
        _must_run()
        return cups_jobs.jobs()

    def cancel(self, jobs: Iterable[str]) -> None:
        _must_run()
        for job in jobs:
            run(["cancel", job])

    def release(self, job: str) -> None:
        _must_run()
        run(["lp", "-i", job, "-H", "immediate"])

    def forget(self, job: str) -> bool:
        _must_run()
        return cups_jobs.forget(job)


def _must_run() -> None:
    """Raises PrinterError when no print service answers."""
    if "is running" not in run(["lpstat", "-r"]).text:
        raise PrinterError(
            phrase(
                "The print service of this computer is not running. Start the computer again, or ask whoever looks"
                " after it to start CUPS."
            )
        )


def _printer(name: str, usual: str) -> Printer:
    told = _options(run(["lpoptions", "-p", name]).text)
    state = _STATES.get(told.get("printer-state", ""), PrinterState.READY)
    kind = told.get("printer-type", "")
    trouble = trouble_of(name, told.get("printer-state-reasons", "").split(","), stopped=state is PrinterState.STOPPED)
    if told.get("printer-is-accepting-jobs") == "false":
        trouble = _takes_nothing(name)
    place = [
        part for part in (told.get("printer-info", ""), told.get("printer-location", "")) if part not in ("", name)
    ]
    return Printer(
        name=name,
        about=", ".join(place),
        state=state,
        usual=name == usual,
        two_sided=bool(kind.isdigit() and int(kind) & _TWO_SIDED),
        trouble=trouble,
    )


def _options(text: str) -> Mapping[str, str]:
    """What `lpoptions` tells: names and values, quoted as for a shell."""
    try:
        words = shlex.split(text)
    except ValueError:
        words = text.split()
    return {name: value for name, _, value in (word.partition("=") for word in words)}


def _refused(printer: str, told: str) -> PrinterError:
    if "not accepting" in told:
        return PrinterError(_takes_nothing(printer))
    reason = told.removeprefix("lp: ").removeprefix("Error - ").rstrip(".")
    return PrinterError(
        phrase("The printer {printer} did not take the paper: {reason}.", printer=printer, reason=reason or "lp")
    )


def _takes_nothing(printer: str) -> Phrase:
    return phrase("The printer {printer} takes no papers now. Choose another printer.", printer=printer)
