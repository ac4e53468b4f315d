"""Click's commands, with every word of theirs said by a phrasebook."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

import click

from platica.cli.global_options import GLOBAL_OPTIONS
from platica.cli.wrong_usage import NothingAsked, WrongUsage
from platica.phrases import Phrase, Phrasebook, mark, phrase


class SpokenCommand(click.Command):
    """A command whose help is said by a phrasebook. `keys` is the shape of what it gives with --json."""

    def __init__(self, name: str, book: Phrasebook, *, keys: str = "", **rest: Any) -> None:
        super().__init__(name, add_help_option=False, options_metavar=book.say("[OPTIONS]"), **rest)
        self.params.append(_help_option(book))
        self.book = book
        self.keys = keys

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, its options, what it gives with --json."""
        write_usage(self, ctx, formatter, self.book)
        formatter.write_paragraph()
        formatter.write_text(self.help or "")
        write_options(self, ctx, formatter, self.book)
        if self.keys:
            with formatter.section(self.book.say("With --json")):
                formatter.write_text(self.keys)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        with _named_by(ctx):
            super().parse_args(ctx, args)
        if ctx.args:
            raise WrongUsage(phrase("“{found}” is one word too many.", found=ctx.args[0]), ctx)
        return ctx.args


class SpokenGroup(click.Group):
    """Commands under one name, their help said by a phrasebook."""

    def __init__(
        self, name: str, book: Phrasebook, commands: Sequence[click.Command], *, outermost: bool = False, **rest: Any
    ) -> None:
        super().__init__(name, commands, add_help_option=False, **rest)
        self.options_metavar = book.say("[OPTIONS]")
        self.subcommand_metavar = book.say("COMMAND …")
        self.params.append(_help_option(book))
        self.book = book
        self.outermost = outermost

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what the group is for, its commands; of the whole program also the options every command takes."""
        write_usage(self, ctx, formatter, self.book)
        formatter.write_paragraph()
        formatter.write_text(self.help or "")
        with formatter.section(self.book.say("Commands")):
            formatter.write_dl([(name, one.help or "") for name, one in self.commands.items()])
        write_options(self, ctx, formatter, self.book)
        if self.outermost:
            with formatter.section(self.book.say("Options of every command")):
                formatter.write_dl([(one.written(self.book), self.book.say(one.help)) for one in GLOBAL_OPTIONS])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not self.invoke_without_command:
            raise NothingAsked(ctx)
        with _named_by(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        named = args[0]
        found = self.commands.get(named)
        if found is None:
            near = get_close_matches(named, self.commands, 1)
            known = ", ".join(self.commands)
            raise WrongUsage(
                phrase("There is no command “{found}”; did you mean “{near}”?", found=named, near=near[0])
                if near
                else phrase("There is no command “{found}”. There are: {known}.", found=named, known=known),
                ctx,
            )
        return named, found, args[1:]


def command(
    book: Phrasebook,
    name: str,
    do: Callable[..., None],
    help: str,  # noqa: A002 - click's word
    *params: click.Parameter,
    keys: str = "",
) -> SpokenCommand:
    """A command whose function takes the call first and then its parameters."""
    return SpokenCommand(name, book, callback=click.pass_obj(do), help=help, params=list(params), keys=keys)


def usage_phrase(error: click.UsageError) -> Phrase:
    """What is wrong with what was typed, as a sentence."""
    if isinstance(error, WrongUsage):
        return error.phrase
    if isinstance(error, click.MissingParameter) and error.param:
        return phrase("{name} is missing.", name=name_of(error.param))
    if isinstance(error, click.NoSuchOption):
        near = get_close_matches(error.option_name, _options_of(error.ctx), 1)
        if near:
            return phrase(
                "There is no option {found} here; did you mean {near}?", found=error.option_name, near=near[0]
            )
        return phrase("There is no option {found} here.", found=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        if error.option_name in _flags_of(error.ctx):
            return phrase("{option} takes no value.", option=error.option_name)
        return phrase("{option} needs a value.", option=error.option_name)
    return phrase("{reason}", reason=error.format_message())


def name_of(param: click.Parameter | None) -> str:
    """The name a person types or reads for a parameter: `--start`, `WORKSHOP`."""
    if param is None:
        return ""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.human_readable_name).removesuffix("…")


def write_usage(one: click.Command, ctx: click.Context, formatter: click.HelpFormatter, book: Phrasebook) -> None:
    """`Usage: platica roster add [OPTIONS] WORKSHOP NAME…`"""
    pieces = one.collect_usage_pieces(ctx)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=book.say("Usage:") + " ")


def write_options(one: click.Command, ctx: click.Context, formatter: click.HelpFormatter, book: Phrasebook) -> None:
    """The options of a command and what each is for."""
    records = [param.get_help_record(ctx) for param in one.params if isinstance(param, click.Option)]
    required = book.say("required")
    with formatter.section(book.say("Options")):
        formatter.write_dl(
            [(names, said.replace("[required]", f"[{required}]")) for names, said in filter(None, records)]
        )


@contextmanager
def _named_by(ctx: click.Context) -> Iterator[None]:
    """Says which command was typed wrongly: click leaves it out of some of its errors."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def _help_option(book: Phrasebook) -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(ctx.get_help())
            ctx.exit()

    said = book.say(mark("Shows this help."))
    return click.Option(["--help"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=said)


def _options_of(ctx: click.Context | None) -> list[str]:
    params = ctx.command.params if ctx else []
    return [name for param in params if isinstance(param, click.Option) for name in param.opts]


def _flags_of(ctx: click.Context | None) -> list[str]:
    params = ctx.command.params if ctx else []
    return [name for param in params if isinstance(param, click.Option) and param.is_flag for name in param.opts]
