"""A sheet as messages for a telephone, none longer than is read in one go."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from platica.language.formats import Formats
from platica.phrases import Phrase, Phrasebook, mark
from platica.press import shapes
from platica.press.plain_text import Passage, PlainText
from platica.press.views import Edition, HandoutView, Stamp

LONGEST = 1000
"""Characters of one message: longer ones are cut by some services and folded away by others."""
_BETWEEN = "\n\n"
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_ROLES = {"clinical": mark("clinical"), "language": mark("language"), "community": mark("community")}


def phone_messages(view: HandoutView, edition: Edition, book: Phrasebook) -> tuple[str, ...]:
    """The messages in the order to send them; `book` is the print phrasebook of the edition's language.

    Each begins with the sheet's title and, of several, its number; a draft says so in every one of them.
    """
    formats = Formats(edition.language, edition.region)
    plain = PlainText(book, formats)
    sheet, title = view.handout, plain.words(view.handout.title)
    draft = _draft(view.stamp, book)
    passages = [Passage((plain.words(sheet.subtitle),))] if sheet.subtitle else []
    passages += [*plain.passages(sheet.blocks), *_about(view.stamp, book, formats)]
    room = LONGEST - len(_head(title, draft, 99, 99) + _BETWEEN)
    bodies = _packed(_under_headings(passages), room)
    return tuple(
        _BETWEEN.join((_head(title, draft, number, len(bodies)), body)) for number, body in enumerate(bodies, start=1)
    )


def _head(title: str, draft: str, number: int, count: int) -> str:
    numbered = f"{title} ({number}/{count})" if count > 1 else title
    return f"{numbered}\n{draft}" if draft else numbered


def _draft(stamp: Stamp, book: Phrasebook) -> str:
    if not stamp.unsound:
        return ""
    return book.say_count(
        "DRAFT: {count} text is not ready in this language.",
        "DRAFT: {count} texts are not ready in this language.",
        stamp.unsound,
    )


def _about(stamp: Stamp, book: Phrasebook, formats: Formats) -> Iterator[Passage]:
    """The lines of the foot: where the words come from and who has not read them yet."""
    if stamp.sources:
        yield Passage((f"{book.say('Sources')}: {'; '.join(shapes.each_once(stamp.sources))}",))
    lines = [f"{stamp.curriculum_title} · {book.say('Version {version}', version=stamp.version)}"]
    if stamp.pending:
        roles = formats.listing([book.tell(Phrase(_ROLES[role])) for role in stamp.pending])
        lines.append(book.say("Review pending: {roles}", roles=roles))
    yield Passage(tuple(lines))


def _under_headings(passages: Sequence[Passage]) -> Iterator[tuple[str, ...]]:
    """The pieces of each passage, after those of the headings over it."""
    over: tuple[str, ...] = ()
    for passage in passages:
        over += passage.pieces
        if not passage.heading:
            yield over
            over = ()
    if over:
        yield over


@dataclass(slots=True)
class _Packer:
    """Fills one message after another; a passage goes to the next when only that keeps it whole."""

    room: int
    full: list[str] = field(default_factory=list)
    begun: str = ""

    def put(self, words: str, between: str) -> None:
        """Words that stay together; `between` sets them apart from those before."""
        if self.begun and len(self.begun) + len(between) + len(words) > self.room:
            self.end()
        self.begun = f"{self.begun}{between}{words}" if self.begun else words

    def end(self) -> None:
        """Goes on with a new message."""
        if self.begun:
            self.full.append(self.begun)
        self.begun = ""


def _packed(passages: Iterator[tuple[str, ...]], room: int) -> list[str]:
    packer = _Packer(room)
    for pieces in passages:
        whole = "\n".join(pieces)
        if len(whole) <= room:
            packer.put(whole, _BETWEEN)
            continue
        packer.end()
        for piece in pieces:
            for at, words in enumerate(_shortened(piece, room)):
                packer.put(words, " " if at else "\n")
    packer.end()
    return packer.full


def _shortened(piece: str, room: int) -> Iterator[str]:
    """A piece that fits, or its sentences, or the words of a sentence that does not fit either."""
    if len(piece) <= room:
        yield piece
        return
    for sentence in _SENTENCE_END.split(piece):
        yield from (sentence,) if len(sentence) <= room else sentence.split()
