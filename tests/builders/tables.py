"""Tables and files for tests of the exchange room."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from openpyxl import load_workbook

from platica.exchange.table import Cell, Table, csv_bytes, xlsx_bytes


def column(*cells: Cell) -> Table:
    """A table of one column called Name."""
    return Table("Table", ("Name",), tuple((cell,) for cell in cells))


def csv_rows(data: bytes) -> list[list[str]]:
    """Every row of a CSV file as a spreadsheet reads it, headings too."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def through_csv(*cells: Cell) -> Sequence[str]:
    """What stands in the cells of a column after it went through a CSV file."""
    return [row[0] for row in csv_rows(csv_bytes(column(*cells)))[1:]]


def through_xlsx(*cells: Cell) -> Sequence[tuple[object, str]]:
    """Value and type (`s` text, `n` number, `d` date, `f` formula) of each cell after it went through an XLSX file."""
    sheet = load_workbook(io.BytesIO(xlsx_bytes(column(*cells)))).worksheets[0]
    return [(cell.value, cell.data_type) for (cell,) in sheet.iter_rows(min_row=2)]


def a_day() -> date:
    """Some day."""
    return date(2026, 12, 3)
