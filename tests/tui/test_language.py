"""Changing the language while something is being typed, and saying everything in it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.keys import WORDS, lock
from builders.pseudo import PseudoBook, dressed, pseudo_translate, undressed
from builders.tui import Player, only_workshop, play, site_with_group
from platica.desk import sticks
from platica.desk.open_desk import open_desk
from platica.domain.document import Translate
from platica.domain.roster import Enrolment
from platica_tui import doors
from platica_tui.app import PlaticaApp
from platica_tui.speaking import Speaking
from platica_tui.widgets.entry import Entry

KEYS = r"Enter|Esc|Tab|Del|Shift|Ctrl\+\w|F\d+|\b[a-z]\b|es|en|qps"
OWN_NAMES = r"Español|English|Las Flores|Caminando juntos|Salón B|Rosa Medina|Rosa|Tomás|Elena|Olga|Úrsula|José|\[/\]"
FOLDER = r"~?/\S+|\S+/\S+/\S+"
"""A path, also one of which a field shows the end only."""
OF_THE_PACK = r"United States|SMS.988.*988lifeline.org"


def test_f2_keeps_what_was_typed_and_the_cursor(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", "down", "down")
        await player.type("1-2,5")
        await player.press("left", "f2")
        assert "Asistencia" in player.shown
        assert "1-2,5" in player.shown
        await player.press("3")
        assert "1-2,35" in player.shown
        assert "▸    3" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_f2_keeps_a_half_filled_form(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("n", "right", "tab", "tab", "right")
        player.app.screen.query_one("#place").focus()
        await player.type("Sala 2")
        before = player.app.screen.query_one("#form").value  # type: ignore[attr-defined]
        await player.press("f2")
        assert "Sala 2" in player.shown
        assert player.app.screen.query_one("#form").value == before  # type: ignore[attr-defined]
        assert player.app.screen.focused is player.app.screen.query_one("#place")

    play(site_with_group(tmp_path), scenario)


def test_the_screen_underneath_speaks_the_new_language_too(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "f2", "escape")
        assert "Próxima sesión" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_the_palette_finds_words_of_every_language(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("ctrl+p")
        await player.type("asistencia")
        assert "Take attendance" in player.shown
        await player.press("enter")
        await player.wait()
        assert player.title == "AttendancePage"

    play(site_with_group(tmp_path), scenario)


class _DressedFormats:
    """Formats whose every answer is dressed, like the sentences around it."""

    def __init__(self, real: object) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Callable[..., str]:
        def written(*values: object) -> str:
            return dressed(str(getattr(self._real, name)(*values)))

        return written


async def _dress(app: PlaticaApp) -> None:
    def translators(language: str, source_language: str = "en") -> Callable[[str], Translate]:
        return lambda _domain: pseudo_translate

    app.book = PseudoBook()
    app.formats = _DressedFormats(app.formats)  # type: ignore[assignment]
    app.desk.translators = translators  # type: ignore[method-assign]
    app.desk.book = lambda *_: PseudoBook()  # type: ignore[method-assign]
    for screen in app.screen_stack:
        if isinstance(screen, Speaking):
            await screen.retell()


WAYS = {
    "today": (),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "curricula": ("o",),
    "curriculum": ("o", "enter"),
    "session": ("o", "enter", "enter"),
    "new workshop": ("n",),
    "workshop": ("end", "enter"),
    "date": ("end", "enter", "d"),
    "builder": ("end", "enter", "m", "x"),
    "roster": ("e",),
    "person": ("e", "n"),
    "paste": ("e", "v"),
    "erasing": ("e", "d"),
    "questions": ("b",),
    "history of a person": ("e", "h"),
    "history of a workshop": ("end", "enter", "h"),
    "history of a mark": ("a", "1", "enter", "f8"),
    "attendance": ("a",),
    "attendance list": ("a", "tab", "t"),
    "attendance help": ("a", "f1"),
    "printing": ("p", "x"),
    "organization": ("s",),
    "set-up": ("s", "8"),
    "backup": ("s", "1"),
    "state of the records": ("s", "4"),
    "carrying": ("s", "2"),
    "computers": ("s", "7"),
    "who is at the keyboard": ("s", "6"),
    "a leader": ("s", "6", "n", "R", "o", "s", "a", "enter", "enter"),
    "a PIN": ("s", "6", "n", "R", "o", "s", "a", "enter", "p"),
    "inviting": ("s", "7", "i"),
    "joining": ("s", "7", "j"),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_word_on_a_screen_can_be_translated(tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sticks, "MOUNTS", tmp_path / "no sticks")

    async def scenario(player: Player) -> None:
        await _dress(player.app)
        await player.press(*WAYS[way])
        assert left_undressed(player.shown) == []

    play(site_with_group(tmp_path), scenario, size=(220, 100))


def left_undressed(shown: str) -> list[str]:
    """The words on a screen that nobody said in the dressed language."""
    bare = re.sub("⟦[^⟦⟧]*…", "", undressed(shown))
    return re.findall(r"[^\W\d_]{2,}", re.sub("|".join((FOLDER, OWN_NAMES, OF_THE_PACK, KEYS)), "", bare))


def test_every_word_of_what_is_to_be_settled_can_be_translated(tmp_path: Path) -> None:
    places = site_with_group(tmp_path, ("Tomás Olga", "Olga Tomás", "José"))
    with open_desk(places) as desk:
        workshop = only_workshop(desk).id
        jose = desk.records.roster(workshop).entries[2].participant
        desk.records.save(Enrolment(workshop, jose.id, 2))

    async def scenario(player: Player) -> None:
        await _dress(player.app)
        doors.open_settle(player.app)
        await player.pilot.pause()
        for keys in ((), ("enter",), ("escape", "end", "enter"), ("escape", "escape", "e")):
            await player.press(*keys)
            assert left_undressed(player.shown) == []

    play(places, scenario, size=(220, 60))


def test_every_word_of_the_lock_and_of_the_keys_can_be_translated(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await _dress(player.app)
        for keys in ((), ("x", "enter")):
            await player.press(*keys)
            await player.wait()
            assert left_undressed(player.shown) == []
        player.app.screen.query_one(Entry).value = WORDS
        await player.press("enter")
        await player.wait()
        await _dress(player.app)
        doors.open_keys(player.app)
        await player.pilot.pause()
        for way in ((), ("n",), ("escape", "c"), ("escape", "o"), ("escape", "x"), ("escape", "r"), ("escape", "m")):
            await player.press(*way)
            assert left_undressed(re.sub(r"\b[0-9A-Z]{5}\b", "", player.shown)) == []

    play(lock(site_with_group(tmp_path)), scenario, size=(220, 100))
