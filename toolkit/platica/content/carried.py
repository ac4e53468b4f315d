"""What travels with a curriculum: its whole folder, and of the shared files those parts that it uses."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from platica.content.part import Part, handout_part, session_part
from platica.content.shelf import LARGEST_READ, SHARED, Shelf, owner_of, place_of
from platica.content.stock import Stock
from platica.domain.curriculum_pack import CarriedFile, may_travel
from platica.errors import ContentError, Refused
from platica.phrases import phrase


def carried_files(stock: Stock, name: str) -> tuple[CarriedFile, ...]:
    """Every file of a curriculum and the shared ones it uses, by path.

    Raises NotFound, ContentError, and Refused for a file that is no part of a curriculum or a part of another one.
    """
    parts = tuple(_parts(stock, name))
    found = {file.path: file for file in (*_own(stock.shelf, name), *_shared(stock, name, parts))}
    return tuple(found[path] for path in sorted(found))


def _own(shelf: Shelf, name: str) -> Iterator[CarriedFile]:
    folder = shelf.folder(name)
    for path in sorted(folder.rglob("*") if folder else ()):
        relative = path.relative_to(folder or path)
        if path.is_symlink() or not path.is_file() or any(part.startswith(".") for part in relative.parts):
            continue
        place = place_of(name, relative.as_posix())
        if not may_travel(place, name):
            raise Refused(phrase("{file} is no part of a curriculum. Put it elsewhere, then pack again.", file=place))
        yield CarriedFile(place, _bytes(path, place))


def _parts(stock: Stock, name: str) -> Iterator[Part]:
    entry = stock.curriculum(name).sound(place_of(name, "curriculum.yaml")).entry
    for reference in (*entry.sessions, *entry.handouts):
        owner, _ = owner_of(reference, name)
        if owner not in (SHARED, name):
            raise Refused(
                phrase(
                    "“{reference}” belongs to another curriculum, so {name} cannot travel by itself. Copy the file"
                    " into {name}, or move it to shared.",
                    reference=reference,
                    name=name,
                )
            )
    for reference in entry.sessions:
        yield session_part(reference, "", stock.session(reference, name).sound(reference))
    for reference in entry.handouts:
        yield handout_part(reference, "", stock.handout(reference, name).sound(reference))


def _shared(stock: Stock, name: str, parts: tuple[Part, ...]) -> Iterator[CarriedFile]:
    entry = stock.curriculum(name).sound(place_of(name, "curriculum.yaml")).entry
    relatives = [f"sessions/{owner_of(one, name)[1]}.md" for one in entry.sessions if owner_of(one, name)[0] == SHARED]
    relatives += [f"handouts/{owner_of(one, name)[1]}.md" for one in entry.handouts if owner_of(one, name)[0] == SHARED]
    for part in parts:
        if owner_of(part.reference, name)[0] == SHARED:
            relatives += [source for source, _ in part.picture_lines if source.startswith("images/")]
    for relative in dict.fromkeys(relatives):
        path = stock.shelf.find(SHARED, relative)
        if path is not None:
            yield CarriedFile(place_of(SHARED, relative), _bytes(path, place_of(SHARED, relative)))
    safety = frozenset(text for part in parts for text, _ in part.safety_lines)
    yield from _entries("facts.yaml", stock.fact_lines_by_file(), frozenset(entry.facts))
    yield from _entries("safety.yaml", stock.safety_lines_by_file(), safety)


def _entries(
    relative: str, files: tuple[tuple[Path, Mapping[str, int]], ...], wanted: frozenset[str]
) -> Iterator[CarriedFile]:
    """The wanted entries of shared lists as they are written there, each from the first layer that has it."""
    blocks: dict[str, str] = {}
    for path, starts in files:
        lines = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n")
        ends = sorted((*starts.values(), len(lines) + 1))
        for name in sorted(wanted & starts.keys() - blocks.keys()):
            start = starts[name]
            block = lines[start - 1 : next(end for end in ends if end > start) - 1]
            while block and (not block[-1].strip() or block[-1].startswith("#")):
                block.pop()
            blocks[name] = "".join(f"{line}\n" for line in block)
    if blocks:
        text = "".join(blocks[name] for name in sorted(blocks))
        yield CarriedFile(place_of(SHARED, relative), text.encode())


def _bytes(path: Path, place: str) -> bytes:
    if path.stat().st_size > LARGEST_READ:
        raise ContentError(
            phrase("{file} has {size} bytes; {most} fit.", file=place, size=path.stat().st_size, most=LARGEST_READ)
        )
    return path.read_bytes()
