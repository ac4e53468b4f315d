"""A small curriculum packed at one site, to be added at another; and packs that somebody made to hurt."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from builders.command_line import Terminal, terminal_in
from builders.content import CARD, FACTS, HEAD, SESSION, SMALL, write_files
from builders.language import entry, write_catalogue

MAP = "curricula/shared/handouts/well-map.md"
PICTURE = "curricula/water-circle/images/well.png"
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001e221bc330000"
    "000049454e44ae426082"
)
"""A picture of one dot."""
OWN: Mapping[str, str] = {
    HEAD: SMALL[HEAD]
    .replace("shared/sign-in", "shared/sign-in, shared/well-map")
    .replace("WA-01, SF-01", "WA-01, SF-91"),
    SESSION: SMALL[SESSION].replace('use="SAFE-02"', 'use="SAFE-91"'),
    CARD: SMALL[CARD] + "\n![A well](images/well.png)\n",
    FACTS: SMALL[FACTS],
    "curricula/shared/facts.yaml": (
        "# Facts\n- {id: SF-90, statement: Not used., source: Nobody, year: 2020, verified: primary}\n\n"
        "- {id: SF-91, statement: Call at once., source: Red Cross, year: 2020, verified: primary}\n# The end\n"
    ),
    "curricula/shared/safety.yaml": (
        "SAFE-90:\n  text: Not used.\n"
        "SAFE-91:\n  title: At the well\n  text: >-\n    Call {emergency_number}\n    at once.\n  facts: [SF-91]\n"
    ),
    MAP: "---\ntitle: Map of the wells\ntype: form\n---\n\nDraw your wells.\n",
}


def author_in(folder: Path, changed: Mapping[str, str] | None = None) -> Terminal:
    """Somebody whose own content holds the water circle, translated in part and signed."""
    terminal = terminal_in(folder)
    content = folder / "site" / "content"
    write_files(content, {**OWN, **(changed or {})})
    (content / PICTURE).parent.mkdir(exist_ok=True)
    (content / PICTURE).write_bytes(DOT)
    water = (entry("Clean Water", "Agua limpia"), entry("Not there any more", "Ya no"))
    write_catalogue(content / "locales", "es", *water, domain="water-circle")
    shared = (entry("Map of the wells", "Mapa de los pozos"), entry("Not used.", "No se usa."))
    write_catalogue(content / "locales", "es", *shared, domain="shared")
    signature = '{"hash":"%s","role":"community","reviewer":"Luz Tovar","date":"2026-11-22","note":""}\n'
    words = json.dumps(["water-circle", "1.0.0"], separators=(",", ":")).encode()
    reviews = content / "locales" / "reviews"
    reviews.mkdir()
    line = signature % hashlib.sha256(words).hexdigest()
    (reviews / "water-circle.community.jsonl").write_text(line, encoding="utf-8")
    return terminal


def newer(version: str = "1.1.0") -> dict[str, str]:
    """The water circle of a later day, with another word on its card."""
    head = OWN[HEAD].replace("version: 1.0.0", f"version: {version}")
    return {HEAD: head, CARD: OWN[CARD].replace("Boil it first.", "Boil it long.")}


def packed_by(terminal: Terminal, name: str = "water.zip") -> Path:
    """The water circle, packed."""
    file = terminal.folder / name
    ran = terminal("curricula", "pack", "water-circle", str(file))
    assert ran.code == 0, ran
    return file


def entries_of(file: Path) -> dict[str, bytes]:
    """What is in a ZIP file."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """A ZIP file of these entries, whatever they are called."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return whole.getvalue()


def with_sums(entries: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same with a manifest and checksums that are right for what is in it now."""
    files = {name: content for name, content in entries.items() if name not in ("manifest.json", "SHA256SUMS")}
    told = json.loads(entries["manifest.json"])
    told["files"] = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    files["manifest.json"] = json.dumps(told).encode()
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return {**files, "SHA256SUMS": sums.encode()}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


__all__ = ["DOT", "OWN", "author_in", "entries_of", "newer", "packed_by", "tree", "with_sums", "zipped"]
