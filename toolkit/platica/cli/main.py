"""The console entry: reads the line, finds the language to speak, and runs the command."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

from platica.cli.english import English
from platica.cli.global_options import Globals, read_globals
from platica.cli.screens import open_screens
from platica.errors import PlaticaError
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.cli.call import Call
    from platica.desk.places import Places


def run() -> NoReturn:
    """The `platica` command. Opening the screens makes much that stays, so garbage is looked for once they stand."""
    if not sys.argv[1:]:
        gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:], os.environ))


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Runs one line of words; gives 0 when it is done, 1 when it was refused, 2 when it was no command."""
    debug = "--debug" in arguments

    def work() -> int:
        asked, rest = read_globals(arguments, environ)
        places = places_of(asked)
        book = book_for(asked, places)
        if not (rest or asked.json or asked.plain):
            return open_screens(places, book.language)
        from platica.cli.call import Call
        from platica.cli.secrets import Secrets

        secrets = Secrets(book, from_stdin=asked.passphrase_stdin)
        return run_line(Call(places, book, asked.json, asked.plain, secrets, asked.leader), rest, debug=debug)

    return _ended(work, lambda: _book_of(environ), debug=debug)


def run_line(call: "Call", words: Sequence[str], *, debug: bool = False) -> int:
    """Runs a command in its place and language, and says what went wrong; gives the exit code."""
    from platica.cli.tree import build

    def work() -> object:
        try:
            return build(call.book).main(list(words), prog_name="platica", standalone_mode=False, obj=call)
        except PlaticaError as error:
            if debug or call.book.tell(error.phrase) not in call.told:
                raise
            return 1

    return _ended(work, lambda: call.book, debug=debug)


def _ended(work: Callable[[], object], book: Callable[[], Phrasebook], *, debug: bool) -> int:
    """As `ended`, which is loaded only when something has to be said: the screens start without click."""
    try:
        code = work()
    except BaseException as error:  # noqa: BLE001 - `ended` knows what to do with it
        return _ended_badly(error, book, debug=debug)
    return code if isinstance(code, int) else 0


def _ended_badly(error: BaseException, book: Callable[[], Phrasebook], *, debug: bool) -> int:
    from platica.cli.ending import ended

    def again() -> NoReturn:
        raise error

    return ended(again, book, debug=debug)


def places_of(asked: Globals) -> "Places":
    """The folders asked for, or those this computer sets aside."""
    from platica.desk.places import Places, default_cache, default_site

    return Places(asked.site or default_site(), asked.content, asked.cache or default_cache())


def book_for(asked: Globals, places: "Places") -> Phrasebook:
    """The phrasebook of the language asked for, else of the site, else of the terminal, else of English.

    Raises WrongUsage when a language was asked for that the program does not speak, ContentError when its catalogue
    cannot be read.
    """
    from platica.desk.places import open_catalogues

    catalogues = open_catalogues(places)
    known = catalogues.languages()
    for wish in filter(None, (asked.language, _site_language(places), asked.locale_language)):
        spoken = _spoken(wish, known)
        if spoken:
            return catalogues.phrasebook(spoken)
        if wish == asked.language:
            listed = ", ".join(known)
            from platica.cli.wrong_usage import WrongUsage

            raise WrongUsage(phrase("“{found}” is not spoken here. There are: {known}.", found=wish, known=listed))
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
    """The phrasebook the environment alone asks for; plain English when that cannot be had either."""
    named = {name: value for name, value in environ.items() if name not in ("PLATICA_LANGUAGE", "PLATICA_CONTENT")}
    asked, _ = read_globals([], named)
    try:
        return book_for(asked, places_of(asked))
    except Exception:  # noqa: BLE001 - something is being told already
        return English()
