"""`platica print` as pages, as messages, and by the engine that was asked for."""

from pathlib import Path

import pytest

from builders.browser import needs_browser, without_pango
from builders.command_line import circle_in


def test_sheets_are_left_as_messages_and_as_pages(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = circle_in(tmp_path, "Ana").json(
        *("print", "Circle", "--what", "handouts", "--meeting", "2", "--as", "text", "--as", "html"),
        *("--output", str(out)),
    )
    files = [Path(one["file"]) for one in made["documents"]]
    assert {file.suffix for file in files} == {".txt", ".html"}
    assert all(one["pages"] == 0 and one["made_by"] == "" for one in made["documents"])
    assert sorted(files) == sorted(out.rglob("*.*"))


def test_without_pdf_files_it_says_what_to_do_and_what_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = circle_in(tmp_path, "Ana")
    without_pango(tmp_path / "stand-in", monkeypatch)
    monkeypatch.setenv("PATH", str(tmp_path))
    # No cache that another test filled while there was Pango.
    monkeypatch.setattr(type(terminal), "environ", {**terminal.environ, "PLATICA_CACHE": str(tmp_path / "cache")})
    words = (
        "print",
        "Circle",
        "--what",
        "forms",
        "--what",
        "binder",
        "--meeting",
        "2",
        "--output",
        str(tmp_path / "o"),
    )
    ran = terminal(*words)
    assert ran.code == 0, ran.err
    assert "Nothing here makes PDF files. Open each page in a browser" in ran.out
    assert "Left out, since it would be one PDF file: " in ran.out
    assert {file.suffix for file in (tmp_path / "o").rglob("*.*")} == {".html"}
    refused = terminal(*words[:2], "--what", "binder", "--output", str(tmp_path / "p"))
    assert (refused.code, refused.out) == (1, "")
    assert "A binder is one PDF file" in refused.err
    assert "Nothing here makes PDF files" in terminal("doctor").out


@needs_browser
def test_the_browser_that_made_a_document_is_named(tmp_path: Path) -> None:
    out = ("--output", str(tmp_path / "out"))
    ran = circle_in(tmp_path)("print", "Circle", "--what", "guide", "--meeting", "1", "--with", "browser", *out)
    assert ran.code == 0, ran.err
    assert " made the PDF files." in ran.out
