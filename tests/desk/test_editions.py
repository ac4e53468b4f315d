"""Which documents a group needs when languages come together, when pictures lead, when pages are folded."""

from collections import Counter
from pathlib import Path

from builders.site import desk_in, workshop_on
from platica.desk import keep_roster, print_workshop
from platica.desk.desk import Desk
from platica.desk.leave_documents import FileNames
from platica.domain.participant import ReadingStyle, Reads
from platica.domain.printing import Bilingual, Fold, PrintOrder, PrintRow, What
from platica.domain.workshop import Workshop

MIXED = (
    ("Ana", Reads("es")),
    ("Grace", Reads("en")),
    ("Dolores", Reads("es", ReadingStyle.LARGE)),
    ("Luz", Reads("es", ReadingStyle.PICTURES)),
)
BOTH = ("es", "en")


def mixed_group(desk: Desk) -> Workshop:
    workshop = workshop_on(desk)
    for name, reads in MIXED:
        keep_roster.add(desk, workshop.id, name, reads)
    return workshop


def rows_of(
    folder: Path,
    handout: str,
    *,
    together: Bilingual = Bilingual.APART,
    fold: Fold = Fold.PLAIN,
    pictures: bool = False,
) -> list[PrintRow]:
    """The rows of a sheet of the third meeting, in both languages."""
    with desk_in(folder) as desk:
        every = frozenset({What.HANDOUTS, What.FORMS})
        order = PrintOrder(mixed_group(desk).id, every, 3, BOTH, bilingual=together, fold=fold, pictures=pictures)
        return [row for row in print_workshop.plan(desk, order).rows if row.handout == handout]


def test_who_reads_either_language_takes_the_sheet_in_both(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "plate", together=Bilingual.SIDE_BY_SIDE)
    copies = {(row.language, row.second, row.bilingual, row.large, row.pictures): row.copies for row in rows}
    assert copies == {
        ("es", "en", Bilingual.SIDE_BY_SIDE, False, False): 2,
        ("es", "en", Bilingual.TWO_SIDED, True, False): 1,
        ("es", "en", Bilingual.SIDE_BY_SIDE, False, True): 1,
    }


def test_who_reads_pictures_gets_them_where_a_sheet_has_them(tmp_path: Path) -> None:
    plate = Counter({(row.language, row.large, row.pictures): row.copies for row in rows_of(tmp_path / "a", "plate")})
    assert plate == {("es", False, False): 1, ("es", False, True): 1, ("es", True, False): 1, ("en", False, False): 1}
    words = Counter(
        {
            row.pictures: row.copies
            for row in rows_of(tmp_path / "b", "missed-my-plate")
            if row.language == "es" and not row.large
        }
    )
    assert words == {False: 2}


def test_everybody_gets_pictures_when_the_order_says_so(tmp_path: Path) -> None:
    assert all(row.pictures for row in rows_of(tmp_path, "plate", pictures=True))


def test_two_copies_to_a_page_need_half_the_paper_and_large_print_a_whole_page(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "missed-my-plate", fold=Fold.TWO_UP)
    assert {(row.language, row.large, row.fold): row.copies for row in rows} == {
        ("es", False, Fold.TWO_UP): 1,
        ("es", True, Fold.PLAIN): 1,
        ("en", False, Fold.TWO_UP): 1,
    }


def test_half_a_page_is_too_narrow_for_two_columns(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "missed-my-plate", together=Bilingual.SIDE_BY_SIDE, fold=Fold.BOOKLET)
    assert {row.bilingual for row in rows} == {Bilingual.TWO_SIDED}


def test_a_guide_in_two_languages_has_a_side_for_each(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        order = PrintOrder(mixed_group(desk).id, frozenset({What.GUIDE}), 2, BOTH, bilingual=Bilingual.SIDE_BY_SIDE)
        (row,) = print_workshop.plan(desk, order).rows
    assert (row.language, row.second, row.bilingual) == ("es", "en", Bilingual.TWO_SIDED)


def test_each_edition_has_a_folder_of_its_own(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "a", "plate", together=Bilingual.SIDE_BY_SIDE)
    rows += rows_of(tmp_path / "b", "plate", fold=Fold.BOOKLET)
    with desk_in(tmp_path / "c") as desk:
        names = FileNames(desk.book())
        folders = {names.of(row).parent.name for row in rows}
    assert folders == {
        "es-en",
        "es-en-grande",
        "es-en-con-dibujos",
        "es-folleto",
        "es-grande",
        "es-con-dibujos-folleto",
        "en-folleto",
    }


def test_a_booklet_is_left_to_print_and_to_read(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        order = PrintOrder(
            mixed_group(desk).id,
            frozenset({What.HANDOUTS}),
            1,
            BOTH,
            bilingual=Bilingual.TWO_SIDED,
            fold=Fold.BOOKLET,
        )
        planned = print_workshop.plan(desk, order)
        only = [row for row in planned.rows if row.handout == "missed-our-circle" and row.fold is Fold.BOOKLET][:1]
        (made,) = print_workshop.make(desk, type(planned)(order, tuple(only), ()), tmp_path / "out")
    assert made.to_read
    assert made.to_read.is_file()
    assert made.path.is_file()
    assert made.to_read.stem == f"{made.path.stem}-para-leer"
    assert made.pages % 2 == 0
