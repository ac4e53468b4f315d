from pathlib import Path

import pytest

from builders.command_line import CIRCLE, Terminal, circle_in

WRONG = [
    (("atendance",), "There is no command “atendance”; did you mean “attendance”?", "platica"),
    (
        ("workshop", "destroy-everything"),
        "There is no command “destroy-everything”. There are: create,",
        "platica workshop",
    ),
    (("roster", "list"), "WORKSHOP is missing.", "platica roster list"),
    (("roster", "add", "Circle"), "NAME is missing.", "platica roster add"),
    (("workshop", "create", "--name", "B"), "--curriculum is missing.", "platica workshop create"),
    (("roster", "list", "Circle", "now"), "“now” is one word too many.", "platica roster list"),
    (("roster", "list", "--evryone"), "There is no option --evryone here.", "platica roster list"),
    (
        ("attendance", "mark", "Circle", "1", "--presnt", "1"),
        "There is no option --presnt here; did you mean --present?",
        "",
    ),
    (("attendance", "mark", "Circle", "1", "--present"), "--present needs a value.", "platica attendance mark"),
    (("roster", "list", "Circle", "--all=yes"), "--all takes no value.", "platica roster list"),
    (
        ("attendance", "mark", "Circle", "one", "--present", "1"),
        "SESSION-NUMBER: “one” is not a whole number from 1 up.",
        "",
    ),
    (("attendance", "mark", "Circle", "1"), "Say who came in one way:", ""),
    (("attendance", "mark", "Circle", "1", "--present", "1", "--all-but", "2"), "Say who came in one way:", ""),
    (("attendance", "heads", "Circle", "1", "-3"), "There is no option -3 here.", ""),
    (("workshop", "reschedule", "Circle", "1"), "Say the new date with --on, the new time with --at, or both.", ""),
    (
        ("workshop", "reschedule", "Circle", "1", "--on", "31/12/2"),
        "--on: “31/12/2” is not a date. Write 2026-12-03, 12/3/2026 or 3 Dec.",
        "",
    ),
    (
        ("workshop", "reschedule", "Circle", "1", "--at", "25:00"),
        "--at: “25:00” is not a time. Write 18:00 or 6 pm.",
        "",
    ),
    (("workshop", "reschedule", "Circle", "1", "--at", "6"), "--at: “6” may be morning or evening.", ""),
    (("workshop", "plan", "Circle", "--fit", "--drop", "a"), "Change the plan in one way at a time", ""),
    (("workshop", "plan", "Circle", "--move", "a", "x"), "--move: “x” is not a whole number from 1 up.", ""),
    (("workshop", "plan", "Circle", "--move", "a"), "--move needs a value.", ""),
    (
        ("workshop", "create", "--curriculum", CIRCLE, "--name", "B", "--weekly", "--weeks", "2"),
        "--weekly and --weeks 2 say two things; give one.",
        "",
    ),
    (
        ("workshop", "create", "--curriculum", CIRCLE, "--name", "B", "--form", "serie"),
        "--form: there is no “serie”; did you mean “series”?",
        "",
    ),
    (
        ("site", "init", "--name", "B", "--region", "USA"),
        "--region: “USA” is not a country's two letters, such as US.",
        "",
    ),
    (
        ("site", "change", "--number", "crisis_line"),
        "--number: “crisis_line” is not KEY=VALUE, such as crisis_line=988.",
        "",
    ),
    (("site", "change"), "Say what to change:", ""),
    (("translate", "status", "tlh"), "“tlh” is not spoken here. There are: en", ""),
    (("--language", "tlh", "doctor"), "“tlh” is not spoken here. There are: en", ""),
    (("doctor", "--site"), "--site needs a value.", ""),
    (("doctor", "--json=yes"), "--json takes no value.", ""),
]


@pytest.mark.parametrize(("words", "sentence", "help_of"), WRONG, ids=[" ".join(one[0]) for one in WRONG])
def test_wrong_usage_ends_with_2_and_a_sentence(
    tmp_path: Path, words: tuple[str, ...], sentence: str, help_of: str
) -> None:
    ran = circle_in(tmp_path)(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(sentence), ran.err
    if help_of:
        assert ran.err.endswith(f"Help: {help_of} --help\n")


def test_a_group_without_a_command_shows_its_help_on_standard_error(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("attendance")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: platica attendance [OPTIONS] COMMAND …\n")


def test_help_ends_with_0_on_standard_output(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("attendance", "mark", "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: platica attendance mark [OPTIONS] WORKSHOP SESSION-NUMBER\n")


def test_words_after_two_hyphens_are_never_options(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    assert terminal("roster", "add", "Circle", "--", "--json").code == 0
    assert [one["name"] for one in terminal.json("roster", "list", "Circle")] == ["--json"]


def test_without_a_terminal_the_screens_are_refused(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)()
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "The screens need a terminal. “platica --help” lists the commands.\n"
