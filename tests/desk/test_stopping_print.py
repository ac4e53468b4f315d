"""Making documents tells how far it is, can be stopped between two parts, and asks for nothing that is there."""

from pathlib import Path

import pytest

from builders.site import desk_in, workshop_on
from platica.desk import print_workshop
from platica.domain.printing import Printed, PrintOrder, What
from platica.errors import Stopped
from platica.phrases import Phrase, phrase


class Counter:
    """Hears progress; after so many parts it has had enough."""

    def __init__(self, enough: int = 1000) -> None:
        self.heard: list[tuple[int, int, int | None]] = []
        self.enough = enough

    def __call__(self, done: int, steps: int, doing: Phrase) -> None:
        self.heard.append((done, steps, doing.count if doing.plural else None))
        if done >= self.enough:
            raise Stopped(phrase("Stopped."))


def test_stopping_leaves_whole_documents_and_no_worker_and_making_goes_on_from_there(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        order = PrintOrder(workshop_on(desk).id, frozenset({What.HANDOUTS}), meeting=3, languages=("es",))
        plan = print_workshop.plan(desk, order)
        done: list[Printed] = []
        making = print_workshop.one_by_one(desk, plan, tmp_path / "out", Counter(enough=2))
        with pytest.raises(Stopped):
            done.extend(making)
        assert desk.press._workers.running == 0
        assert [one.row for one in done] == list(plan.rows[:1])
        left = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
        assert left == [done[0].path]
        assert left[0].read_bytes().rstrip().endswith(b"%%EOF")
        assert len(print_workshop.make(desk, plan, tmp_path / "out")) == len(plan.rows)


def test_a_binder_tells_its_parts_with_the_pages_so_far_and_unchanged_asks_the_worker_for_nothing(
    tmp_path: Path,
) -> None:
    with desk_in(tmp_path) as desk:
        order = PrintOrder(workshop_on(desk).id, frozenset({What.BINDER}), meeting=1, languages=("es",))
        plan = print_workshop.plan(desk, order)
        first = Counter()
        (made,) = print_workshop.make(desk, plan, tmp_path / "out", first)
        bound = made.path.read_bytes()
        steps = first.heard[0][1]
        assert [done for done, _, _ in first.heard] == [*range(steps + 1), steps]
        counts = [pages for _, _, pages in first.heard if pages is not None]
        assert counts == sorted(counts)
        assert made.pages - counts[-1] in (1, 2), "all but the contents"
        desk.press.close()
        assert desk.press._workers.running == 0
        (again,) = print_workshop.make(desk, plan, tmp_path / "again")
        assert desk.press._workers.running == 0
        assert again.path.read_bytes() == bound
