"""The country packs, kept in an index so that the first screen can report unset numbers without reading YAML."""

import contextlib
import json
from pathlib import Path

from platica.content.shelf import SHARED, Shelf, Stamp, stamp_of
from platica.domain.pack import CountryPack, Slot

_FORMAT = 1
FILE = "packs.json"


def load_packs(cache: Path, shelf: Shelf) -> tuple[CountryPack, ...] | None:
    """The packs from the index; None when there is none or a pack of any layer has changed, come or gone."""
    try:
        kept = json.loads((cache / FILE).read_bytes())
        if kept["format"] != _FORMAT or kept["files"] != [[path, list(stamp)] for path, stamp in _files(shelf)]:
            return None
        return tuple(
            CountryPack(region, name, paper, tuple(Slot(*slot) for slot in slots))
            for region, name, paper, slots in kept["packs"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save_packs(cache: Path, shelf: Shelf, packs: tuple[CountryPack, ...]) -> None:
    """Writes the index; a cache that cannot be written is no loss."""
    rows = [
        (pack.region, pack.name, pack.paper, [(one.key, one.value, one.suggestion, one.note) for one in pack.slots])
        for pack in packs
    ]
    fresh = cache / f"{FILE}.new"
    with contextlib.suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps({"format": _FORMAT, "files": _files(shelf), "packs": rows}), encoding="utf-8")
        fresh.replace(cache / FILE)


def _files(shelf: Shelf) -> list[tuple[str, Stamp]]:
    """Every pack of every layer and its stamp."""
    paths = (path for root in shelf.roots for path in sorted((root.curricula / SHARED / "packs").glob("*.yaml")))
    return [(str(path), stamp) for path in paths if (stamp := stamp_of(path))]
