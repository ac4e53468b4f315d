"""How many dots a PNG or JPEG file says it has, read from its head without decoding it."""

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
_NO_FRAMES = (0xC4, 0xC8, 0xCC)
"""Segments among those of a frame's head that hold tables instead."""


def dots_of(data: bytes) -> tuple[int, int] | None:
    """Width and height; None when the head is damaged or of another kind."""
    return _png(data) if data.startswith(PNG) else _jpeg(data) if data.startswith(JPEG) else None


def _png(data: bytes) -> tuple[int, int] | None:
    if len(data) < 33 or data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
        elif 0xC0 <= kind <= 0xCF and kind not in _NO_FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
