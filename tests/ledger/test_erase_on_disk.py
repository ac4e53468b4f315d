"""What erasing leaves on the disk: no copy of the state, no cut-off bytes, and nothing that was refused once."""

from pathlib import Path

import pytest

from builders.ledger import mark, meeting, new_site, person
from builders.opened_logs import told
from platica.errors import Refused, SiteError
from platica.ledger import fs
from platica.ledger.site import open_site

URSULA = person(2).id


def test_neither_the_cache_nor_what_was_cut_off_keeps_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        site.records.save(*(mark(number) for number in range(1, 1200)))
    (folder / "logs" / "left.torn").write_bytes(b"half a line")
    with open_site(folder) as site:
        assert (folder / "cache").exists()
        site.records.erase(URSULA)
        assert not (folder / "cache").exists()
        assert not list((folder / "logs").glob("*.torn"))
    with open_site(folder) as site:
        site.records.save(*(mark(number) for number in range(1200, 3000)))
    with open_site(folder) as site:
        assert (folder / "cache").exists()
        with pytest.raises(Refused):
            site.records.save(mark(2))


def test_a_program_that_had_not_heard_of_it_leaves_no_cache_of_an_erased_person(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    new_site(folder).close()
    screen = open_site(folder)
    screen.records.save(*(mark(number) for number in range(1, 1200)))
    with open_site(folder) as command:
        command.records.erase(URSULA)
    screen.close()
    with open_site(folder) as again:
        assert len(again.records.participants()) == 2
        assert len(again.records.marks(meeting().id)) == 1199


def test_what_cannot_be_taken_from_the_disk_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    site = new_site(folder)
    with monkeypatch.context() as broken:
        broken.setattr(fs, "replace_durably", refusing)
        with pytest.raises(SiteError, match="still lies on the disk: the disk is full"):
            site.records.erase(URSULA)
        assert len(site.records.participants()) == 2
    site.close()
    assert "rsula" in told(folder)
    with open_site(folder) as site:
        assert len(site.records.participants()) == 2
    assert "rsula" not in told(folder)


def refusing(path: Path, data: bytes) -> None:
    raise OSError(28, "No space left on device")
