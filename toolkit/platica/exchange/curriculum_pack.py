"""The file a curriculum travels in: a ZIP of its files, a manifest that tells of them, and their checksums."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from platica.domain.curriculum_pack import CarriedFile, CurriculumPack, is_curriculum_id, may_travel, version_key
from platica.errors import NewerFormat, Refused
from platica.exchange.strange_zip import LARGEST, MOST_ENTRIES, read_strange_zip, strange
from platica.exchange.zip_file import packed
from platica.phrases import phrase

FORMAT = 1
KIND = "platica-curriculum"
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
_LONGEST_MANIFEST = 1024 * 1024
_LONGEST_LINE = 300
_MOST_AUTHORS = 100


def pack_bytes(pack: CurriculumPack) -> bytes:
    """The whole file, the same for the same curriculum. Raises Refused when it is more than a site would take."""
    if sum(len(file.content) for file in pack.files) > LARGEST or len(pack.files) + 2 > MOST_ENTRIES:
        raise Refused(
            phrase(
                "{name} is too large to travel: at most {most} bytes and {files} files.",
                name=pack.id,
                most=LARGEST,
                files=MOST_ENTRIES,
            )
        )
    files = {file.path: file.content for file in pack.files}
    files[MANIFEST] = manifest_bytes(pack)
    files[SUMS] = _sums(files)
    return packed(files)


def manifest_bytes(pack: CurriculumPack) -> bytes:
    """What a pack tells of itself; equal for packs that hold the same."""
    told = {
        "format": FORMAT,
        "kind": KIND,
        "id": pack.id,
        "version": pack.version,
        "title": pack.title,
        "source_language": pack.source_language,
        "licence": pack.licence,
        "authors": list(pack.authors),
        "languages": list(pack.languages),
        "content_hash": pack.content_hash,
        "files": {file.path: _sum(file.content) for file in sorted(pack.files, key=lambda file: file.path)},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def read_pack(file: Path) -> CurriculumPack:
    """The curriculum in a file, every checksum right. Raises Refused, NewerFormat."""
    files = read_strange_zip(file, lambda name: name in (MANIFEST, SUMS) or _may_travel_at_all(name))
    told = _manifest(files.get(MANIFEST, b""), file)
    try:
        pack = CurriculumPack(
            id=_line(told["id"]),
            version=_line(told["version"]),
            title=_line(told["title"]),
            source_language=_line(told["source_language"]),
            licence=_line(told["licence"]),
            authors=tuple(_line(author) for author in told["authors"][:_MOST_AUTHORS]),
            content_hash=_line(told["content_hash"]),
            files=tuple(CarriedFile(name, files[name]) for name in sorted(files) if name not in (MANIFEST, SUMS)),
        )
        version_key(pack.version)
    except (KeyError, TypeError, ValueError) as error:
        raise strange(file, phrase("its manifest is not right")) from error
    if not is_curriculum_id(pack.id):
        raise strange(file, phrase("its manifest is not right"))
    for one in pack.files:
        if not may_travel(one.path, pack.id):
            raise strange(file, phrase("“{name}” is no part of a curriculum", name=one.path))
    if told.get("files") != {one.path: _sum(one.content) for one in pack.files}:
        raise strange(file, phrase("a file in it is not the one that was packed"))
    if files.get(SUMS) != _sums({name: content for name, content in files.items() if name != SUMS}):
        raise strange(file, phrase("its checksums are not right"))
    return pack


def _manifest(content: bytes, file: Path) -> Mapping[str, Any]:
    try:
        if len(content) > _LONGEST_MANIFEST:
            raise ValueError
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise strange(file, phrase("its manifest is not right")) from error
    if not isinstance(told, dict) or told.get("kind") != KIND or type(told.get("format")) is not int:
        raise strange(file, phrase("its manifest is not right"))
    if told["format"] > FORMAT:
        raise NewerFormat(
            phrase("{file} was packed by a newer Plática. Bring the program up to date, then add it.", file=file.name)
        )
    return told


def _may_travel_at_all(name: str) -> bool:
    """Whether a path fits some curriculum; which one is known once the manifest is read."""
    parts = name.split("/")
    named = parts[1] if parts[0] == "curricula" and len(parts) > 1 else parts[-1].partition(".")[0]
    return may_travel(name, named) and (is_curriculum_id(named) or named == "shared")


def _line(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_LINE or not value.isprintable():
        raise ValueError
    return value


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _sums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum` writes and checks them."""
    return "".join(f"{_sum(files[name])}  {name}\n" for name in sorted(files)).encode()
