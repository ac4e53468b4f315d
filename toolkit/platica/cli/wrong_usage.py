"""What is raised when the words that were typed are no command."""

import click

from platica.phrases import Phrase


class WrongUsage(click.UsageError):
    """The phrase says what was found and what would be right."""

    def __init__(self, said: Phrase, ctx: click.Context | None = None) -> None:
        super().__init__(str(said), ctx)
        self.phrase = said


class NothingAsked(click.UsageError):
    """A group of commands was called without saying which."""

    def __init__(self, ctx: click.Context) -> None:
        super().__init__(ctx.get_help(), ctx)
