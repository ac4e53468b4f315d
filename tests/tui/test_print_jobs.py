"""From the print screen to a real print service, and the page of what was sent."""

from pathlib import Path

import pytest

from builders.cups import BIG, needs_cups, print_service, sides_of
from builders.printing import copies_of, made, on
from builders.site import THURSDAY, clock_at
from builders.tui import Player, play, site_with_group
from platica.desk import printers
from platica.desk.open_desk import Places, open_desk
from platica.domain.printer import SentPaper

pytestmark = needs_cups


def sent_before(places: Places, folder: Path, copies: int) -> SentPaper:
    """A paper that was sent before the program was started."""
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        (paper,) = printers.send(desk, [made(folder, copies=copies)], on(BIG))
        return paper


async def looked(player: Player) -> None:
    """Opens the page of what was sent and waits for what the print system says."""
    await player.press("p", "j")
    await player.wait()


def test_a_guide_goes_from_the_print_screen_to_the_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch) as service:

        async def scenario(player: Player) -> None:
            await player.press("p", "p")
            assert "Press Enter first" in player.told
            await player.press("d", "end", "ctrl+u")
            await player.type(str(tmp_path / "out"))
            await player.press("enter", "c", "down", "right", "enter", "enter")
            await player.wait()
            await player.press("p")
            assert player.title == "PrinterDialog"
            assert "Impresora del salón" in player.shown
            assert "on both sides" in player.shown
            await player.press("down", "down", "right", "right", "enter")
            await player.wait()
            assert player.title == "PrintJobsPage"
            assert f"2 copies were sent to {BIG}." in player.told
            service.until_idle()
            player.app.screen._look()  # type: ignore[attr-defined]  # as its clock does every two seconds
            await player.wait()
            assert "✓ printed" in player.shown

        play(site_with_group(tmp_path), scenario)
        (arrived,) = service.arrived()
        assert (arrived.copies, sides_of(arrived)) == (2, "two-sided-long-edge")


def test_a_stopped_printer_is_told_on_the_page_and_a_paper_can_be_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service:
        places = site_with_group(tmp_path)
        service.tool("cupsdisable", BIG)
        sent_before(places, tmp_path, 12)

        async def scenario(player: Player) -> None:
            await looked(player)
            assert "▲ stopped at 0 of 12" in player.shown
            assert "is paused" in player.shown
            await player.press("x")
            await player.wait()
            assert "is cancelled; 0 of 12 came out" in player.told
            assert "cancelled" in player.shown

        play(places, scenario)
        service.tool("cupsenable", BIG)
        service.until_idle()
        assert service.arrived() == []


def test_after_a_jam_a_paper_is_printed_again_from_the_copy_that_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service:
        places = site_with_group(tmp_path)
        sent_before(places, tmp_path, 7)
        service.until_idle()

        async def scenario(player: Player) -> None:
            await looked(player)
            await player.press("r")
            await player.press("8", "enter")
            assert "Type a number from 1 to 7." in player.told
            await player.press("ctrl+u", "4", "enter")
            await player.wait()
            assert "is printed again from copy 4 on" in player.told

        play(places, scenario)
        service.until_idle()
        assert copies_of(service.arrived()) == 7 + 4


def test_a_dead_print_service_is_told_and_when_it_is_back_what_is_missing_goes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service:
        places = site_with_group(tmp_path)
        service.tool("cupsdisable", BIG)
        paper = sent_before(places, tmp_path, 12)
        service.tool("cancel", paper.batches[1].job)
        service.kill()

        async def scenario(player: Player) -> None:
            await looked(player)
            assert "is not running" in player.shown
            service.start()
            service.tool("cupsenable", BIG)
            await player.press("g")
            await player.wait()
            assert "Azúcar baja goes on." in player.told

        play(places, scenario, language="en")
        service.until_idle()
        assert copies_of(service.arrived()) == 12


def test_the_page_is_in_spanish_and_says_when_nothing_was_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(player: Player) -> None:
        await looked(player)
        assert "En la última semana no se envió nada a una impresora." in player.shown
        await player.press("r")
        assert "Todavía no se envió nada." in player.told

    play(site_with_group(tmp_path), scenario, language="es")
