"""Messages between the press and its worker: a count, then that many chunks, each after its length."""

import struct
from typing import IO

LARGEST_MESSAGE = 512 * 1024 * 1024
"""Bytes; a longer message means that the two no longer understand each other."""
_COUNT = struct.Struct(">I")
_LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], *chunks: bytes) -> None:
    """Writes one message."""
    stream.write(_COUNT.pack(len(chunks)))
    for chunk in chunks:
        stream.write(_LENGTH.pack(len(chunk)))
        stream.write(chunk)
    stream.flush()


def receive(stream: IO[bytes]) -> list[bytes]:
    """Reads one message. Raises EOFError when the other side has gone or sends nonsense."""
    (count,) = _COUNT.unpack(_exactly(stream, _COUNT.size))
    chunks: list[bytes] = []
    room = LARGEST_MESSAGE
    for _ in range(count):
        (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
        room -= length
        if room < 0:
            raise EOFError("message too long")
        chunks.append(_exactly(stream, length))
    return chunks


def _exactly(stream: IO[bytes], length: int) -> bytes:
    found = stream.read(length)
    if len(found) != length:
        raise EOFError("message cut short")
    return found
