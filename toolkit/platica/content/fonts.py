"""Which signs the fonts of the press can draw, by the character maps of their TrueType files."""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

_MOST = 1 << 20
"""Bytes of a character map; that of a font for every script is a fifth of it."""


def drawn_signs(fonts: Iterable[Path]) -> frozenset[int]:
    """The numbers of the signs that at least one font has; a file that is no such font has none."""
    return frozenset(sign for font in fonts for sign in _signs(font))


def _signs(font: Path) -> Iterator[int]:
    try:
        table = _character_map(font)
        for at in _subtables(table):
            yield from _segments(table, at)
    except (OSError, struct.error):
        return


def _character_map(font: Path) -> bytes:
    with font.open("rb") as file:
        count = struct.unpack(">4xH6x", file.read(12))[0]
        for _ in range(min(count, 64)):
            name, start, length = struct.unpack(">4s4xII", file.read(16))
            if name == b"cmap":
                file.seek(start)
                return file.read(min(length, _MOST))
    return b""


def _subtables(table: bytes) -> set[int]:
    count = struct.unpack_from(">2xH", table)[0]
    return {struct.unpack_from(">4xI", table, 4 + 8 * place)[0] for place in range(min(count, 32))}


def _segments(table: bytes, at: int) -> Iterator[int]:
    """The signs of a map of stretches (format 4) or of groups (format 12); others say nothing more."""
    kind = struct.unpack_from(">H", table, at)[0]
    if kind == 12:
        groups = struct.unpack_from(">I", table, at + 12)[0]
        for place in range(min(groups, _MOST // 12)):
            first, last = struct.unpack_from(">II", table, at + 16 + 12 * place)
            yield from range(first, min(last, 0x10FFFF) + 1)
    elif kind == 4:
        count = struct.unpack_from(">H", table, at + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", table, at + 14)
        starts = struct.unpack_from(f">{count}H", table, at + 16 + 2 * count)
        for first, last in zip(starts, ends, strict=True):
            yield from range(first, min(last, 0xFFFE) + 1)
