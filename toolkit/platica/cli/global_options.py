"""The options every command takes, read wherever they stand in the line, before the commands are built."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from platica.phrases import Phrase, Phrasebook, mark, phrase


@dataclass(frozen=True, slots=True)
class GlobalOption:
    """An option of every command; without a metavar it takes no value."""

    name: str
    help: str
    metavar: str = ""
    variable: str = ""
    """The environment variable that stands in for it."""

    def written(self, book: Phrasebook) -> str:
        """`--site FOLDER`, the value's name in the reader's language."""
        return f"{self.name} {book.say(self.metavar)}" if self.metavar else self.name


GLOBAL_OPTIONS = (
    GlobalOption("--site", mark("The folder of the organization's records."), mark("FOLDER"), "PLATICA_SITE"),
    GlobalOption(
        "--content",
        mark("A folder with curricula/, locales/ and printables/ to use before those installed."),
        mark("FOLDER"),
        "PLATICA_CONTENT",
    ),
    GlobalOption(
        "--language", mark("The language of what is said here, such as es."), mark("LANGUAGE"), "PLATICA_LANGUAGE"
    ),
    GlobalOption(
        "--by",
        mark("Who of those who lead saves this, for the history; asks for no PIN."),
        mark("NAME"),
        "PLATICA_LEADER",
    ),
    GlobalOption("--json", mark("Gives the result as one JSON document.")),
    GlobalOption(
        "--plain", mark("One fact a line, for screen readers; without a command, asks for one after another.")
    ),
    GlobalOption(
        "--passphrase-stdin",
        mark("Reads the passphrase, when one is needed, from standard input: one line for each."),
    ),
    GlobalOption("--debug", mark("Shows where an error came from.")),
)


@dataclass(frozen=True, slots=True)
class Globals:
    """What the global options and the environment say."""

    site: Path | None
    content: Path | None
    cache: Path | None
    language: str | None
    """As asked for by option or PLATICA_LANGUAGE; None when nobody asked."""
    locale_language: str | None
    """The language the terminal is set to."""
    leader: str | None
    """Whose hand it is, as they are called."""
    json: bool
    plain: bool
    passphrase_stdin: bool
    debug: bool


def read_globals(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> tuple[Globals, list[str]]:
    """The global options and the rest of the line; words after `--` are left alone.

    Raises WrongUsage when one lacks its value or has one it does not take.
    """
    found, rest = _sorted_out(arguments)

    def value(name: str) -> str | None:
        option = next(one for one in GLOBAL_OPTIONS if one.name == name)
        return found.get(name) or environ.get(option.variable) or None

    def folder(name: str) -> Path | None:
        given = value(name)
        return Path(given).expanduser().absolute() if given else None

    cache = environ.get("PLATICA_CACHE")
    return (
        Globals(
            site=folder("--site"),
            content=folder("--content"),
            cache=Path(cache).expanduser().absolute() if cache else None,
            language=value("--language"),
            locale_language=language_of_locale(environ),
            leader=value("--by"),
            json="--json" in found,
            plain="--plain" in found,
            passphrase_stdin="--passphrase-stdin" in found,
            debug="--debug" in found,
        ),
        rest,
    )


def language_of_locale(environ: Mapping[str, str]) -> str | None:
    """`es-MX` for LC_ALL=es_MX.UTF-8; None for C, POSIX or nothing."""
    name = next((environ[one] for one in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(one)), "")
    tag = re.match(r"[A-Za-z]{2,3}(?:_[A-Za-z]{2})?(?=[.@]|$)", name)
    return tag[0].replace("_", "-") if tag else None


def _sorted_out(arguments: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    options = {option.name: option for option in GLOBAL_OPTIONS}
    found: dict[str, str] = {}
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
            break
        name, equals, value = word.partition("=")
        option = options.get(name)
        if option is None:
            rest.append(word)
        elif option.metavar:
            found[name] = value if equals else next(words, "")
            if not found[name] or found[name].startswith("--"):
                raise _wrong(phrase("{option} needs a value.", option=name))
        elif equals:
            raise _wrong(phrase("{option} takes no value.", option=name))
        else:
            found[name] = ""
    return found, rest


def _wrong(said: Phrase) -> Exception:
    """A WrongUsage; it stands on click, which a start of the screens does without."""
    from platica.cli.wrong_usage import WrongUsage

    return WrongUsage(said)
