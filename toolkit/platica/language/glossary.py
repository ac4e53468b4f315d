"""The agreed terms: which Spanish word stands for which English one, and what stays as it is."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from platica.domain.names import folded
from platica.errors import ContentError
from platica.phrases import phrase

COLUMNS = ("term_en", "term_es", "variant_es", "note", "do_not_translate", "source")
_WHOLE_TEXT_ONLY = "[UI]"
"""Terms of buttons and labels: `Back` is a term where it is the whole text, not in "back pain"."""
_OPTIONAL = re.compile(r"\s*\([^)]*\)")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(["a", "an", "the", "of", "el", "la", "los", "las", "un", "una", "de", "del", "en", "y", "o"])


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the glossary."""

    english: str
    spanish: str
    variants: tuple[str, ...]
    """What regions say instead."""
    note: str
    stays: bool
    """Not translated."""
    source: str

    @property
    def whole_text_only(self) -> bool:
        """Whether the term counts only where it is the whole text: labels, and words with a sense in brackets."""
        return _WHOLE_TEXT_ONLY in self.note or "(" in self.english


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms in the order of the file."""

    terms: tuple[Term, ...]


NO_GLOSSARY = Glossary(())


def read_glossary(path: Path) -> Glossary:
    """The terms of a CSV file with the columns COLUMNS; raises ContentError when a row is not right."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ContentError(phrase("The glossary {file} cannot be read as CSV in UTF-8.", file=path.name)) from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise ContentError(
            phrase("The glossary {file} needs the columns {columns}.", file=path.name, columns=", ".join(COLUMNS))
        )
    return Glossary(tuple(_term(row, line, path) for line, row in enumerate(rows[1:], 2) if row))


@lru_cache(maxsize=4096)
def stems(term: str) -> frozenset[str]:
    """The words of a term without accents, case, number and gender; brackets and small words left out."""
    words = _WORD.findall(folded(_OPTIONAL.sub("", term)))
    return frozenset(stem(word) for word in words if word not in _SMALL)


def stem(word: str) -> str:
    """A folded word less the ending that tells number and gender."""
    return re.sub(r"(?:e?s|[aeo]s?)$", "", word) if len(word) > 3 else word


def wordings(term: str) -> tuple[str, ...]:
    """The ways a cell writes its term: `sarpullido / ronchas` is two, `promotor/a` is one."""
    return tuple(part for part in re.split(r"\s*/\s*(?=\w{3})|,\s+", term) if part)


def _term(row: list[str], line: int, path: Path) -> Term:
    if len(row) != len(COLUMNS) or not row[0].strip() or row[4] not in ("0", "1"):
        raise ContentError(
            phrase(
                "Line {line} of the glossary {file} needs {count} cells, a term, and 0 or 1 for do_not_translate.",
                line=line,
                file=path.name,
                count=len(COLUMNS),
            )
        )
    english, spanish, variants, note, stays, source = (cell.strip() for cell in row)
    regional = (part.partition(":")[2].strip() for part in variants.split(";") if ":" in part)
    return Term(english, spanish, tuple(filter(None, regional)), note, stays == "1", source)
