"""The history of what one stands on, and who is at the keyboard."""

from pathlib import Path

from builders.site import THURSDAY, clock_at
from builders.tui import Player, only_workshop, play, site_with_group
from platica.desk import computers, leaders
from platica.desk.open_desk import Places, open_desk
from platica.domain.workshop import WorkshopForm


def named_site(folder: Path, *, form: WorkshopForm = WorkshopForm.SERIES) -> Places:
    """A site whose computer has a name."""
    places = site_with_group(folder, form=form)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        computers.rename(desk, "Laptop roja")
    return places


def test_f8_tells_the_changes_of_the_mark_under_the_cursor(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", "2", "enter", "2", "t", "enter", "f8")
        assert "History · Elena" in player.shown
        newest, oldest = (
            player.shown.index(f"Elena: {words}, session 3 of Caminando juntos")
            for words in ("present → late", "present")
        )
        assert newest < oldest
        assert "Laptop roja" in player.shown
        await player.press("f2")
        assert "Elena: presente → llegó tarde, sesión 3 de Caminando juntos" in player.shown
        await player.press("escape")
        assert player.title == "AttendancePage"

    play(named_site(tmp_path), scenario)


def test_h_tells_the_changes_of_a_person_and_of_a_workshop(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "down", "h")
        assert "Elena joined Caminando juntos with number 2" in player.shown
        await player.press("h", "escape", "end", "enter", "h")
        assert "The workshop Caminando juntos was made from Walking Together" in player.shown
        assert "Session 3 of Caminando juntos is on Thursday, Nov 19, 6:00 PM" in player.shown

    play(named_site(tmp_path), scenario)


def test_h_typed_into_a_search_is_a_letter(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "ctrl+f", "h")
        assert player.title == "RosterPage"

    play(named_site(tmp_path), scenario)


def test_what_is_typed_stays_while_the_history_is_read(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("end", "enter", "c")
        await player.type("x")
        await player.press("f8")
        assert player.title == "HistoryDialog"
        await player.press("escape")
        assert "Caminando juntosx" in player.shown

    play(named_site(tmp_path), scenario)


def test_an_event_tells_its_counts(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", "1", "2", "enter", "f8")
        assert "12 people were counted" in player.shown

    play(named_site(tmp_path, form=WorkshopForm.EVENT), scenario)


def test_a_long_history_scrolls_on_a_small_screen(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        for letter in "tjao" * 6:
            await player.press("1", letter, "enter")
        await player.press("f8")
        assert "Tomás: present, session" not in player.shown
        first = "Tomás: late, session 3 of Caminando juntos"
        assert first not in player.shown
        await player.press("end")
        assert first in player.shown

    play(named_site(tmp_path), scenario, size=(60, 20))


def test_who_sits_here_is_shown_on_today_and_signs_what_is_saved(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("s", "6")
        await player.press("n")
        await player.type("Rosa Medina")
        await player.press("enter")
        await player.press("enter")
        assert player.told == "What is saved from now on is by Rosa Medina."
        await player.press("escape", "escape")
        assert "Rosa Medina · Thursday, Nov 19" in player.shown
        await player.press("a", "1", "enter", "f8")
        assert "· Rosa Medina · Laptop roja" in player.shown

    play(named_site(tmp_path), scenario)


def test_a_pin_is_asked_for_and_a_wrong_one_is_refused(tmp_path: Path) -> None:
    places = named_site(tmp_path)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        rosa = leaders.add(desk, "Rosa")
        leaders.set_pin(desk, rosa.id, "2468")

    async def scenario(player: Player) -> None:
        await player.press("s", "6")
        await player.press("home", "enter", "1", "1", "1", "1", "enter")
        await player.wait()
        assert player.told == "✗ This is not the PIN of Rosa."
        assert leaders.here(player.app.desk) is None
        player.app.screen.query_one("#secret-0").value = ""  # type: ignore[attr-defined]
        await player.press("2", "4", "6", "8", "enter")
        await player.wait()
        assert "2468" not in player.shown
        here = leaders.here(player.app.desk)
        assert here is not None
        assert here.id == rosa.id

    play(places, scenario)


def test_a_pin_is_set_changed_and_taken_away(tmp_path: Path) -> None:
    places = named_site(tmp_path)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        rosa = leaders.add(desk, "Rosa")

    async def scenario(player: Player) -> None:
        desk = player.app.desk
        await player.press("s", "6")
        await player.press("home", "p", *"12", "enter", *"12", "enter")
        await player.wait()
        assert player.told == "✗ A PIN has 4 to 8 digits."
        await player.press("escape", "p", *"1234", "enter", *"1234", "enter")
        await player.wait()
        assert player.told == "Rosa has a PIN now."
        assert leaders.check_pin(desk, rosa.id, "1234")
        await player.press("x", *"1234", "enter")
        await player.wait()
        assert player.told == "Rosa has no PIN any more."
        assert leaders.everybody(desk) == (rosa,)

    play(places, scenario)


def test_leaders_with_names_that_command_are_only_names(tmp_path: Path) -> None:
    places = named_site(tmp_path)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        one = leaders.add(desk, "[@click=app.quit]Rosa[/]")
        leaders.at_the_keyboard(desk, one.id)
        assert only_workshop(desk)

    async def scenario(player: Player) -> None:
        assert "[@click=app.quit]…" in player.shown
        await player.press("s", "6")
        await player.press("down")
        assert player.shown.count("[@click=app.quit]Rosa[/]") == 2
        await player.press("home", "p")
        assert "PIN of [@click=app.quit]Rosa[/]" in player.shown

    play(places, scenario)
