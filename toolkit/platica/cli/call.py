"""One call of the program: where things are, who is asking, and how what comes of it is said."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from platica.cli.english import English
from platica.cli.listing import Facts, Listing, printable
from platica.cli.secrets import Secrets
from platica.phrases import Phrase, Phrasebook

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.desk.places import Places
    from platica.domain.progress import Progress

Json = str | int | float | bool | None | Sequence["Json"] | dict[str, "Json"]
Shown = str | Listing | Facts


@dataclass(frozen=True, slots=True)
class Call:
    """What every command is given."""

    places: "Places"
    book: Phrasebook
    json: bool = False
    plain: bool = False
    secrets: Secrets = field(default_factory=lambda: Secrets(English()))
    leader: str | None = None
    """Whose hand it is, as they are called; None for who is at the keyboard of this computer."""
    told: set[str] = field(default_factory=set)
    """What was said on standard error already, so that no sentence is said twice."""

    @property
    def language(self) -> str:
        """The language things are said in here."""
        return self.book.language

    @contextmanager
    def desk(self) -> "Iterator[Desk]":
        """The open desk of the site; what it noticed is said on standard error.

        Raises SiteError without a site, Refused when the passphrase it asks for is not given, NotFound when nobody who
        leads is called as was said.
        """
        from platica.desk.open_desk import open_desk

        with self.secrets.opened(lambda secret: open_desk(self.places, secret=secret)) as desk:
            self._begin(desk)
            yield desk

    @contextmanager
    def desk_by_passphrase(self) -> "Iterator[tuple[Desk, str]]":
        """As `desk`, with the passphrase, which is asked for even where the records are open."""
        from platica.desk.open_desk import open_desk

        secret, desk = self.secrets.tried(
            lambda typed: (typed, open_desk(self.places, secret=typed)), self.secrets.passphrase_of_now
        )
        with desk:
            self._begin(desk)
            yield desk, secret

    @contextmanager
    def content_desk(self) -> "Iterator[Desk]":
        """The desk for reading and translating content, for which no site is needed."""
        from platica.desk.open_desk import open_content

        with open_content(self.places, self.language) as desk:
            self._notice(desk)
            yield desk

    def give(self, data: Json, *shown: Shown) -> None:
        """The result, on standard output: the data with --json, else what is shown for people."""
        if self.json:
            ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
            click.echo(json.dumps(data, ensure_ascii=ascii_only, indent=2))
            return
        for one in shown:
            for line in one.lines(plain=self.plain) if not isinstance(one, str) else [one]:
                click.echo(printable(line))

    def warn(self, said: Phrase) -> None:
        """A sentence on standard error."""
        sentence = self.book.tell(said)
        self.told.add(sentence)
        click.echo(printable(sentence), err=True)

    @contextmanager
    def progress(self) -> "Iterator[Progress]":
        """A bar on standard error where that is a terminal; silence elsewhere."""
        from platica.cli.progress import bar
        from platica.domain.progress import silent

        if self.plain or not sys.stderr.isatty():
            yield silent
        else:
            with bar(self.book) as shown:
                yield shown

    def _begin(self, desk: "Desk") -> None:
        """Says what the desk noticed, and whose hand it is from now on."""
        self._notice(desk)
        if self.leader is not None:
            from platica.desk import leaders

            desk.records.hand = leaders.find(desk, self.leader).id

    def _notice(self, desk: "Desk") -> None:
        for notice in desk.notices:
            self.warn(notice)
