import shutil
from pathlib import Path

import pytest

from builders.command_line import CIRCLE, Terminal, terminal_in
from platica.resources import bundled


def working_copy_in(folder: Path) -> Path:
    """A copy of the content of one curriculum and the shared texts, to be broken by tests."""
    copy = folder / "copy"
    for name in (CIRCLE, "shared"):
        shutil.copytree(bundled().curricula / name, copy / "curricula" / name)
    shutil.copytree(bundled().locales, copy / "locales")
    return copy


def test_content_is_read_without_a_site(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("curricula", "list")
    assert (ran.code, ran.err) == (0, "")
    (line,) = [line.split() for line in ran.out.splitlines() if line.startswith(f"{CIRCLE} ")]
    assert line[1:7] == ["Walking", "Together", "with", "Diabetes", "3", "270"]


def test_a_curriculum_is_shown_with_its_activities_and_sheets(tmp_path: Path) -> None:
    shown = Terminal(tmp_path).json("curricula", "show", CIRCLE)
    assert shown["title"] == "Walking Together with Diabetes"
    (game,) = [one for one in shown["sessions"][2]["activities"] if one["optional"] and one["kind"] == "game"]
    assert (game["id"], game["minutes"]) == ("teaspoon-game", 15)
    assert {"id": "shared/sign-in", "title": "Sign-in sheet", "type": "sign-in"} in shown["handouts"]


def test_the_bundled_curricula_have_nothing_to_put_right(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("curricula", "check")
    assert ran.code == 0, ran.out


def test_every_problem_of_a_curriculum_is_named_with_its_place(tmp_path: Path) -> None:
    copy = working_copy_in(tmp_path)
    session = copy / "curricula" / CIRCLE / "sessions" / "my-plate.md"
    session.write_text(session.read_text(encoding="utf-8").replace("::: say", "::: sey", 1), encoding="utf-8")
    ran = Terminal(tmp_path)("--content", str(copy), "curricula", "check", CIRCLE)
    assert ran.code == 1
    assert "sessions/my-plate.md:" in ran.out.splitlines()[0]
    (found,) = Terminal(tmp_path)("--content", str(copy), "curricula", "check", CIRCLE, "--json").json
    assert found["id"] == CIRCLE
    assert {"error"} <= {problem["severity"] for problem in found["problems"]}


def test_a_curriculum_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    copy = working_copy_in(tmp_path)
    Terminal(tmp_path)("--content", str(copy), "curricula", "new", "broken")
    (copy / "curricula" / "broken" / "curriculum.yaml").write_text("id: broken\n", encoding="utf-8")
    ran = Terminal(tmp_path)("--content", str(copy), "curricula", "list")
    assert ran.code == 0
    assert CIRCLE in ran.out
    assert "curricula/broken/curriculum.yaml" in ran.err
    assert Terminal(tmp_path)("--content", str(copy), "review", "status").code == 0


def test_a_new_curriculum_has_nothing_to_put_right(tmp_path: Path) -> None:
    copy = working_copy_in(tmp_path)
    terminal = Terminal(tmp_path)
    made = terminal("--content", str(copy), "curricula", "new", "healthy-kitchen", "--title", "A “healthy” kitchen")
    assert made.code == 0
    ran = terminal("--content", str(copy), "curricula", "check", "healthy-kitchen")
    assert (ran.code, ran.out) == (0, "healthy-kitchen: 0 to put right, 0 to look at\n")
    shown = terminal.json("--content", str(copy), "curricula", "show", "healthy-kitchen")
    assert shown["title"] == "A “healthy” kitchen"


def test_a_new_curriculum_of_a_site_can_be_taught_at_once(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    made = terminal.json("curricula", "new", "mi-cocina")
    assert made == {"id": "mi-cocina", "folder": str(tmp_path / "site" / "content" / "curricula" / "mi-cocina")}
    assert terminal("workshop", "create", "--curriculum", "mi-cocina", "--name", "Kitchen").code == 0


@pytest.mark.parametrize(
    ("curriculum", "sentence"),
    [
        (CIRCLE, f"There is a curriculum “{CIRCLE}” already."),
        ("../escape", "“../escape” cannot be an id."),
        ("Cocina", "“Cocina” cannot be an id."),
        ("shared", "There is a curriculum “shared” already."),
    ],
)
def test_an_id_that_will_not_do_makes_no_folder(tmp_path: Path, curriculum: str, sentence: str) -> None:
    copy = working_copy_in(tmp_path)
    before = sorted(copy.rglob("*"))
    ran = Terminal(tmp_path)("--content", str(copy), "curricula", "new", curriculum)
    assert ran.code == 1
    assert ran.err.startswith(sentence)
    assert sorted(copy.rglob("*")) == before


def test_translations_are_counted_and_checked(tmp_path: Path) -> None:
    status = Terminal(tmp_path).json("translate", "status", "es")
    (circle,) = [one for one in status if one["domain"] == CIRCLE]
    assert circle["total"] == circle["sound"] + circle["missing"] + circle["stale"] + circle["failing"]
    assert circle["total"] > 100
    ran = Terminal(tmp_path)("translate", "check", "es")
    assert ran.code == 0, ran.out


def test_a_wrong_number_in_a_translation_ends_with_1(tmp_path: Path) -> None:
    copy = working_copy_in(tmp_path)
    catalogue = copy / "locales" / "es" / "LC_MESSAGES" / f"{CIRCLE}.po"
    text = catalogue.read_text(encoding="utf-8")
    assert 'msgstr "80 a 130"' in text
    catalogue.write_text(text.replace('msgstr "80 a 130"', 'msgstr "80 a 300"'), encoding="utf-8")
    ran = Terminal(tmp_path)("--content", str(copy), "translate", "check", "es")
    assert ran.code == 1
    assert f"{CIRCLE} es [numbers, error]" in ran.out


def test_catalogues_are_brought_up_to_date_and_put_in_order_in_a_working_copy_only(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("translate", "update", "es")
    assert ran.code == 1
    assert "--content" in ran.err
    copy = working_copy_in(tmp_path)
    terminal = Terminal(tmp_path)
    (circle,) = [
        one for one in terminal.json("--content", str(copy), "translate", "update", "es") if one["domain"] == CIRCLE
    ]
    assert (circle["new"], circle["changed"], circle["removed"]) == (0, 0, 0)
    assert terminal.json("--content", str(copy), "translate", "format", "es") == {"changed": []}


def test_reviews_that_are_pending_are_listed(tmp_path: Path) -> None:
    found = Terminal(tmp_path).json("review", "status", "--in", "es")
    (circle,) = [one for one in found if one["curriculum"] == CIRCLE]
    assert circle["required"] == circle["pending"] == ["clinical", "language", "community"]


def test_the_doctor_says_what_works(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("doctor")
    assert ran.code == 0, ran.out
    assert ran.out.startswith("works: Python 3.")
