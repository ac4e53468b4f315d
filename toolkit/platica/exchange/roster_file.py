"""Reading a list of people from a CSV or text file, in English or Spanish."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from platica.domain.names import clean_line, clean_name, folded, without_marker
from platica.domain.participant import Reads
from platica.domain.problem import Problem, Severity
from platica.domain.reads_text import read_reads
from platica.errors import Refused
from platica.exchange.formula_guard import unguarded
from platica.exchange.text_file import DELIMITERS, Row, decoded, rows_of
from platica.phrases import phrase

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "participant", "nombre", "nombre completo", "participante", "persona"),
    "first": ("first name", "given name", "nombres", "primer nombre"),
    "last": ("last name", "surname", "family name", "apellido", "apellidos"),
    "reads": ("reads", "language", "lee", "idioma", "lengua"),
    "style": ("print", "style", "letra", "formato"),
    "contact": ("contact", "phone", "telephone", "email", "contacto", "telefono", "celular", "correo"),
}
"""The column headings that are understood; case and accents do not matter, other columns are not read."""


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A person of the file. `reads` is None where the file says nothing."""

    line: int
    name: str
    reads: Reads | None
    contact: str


@dataclass(frozen=True, slots=True)
class RosterFile:
    """What a file holds: the people that can be added and every line that is not right."""

    people: tuple[RosterLine, ...]
    problems: tuple[Problem, ...]


def read_roster(data: bytes, file: str, languages: Collection[str], otherwise: str) -> RosterFile:
    """The people of a file named `file`; `otherwise` is the language of someone whose style alone is written.

    Without headings, every line is one name. Raises Refused when the file as a whole cannot be read.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Refused(phrase("{file} is a spreadsheet. Save the list as CSV (UTF-8) and try again.", file=file))
    text = decoded(data, file)
    delimiter, columns = _columns(text, file)
    rows = list(rows_of(text, delimiter, file))
    people: list[RosterLine] = []
    problems: list[Problem] = []
    for row in rows[1:] if columns else rows:
        try:
            people.append(_person(row, columns or {"name": 0}, languages, otherwise))
        except Refused as refused:
            problems.append(Problem(Severity.ERROR, refused.phrase, f"{file}:{row.line}"))
    return RosterFile(tuple(people), tuple(problems))


def _columns(text: str, file: str) -> tuple[str | None, Mapping[str, int]]:
    """The delimiter and where each known column is; no columns when the first line is a name already."""
    first = next((row.cells[0] for row in rows_of(text, None, file)), "")
    for delimiter in DELIMITERS:
        columns = _known([cell.strip(' "') for cell in first.split(delimiter)])
        if "name" in columns or {"first", "last"} <= columns.keys():
            return delimiter, columns
    if any(sign in first for sign in "\t;") or (file.lower().endswith(".csv") and "," in first):
        raise Refused(
            phrase("{file}, line 1: no column is called “name” or “nombre”, so nobody can be told apart.", file=file)
        )
    return None, {}


def _known(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        for column, names in HEADINGS.items():
            if folded(cell) in names:
                found.setdefault(column, place)
    if "last" in found and "first" not in found and "name" in found:
        found["first"] = found.pop("name")
    return found


def _person(row: Row, columns: Mapping[str, int], languages: Collection[str], otherwise: str) -> RosterLine:
    def cell(column: str) -> str:
        place = columns.get(column)
        return unguarded(row.cells[place].strip()) if place is not None and place < len(row.cells) else ""

    name = clean_name(without_marker(clean_line(cell("name") or f"{cell('first')} {cell('last')}")))
    reads = ",".join(filter(None, (cell("reads"), cell("style"))))
    return RosterLine(
        row.line, name, read_reads(reads, languages, otherwise) if reads else None, clean_line(cell("contact"))
    )
