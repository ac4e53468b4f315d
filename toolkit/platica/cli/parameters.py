"""What a person may type after a command, written short."""

from typing import Any

import click


def value(name: str, metavar: str, help: str, kind: Any = None, *, into: str = "", **rest: Any) -> click.Option:  # noqa: A002
    """An option with a value. `into` names the parameter when the option's own name will not do."""
    return click.Option([name, *([into] if into else [])], metavar=metavar, help=help, type=kind, **rest)


def flag(name: str, help: str, *, into: str = "") -> click.Option:  # noqa: A002
    """An option that is there or not."""
    return click.Option([name, *([into] if into else [])], is_flag=True, help=help)


def word(name: str, metavar: str, kind: Any = None, **rest: Any) -> click.Argument:
    """A word that must stand there."""
    return click.Argument([name], metavar=metavar, type=kind, **rest)


def words(name: str, metavar: str, *, required: bool = False) -> click.Argument:
    """Any number of words; at least one when they are required."""
    return click.Argument([name], nargs=-1, metavar=metavar, required=required)
