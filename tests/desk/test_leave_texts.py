"""Guides and sheets to be read on a screen or sent from a telephone."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders.site import CIRCLE, desk_in, group_on, workshop_on
from platica.desk import keep_roster, leave_texts, print_workshop
from platica.desk.desk import Desk
from platica.domain.file_kind import FileKind
from platica.domain.ids import HandoutId
from platica.domain.participant import ReadingStyle, Reads
from platica.domain.printing import PrintOrder, PrintPlan, What
from platica.errors import NotFound, Refused

BOTH = frozenset({FileKind.HTML, FileKind.TEXT})


def planned(desk: Desk, *what: What) -> PrintPlan:
    workshop = workshop_on(desk)
    group_on(desk, workshop, "Zacarías Quetzal")
    keep_roster.add(desk, workshop.id, "Dolores", Reads("es", ReadingStyle.LARGE))
    return print_workshop.plan(desk, PrintOrder(workshop.id, frozenset(what), meeting=2, languages=("es",)))


def test_each_sheet_is_left_once_as_a_page_and_as_messages(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        plan = planned(desk, What.HANDOUTS)
        left = leave_texts.make(desk, plan, tmp_path / "out", BOTH)
    assert any(row.large for row in plan.rows)
    sheets = {row.handout for row in plan.rows}
    assert len(left) == 2 * len(sheets)
    card = {one.path.suffix: one.path.read_text("utf-8") for one in left if one.row.handout == "low-sugar-card"}
    assert '<html lang="es">' in card[".html"]
    first, second = card[".txt"].split("\n\n" + "-" * 20 + "\n\n")
    assert first.startswith("Azúcar baja: mi tarjeta 15 y 15 (1/2)\n")
    assert "Llame al 911" in second


def test_a_guide_is_a_page_only_and_papers_with_names_are_never_left_that_way(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        left = leave_texts.make(desk, planned(desk, What.GUIDE, What.SIGN_IN, What.BINDER), tmp_path / "out", BOTH)
    assert [(one.row.what, one.path.suffix) for one in left] == [(What.GUIDE, ".html")]
    assert not any(b"Quetzal" in file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file())


def test_what_may_not_be_printed_may_not_be_sent_either(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        plan = planned(desk, What.HANDOUTS)
        unsafe = replace(plan, rows=tuple(replace(row, unsafe=True) for row in plan.rows))
        with pytest.raises(Refused, match="safety text that is not translated"):
            leave_texts.make(desk, unsafe, tmp_path / "out", BOTH)
    assert not (tmp_path / "out").exists()


def test_the_messages_of_one_sheet_are_saved_under_its_title(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        file, count = leave_texts.save(desk, CIRCLE, HandoutId("shared/action-plan"), "es", tmp_path)
        with pytest.raises(NotFound):
            leave_texts.messages(desk, CIRCLE, HandoutId("unicorn"), "es")
    assert count == 1
    assert file.name == "mi-plan-de-accion-es.txt"
    assert "Revisión pendiente" in file.read_text("utf-8")
