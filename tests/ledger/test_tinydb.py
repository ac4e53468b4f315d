"""`site.db` is a TinyDB: its tables do what TinyDB's do, and keep it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import Query, TinyDB, where
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from builders.ledger import mark, meeting, new_site, without_waiting
from platica.errors import LedgerReadOnly
from platica.ledger.site import create_site, open_site

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "update", "upsert", "remove", "count up", "drop field", "by id", "truncate"]),
        st.integers(0, 4),
        st.integers(0, 9),
    ),
    max_size=30,
)


def do(table: Any, step: tuple[str, int, int]) -> object:
    """One step on a table; what it gives back, with errors by their kind."""
    what, one, value = step
    fits = where("group") == one
    try:
        match what:
            case "insert":
                return table.insert({"group": one, "value": value})
            case "update":
                return table.update({"value": value, "more": [one, {"deep": value}]}, fits)
            case "upsert":
                return table.upsert({"group": one, "value": value}, fits)
            case "remove":
                return table.remove(fits)
            case "count up":
                return table.update_multiple([(increment("value"), fits), ({"seen": True}, where("value") > 5)])
            case "drop field":
                return table.update(delete("value"), fits & where("value").exists())
            case "by id":
                return table.update({"value": value}, doc_ids=[one, value])
            case "truncate" if value == 9:
                return table.truncate()
            case _:
                return table.remove(doc_ids={one, value})
    except Exception as error:  # noqa: BLE001 - both are to fail alike, in whatever way
        return type(error)


@given(STEPS)
def test_a_made_up_table_does_what_tinydb_does(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("tinydb") / "site"
    wanted = TinyDB(storage=MemoryStorage).table("extra")
    with pytest.MonkeyPatch.context() as patch, create_site(folder) as site:
        without_waiting(patch)
        table = site.db.table("extra")
        for step in steps:
            assert do(table, step) == do(wanted, step)
            assert table.search(where("value") > 4) == wanted.search(where("value") > 4)
    with open_site(folder) as site:
        again = site.db.table("extra")
        assert {row.doc_id: row for row in again.all()} == {row.doc_id: row for row in wanted.all()}


def test_the_database_is_a_tinydb(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        assert isinstance(site.db, TinyDB)
        assert isinstance(site.db.table("marks"), Table)
        assert site.db.tables() == {"workshops", "meetings", "participants", "enrolments"}


def test_ids_of_shared_tables_are_the_record_keys(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        marks = site.db.table("marks")
        key = f"{meeting().id}:p000000000000001"
        assert [str(row.doc_id) for row in marks.all()] == [key]
        assert marks.get(doc_id=key)["presence"] == "present"  # type: ignore[call-overload]
        assert marks.contains(where("meeting") == meeting().id)


def test_a_mark_inserted_by_fields_gets_the_key_another_device_would_give_it(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        marks = site.db.table("marks")
        row = {"meeting": "m", "participant": "p", "presence": "late", "way": "online"}
        assert str(marks.insert(row)) == "m:p"
        with pytest.raises(ValueError, match="already exists"):
            marks.insert(row)
        assert len(site.db.table("notes").insert_multiple([{"text": "a"}, {"text": "b"}])) == 2


def test_a_document_s_own_id_is_kept(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        table = site.db.table("extra")
        assert table.insert(Document({"a": 1}, 7)) == 7
        assert table.insert({"a": 2}) == 8
        assert table.upsert(Document({"a": 3}, 7)) == [7]


def test_ids_are_not_given_again(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.db.table("extra").insert_multiple([{"a": 1}, {"a": 2}])
        site.db.table("extra").remove(doc_ids=[2])
    with open_site(tmp_path / "site") as site:
        assert site.db.table("extra").insert({"a": 3}) == 3


def test_an_update_that_raises_changes_nothing(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        table = site.db.table("extra")
        table.insert_multiple([{"a": 1}, {"b": 1}])
        with pytest.raises(KeyError):
            table.update(increment("a"))
        assert table.all() == [{"a": 1}, {"b": 1}]


def test_what_json_cannot_hold_is_refused_before_a_byte_is_written(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        table = site.db.table("extra")
        for unfit in (float("nan"), {1, 2}, object(), "\ud800"):
            with pytest.raises((TypeError, ValueError)):
                table.insert({"a": unfit})
        with pytest.raises(ValueError, match="needs a name"):
            table.insert({"": 1})
        assert table.all() == []
        assert not list((tmp_path / "site" / "local").iterdir())


def test_what_is_read_can_be_changed_without_changing_the_records(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        table = site.db.table("extra")
        table.insert({"list": [1], "map": {"a": {"b": 1}}})
        row = table.all()[0]
        row["list"].append(2)
        row["map"]["a"]["b"] = 2
        assert table.all() == [{"list": [1], "map": {"a": {"b": 1}}}]


def test_memory_holds_what_the_disk_holds(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.db.table("extra").insert({"pair": (1, 2), "map": {1: "one"}})
        assert site.db.table("extra").all() == [{"pair": [1, 2], "map": {"1": "one"}}]


def test_a_whole_table_and_all_tables_can_be_dropped(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.db.table("extra").insert({"a": 1})
        site.db.insert({"default": True})
        site.db.drop_table("extra")
        assert site.db.tables() >= {"participants", "_default"}
        assert "extra" not in site.db.tables()
        site.db.drop_tables()
    with open_site(tmp_path / "site") as site:
        assert site.db.tables() == set()


def test_a_group_is_one_step(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        log = next((tmp_path / "site" / "logs").glob("*.log"))
        before = log.read_bytes().count(b"\n")
        site.db.table("notes").insert_multiple({"text": str(number)} for number in range(30))
        assert log.read_bytes().count(b"\n") == before + 1


def test_queries_of_every_kind_work(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        people, person = site.db.table("participants"), Query()
        assert people.count(person.name.matches("[MÚ].*")) == 2
        assert people.get(person.consent.on == "2026-11-05") is not None
        assert len(people) == 3


def test_nothing_can_be_written_after_closing(tmp_path: Path) -> None:
    site = new_site(tmp_path / "site")
    site.close()
    with pytest.raises(LedgerReadOnly, match="closed"):
        site.db.table("extra").insert({"a": 1})
