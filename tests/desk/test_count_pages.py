"""Pages are known before making once the document was made, and never by making it."""

from pathlib import Path

from builders.site import THURSDAY, clock_at
from builders.tui import only_workshop, site_with_group
from platica.desk import print_workshop
from platica.desk.count_pages import known_pages
from platica.desk.desk import Desk
from platica.desk.open_desk import open_desk
from platica.domain.printing import PrintOrder, PrintPlan, What


def planned(desk: Desk) -> PrintPlan:
    what = frozenset({What.FORMS, What.SIGN_IN})
    return print_workshop.plan(desk, PrintOrder(only_workshop(desk).id, what, meeting=3))


def test_pages_are_known_after_the_first_time_except_of_papers_with_names(tmp_path: Path) -> None:
    with open_desk(site_with_group(tmp_path), now=clock_at(THURSDAY)) as desk:
        plan = planned(desk)
        assert set(known_pages(desk, plan)) == {None}
        made = print_workshop.make(desk, plan, tmp_path / "out")
        assert made[-1].row.what is What.SIGN_IN
        assert known_pages(desk, plan) == (*(one.pages for one in made[:-1]), None)


def test_counting_makes_nothing_and_puts_nothing_on_record(tmp_path: Path) -> None:
    with open_desk(site_with_group(tmp_path), now=clock_at(THURSDAY)) as desk:
        plan = planned(desk)
        known_pages(desk, plan)
        assert not list((desk.cache / "press").glob("*"))
        assert not [sheet for row in plan.rows if row.meeting for sheet in desk.records.sheets(row.meeting)]
