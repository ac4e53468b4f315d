"""How papers are printed by others."""

import pytest

from platica.domain.curriculum import HandoutType
from platica.domain.job_ticket import Finish, TicketLine, finish, stacks, two_sided
from platica.domain.printing import What


def line(file: str, copies: int, pages: int, *, both: bool = True) -> TicketLine:
    return TicketLine(file, copies, pages, both, Finish.NONE)


@pytest.mark.parametrize(
    ("pages", "both", "sheets"), [(1, False, 12), (2, True, 12), (3, True, 24), (3, False, 36), (4, True, 24)]
)
def test_sheets_of_paper_are_counted_for_each_copy(pages: int, both: bool, sheets: int) -> None:
    assert line("a.pdf", 12, pages, both=both).sheets == sheets


def test_files_are_sorted_into_the_stacks_of_their_folders() -> None:
    found = stacks(
        [line("guide.pdf", 2, 8), line("es/log.pdf", 9, 2), line("en/log.pdf", 3, 2), line("es/card.pdf", 9, 1)]
    )
    assert [(stack.folder, stack.sheets) for stack in found] == [("", 8), ("es", 18), ("en", 3)]


def test_what_hangs_on_the_wall_or_is_cut_up_is_printed_on_one_side() -> None:
    assert not two_sided(What.FORMS, HandoutType.POSTER, 2, torn=False)
    assert not two_sided(What.HANDOUTS, HandoutType.CARD, 2, torn=True)
    assert not two_sided(What.CERTIFICATES, None, 9, torn=False)
    assert two_sided(What.HANDOUTS, HandoutType.LOG, 2, torn=False)


def test_only_what_has_several_sheets_is_stapled() -> None:
    def done(what: What, kind: HandoutType | None, sheets: int, *, torn: bool = False, dashed: bool = False) -> Finish:
        return finish(what, kind, torn=torn, dashed=dashed, sheets=sheets)

    assert done(What.GUIDE, None, 5) is Finish.STAPLE
    assert done(What.HANDOUTS, HandoutType.LOG, 1) is Finish.NONE
    assert done(What.FORMS, HandoutType.POSTER, 2) is Finish.NONE
    assert done(What.HANDOUTS, HandoutType.CARD, 1, dashed=True) is Finish.CUT
    assert done(What.HANDOUTS, HandoutType.CARD, 2, torn=True) is Finish.CUT
    assert done(What.BINDER, None, 60) is Finish.HOLES
