"""Sheets of paper: two pages on each, except where nothing may stand on the back."""

from platica.domain.printing import Fold, PrintRow, What
from platica.domain.sheets_of_paper import sheets_of_paper


def row(what: What, copies: int, fold: Fold = Fold.PLAIN) -> PrintRow:
    return PrintRow(what, "A sheet", "es", False, copies, 0, fold=fold)


def test_two_pages_share_a_sheet_and_copies_do_not() -> None:
    assert sheets_of_paper(row(What.HANDOUTS, 6), 2) == 6
    assert sheets_of_paper(row(What.HANDOUTS, 6), 3) == 12
    assert sheets_of_paper(row(What.SIGN_IN, 1), 1) == 1


def test_a_certificate_has_a_sheet_of_its_own() -> None:
    assert sheets_of_paper(row(What.CERTIFICATES, 1), 7) == 7


def test_what_is_cut_apart_has_nothing_on_its_back() -> None:
    assert sheets_of_paper(row(What.HANDOUTS, 3, Fold.TWO_UP), 2) == 6
    assert sheets_of_paper(row(What.HANDOUTS, 3, Fold.BOOKLET), 2) == 3
