"""Scripts that people wrote go on working: a command, an option or a key changes only on purpose."""

from collections.abc import Iterator
from pathlib import Path

import click

from platica.cli.english import English
from platica.cli.global_options import GLOBAL_OPTIONS
from platica.cli.spoken_click import SpokenCommand
from platica.cli.tree import build

GOLDEN = Path(__file__).parent / "golden" / "command_line.txt"


def contract() -> str:
    """Every command with its arguments, options and JSON keys, one a line."""
    lines = [" ".join(filter(None, (one.name, one.metavar, one.variable))) for one in GLOBAL_OPTIONS]
    return "\n".join([*lines, *_lines(build(English()), "platica")]) + "\n"


def _lines(one: click.Command, path: str) -> Iterator[str]:
    yield path
    yield from (f"    {_written(param)}" for param in one.params)
    if isinstance(one, SpokenCommand):
        yield f"    = {one.keys}"
    if isinstance(one, click.Group):
        for name, inner in one.commands.items():
            yield from _lines(inner, f"{path} {name}")


def _written(param: click.Parameter) -> str:
    words = [*param.opts, param.metavar or ""]
    words += ["required"] if param.required else []
    words += ["repeated"] if param.multiple or param.nargs == -1 else []
    return " ".join(filter(None, words))


def test_commands_options_and_json_keys_are_those_people_rely_on() -> None:
    assert contract() == GOLDEN.read_text(encoding="utf-8"), "changed on purpose? write contract() to " + GOLDEN.name
