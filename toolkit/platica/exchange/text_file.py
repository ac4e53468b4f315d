"""Reading text files as office programs leave them: their encoding found out, their rows counted as a person would."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from platica.errors import Refused
from platica.phrases import phrase

LARGEST = 5 * 1024 * 1024
DELIMITERS = "\t;,|"

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the line of the file it begins on, from 1."""

    line: int
    cells: tuple[str, ...]


def decoded(data: bytes, file: str) -> str:
    """The text of a file: by its byte order mark, else UTF-16 by its zero bytes, else UTF-8, else Windows-1252.

    Raises Refused when it is too large or no text in any of them.
    """
    if len(data) > LARGEST:
        raise Refused(
            phrase(
                "{file} has {found} bytes; a list of names has at most {most}.",
                file=file,
                found=len(data),
                most=LARGEST,
            )
        )
    for encoding, text in _encodings(data):
        try:
            found = text.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in found:
            return found
    raise Refused(phrase("{file} is not a text file. Save the list as CSV (UTF-8) and try again.", file=file))


def rows_of(text: str, delimiter: str | None, file: str) -> Iterator[Row]:
    """The rows that hold anything; without a delimiter, each line is one cell as it stands.

    Raises Refused with the line of a quotation mark that is not closed.
    """
    if delimiter is None:
        lines = enumerate(io.StringIO(text, newline=None), 1)
        yield from (Row(number, (line.strip(),)) for number, line in lines if line.strip())
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(begins, tuple(cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Refused(
            phrase("{file}, line {line}: a quotation mark is not closed or a cell is too long.", file=file, line=begins)
        ) from error


def _encodings(data: bytes) -> Iterator[tuple[str, bytes]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield encoding, data[len(mark) :]
            return
    if b"\0" in data[:200]:
        yield ("utf-16-be" if data[:1] == b"\0" else "utf-16-le"), data
    yield "utf-8", data
    yield "cp1252", data
