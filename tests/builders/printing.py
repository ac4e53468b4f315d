"""Made documents to send to a printer, without making them: blank pages in a folder."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf

from builders.cups import Arrived
from platica.desk.printers import HowToPrint
from platica.domain.paper import Paper
from platica.domain.printing import Fold, Printed, PrintRow, What

LETTER, A4 = (612, 792), (595, 842)


def blank(folder: Path, pages: int = 2, size: tuple[int, int] = LETTER, *, name: str = "hoja") -> Path:
    """A PDF of blank pages."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=size)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.pdf"
    pdf.save(file)
    return file


def made(
    folder: Path,
    what: What = What.HANDOUTS,
    *,
    copies: int = 1,
    pages: int = 2,
    name: str = "hoja",
    fold: Fold = Fold.PLAIN,
) -> Printed:
    """A document as the desk makes them."""
    row = PrintRow(what, "Azúcar baja", "es", False, copies, 0, fold=fold)
    return Printed(row, blank(folder, pages, name=name), pages)


def on(printer: str, paper: Paper = Paper.LETTER) -> HowToPrint:
    """Nothing chosen but the printer."""
    return HowToPrint(printer, paper)


def copies_of(arrived: Sequence[Arrived]) -> int:
    """Copies that came out, all jobs together."""
    return sum(one.copies for one in arrived)
