"""The press against bare WeasyPrint and Typst, doing the same work, all in one run: ratios of medians.

    python benchmarks/press.py [ROUNDS]        default: 3 rounds of binders, three times as many of short papers

The binder is of twelve sessions, in Spanish. Bare WeasyPrint gets the finished HTML and the same styles, fonts and
PDF/UA; of a binder that is one document with a contents page. A cold binder is timed as a whole process on both sides.
Memory is what the program and its workers hold together at the fullest moment. Typst is measured when
whoever runs this has installed it (`pip install typst`). Ends with 1 when a ratio is above its goal.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / folder) for folder in ("toolkit", "tests")]

from builders.paper import certificates  # noqa: E402
from one_document import Sheet, joined  # noqa: E402
from platica.desk import print_workshop  # noqa: E402
from platica.desk.desk import Desk  # noqa: E402
from platica.desk.lay_out import edition_of  # noqa: E402
from platica.desk.open_desk import open_desk  # noqa: E402
from platica.desk.papers import binder  # noqa: E402
from platica.desk.papers.kinds import VIEWS  # noqa: E402
from platica.desk.print_job import PrintJob, job_of  # noqa: E402
from platica.domain.ids import WorkshopId  # noqa: E402
from platica.domain.printing import PrintOrder, PrintRow, What  # noqa: E402
from platica.press.job import PACK, Job  # noqa: E402
from platica.press.views import Edition, View  # noqa: E402
from platica.resources import bundled  # noqa: E402
from twelve_sessions import CHANGED, LANGUAGE, change_handout, site_with_twelve_sessions  # noqa: E402
from typst_binder import write_typst  # noqa: E402

PRINTABLES = bundled().printables
PEOPLE = 100


class Peer:
    """A process that does the same work without the press."""

    def __init__(self, kind: str, folder: Path) -> None:
        command = [sys.executable, str(ROOT / "benchmarks" / "press_peers.py"), kind, str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def asked(self, order: str = "") -> dict[str, Any]:
        """What it says after it did what was asked for, or what it is there for."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if order:
            print(order, file=self._process.stdin, flush=True)
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told


class Bench:
    """A site with twelve sessions, the pages of its papers, and the rows measured on them."""

    def __init__(self, folder: Path, desk: Desk, workshop: WorkshopId, rounds: int) -> None:
        self.folder, self.desk, self.workshop, self.rounds = folder, desk, workshop, rounds
        self.edition = 0
        self.missed = False

    def report(self, name: str, ratio: float, goal: float) -> None:
        self.missed |= ratio > goal
        print(f"  {name:66} {ratio:8.3f}  (goal {goal}){'  MISSED' if ratio > goal else ''}", flush=True)

    def order(self, *what: What) -> tuple[PrintJob, tuple[PrintRow, ...]]:
        order = PrintOrder(self.workshop, frozenset(what))
        return job_of(self.desk, order), print_workshop.plan(self.desk, order).rows

    def handout(self) -> tuple[View, Edition]:
        """The next edition of one handout, which nobody has laid out before."""
        self.edition += 1
        change_handout(self.folder / "content", self.edition)
        job, rows = self.order(What.HANDOUTS)
        row = next(row for row in rows if row.handout == CHANGED)
        return VIEWS[row.what](job, row), edition_of(job, row)

    def page(self, view: View, edition: Edition) -> Job:
        """The finished page of a view, as the press hands it to a worker."""
        page = self.desk.press._typesetter.page(view, edition, {})
        return Job(page.html, page.stylesheets, (), page.layouts)

    def leave(self, name: str, pages: list[Job]) -> None:
        """Leaves pages for bare WeasyPrint, with their addresses turned into files."""
        local = f"{PRINTABLES.as_uri()}/"
        (self.folder / f"{name}.json").write_text(json.dumps([page.html.replace(PACK, local) for page in pages]))
        styles = "".join((PRINTABLES / "styles" / one).read_text() for one in pages[0].stylesheets)
        (self.folder / f"{name.rstrip('0123456789')}.css").write_text(styles.replace(PACK, local))

    def short_papers(self) -> None:
        press = self.desk.press
        view, edition = self.handout()
        self.leave("certificates", [self.page(certificates((name,)), edition) for name in people(0)])
        bare: list[float] = []
        fresh: list[float] = []
        again: list[float] = []
        naive: list[float] = []
        many: list[float] = []
        with Peer("bare", self.folder) as peer:
            for nth in range(3 * self.rounds + 1):
                view, edition = self.handout()
                self.leave(f"handout{nth}", [self.page(view, edition)])
                told = peer.asked(f"handout {nth}")
                bare.append(told["seconds"])
                fresh.append(seconds(partial(press.render, view, edition)))
                again.append(seconds(partial(press.render, view, edition)))
            for nth in range(self.rounds):
                naive.append(peer.asked("certificates")["seconds"])
                many.append(seconds(partial(press.render, certificates(people(nth)), edition)))
        pages = press.render(view, edition).pages
        print(f"\na handout of {pages} pages; bare WeasyPrint made {told['pages']} in {middle(bare[1:]):.3f} s")
        self.report("made anew by a warm worker / bare, everything reused", middle(fresh[1:]) / middle(bare[1:]), 1.15)
        self.report("unchanged / bare, everything reused", middle(again[1:]) / middle(bare[1:]), 0.05)
        print(f"\n{PEOPLE} certificates; bare WeasyPrint, one after another, in {middle(naive):.3f} s")
        self.report("all in one document / bare, naive", middle(many) / middle(naive), 0.25)

    def binders(self) -> None:
        self.leave_binder()
        cold: list[float] = []
        whole: list[float] = []
        warm: list[float] = []
        again: list[float] = []
        compiled: list[float] = []
        memory: list[list[float]] = []
        engine = find_spec("typst") is not None
        for _ in range(self.rounds):
            spent, told = alone("binder", self.folder)
            whole.append(spent)
            warm.append(told["seconds"])
            for part in (self.folder / "cache" / "press").glob("*"):
                part.unlink()
            spent, mine = alone("ours", self.folder)
            cold.append(spent)
            memory.append(mine["memory"])
            self.remade()
            again += [self.remade() for _ in range(3)]
            if engine:
                compiled.append(alone("typst", self.folder)[1]["seconds"])
        print(f"\na binder of {mine['pages']} pages; bare WeasyPrint made {told['pages']} in {middle(whole):.2f} s")
        self.report("cold, whole process / bare, one document", middle(cold) / middle(whole), 0.65)
        self.report("one handout changed, program running / bare, running", middle(again) / middle(warm), 0.15)
        if engine:
            print(f"  Typst made it in {middle(compiled):.3f} s, the press after one change in {middle(again):.3f} s")
            self.report(
                "one handout changed / all by Typst, running, cache cold", middle(again) / middle(compiled), 1.5
            )
        else:
            print("  one handout changed / all by Typst: NOT RUN, Typst is not installed")
        most = max(memory, key=sum)
        each, bare = " + ".join(f"{one:.0f}" for one in most), told["memory"][0]
        print(f"  memory at the fullest moment: {each} MB (program, then each worker); bare WeasyPrint {bare:.0f} MB")
        self.report("memory of the cold binder in MB", sum(most), 250)

    def leave_binder(self) -> None:
        """The whole binder as one document for WeasyPrint, and for Typst."""
        job, (row,) = self.order(What.BINDER)
        edition = edition_of(job, row)
        sheets: list[Sheet] = []
        pages = list(binder.pages(job, row))
        parts = self.desk.press.render_all([(one.view, edition) for one in pages])
        with Peer("bare", self.folder) as peer:
            for nth, (page, part) in enumerate(zip(pages, parts, strict=True)):
                made = self.page(page.view, edition)
                tight = len(made.layouts) > 1 and part.pages == 1
                if tight:
                    self.leave(f"handout{nth}", [made])
                    tight = peer.asked(f"handout {nth}")["pages"] > 1
                sheets.append(Sheet(made.html, page.title, page.section, tight))
        html, css = joined(sheets, row.title, LANGUAGE, PRINTABLES)
        (self.folder / "binder.html").write_text(html)
        (self.folder / "binder.css").write_text(css)
        write_typst(sheets, row.title, LANGUAGE, self.folder, PRINTABLES)

    def remade(self) -> float:
        """Seconds of planning and making the binder after one handout was changed."""
        self.edition += 1
        change_handout(self.folder / "content", self.edition)
        order = PrintOrder(self.workshop, frozenset({What.BINDER}))
        begin = time.perf_counter()
        print_workshop.make(self.desk, print_workshop.plan(self.desk, order), self.folder / "again")
        return time.perf_counter() - begin


def people(first: int) -> tuple[str, ...]:
    """Names for certificates."""
    return tuple(f"Persona {number:03} de la Cruz" for number in range(first, first + PEOPLE))


def alone(kind: str, folder: Path) -> tuple[float, dict[str, Any]]:
    """Seconds of a whole process, and what it said."""
    begin = time.perf_counter()
    with Peer(kind, folder) as peer:
        told = peer.asked()
    return time.perf_counter() - begin, told


def seconds(work: Any) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def middle(times: list[float]) -> float:
    return statistics.median(times)


def main(rounds: int) -> int:
    with tempfile.TemporaryDirectory(prefix="platica-bench-") as name:
        folder = Path(name)
        places, workshop = site_with_twelve_sessions(folder)
        (folder / "workshop").write_text(workshop)
        with open_desk(places) as desk:
            bench = Bench(folder, desk, workshop, rounds)
            bench.short_papers()
            bench.binders()
    return int(bench.missed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
