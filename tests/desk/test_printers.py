"""Sending papers to a real print service, and what comes out of its printers."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders.cups import BIG, PLAIN, needs_cups, print_service, sides_of
from builders.printing import A4, LETTER, copies_of, made, on
from builders.site import desk_in
from platica.desk import printers
from platica.desk.printers import HowToPrint
from platica.domain.paper import Paper
from platica.domain.printer import SentState, Sides
from platica.domain.printing import Fold, What
from platica.errors import NotFound, Refused

pytestmark = needs_cups


def test_thirty_copies_come_in_batches_of_five_on_both_sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        (paper,) = printers.send(desk, [made(tmp_path, copies=30)], on(BIG))
        assert (paper.sides, len(paper.batches)) == (Sides.LONG_EDGE, 6)
        service.until_idle()
        arrived = service.arrived()
        assert [(one.copies, one.pages, one.size, sides_of(one)) for one in arrived] == [
            (5, 10, LETTER, "two-sided-long-edge")
        ] * 6
        (now,) = printers.sent(desk)
        assert (now.state, now.out, now.trouble) == (SentState.DONE, 30, None)


def test_the_job_tells_a_kind_of_paper_and_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        printers.send(desk, [made(tmp_path / "Rosa", What.SIGN_IN, name="Rosa")], on(BIG))
        service.until_idle()
        printers.sent(desk)
        assert [one.name.partition("-")[0] for one in service.arrived()] == ["signin"]
        kept = [file for file in service.home.rglob("*") if file.is_file() and "tray" not in file.parts]
        assert len(kept) > 5
        assert [file for file in kept if b"Rosa" in file.read_bytes() or "Rosa" in file.name] == []


def test_papers_with_names_leave_nothing_in_the_print_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        printers.send(desk, [made(tmp_path, What.CERTIFICATES, copies=7)], on(BIG))
        service.until_idle()
        assert len(service.spooled()) == 2
        (now,) = printers.sent(desk)
        assert (now.state, now.kept) == (SentState.DONE, False)
        assert service.spooled() == []
        assert {sides_of(one) for one in service.arrived()} == {"one-sided"}
        (later,) = printers.sent(desk)
        assert later.state is SentState.DONE


def test_a_booklet_turns_on_its_short_edge_and_the_paper_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        printers.send(desk, [made(tmp_path, fold=Fold.BOOKLET)], on(BIG, Paper.A4))
        service.until_idle()
        assert [(sides_of(one), one.size) for one in service.arrived()] == [("two-sided-short-edge", A4)]


def test_a_stopped_printer_is_told_and_afterwards_no_copy_comes_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        service.tool("cupsdisable", BIG)
        printers.send(desk, [made(tmp_path, copies=12)], on(BIG))
        (waiting,) = printers.sent(desk)
        assert waiting.state is SentState.STOPPED
        assert "is paused" in str(waiting.trouble)
        assert printers.resume(desk) == ()
        service.tool("cupsenable", BIG)
        service.until_idle()
        assert printers.resume(desk) == ()
        assert copies_of(service.arrived()) == 12


def test_a_printer_without_paper_is_told_and_tries_again_at_once_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        service.take_paper_out()
        (paper,) = printers.send(desk, [made(tmp_path, copies=3)], on(BIG))
        service.until_trouble()
        (told,) = printers.sent(desk)
        assert (told.state, told.out) == (SentState.STOPPED, 0)
        assert "no paper" in str(told.trouble)
        service.put_paper_in()
        assert [one.code for one in printers.resume(desk)] == [paper.code]
        service.until_idle()
        assert (printers.sent(desk)[0].state, copies_of(service.arrived())) == (SentState.DONE, 3)


def test_what_was_taken_away_while_it_was_printed_is_looked_at_by_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        service.close_gate()
        (paper,) = printers.send(desk, [made(tmp_path, copies=5)], on(BIG))
        service.until_printing()
        service.tool("cancel", paper.batches[0].job)
        service.open_gate()
        service.until_idle()
        (told,) = printers.sent(desk)
        assert told.state is SentState.UNKNOWN
        assert "reprint from the first that is missing" in str(told.trouble)
        assert printers.resume(desk) == ()


def test_a_print_service_that_dies_in_the_middle_is_told_and_goes_on_without_a_copy_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        service.close_gate()
        (paper,) = printers.send(desk, [made(tmp_path, copies=12)], on(BIG))
        service.until_printing()
        assert printers.sent(desk)[0].state is SentState.PRINTING
        service.kill()
        (dead,) = printers.sent(desk)
        assert dead.state is SentState.STOPPED
        assert "is not running" in str(dead.trouble)
        service.start()
        assert printers.resume(desk, paper.code) == ()
        service.open_gate()
        service.until_idle()
        assert (printers.sent(desk)[0].state, copies_of(service.arrived())) == (SentState.DONE, 12)


def test_a_print_service_that_lost_its_memory_makes_a_person_look_and_say_which_copies_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch, lag=60) as service, desk_in(tmp_path) as desk:
        service.close_gate()
        (paper,) = printers.send(desk, [made(tmp_path, copies=12)], on(BIG))
        service.until_printing()
        service.kill()
        service.start()
        service.add(BIG, two_sided=True)
        (lost,) = printers.sent(desk)
        assert lost.state is SentState.UNKNOWN
        assert "copies 1 to 12" in str(lost.trouble)
        assert printers.resume(desk) == ()
        service.open_gate()
        printers.reprint(desk, paper.code, 1)
        service.until_idle()
        assert copies_of(service.arrived()) == 12


def test_what_the_service_did_not_take_is_sent_when_it_is_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:

        def die_after_the_first(done: int, steps: int, doing: object) -> None:
            if (done, steps) == (1, 2):
                service.until_idle()
                service.kill()

        two = [made(tmp_path, copies=7, name="a"), made(tmp_path, copies=8, name="b")]
        first, second = printers.send(desk, two, on(BIG), die_after_the_first)
        assert first.trouble is None
        assert "is not running" in str(second.trouble)
        service.start()
        assert [one.state for one in printers.sent(desk)].count(SentState.STOPPED) == 1
        assert [one.code for one in printers.resume(desk)] == [second.code]
        service.until_idle()
        assert copies_of(service.arrived()) == 15


def test_a_batch_that_was_taken_just_before_the_program_died_is_found_again_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from platica.desk.sent_papers import remember
    from platica.domain.printer import BatchState

    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        (paper,) = printers.send(desk, [made(tmp_path, copies=5)], on(BIG))
        (batch,) = paper.batches
        remember(desk, replace(paper, batches=(replace(batch, job="", state=BatchState.UNSENT),)))
        assert printers.resume(desk) == ()
        service.until_idle()
        assert (printers.sent(desk)[0].state, copies_of(service.arrived())) == (SentState.DONE, 5)


def test_after_a_jam_a_paper_is_printed_again_from_a_copy_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        service.close_gate()
        (paper,) = printers.send(desk, [made(tmp_path, copies=10)], on(BIG))
        service.until_printing()
        printers.reprint(desk, paper.code, 4)
        service.open_gate()
        service.until_idle()
        (now,) = printers.sent(desk)
        assert (now.state, now.out) == (SentState.DONE, 10)
        assert copies_of(service.arrived()) == 7
        with pytest.raises(Refused, match="from 1 to 10"):
            printers.reprint(desk, paper.code, 11)


def test_what_waits_can_be_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        service.tool("cupsdisable", BIG)
        (paper,) = printers.send(desk, [made(tmp_path, copies=10)], on(BIG))
        printers.cancel(desk, paper.code)
        service.tool("cupsenable", BIG)
        service.until_idle()
        assert service.arrived() == []
        assert printers.sent(desk)[0].state is SentState.CANCELLED


def test_what_somebody_else_took_away_is_told_and_sent_again_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        service.tool("cupsdisable", BIG)
        (paper,) = printers.send(desk, [made(tmp_path, copies=10)], on(BIG))
        service.tool("cancel", paper.batches[1].job)
        service.tool("cupsenable", BIG)
        service.until_idle()
        (told,) = printers.sent(desk)
        assert (told.state, told.out) == (SentState.STOPPED, 5)
        assert [one.code for one in printers.resume(desk)] == [paper.code]
        service.until_idle()
        assert (printers.sent(desk)[0].state, copies_of(service.arrived())) == (SentState.DONE, 10)


def test_a_printer_is_found_by_its_name_or_the_names_there_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        assert printers.printer_named(None).name == BIG
        assert printers.printer_named(BIG.upper()).name == BIG
        with pytest.raises(NotFound, match=f"there are: {PLAIN}, {BIG}"):
            printers.send(desk, [made(tmp_path)], on("Salón"))
        with pytest.raises(Refused, match="one side only"):
            printers.send(desk, [made(tmp_path)], HowToPrint(PLAIN, Paper.A4, Sides.LONG_EDGE))
        service.tool("cupsreject", PLAIN)
        (refused,) = printers.send(desk, [made(tmp_path)], on(PLAIN))
        assert "takes no papers now" in str(refused.trouble)


def test_a_document_that_was_made_anew_is_not_mixed_with_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        (paper,) = printers.send(desk, [made(tmp_path, copies=3)], on(BIG))
        service.until_idle()
        made(tmp_path, pages=3)
        with pytest.raises(Refused, match="made anew"):
            printers.reprint(desk, paper.code, 2)


def test_without_the_tool_that_tells_most_the_state_is_still_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service, desk_in(tmp_path) as desk:
        tools = tmp_path / "tools"
        tools.mkdir()
        for name in ("lp", "lpstat", "lpoptions", "cancel"):
            (tools / name).symlink_to(f"/usr/bin/{name}")
        monkeypatch.setenv("PATH", str(tools))
        service.close_gate()
        printers.send(desk, [made(tmp_path, What.SIGN_IN, copies=10)], on(BIG))
        monkeypatch.setenv("PATH", f"{tools}:/usr/sbin")
        service.until_printing()
        assert printers.sent(desk)[0].state is SentState.PRINTING
        service.open_gate()
        service.until_idle()
        (now,) = printers.sent(desk)
        assert (now.state, now.out, now.kept) == (SentState.DONE, 10, True)
