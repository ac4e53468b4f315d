"""What a person types and nobody may see: asked for at a terminal without showing it, or read from standard input."""

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from platica.cli.listing import printable
from platica.errors import Refused, SiteLocked
from platica.phrases import Phrase, Phrasebook, phrase

TRIES = 3
_NO_TEXT = phrase("The passphrase could not be read as text. Set the terminal to UTF-8.")
Opened = TypeVar("Opened")


class Secrets:
    """The secrets of one call. What was typed once to open the records is not asked for again."""

    def __init__(self, book: Phrasebook, *, from_stdin: bool = False) -> None:
        self._book = book
        self.from_stdin = from_stdin
        """Whether --passphrase-stdin was asked for."""
        self._known: str | None = None

    @property
    def at_terminal(self) -> bool:
        """Whether somebody can be asked."""
        return not self.from_stdin and sys.stdin is not None and sys.stdin.isatty()

    def opened(self, open_with: Callable[[str | None], Opened]) -> Opened:
        """What opens without a secret or, when it is locked, with the one that is asked for.

        Raises Refused for a wrong one, at a terminal after three tries, and when there is nobody to ask.
        """
        try:
            return open_with(self._known)
        except SiteLocked:
            pass
        except Refused:
            if self._known is None:
                raise
        return self.tried(open_with, self.passphrase_of_now)

    def tried(self, use: Callable[[str], Opened], ask: Callable[[], str]) -> Opened:
        """What comes of a secret; at a terminal a wrong one is told and asked for again, three times in all."""
        for left in reversed(range(TRIES if self.at_terminal else 1)):
            secret = ask()
            try:
                found = use(secret)
            except Refused as wrong:
                if not left:
                    raise
                self.tell(wrong.phrase)
            else:
                self._known = secret
                return found
        raise AssertionError

    def passphrase_of_now(self) -> str:
        """The passphrase, or a code, that opens the records now."""
        return self._asked(phrase("Passphrase or recovery code: "))

    def new_passphrase(self, check: Callable[[str], None]) -> str:
        """A passphrase to be set, typed twice at a terminal. Raises Refused when it will not do."""
        secret = self.tried(lambda typed: self._twice(typed, check), lambda: self._asked(phrase("New passphrase: ")))
        self._known = secret
        return secret

    def line(self, asked: Phrase) -> str:
        """A line that may be seen while it is typed. Raises Abort when it is stopped."""
        click.echo(self._book.tell(asked), nl=False, err=True)
        return self._read()

    def tell(self, said: Phrase) -> None:
        """A sentence on standard error."""
        click.echo(printable(self._book.tell(said)), err=True)

    def _twice(self, typed: str, check: Callable[[str], None]) -> str:
        check(typed)
        if self.at_terminal and self._asked(phrase("The same again: ")) != typed:
            raise Refused(phrase("The two are not the same."))
        return typed

    def _asked(self, asked: Phrase) -> str:
        if self.at_terminal:
            return _text(self._unseen(self._book.tell(asked)))
        if not self.from_stdin:
            raise Refused(phrase("A passphrase is needed. Run this at a terminal, or give it with --passphrase-stdin."))
        return _text(self._read())

    def _unseen(self, words: str) -> str:
        import getpass

        try:
            return getpass.getpass(words)
        except EOFError:
            raise click.Abort from None

    def _read(self) -> str:
        try:
            found = sys.stdin.readline()
        except UnicodeDecodeError:
            raise Refused(_NO_TEXT) from None
        if found:
            return found.rstrip("\r\n")
        if self.from_stdin:
            raise Refused(phrase("A line with a passphrase is missing on standard input."))
        raise click.Abort


def _text(typed: str) -> str:
    """What was typed. Raises Refused when the bytes were no text; neither they nor their place are told."""
    if any("\ud800" <= sign <= "\udfff" for sign in typed):
        raise Refused(_NO_TEXT)
    return typed
