"""Texts and their translations as an XLSX sheet for translators, out and in."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from platica.domain.system_errors import reason_to_read
from platica.domain.text_line import TextLine
from platica.errors import Refused
from platica.exchange.table import Table, xlsx_bytes
from platica.phrases import Phrase, phrase

COLUMNS = ("domain", "language", "place", "context", "source", "translation", "state", "comment")
"""Headings, the same in every language, so that a sheet can be read anywhere."""
_NEEDED = ("domain", "language", "source", "translation")
LARGEST = 20 * 1024 * 1024
"""Bytes of a file."""
_LARGEST_UNPACKED = 200 * 1024 * 1024
_MOST_ROWS = 100_000
LONGEST_CELL = 16_000
"""Letters."""


def texts_bytes(lines: Iterable[TextLine]) -> bytes:
    """The sheet with these texts."""
    rows = tuple(
        (one.domain, one.language, one.place, one.context, one.source, one.translation, one.state, one.comment)
        for one in lines
    )
    return xlsx_bytes(Table("platica", COLUMNS, rows))


def read_texts(file: Path) -> tuple[TextLine, ...]:
    """The rows of a sheet. Raises Refused, naming row and column, when it is no such sheet or a cell is no text."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _refuse_large(file)
        book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        try:
            return tuple(_lines(file, book.worksheets[0].iter_rows(max_col=50)))
        finally:
            book.close()
    except FileNotFoundError as error:
        raise Refused(phrase("There is no file {file}.", file=str(file))) from error
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        IndexError,
        TypeError,
        SyntaxError,
    ) as error:
        raise Refused(phrase("{file} is no XLSX sheet. Save it again as .xlsx.", file=file.name)) from error
    except OSError as error:
        raise Refused(
            phrase("{file} could not be read: {reason}.", file=str(file), reason=reason_to_read(error))
        ) from error


def wrong_cell(file: Path, row: int, column: str, why: Phrase) -> Refused:
    """What is said of a row that cannot be taken; nothing of the file is."""
    return Refused(
        phrase(
            "{file}, row {row}, column “{column}”: {why} Nothing was taken from the file.",
            file=file.name,
            row=row,
            column=column,
            why=why,
        )
    )


def _refuse_large(file: Path) -> None:
    if file.stat().st_size > LARGEST:
        raise Refused(phrase("{file} is too large: {most} bytes fit.", file=file.name, most=LARGEST))
    with zipfile.ZipFile(file) as archive:
        if sum(one.file_size for one in archive.infolist()) > _LARGEST_UNPACKED:
            raise Refused(phrase("{file} is too large: {most} bytes fit.", file=file.name, most=_LARGEST_UNPACKED))


def _lines(file: Path, rows: Iterator[tuple[Any, ...]]) -> Iterator[TextLine]:
    headings = [str(cell.value or "").strip().lower() for cell in next(rows, ())]
    for column in _NEEDED:
        if column not in headings:
            raise wrong_cell(file, 1, column, phrase("there is no column with this heading."))
    places = {column: headings.index(column) for column in COLUMNS if column in headings}
    for number, row in enumerate(rows, 2):
        if number > _MOST_ROWS:
            raise Refused(phrase("{file} has more than {most} rows.", file=file.name, most=_MOST_ROWS))
        cells = {column: row[place] if place < len(row) else None for column, place in places.items()}
        if any(cell is not None and cell.value is not None for cell in cells.values()):
            texts = {column: _text(file, number, column, cell) for column, cell in cells.items()}
            yield TextLine(**{column: texts.get(column, "") for column in COLUMNS}, row=number)


def _text(file: Path, row: int, column: str, cell: Any) -> str:
    """What stands in a cell; a number that a spreadsheet made of a text is a text again."""
    if cell is None or cell.value is None:
        return ""
    if cell.data_type == "f" or cell.data_type == "e":
        raise wrong_cell(file, row, column, phrase("a formula or an error stands here; write the text."))
    if not isinstance(cell.value, str | int) or isinstance(cell.value, bool):
        raise wrong_cell(file, row, column, phrase("this is no text; format the column as text and write it again."))
    text = str(cell.value).replace("\r\n", "\n")
    if len(text) > LONGEST_CELL:
        raise wrong_cell(file, row, column, phrase("{found} letters; {most} fit.", found=len(text), most=LONGEST_CELL))
    return text
