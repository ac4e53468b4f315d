from pathlib import Path

import pytest

from platica.cli.global_options import language_of_locale, read_globals
from platica.cli.wrong_usage import WrongUsage


def test_the_options_of_every_command_may_stand_anywhere() -> None:
    asked, rest = read_globals(["roster", "--json", "list", "--site=/a", "W", "--language", "es"], {})
    assert (asked.json, asked.site, asked.language, rest) == (True, Path("/a"), "es", ["roster", "list", "W"])


def test_the_environment_stands_in_and_an_option_wins_over_it() -> None:
    environ = {"PLATICA_SITE": "/env", "PLATICA_CONTENT": "/copy", "PLATICA_LANGUAGE": "es", "PLATICA_CACHE": "/c"}
    assert read_globals([], {"PLATICA_LEADER": "Rosa"})[0].leader == "Rosa"
    assert read_globals(["--by", "Ana"], {"PLATICA_LEADER": "Rosa"})[0].leader == "Ana"
    asked, _ = read_globals(["--site", "/a"], environ)
    assert (asked.site, asked.content, asked.language, asked.cache) == (Path("/a"), Path("/copy"), "es", Path("/c"))


def test_empty_variables_say_nothing() -> None:
    asked, _ = read_globals([], {"PLATICA_SITE": "", "PLATICA_LANGUAGE": "", "PLATICA_CACHE": ""})
    assert (asked.site, asked.language, asked.cache) == (None, None, None)


def test_folders_are_made_whole() -> None:
    asked, _ = read_globals(["--site", "~/datos", "--content", "copy"], {})
    assert asked.site == Path.home() / "datos"
    assert asked.content == Path.cwd() / "copy"


@pytest.mark.parametrize("words", [["--site"], ["--site", "--json"], ["--site="], ["--json=1"]])
def test_an_option_without_its_value_or_with_one_too_many_is_refused(words: list[str]) -> None:
    with pytest.raises(WrongUsage, match=r"needs a value|takes no value"):
        read_globals(words, {})


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LC_ALL": "es_MX.UTF-8"}, "es-MX"),
        ({"LC_ALL": "", "LANG": "es"}, "es"),
        ({"LC_MESSAGES": "es_PR@euro", "LANG": "en_US.UTF-8"}, "es-PR"),
        ({"LC_ALL": "C.UTF-8", "LANG": "es_MX.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({}, None),
    ],
)
def test_the_language_of_a_terminal_is_read_from_its_locale(environ: dict[str, str], language: str | None) -> None:
    assert language_of_locale(environ) == language
