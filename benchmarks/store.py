"""The ledger against its peers, doing the same work, all in one run: ratios of medians.

    python benchmarks/store.py [RECORDS ...]        default: 1000 100000

Peers: appending and syncing the same bytes; sqlite3 with WAL and synchronous=FULL; TinyDB with JSONStorage, and with
CachingMiddleware, which is not durable. Every opening, and the memory after it, is measured in a fresh process that
reads every table with `all()`; the peers take turns. Records have names as long as a site's. For writing and looking
up, TinyDB keeps with each mark what a commit of ours keeps with it: when, who, on which computer.
"""

import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1] / "toolkit")]

from platica.domain.attendance import Mark, Presence  # noqa: E402
from platica.domain.ids import MeetingId, ParticipantId  # noqa: E402
from platica.ledger.ids import new_id  # noqa: E402
from platica.ledger.site import create_site, open_site  # noqa: E402

PEOPLE = 30
OPENINGS = 5
SINGLES = 200
COMMIT = 20
"""Records in one commit of the site that is opened: a group marked at once."""


def main() -> None:
    counts = [int(argument) for argument in sys.argv[1:]] or [1000, 100_000]
    singles = {}
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="platica-bench-") as folder:
            singles[count] = measure(Path(folder), count)
    if len(counts) > 1:
        report("one mark, most records against fewest", singles[counts[-1]] / singles[counts[0]])


def measure(folder: Path, count: int) -> float:
    """Prints the rows for this many records; gives the time of one durable mark."""
    print(f"\n{count} records")
    records = list(marks(count))
    build_site(folder / "site", records)
    build_json(folder / "tiny.json", records)
    build_json(folder / "told.json", [record | told() for record in records])
    build_sqlite(folder / "marks.sqlite", records)
    in_a_fresh_process("closing", folder / "site")
    found: dict[str, list[tuple[float, float]]] = {"json": [], "cold": [], "warm": [], "sqlite": []}
    cache, aside = folder / "site" / "cache", folder / "cache"
    for _ in range(OPENINGS):
        found["json"].append(in_a_fresh_process("json", folder / "tiny.json"))
        found["warm"].append(in_a_fresh_process("site", folder / "site"))
        cache.rename(aside)
        found["cold"].append(in_a_fresh_process("site", folder / "site"))
        aside.rename(cache)
        found["sqlite"].append(in_a_fresh_process("sqlite", folder / "marks.sqlite"))
    spent = {kind: statistics.median(one[0] for one in runs) for kind, runs in found.items()}
    memory = {kind: statistics.median(one[1] for one in runs) for kind, runs in found.items()}
    report("open without cache, all tables / JSONStorage", spent["cold"] / spent["json"])
    report("open with cache, all tables / JSONStorage", spent["warm"] / spent["json"])
    report("sqlite3, all rows / JSONStorage", spent["sqlite"] / spent["json"])
    report("memory without cache / JSONStorage", memory["cold"] / memory["json"])
    report("memory with cache / JSONStorage", memory["warm"] / memory["json"])
    return writing(folder, list(dict.fromkeys(record["meeting"] for record in records)), count)


def writing(folder: Path, meetings: list[str], count: int) -> float:
    """Prints the rows for writing and looking up."""
    from tinydb import TinyDB, where
    from tinydb.middlewares import CachingMiddleware
    from tinydb.storages import JSONStorage

    with open_site(folder / "site") as site, sqlite_to_write(folder / "marks.sqlite") as base:
        log = max((folder / "site" / "logs").glob("*.log"), key=lambda path: path.stat().st_size)
        here = MeetingId(meetings[0])
        one = [Mark(here, ParticipantId(new_id()), Presence.LATE) for _ in range(SINGLES + 1)]
        before = log.stat().st_size
        site.records.save(one[SINGLES])
        line = b"x" * (log.stat().st_size - before)
        raw_file = os.open(folder / "raw", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        statement = "insert into marks values (?, ?, 'late', 'in-person')"
        ours, raw, sql = medians(
            SINGLES,
            lambda n: site.records.save(one[n]),
            lambda _: append(raw_file, line),
            lambda n: base.execute(statement, (here, one[n].participant)),
        )
        os.close(raw_file)
        (grid,) = medians(20, lambda n: [site.records.marks(MeetingId(one)) for one in twelve(meetings, n)])
    row = {"meeting": here, "participant": new_id(), "presence": "late", "way": "in-person"} | told()
    with TinyDB(folder / "told.json", storage=JSONStorage) as tiny:
        table = tiny.table("marks")
        (json_insert,) = medians(3 if count > 20_000 else 20, lambda _: table.insert(row))
        (search,) = medians(3, lambda n: table.search(where("meeting").one_of(twelve(meetings, n))))
    caching_storage = CachingMiddleware(JSONStorage)  # type: ignore[no-untyped-call]
    with TinyDB(folder / "told.json", storage=caching_storage) as tiny:
        table = tiny.table("marks")
        (caching,) = medians(5, lambda _: table.insert(row))
        (cached_search,) = medians(3, lambda n: table.search(where("meeting").one_of(twelve(meetings, n))))
    report("one durable mark / raw append + fsync", ours / raw)
    report("raw append + fsync on this disk, in milliseconds", raw * 1000)
    report("one durable mark / sqlite3 WAL FULL", ours / sql)
    report("TinyDB JSONStorage insert / one durable mark", json_insert / ours)
    report("TinyDB JSONStorage insert / raw append + fsync, the most that is possible here", json_insert / raw)
    report("TinyDB CachingMiddleware insert (not durable) / one durable mark", caching / ours)
    report("TinyDB search for 30 people x 12 meetings / ours", search / grid)
    report("TinyDB CachingMiddleware search for the same / ours", cached_search / grid)
    return ours


def marks(count: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(1)
    people = [new_id() for _ in range(PEOPLE)]
    for number in range(count):
        if number % PEOPLE == 0:
            meeting = new_id()
        presence = chance.choice(["present", "late", "excused", "absent"])
        yield {
            "meeting": meeting,
            "participant": people[number % PEOPLE],
            "presence": presence,
            "way": "in-person",
        }


def told() -> dict[str, str]:
    """What a commit tells besides its fields."""
    return {"at": "2026-11-19T18:04:05.123Z", "by": new_id(), "device": "k7m2q9xw"}


def twelve(meetings: list[str], nth: int) -> list[str]:
    """Twelve meetings in a row; with few records some come again."""
    return [meetings[(nth * 12 + k) % len(meetings)] for k in range(12)]


def build_site(folder: Path, records: list[dict[str, Any]]) -> None:
    with create_site(folder) as site:
        table = site.db.table("marks")
        for start in range(0, len(records), COMMIT):
            table.insert_multiple(records[start : start + COMMIT])


def build_json(file: Path, records: list[dict[str, Any]]) -> None:
    file.write_text(json.dumps({"marks": {str(n): record for n, record in enumerate(records, 1)}}))


def build_sqlite(file: Path, records: list[dict[str, Any]]) -> None:
    with sqlite3.connect(file) as base:
        base.execute("pragma journal_mode=wal")
        base.execute("create table marks (meeting, participant, presence, way, primary key (meeting, participant))")
        base.executemany("insert into marks values (:meeting, :participant, :presence, :way)", records)


def append(file: int, line: bytes) -> None:
    os.write(file, line)
    os.fsync(file)


@contextmanager
def sqlite_to_write(file: Path) -> Iterator[sqlite3.Connection]:
    base = sqlite3.connect(file, isolation_level=None)
    base.execute("pragma journal_mode=wal")
    base.execute("pragma synchronous=full")
    yield base
    base.close()


def medians(times: int, *works: Callable[[int], object]) -> list[float]:
    """The seconds of each work; they take turns, so that a disk that is busy for a while is so for all."""
    taken: list[list[float]] = [[] for _ in works]
    for nth in range(times):
        for work, spent in zip(works, taken, strict=True):
            start = time.perf_counter()
            work(nth)
            spent.append(time.perf_counter() - start)
    return [statistics.median(spent) for spent in taken]


def in_a_fresh_process(kind: str, path: Path) -> tuple[float, float]:
    """Seconds of opening and reading everything, and the memory in use after it."""
    command = [sys.executable, __file__, "--open", kind, str(path)]
    spent, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(spent), float(memory)


def open_here(kind: str, path: Path) -> None:
    from tinydb import TinyDB
    from tinydb.storages import JSONStorage

    import platica.ledger.reader

    assert platica.ledger.reader
    start_memory = resident()
    start = time.perf_counter()
    if kind == "json":
        kept: Any = TinyDB(path, storage=JSONStorage)
        rows = kept.table("marks").all()
    elif kind == "sqlite":
        kept = sqlite3.connect(path)
        rows = kept.execute("select * from marks").fetchall()
    else:
        kept = open_site(path)
        rows = kept.db.table("marks").all()
    taken = time.perf_counter() - start
    if kind == "closing":
        kept.records._ledger._cache.missed = 10**9
        kept.close()
    assert rows
    print(taken, resident() - start_memory)


def resident() -> float:
    """Bytes of this process that are in memory."""
    if sys.platform != "linux":
        import resource

        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def report(name: str, ratio: float) -> None:
    print(f"  {name:78} {ratio:9.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--open"]:
        open_here(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
