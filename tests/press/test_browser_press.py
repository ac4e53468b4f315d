"""What a browser prints where Pango is missing: the same words on the same paper, accessible, and no traces."""

import io
import os
import re
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import pytest

from builders.browser import browser_press, by_browser, needs_browser
from builders.paper import every_view, sign_in
from builders.press import edition, handout, pages_text, para, warm_press
from builders.vera import class_path, failures
from platica.domain.engine import Engine
from platica.domain.paper import Paper
from platica.press.browser import print_to_pdf
from platica.press.browsers import installed
from platica.press.views import BoundPart, Part

pytestmark = needs_browser
JARS = class_path()
MANY = sign_in(tuple(f"Persona {n:02}" for n in range(1, 46)), first_free=46)


def made(name: str) -> Part:
    return browser_press().render(every_view("es")[name], by_browser())


def words(part: Part) -> list[str]:
    return sorted(re.findall(r"\w+", "\n".join(pages_text(part.pdf))))


@pytest.mark.parametrize("name", ["guide", "form"])
def test_it_has_every_word_that_weasyprint_has_on_as_many_pages(name: str) -> None:
    part, theirs = made(name), warm_press().render(every_view("es")[name], edition("es"))
    missing = list(words(theirs))
    for word in words(part):
        if word in missing:
            missing.remove(word)
    assert missing == []
    assert part.pages == theirs.pages
    assert part.engine is Engine.BROWSER
    assert part.made_by == installed()[0].name
    with pikepdf.open(io.BytesIO(part.pdf)) as pdf:
        assert dict(pdf.docinfo.items()) == {"/Title": part.title}, "neither the computer nor the time"
        assert str(pdf.Root.Lang) == "es"


def test_a_draft_says_so_on_every_page_and_each_page_has_its_number() -> None:
    long = handout(*(para("Hola. " * 400, "es") for _ in range(2)), language="es", unsound=2)
    pages = pages_text(browser_press().render(long, by_browser()).pdf)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "BORRADOR: 2 textos no están listos en español." in page
        assert f"Página {number} de {len(pages)}" in page
        assert "Versión 1.0.0 · Revisión pendiente: clínica" in page


def test_a_lying_log_lies_on_the_paper_that_was_asked_for() -> None:
    log = every_view("es")["log"]
    with pikepdf.open(io.BytesIO(browser_press().render(log, by_browser(paper=Paper.A4)).pdf)) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 842, 595]


def test_rows_to_sign_are_never_split_between_pages() -> None:
    pages = pages_text(browser_press().render(MANY, by_browser()).pdf)
    assert len(pages) > 1
    for number in range(1, 46):
        assert sum(bool(re.search(rf"\b{number} Persona {number:02}\b", page)) for page in pages) == 1


@pytest.mark.skipif(JARS is None, reason="ACCESSIBILITY NOT CHECKED: needs java, libjaxb-java and veraPDF")
def test_its_papers_and_a_binder_of_them_are_accessible(tmp_path: Path) -> None:
    parts = {name: made(name) for name in ("handout", "form")}
    parts["sign-in"] = browser_press().render(MANY, by_browser())
    bound = [BoundPart(part, name, "Uno") for name, part in parts.items()]
    parts["binder"] = browser_press().bind(bound, by_browser(), "Carpeta")
    for name, part in parts.items():
        (tmp_path / f"{name}.pdf").write_bytes(part.pdf)
    assert JARS is not None
    assert failures(tmp_path.glob("*.pdf"), JARS) == []
    with pikepdf.open(io.BytesIO(parts["binder"].pdf)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Contenido", "Uno"]
        assert [item.title for item in outline.root[1].children] == ["handout", "form", "sign-in"]


def test_nothing_of_a_paper_with_names_stays_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    # Not below the test's own folder, whose name is too long for the browser.
    scratch = Path(tempfile.mkdtemp())
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(home))
    pdf = print_to_pdf(installed()[0], "<html><title>t</title><p>Zacarías Quetzal</p></html>", 60)
    assert pdf
    assert "Zacarías Quetzal" in pages_text(pdf)[0]
    assert list(home.iterdir()) == []
    scratch.rmdir()


def test_a_page_reaches_no_network_even_where_it_asks_to(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x.png"
        page = f"<html><title>t</title><link rel=stylesheet href={address}><img src={address}><p>Seen</p></html>"
        pdf = print_to_pdf(installed()[0], page, 60)
        assert pdf
        assert "Seen" in pages_text(pdf)[0]
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_a_browser_that_takes_too_long_is_ended_with_all_its_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(TimeoutError):
        print_to_pdf(installed()[0], "<html><title>t</title><p>x</p></html>", 0.05)
    assert list(tmp_path.iterdir()) == []
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(tmp_path) + os.sep not in listed
