"""How a call ends: with an exit code and, when something is not right, one sentence on standard error."""

from collections.abc import Callable

import click

from platica.cli.listing import printable
from platica.cli.spoken_click import usage_phrase
from platica.cli.wrong_usage import NothingAsked
from platica.domain.system_errors import file_of, reason_to_write
from platica.errors import PlaticaError
from platica.phrases import Phrase, Phrasebook, phrase

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def ended(work: Callable[[], object], book: Callable[[], Phrasebook], *, debug: bool) -> int:
    """Does the work; gives 0 or the code it gives when it is done, 1 when it was refused, 2 when it was no command.

    `book` is asked for only when something has to be said; with `debug` it is also shown where an error came from.
    """
    try:
        code = work()
    except NothingAsked as nothing:
        click.echo(nothing.message, err=True)
        return WRONG_USAGE
    except click.UsageError as wrong:
        _complain(book(), usage_phrase(wrong))
        if wrong.ctx:
            _complain(book(), phrase("Help: {line}", line=f"{wrong.ctx.command_path} --help"))
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        _complain(book(), phrase("Stopped."))
        return REFUSED
    except Exception as error:  # noqa: BLE001 - a person sees a sentence, whatever happened
        if debug:
            _show_trace()
        _complain(book(), error.phrase if isinstance(error, PlaticaError) else _unforeseen(error))
        return REFUSED
    return code if isinstance(code, int) else DONE


def _complain(book: Phrasebook, said: Phrase) -> None:
    click.echo(printable(book.tell(said)), err=True)


def _unforeseen(error: Exception) -> Phrase:
    reason: Phrase | str = type(error).__name__
    if isinstance(error, OSError):
        reason = reason_to_write(error)
        if file := file_of(error):
            reason = phrase("{place}: {sentence}", place=file, sentence=reason)
    return phrase("This could not be done: {reason}. With --debug, the program shows more.", reason=reason)


def _show_trace() -> None:
    import traceback

    click.echo(traceback.format_exc(), err=True)
