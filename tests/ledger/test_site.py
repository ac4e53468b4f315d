"""Making and opening a site: whose eyes may see it, and what is refused."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from builders.ledger import mark, meeting, new_site, person
from platica.errors import LedgerReadOnly, SiteError
from platica.ledger.site import create_site, open_site

READABLE = ("María", "Úrsula", "Caminando", "Salón", "present", "participant", "marks")


def everything_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_nobody_s_name_stands_readable_on_the_disk(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        site.records.save(mark(1))
        site.db.table("notes").insert_multiple({"text": f"María {number}"} for number in range(1200))
        site.db.table("scratch").insert({"text": "María"})
    assert (folder / "cache").exists()
    for path in everything_in(folder):
        content = path.read_bytes()
        for name in READABLE:
            assert name.encode() not in content, path
            assert name not in str(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_only_the_owner_may_look_in(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        site.db.table("notes").insert_multiple({"text": str(number)} for number in range(1200))
        site.db.table("scratch").insert({"text": "a"})
    assert {path.stat().st_mode & 0o777 for path in everything_in(folder)} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (folder, folder / "logs", folder / "local")} == {0o700}


def test_a_folder_that_holds_a_site_is_not_made_one_again(tmp_path: Path) -> None:
    create_site(tmp_path / "site").close()
    with pytest.raises(SiteError, match="holds a site already"):
        create_site(tmp_path / "site")


def test_a_folder_without_a_site_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="holds no site"):
        open_site(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(SiteError, match="cannot be used"):
        create_site(tmp_path / "site")


NO_KEYRINGS = (b"", b"[]", b"{}", b'{"format":1,"slots":3}', b"\xff", b'{"format":1,"slots":[3]}')


@pytest.mark.parametrize("content", NO_KEYRINGS)
def test_a_keyring_that_is_none_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    create_site(tmp_path / "site").close()
    (tmp_path / "site" / "keyring.json").write_bytes(content)
    with pytest.raises(SiteError, match="is damaged"):
        open_site(tmp_path / "site")


def test_every_altered_byte_of_a_keyring_is_noticed_or_harmless(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        people = site.records.participants()
    ring = folder / "keyring.json"
    whole = ring.read_bytes()
    for place in range(len(whole)):
        ring.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            with open_site(folder) as site:
                assert site.records.participants() == people
                assert site.notices == ()
        except SiteError:
            pass


def test_a_keyring_that_needs_a_passphrase_says_so(tmp_path: Path) -> None:
    create_site(tmp_path / "site").close()
    slots = [{"kind": "passphrase", "salt": "", "wrapped": ""}]
    (tmp_path / "site" / "keyring.json").write_text(json.dumps({"format": 1, "slots": slots}))
    with pytest.raises(SiteError, match="passphrase"):
        open_site(tmp_path / "site")


def test_a_keyring_of_a_newer_version_says_so(tmp_path: Path) -> None:
    create_site(tmp_path / "site").close()
    (tmp_path / "site" / "keyring.json").write_text(json.dumps({"format": 2, "slots": []}))
    with pytest.raises(SiteError, match="newer version"):
        open_site(tmp_path / "site")


def test_another_site_s_keys_open_nothing(tmp_path: Path) -> None:
    new_site(tmp_path / "one").close()
    create_site(tmp_path / "two").close()
    (tmp_path / "one" / "keyring.json").write_bytes((tmp_path / "two" / "keyring.json").read_bytes())
    with open_site(tmp_path / "one") as site:
        assert site.records.participants() == ()
        assert "not in the keyring" in str(site.notices[0])
        with pytest.raises(LedgerReadOnly):
            site.records.save(person(9))


def test_a_history_that_became_shorter_while_open_is_not_written_to(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        log = next((tmp_path / "site" / "logs").glob("*.log"))
        log.write_bytes(log.read_bytes().partition(b"\n")[0] + b"\n")
        with pytest.raises(LedgerReadOnly, match="became shorter"):
            site.records.save(mark(1))


def test_opening_and_reading_loads_none_of_the_libraries_of_other_rooms(tmp_path: Path) -> None:
    new_site(tmp_path / "site").close()
    program = """
import sys
from pathlib import Path
from platica.ledger.site import open_site
with open_site(Path(sys.argv[1])) as site:
    site.records.participants()
print(*sys.modules)
"""
    environment = {"PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-c", program, str(tmp_path / "site")]
    loaded = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "babel",
        "polib",
        "jinja2",
        "weasyprint",
        "yaml",
        "msgspec",
        "markdown_it",
        "textual",
        "filelock",
        "asyncio",
    }
    assert not heavy & set(loaded)


def test_a_step_is_one_line_and_one_record_of_a_mark_is_found_by_its_meeting(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        log = next((tmp_path / "site" / "logs").glob("*.log"))
        lines = log.read_bytes().count(b"\n")
        site.records.save(*(mark(number) for number in range(1, 31)))
        assert log.read_bytes().count(b"\n") == lines + 1
        assert len(site.records.marks(meeting().id)) == 30
