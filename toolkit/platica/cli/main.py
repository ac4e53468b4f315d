"""The console entry: reads the line, finds the language, runs the command, and says what went wrong in one sentence."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from platica.cli.call import Call
from platica.cli.global_options import Globals, read_globals
from platica.cli.listing import printable
from platica.cli.spoken_click import NothingAsked, usage_phrase
from platica.errors import PlaticaError, Refused
from platica.phrases import Phrase, Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.open_desk import Places

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def run() -> NoReturn:
    """The `platica` command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:], os.environ))


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Runs one line of words; gives 0 when it is done, 1 when it was refused, 2 when it was no command."""
    try:
        asked, rest = read_globals(arguments, environ)
        places = places_of(asked)
        book = book_for(asked, places)
    except Refused as wrong:
        _complain(_book_of(environ), wrong.phrase)
        return WRONG_USAGE
    return run_line(Call(places, book, json=asked.json, plain=asked.plain), rest, debug=asked.debug)


def run_line(call: Call, words: Sequence[str], *, debug: bool = False) -> int:
    """Runs a command in its place and language, and says what went wrong; gives the exit code."""
    from platica.cli.tree import build

    try:
        ended = build(call.book).main(list(words), prog_name="platica", standalone_mode=False, obj=call)
    except NothingAsked as nothing:
        click.echo(nothing.message, err=True)
        return WRONG_USAGE
    except click.UsageError as wrong:
        _complain(call.book, usage_phrase(wrong))
        if wrong.ctx:
            _complain(call.book, phrase("Help: {line}", line=f"{wrong.ctx.command_path} --help"))
        return WRONG_USAGE
    except PlaticaError as refused:
        if debug:
            _show_trace()
        _complain(call.book, refused.phrase)
        return REFUSED
    except (click.Abort, KeyboardInterrupt):
        _complain(call.book, phrase("Stopped."))
        return REFUSED
    except Exception as unexpected:  # noqa: BLE001 - a person sees a sentence, whatever happened
        if debug:
            _show_trace()
        _complain(call.book, _unexpected(unexpected))
        return REFUSED
    return ended if isinstance(ended, int) else DONE


def places_of(asked: Globals) -> "Places":
    """The folders asked for, or those this computer sets aside."""
    from platica.desk.open_desk import Places
    from platica.desk.places import default_cache, default_site

    return Places(asked.site or default_site(), asked.content, asked.cache or default_cache())


def book_for(asked: Globals, places: "Places") -> Phrasebook:
    """The phrasebook of the language asked for, else of the site, else of the terminal, else of English.

    Raises Refused when a language was asked for that the program does not speak.
    """
    from platica.desk.open_desk import open_catalogues

    catalogues = open_catalogues(places)
    known = catalogues.languages()
    for wish in filter(None, (asked.language, _site_language(places), asked.locale_language)):
        spoken = _spoken(wish, known)
        if spoken:
            return catalogues.phrasebook(spoken)
        if wish == asked.language:
            listed = ", ".join(known)
            raise Refused(phrase("“{found}” is not spoken here. There are: {known}.", found=wish, known=listed))
    return catalogues.phrasebook("en")


def _spoken(wish: str, known: Sequence[str]) -> str | None:
    """The language of the program nearest to the one wished for: `es` for `es_MX` where there is no `es-MX`."""
    tag = wish.replace("_", "-").lower()
    return next((one for one in known if one.lower() in (tag, tag.partition("-")[0])), None)


def _site_language(places: "Places") -> str | None:
    """None as well when the settings cannot be read: the command itself will say so."""
    from platica.desk.settings_file import has_settings, read_settings

    try:
        return read_settings(places.site).language if has_settings(places.site) else None
    except PlaticaError:
        return None


def _book_of(environ: Mapping[str, str]) -> Phrasebook:
    """The phrasebook the environment asks for, when the line asked for none that is spoken."""
    from dataclasses import replace

    asked, _ = read_globals([], environ)
    try:
        return book_for(asked, places_of(asked))
    except Refused:
        return book_for(replace(asked, language=None), places_of(asked))


def _complain(book: Phrasebook, said: Phrase) -> None:
    click.echo(printable(book.tell(said)), err=True)


def _unexpected(error: Exception) -> Phrase:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
    if isinstance(error, OSError) and error.filename:
        reason = f"{error.filename}: {reason}"
    return phrase("This could not be done: {reason}. With --debug, the program shows more.", reason=reason)


def _show_trace() -> None:
    import traceback

    click.echo(traceback.format_exc(), err=True)
