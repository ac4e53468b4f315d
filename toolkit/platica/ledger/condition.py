"""The condition a site's folder is in, apart from what its records say."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platica.ledger import fs
from platica.ledger.ledger import Ledger
from platica.ledger.lock import taken
from platica.ledger.reader import Damage


@dataclass(frozen=True, slots=True)
class Condition:
    """What was found on the disk."""

    damage: tuple[Damage, ...]
    torn: tuple[str, ...]
    """Files in which the rest of an incomplete last line was kept aside."""
    cached: bool
    busy: bool
    """Whether another program writes just now."""
    open_to_others: tuple[Path, ...]
    """Files and folders that more people than their owner may read or write."""
    size: int
    """Bytes of all files."""


def condition_of(folder: Path, ledger: Ledger) -> Condition:
    """Looks at the folder of an open site; changes nothing."""
    with ledger.reading():
        damage = ledger.damage
    files = [path for path in _all(folder) if path.is_file()]
    return Condition(
        damage,
        tuple(sorted(path.name for path in files if path.suffix == ".torn")),
        (folder / "cache").exists(),
        _busy(folder / "lock"),
        open_to_others(folder),
        sum(path.stat().st_size for path in files),
    )


def open_to_others(folder: Path) -> tuple[Path, ...]:
    """What of a site others than its owner may reach; nothing on systems without such rights."""
    if os.name == "nt":
        return ()
    return tuple(path for path in _all(folder) if stat.S_IMODE(path.stat().st_mode) & 0o077)


def close_to_others(folder: Path) -> int:
    """Takes away every right of others; gives how many files and folders they had rights to. Raises OSError."""
    found = open_to_others(folder)
    for path in found:
        fs.keep_to_owner(path)
    return len(found)


def _all(folder: Path) -> Iterator[Path]:
    """The folder and all in it that holds records or keys; the site's own content may be anybody's."""
    yield folder
    for path in sorted(folder.iterdir()):
        if path.name == "content" or path.is_symlink():
            continue
        yield path
        if path.is_dir():
            yield from (inside for inside in sorted(path.rglob("*")) if not inside.is_symlink())


def _busy(lock: Path) -> bool:
    try:
        os.close(taken(lock, 0))
    except TimeoutError:
        return True
    except OSError:
        return False
    return False
