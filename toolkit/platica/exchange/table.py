"""A table of typed cells, as a file that spreadsheets open: CSV or XLSX."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from platica.errors import Refused
from platica.exchange.formula_guard import guarded
from platica.phrases import phrase

Cell = str | int | date | None

_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_LONGEST_TITLE = 31


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows; a row has one cell for each heading."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_bytes(table: Table) -> bytes:
    """The table as CSV: UTF-8 with a byte order mark, commas, CRLF, ISO dates, texts guarded against formulas."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in (table.headings, *table.rows):
        writer.writerow([_csv_cell(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: Table) -> bytes:
    """The table as one XLSX sheet: every text a text cell, whatever it begins with; numbers and dates as such.

    Characters that XML cannot hold are left out.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    book.properties.creator = "Plática"
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", _xml(table.title))[:_LONGEST_TITLE] or "1")
    sheet.freeze_panes = "A2"
    for place, row in enumerate((table.headings, *table.rows)):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, _xml(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
                cell.number_format = "@"
            elif isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
            if place == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def writer_for(path: PurePath) -> Callable[[Table], bytes]:
    """What writes the kind of file this name ends in. Raises Refused when it is neither CSV nor XLSX."""
    match path.suffix.lower():
        case ".csv":
            return csv_bytes
        case ".xlsx":
            return xlsx_bytes
        case _:
            raise Refused(phrase("{file}: the name of the file must end in .csv or .xlsx.", file=str(path)))


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(_SURROGATES.sub("", cell))
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else str(cell)


def _xml(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
