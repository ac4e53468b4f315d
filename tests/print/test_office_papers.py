"""The organization's own papers: the sheet for the safe, and the confirmation that a person was erased."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.press import edition, pages_text, press, warm_press
from builders.site import desk_in
from platica.desk.print_recovery import print_recovery
from platica.domain.paper import Paper
from platica.press.views import ErasureView, RecoveryView

CODE = "K7QF9-0A1BC-WWWWW-MMMMM-8HJK2-3STXY-ZZ901-PQR5A"
GROUPS = tuple(CODE.split("-"))
ERASURE = ErasureView("Las Flores", "Laptop 2", date(2026, 11, 19), 2, True, True, 1, 3, 2)


def test_the_sheet_for_the_safe_is_one_page_with_every_group_of_the_code_in_order() -> None:
    for language in ("en", "es"):
        for paper in Paper:
            part = warm_press().render(RecoveryView("Las Flores", GROUPS), edition(language, paper))
            assert part.pages == 1
            found = pages_text(part.pdf)[0].split()
            assert [word for word in found if word in GROUPS] == list(GROUPS)


def test_the_longest_name_of_an_organization_leaves_both_papers_one_page() -> None:
    name = "Centro Comunitario de Salud y Bienestar Nuestra Señora de las Flores de Sonora A"
    assert len(name) == 80
    for view in (RecoveryView(name, GROUPS), replace(ERASURE, organization=name, computer=name)):
        for language in ("en", "es"):
            for paper in Paper:
                assert warm_press().render(view, edition(language, paper)).pages == 1


def test_the_code_is_in_no_title_and_no_cache_and_the_name_of_the_organization_is_no_markup(tmp_path: Path) -> None:
    view = RecoveryView("[/] <b>Flores</b> {name}", GROUPS)
    with press(tmp_path) as one:
        part = one.render(view, edition("es"))
        assert part.title == "Hoja para la caja fuerte"
        assert not (tmp_path / "cache").exists()
        assert "[/] &lt;b&gt;Flores&lt;/b&gt; {name}" in one.html(view, edition("es"))


def test_the_sheet_for_the_safe_is_left_for_its_owner_alone_under_a_name_that_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with desk_in(tmp_path) as desk:
        file = print_recovery(desk, CODE, tmp_path / "papers", "es")
    assert file == tmp_path / "papers" / "hoja-para-la-caja-fuerte.pdf"
    assert file.stat().st_mode & 0o077 == 0
    assert "K7QF9" in pages_text(file.read_bytes())[0]
    holding = [one for one in tmp_path.rglob("*") if one.is_file() and b"K7QF9" in one.read_bytes()]
    assert holding == []
    assert [one for one in tmp_path.rglob("*.part") if one.is_file()] == []


def test_the_confirmation_is_one_page_with_lines_to_write_and_sign_on() -> None:
    for language in ("en", "es"):
        for paper in Paper:
            assert warm_press().render(ERASURE, edition(language, paper)).pages == 1
    said = " ".join(pages_text(warm_press().render(ERASURE, edition("es")).pdf)[0].split())
    assert "19 de noviembre de 2026" in said
    assert "el nombre en 3 asistencias" in said
    assert "2 hojas de asistencia impresas" in said
    assert "Quién lo borró Quién lo pidió, o testigo" in said


def test_the_confirmation_counts_nothing_where_there_was_nothing() -> None:
    little = replace(ERASURE, records=1, contact=False, consent=False, workshops=0, marks=0, sheets=0)
    said = pages_text(warm_press().render(little, edition("en")).pdf)[0]
    assert not any(words in said for words in (" 0 ", "telephone", "consent", "recorded", "mark of"))
    assert "Paper: certificates, lists." in said
