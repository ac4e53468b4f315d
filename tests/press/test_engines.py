"""What lays pages out is chosen by what is on the computer, and where nothing is, a page can still be printed."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from builders.browser import without_pango
from builders.paper import every_view
from builders.press import PRINTABLES, books, edition, handout, para, press
from platica.domain.engine import Engine
from platica.errors import PressMissing
from platica.press.browser_page import browser_page
from platica.press.browsers import Program, installed
from platica.press.html import Typesetter
from platica.press.job import Job, Layout


def as_page(name: str, *, margins: bool, language: str = "es") -> str:
    page = Typesetter([PRINTABLES], books).page(every_view(language)[name], edition(language), {})
    return browser_page(Job(page.html, page.stylesheets), Layout(), [PRINTABLES], margins=margins)


def nothing(_command: str) -> None:
    return None


def test_without_pango_and_without_a_browser_each_document_is_one_page_to_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_pango(tmp_path / "stand-in", monkeypatch)
    monkeypatch.setenv("PATH", str(tmp_path))
    with press(tmp_path) as one:
        part = one.render(every_view("es")["handout"], edition("es"))
        with pytest.raises(PressMissing, match="Pango"):
            one.render(every_view("es")["handout"], replace(edition("es"), engine=Engine.WEASYPRINT))
        with pytest.raises(PressMissing, match="Google Chrome"):
            one.render(every_view("es")["handout"], replace(edition("es"), engine=Engine.BROWSER))
    assert (part.engine, part.pdf, part.pages, part.suffix) == (Engine.HTML, b"", 0, ".html")
    assert "Azúcar baja: qué hacer" in part.html
    assert "pack.invalid" not in part.html


def test_a_page_for_any_browser_brings_its_letters_and_its_foot_once() -> None:
    html = as_page("handout", margins=False)
    assert html.count("font/ttf") == 2
    assert html.count("Revisión pendiente") == 1
    assert html.index("</main>") < html.index("Revisión pendiente")
    assert "default-src 'none'" in html


def test_the_foot_of_every_page_is_written_into_the_style_word_for_word() -> None:
    html = as_page("handout", margins=True)
    assert 'content: "Página " counter(page) " de " counter(pages)' in html
    assert '<div class="foot">' not in html
    assert "DM\\00002d 06" in html


def test_words_cannot_end_the_style_they_stand_in() -> None:
    view = handout(para("Hola", "es"), title='</style><script>"}*/ \\ x', language="es")
    page = Typesetter([PRINTABLES], books).page(view, edition("es"), {})
    html = browser_page(Job(page.html, page.stylesheets), Layout(), [PRINTABLES], margins=True)
    assert html.count("</style") == 1
    assert "<script" not in html


def test_italic_letters_are_left_out_of_a_page_that_has_none() -> None:
    assert "font-style: italic" not in as_page("handout", margins=True)
    assert "font-style: italic" in as_page("guide", margins=True)


def test_browsers_are_found_in_their_usual_places(tmp_path: Path) -> None:
    places = {
        "edge": tmp_path / "pf86" / "Microsoft" / "Edge" / "Application" / "msedge.exe",
        "chrome": tmp_path / "local" / "Google" / "Chrome" / "Application" / "chrome.exe",
        "mac": tmp_path / "Applications" / "Google Chrome.app" / "Contents" / "MacOS" / "Google Chrome",
        "linux": tmp_path / "bin" / "chromium-browser",
    }
    for place in places.values():
        place.parent.mkdir(parents=True)
        place.touch()
    windows = {"ProgramFiles(x86)": str(tmp_path / "pf86"), "LOCALAPPDATA": str(tmp_path / "local")}
    on_linux = {"chromium-browser": str(places["linux"])}
    assert installed("win32", windows, nothing) == (
        Program("Microsoft Edge", places["edge"]),
        Program("Google Chrome", places["chrome"]),
    )
    assert installed("darwin", {"HOME": str(tmp_path)}, nothing) == (Program("Google Chrome", places["mac"]),)
    assert installed("linux", {}, on_linux.get) == (Program("Chromium", places["linux"]),)
    assert installed("linux", {}, nothing) == ()


def test_the_browser_of_a_snap_gets_its_files_where_it_may_read() -> None:
    inside = Program("Chromium", Path("/snap/bin/chromium")).scratch
    assert inside
    assert re.search(r"snap/chromium/common$", inside.as_posix())
    assert Program("Chromium", Path("/usr/bin/env")).scratch is None
