"""What is untrusted or goes wrong is stopped with a sentence, and the next document is made all the same."""

import sys
from pathlib import Path

import pytest

from builders.press import PRINTABLES, edition, handout, para, press
from platica.errors import PressError, PressMissing
from platica.press.job import Job, Limits
from platica.press.missing import install_command
from platica.press.warm import WarmWorker

STYLES = ("fonts.css", "size-normal.css", "base.css")
NESTED_FLEX = "<div style='display:flex'><p>a</p>" * 14 + "x" + "</div>" * 14


def page(body: str, head: str = "") -> Job:
    return Job(f"<html lang='en'><head><title>T</title>{head}</head><body><h1>T</h1>{body}</body></html>", STYLES)


def refusal(job: Job, limits: Limits | None = None) -> str:
    worker = WarmWorker([PRINTABLES], limits or Limits())
    try:
        with pytest.raises(PressError) as caught:
            worker.make(job, "Title")
        assert worker.make(page("<p>fine</p>"), "Next").pages == 1, "the press goes on"
        return str(caught.value)
    finally:
        worker.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no processor limits there")
def test_a_page_that_never_ends_is_stopped_by_processor_time() -> None:
    assert refusal(page(NESTED_FLEX), Limits(cpu_seconds=2)).startswith("“Title” took too long to lay out")


def test_a_page_that_never_ends_is_stopped_by_the_clock() -> None:
    assert refusal(page(NESTED_FLEX), Limits(wall_seconds=2)).startswith("“Title” took too long to lay out")


@pytest.mark.skipif(sys.platform == "win32", reason="no memory limits there")
def test_a_page_that_eats_memory_is_stopped() -> None:
    huge = page("<p>x" * 20_000)
    assert "more memory than a document may use" in refusal(huge, Limits(memory_megabytes=330))


def test_a_page_of_too_many_pages_is_refused() -> None:
    pages = page("<p style='break-after:page'>x</p>" * 8 + "<p>x</p>")
    assert "would have 9 pages; 5 are the most" in refusal(pages, Limits(pages=5))


def test_deep_nesting_is_a_sentence_and_not_a_crash() -> None:
    assert refusal(page("<div>" * 3000)) == "“Title” has blocks nested too deeply to be laid out."


@pytest.mark.parametrize(
    "body",
    ["<p style='colour: red'>x</p>", "<img src='https://pack.invalid/icons/eye.svg'>", "<a href='#nowhere'>x</a>"],
)
def test_any_warning_is_an_error(body: str) -> None:
    assert "would not print as meant" in refusal(page(body))


def test_the_text_of_a_view_cannot_bring_markup_or_addresses(tmp_path: Path) -> None:
    with press(tmp_path) as one:
        part = one.render(handout(para("<img src='file:///etc/passwd'> <style>*{display:none}</style>")), edition())
    assert part.pages == 1


def test_missing_libraries_are_told_with_the_command_that_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in = tmp_path / "weasyprint" / "__init__.py"
    stand_in.parent.mkdir()
    stand_in.write_text("print('long advice'); raise OSError(\"cannot load library 'libgobject-2.0-0'\")")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    worker = WarmWorker([PRINTABLES], Limits())
    with pytest.raises(PressMissing, match="need the Pango library"):
        worker.make(page("x"), "Title")
    worker.close()


@pytest.mark.parametrize(
    ("release", "begins"),
    [
        ("ID=debian\n", "sudo apt-get install"),
        ('ID=mint\nID_LIKE="ubuntu debian"\n', "sudo apt-get"),
        ("ID=odd\n", None),
    ],
)
def test_the_command_is_that_of_the_system(tmp_path: Path, release: str, begins: str | None) -> None:
    file = tmp_path / "os-release"
    file.write_text(release)
    command = install_command("linux", file)
    assert command is None if begins is None else command is not None and command.startswith(begins)


def test_other_systems_have_their_own_commands(tmp_path: Path) -> None:
    assert install_command("darwin", tmp_path) == "brew install pango"
    assert install_command("linux", tmp_path / "none") is None
