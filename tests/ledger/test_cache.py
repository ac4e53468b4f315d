"""The cache spares reading and is never believed over the logs."""

import random
from pathlib import Path

from builders.ledger import MARKS, carry, mark, meeting, new_site, only_log, second_device
from platica.domain.attendance import Presence
from platica.ledger.site import Site, open_site

MANY = 1200


def big_site(folder: Path) -> Site:
    """A site whose cache pays, with a removed record, a conflict, an undone step and a made-up table."""
    site = new_site(folder)
    site.records.save(*(mark(number) for number in range(1, MANY)))
    site.records.remove(mark(5))
    site.records.undo(site.records.save(mark(6, Presence.LATE)).commit)
    site.db.table("scratch").insert_multiple([{"a": 1}, {"a": 2}])
    site.db.table("scratch").remove(doc_ids=[2])
    there = second_device(folder, folder.with_name("other"))
    carry(folder, there)
    with open_site(there) as other:
        other.records.save(mark(7, Presence.EXCUSED))
    site.records.save(mark(7, Presence.LATE))
    carry(there, folder)
    assert len(site.records.conflicts()) == 1
    return site


def everything(site: Site) -> object:
    state = site._ledger.state
    stamps = {
        (table, key, field): state.stamp((table, key, field))
        for table, records in state.stamps.items()
        for key in records
        for field in state.registers(table, key)
    }
    records = site.records
    known = (state.forks, state.awaited, state.restored, state.highest, site._ledger.recent.kept())
    return site.db.storage.read(), stamps, known, records.conflicts(), records.last_step(MARKS)


def test_a_site_opened_by_its_cache_knows_the_same_as_one_that_reads_its_logs(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    big_site(folder).close()
    with open_site(folder) as site:
        assert site._ledger._cache.missed == 0
        cached = everything(site)
    (folder / "cache").unlink()
    with open_site(folder) as site:
        assert site._ledger._cache.missed > MANY
        assert everything(site) == cached


def test_what_was_added_after_the_cache_is_read_behind_it(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    big_site(folder).close()
    with open_site(folder) as site:
        site.records.save(mark(8, Presence.LATE))
        wanted = everything(site)
        assert site.db.table("scratch").insert({"a": 3}) == 3
    with open_site(folder) as site:
        site.db.table("scratch").remove(doc_ids=[3])
        assert site._ledger._cache.missed == 3
        assert site.records.mark(meeting().id, mark(8).participant) == mark(8, Presence.LATE)
        assert everything(site)[4:] == wanted[4:]  # type: ignore[index]


def test_a_small_site_keeps_no_cache(tmp_path: Path) -> None:
    new_site(tmp_path / "site").close()
    assert not (tmp_path / "site" / "cache").exists()


def test_a_damaged_cache_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with big_site(folder) as site:
        wanted = everything(site)
    whole = (folder / "cache").read_bytes()
    chance = random.Random(1)
    damaged = [whole[: chance.randrange(len(whole))] for _ in range(8)]
    for _ in range(8):
        place = chance.randrange(len(whole))
        damaged.append(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
    for content in [b"", b"platica-cache-1\n", *damaged]:
        (folder / "cache").write_bytes(content)
        with open_site(folder) as site:
            assert everything(site) == wanted
            assert site.notices == ()


def test_damage_in_a_log_is_found_in_spite_of_the_cache(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    new_site(folder).close()
    with open_site(folder) as site:
        site.records.save(*(mark(number) for number in range(1, MANY)))
    content = bytearray(only_log(folder).read_bytes())
    content[len(content) // 3] ^= 1
    only_log(folder).write_bytes(content)
    with open_site(folder) as site:
        assert "is damaged" in str(site.notices[0])


def test_a_log_that_became_shorter_since_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        site.records.save(*(mark(number) for number in range(1, MANY)))
        site.records.save(mark(1, Presence.LATE))
    lines = only_log(folder).read_bytes().splitlines(keepends=True)
    only_log(folder).write_bytes(b"".join(lines[:-1]))
    with open_site(folder) as site:
        assert "shorter than it was" in str(site.notices[0])
        assert site.records.mark(meeting().id, mark(1).participant) == mark(1)
    with open_site(folder) as site:
        assert site.notices == ()
