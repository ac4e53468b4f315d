"""Writes the reference of the command line, made from the program, to standard output."""

from collections.abc import Iterator

import click

from platica.cli.english import English
from platica.cli.global_options import GLOBAL_OPTIONS
from platica.cli.spoken_click import SpokenCommand, SpokenGroup
from platica.cli.tree import build
from platica.phrases import Phrasebook

_HEAD = """\
# The command line

Made from the program by `python -m platica.cli.reference`; a test keeps it current. The program says the same in the
language of the site: `platica roster add --help`.

- Results go to standard output, everything else to standard error.
- It ends with 0 when it is done, 1 when it was refused, with a sentence that says why, and 2 when what was typed is no
  command.
- What is saved is saved whole or not at all.
- A workshop is named by its name, its id or the beginning of either; a session by its number in the workshop; people by
  the numbers on the paper, `1-9,11`.
- With `--json` a command gives one document of the shape shown. Every key is always there; what is not known is `null`.
  Dates are `2026-12-03`, times `18:00`. Where a list holds plain values, it is shown as `[]`.
"""


def reference(book: Phrasebook) -> str:
    """The reference as Markdown, in the words of a phrasebook."""
    program = build(book)
    parts = [_HEAD, "## Options of every command\n\n" + "\n".join(_global_lines(book)) + "\n"]
    for name, one in program.commands.items():
        parts += _group(one) if isinstance(one, SpokenGroup) else [_command(one, f"platica {name}", "##")]
    return "\n".join(parts)


def _global_lines(book: Phrasebook) -> Iterator[str]:
    for option in GLOBAL_OPTIONS:
        instead = f" `{option.variable}` stands in for it." if option.variable else ""
        yield f"- `{option.written(book)}`: {book.say(option.help)}{instead}"
    yield "- `PLATICA_CACHE` in the environment names the folder for caches, which may be thrown away at any time."


def _group(group: SpokenGroup) -> Iterator[str]:
    yield f"## platica {group.name}\n\n{group.help}\n"
    for name, one in group.commands.items():
        yield _command(one, f"platica {group.name} {name}", "###")


def _command(one: click.Command, path: str, level: str) -> str:
    ctx = click.Context(one, info_name=path)
    lines = [f"{level} {path}", "", f"`{' '.join([path, *one.collect_usage_pieces(ctx)])}`", "", one.help or ""]
    records = [param.get_help_record(ctx) for param in one.params if isinstance(param, click.Option)]
    options = [f"- `{record[0]}`: {record[1]}" for record in records if record and record[0] != "--help"]
    lines += ["", *options] if options else []
    if isinstance(one, SpokenCommand) and one.keys:
        lines += ["", f"With `--json`: `{one.keys}`"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    click.echo(reference(English()), nl=False)
