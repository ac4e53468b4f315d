"""What is remembered of papers that were sent, for how long, and who else prints meanwhile."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from builders.cups import BIG, needs_cups, print_service
from builders.printing import blank, made, on
from builders.site import THURSDAY, clock_at, desk_in, places_in
from platica.desk import printers
from platica.desk.open_desk import open_desk
from platica.domain.printing import What
from platica.errors import PrinterError

pytestmark = needs_cups


def test_what_was_sent_is_known_after_a_restart_to_its_owner_alone_and_forgotten_after_a_week(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service:
        with desk_in(tmp_path) as desk:
            (paper,) = printers.send(desk, [made(tmp_path, What.CERTIFICATES, copies=2)], on(BIG))
        service.until_idle()
        kept = list((tmp_path / "site" / "printing").iterdir())
        assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
        with open_desk(places_in(tmp_path), now=clock_at(THURSDAY + timedelta(days=6))) as desk:
            assert [one.code for one in printers.sent(desk)] == [paper.code]
        with open_desk(places_in(tmp_path), now=clock_at(THURSDAY + timedelta(days=8))) as desk:
            assert printers.sent(desk) == ()
        assert list((tmp_path / "site" / "printing").glob("*.json")) == []


def test_a_garbled_file_is_forgotten_and_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch), desk_in(tmp_path) as desk:
        (paper,) = printers.send(desk, [made(tmp_path)], on(BIG))
        (tmp_path / "site" / "printing" / "abcd.json").write_text('{"format": 1, "code": ')
        assert [one.code for one in printers.sent(desk)] == [paper.code]


def test_another_person_s_paper_goes_before_the_batches_that_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        service.close_gate()
        printers.send(desk, [made(tmp_path, copies=15)], on(BIG))
        service.until_printing()
        service.tool("lp", "-d", BIG, "-t", "another", str(blank(tmp_path / "other", 1)))
        service.open_gate()
        service.until_idle()
        assert [one.name == "another" for one in service.in_order()] == [False, True, False, False]


def test_a_computer_without_a_print_system_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrinterError, match="has no print system"):
        printers.printers()
