"""The guide for authors shows a curriculum that works, and sentences that the check really says."""

import re
from pathlib import Path

from builders.content import write_files
from platica.content.library import Library
from platica.domain.ids import CurriculumId
from platica.resources import ContentRoot, bundled

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "content-author.md"
EXAMPLE = CurriculumId("clean-water")
SHEET = "curricula/clean-water/handouts/boil-card.md"


def files_of_the_guide() -> dict[str, str]:
    text = GUIDE.read_text(encoding="utf-8")
    return dict(re.findall(r"^`(curricula/[^`]+)`\n\n```\w+\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL))


def library(folder: Path, files: dict[str, str]) -> Library:
    return Library([write_files(folder, files), ContentRoot(bundled().folder)])


def test_the_curriculum_of_the_guide_is_sound(tmp_path: Path) -> None:
    files = files_of_the_guide()
    assert len(files) == 4
    assert [str(problem.phrase) for problem in library(tmp_path, files).check(EXAMPLE)] == []


def test_the_mistake_in_the_guide_is_reported_as_it_says(tmp_path: Path) -> None:
    files = files_of_the_guide()
    files[SHEET] = files[SHEET].replace("::: steps", "::: stpes")
    (problem,) = library(tmp_path, files).check(EXAMPLE)
    assert f"{problem.place}: {problem.phrase}" in GUIDE.read_text(encoding="utf-8")


def test_the_guide_s_number_is_refused_without_its_fact(tmp_path: Path) -> None:
    files = files_of_the_guide()
    files[SHEET] = files[SHEET].replace("1 minute. {fact=CW-01}", "1 minute.")
    (problem,) = library(tmp_path, files).check(EXAMPLE)
    assert str(problem.phrase).startswith("The health number “1 minute” names no fact")
