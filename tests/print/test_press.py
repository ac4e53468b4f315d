"""The press from view to part: repeatable, cached where that is right, silent about people."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from builders.paper import LONG_NAME, certificates, every_view, sign_in
from builders.press import PRINTABLES, edition, fence, handout, heading, pages_text, para, press, warm_press
from platica.domain.document import Picture
from platica.domain.paper import Paper
from platica.errors import PressError

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)
AGAIN = """
import hashlib, sys
from pathlib import Path
from builders.paper import every_view
from builders.press import edition, press
with press(Path(sys.argv[1])) as again:
    print(hashlib.sha256(again.render(every_view("es")["guide"], edition("es")).pdf).hexdigest())
"""


def test_the_same_view_gives_the_same_bytes_twice_and_in_another_process(tmp_path: Path) -> None:
    view = every_view("es")["guide"]
    with press(tmp_path / "one") as one:
        first = one.render(view, edition("es"))
    with press(tmp_path / "two") as two:
        assert two.render(view, edition("es")).pdf == first.pdf
    paths = os.pathsep.join(str(PRINTABLES.parent / folder) for folder in ("toolkit", "tests"))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", AGAIN, str(tmp_path / "three")]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    assert told == hashlib.sha256(first.pdf).hexdigest()


def test_an_unchanged_part_comes_from_the_cache_without_a_worker(tmp_path: Path) -> None:
    view = handout(para("Hello"))
    with press(tmp_path) as first:
        made = first.render(view, edition())
    with press(tmp_path) as later:
        assert later.render(view, edition()) == made
        assert later._workers.running == 0
        later.render(handout(para("Hello!")), edition())
        assert later._workers.running == 1


def test_a_damaged_part_in_the_cache_is_made_again(tmp_path: Path) -> None:
    view = handout(para("Hello"))
    with press(tmp_path) as one:
        made = one.render(view, edition())
        (kept,) = (tmp_path / "cache").iterdir()
        kept.write_bytes(kept.read_bytes()[:-1])
        assert one.render(view, edition()) == made


def test_paper_size_and_language_are_parts_of_the_key(tmp_path: Path) -> None:
    view = handout(para("Hello"))
    editions = (edition(), edition("es"), edition(paper=Paper.A4), edition(large=True))
    with press(tmp_path) as one:
        parts = {one.render(view, which).pdf for which in editions}
    assert len(parts) == 4
    assert len(list((tmp_path / "cache").iterdir())) == 4


def test_nothing_personal_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with press(tmp_path) as one:
        one.render(sign_in(("Zoraida Quintanilla",)), edition())
        one.render(certificates(("Zoraida Quintanilla",)), edition())
        left = [file for file in tmp_path.rglob("*") if file.is_file()]
        assert all(file.read_bytes()[:4] == b"\x00\x01\x00\x00" for file in left), "only fonts, while the worker runs"
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []
    assert list(scratch.iterdir()) == []


def test_titles_of_personal_documents_name_nobody(tmp_path: Path) -> None:
    assert warm_press().render(certificates(("Zoraida",)), edition("es")).title == "Constancias"
    assert warm_press().render(sign_in(("Zoraida",)), edition()).title == "Sign-in sheet KAT-2-P"


def test_one_certificate_is_one_page_whatever_the_name(tmp_path: Path) -> None:
    names = ("Li", LONG_NAME, "x" * 80, "Ana " * 20)
    for paper in Paper:
        for large in (False, True):
            assert warm_press().render(certificates(names), edition("es", paper, large=large)).pages == 4


def test_names_in_any_script_print_and_a_sign_without_a_font_is_left_out() -> None:
    part = warm_press().render(sign_in(("محمد عبد الله", "Ana 🙂 Ruiz", "Rosa [/] <script>", LONG_NAME)), edition())
    found = " ".join(pages_text(part.pdf)[0].split())
    assert "Ana Ruiz" in found
    assert "Rosa [/] <script>" in found
    assert "Papadopoulos-Hernández" in found.replace("\ufffe", "-").replace("\u0002", "-")
    assert "ﻣﺣﻣد" in found or "محمد" in found or "دمحم" in found


def test_a_sign_without_a_font_in_a_curriculum_is_an_error(tmp_path: Path) -> None:
    said = r"^curricula/diabetes-peer-circle/handouts/sheet\.md: “Low sugar.*no font here can draw: .* \(U\+F1234\)"
    with press(tmp_path) as one, pytest.raises(PressError, match=said):
        one.render(handout(para("Hello \U000f1234")), edition())


def test_pictures_of_a_curriculum_are_printed_and_told(tmp_path: Path) -> None:
    view = handout(Picture("images/plate.png", heading("A plate").text))
    with press(tmp_path, pictures={"images/plate.png": PIXEL}) as one:
        assert b"/Image" in one.render(view, edition()).pdf
        assert 'src="data:image/png;base64,' in one.html(view, edition())


def test_a_picture_that_is_no_picture_is_an_error_that_names_it(tmp_path: Path) -> None:
    view = handout(Picture("images/plate.svg", heading("A plate").text))
    with (
        press(tmp_path, pictures={"images/plate.svg": b"<svg/>"}) as one,
        pytest.raises(PressError, match=r"plate\.svg"),
    ):
        one.render(view, edition())


def test_a_new_word_of_the_catalogue_makes_the_part_again(tmp_path: Path) -> None:
    from builders.press import books
    from platica.press.inputs import Inputs

    view = handout(fence("warning", para("Hello")))
    key = Inputs([PRINTABLES], books).key(view, edition("es"), ())
    assert Inputs([PRINTABLES], books).key(view, edition("es"), ()) == key
    assert Inputs([PRINTABLES], lambda _language: books("en")).key(view, edition("es"), ()) != key


def test_many_parts_come_in_the_order_asked_for_from_two_workers(tmp_path: Path) -> None:
    views = [handout(para(f"Sheet {number}"), title=f"Title {number}") for number in range(6)]
    with press(tmp_path) as one:
        kept = one.render(views[2], edition())
        making = one.render_all([(view, edition()) for view in views])
        parts = [next(making)]
        assert one._workers.running == one._workers.count
        parts += making
        assert [part.title for part in parts] == [f"Title {number}" for number in range(6)]
        assert parts[2] == kept
        assert one._workers.running == 1, "an old laptop has better use for the memory"
        assert [one.render(view, edition()) for view in views] == parts


def test_one_part_that_cannot_be_made_does_not_hold_up_those_before_it(tmp_path: Path) -> None:
    views = [handout(para("Good")), handout(para("Bad \U000f1234"))]
    with press(tmp_path) as one:
        parts = one.render_all([(view, edition()) for view in views])
        assert next(parts).pages == 1
        with pytest.raises(PressError):
            next(parts)
        assert one.render(handout(para("Next")), edition()).pages == 1
