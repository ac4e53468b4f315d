"""The messages of a domain: every text of its files that is for translation, once each, in the order of the files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from platica.content.handouts import HandoutFile
from platica.content.outline import passages_of
from platica.content.passages import Passage
from platica.content.sessions import SessionFile
from platica.content.shelf import SHARED, owner_of, place_of
from platica.content.stock import Stock
from platica.domain.document import Message


def messages_of(stock: Stock, domain: str) -> tuple[Message, ...]:
    """The messages of a curriculum, or of the shared texts. Raises NotFound and ContentError."""
    passages = _shared(stock) if domain == SHARED else _curriculum(stock, domain)
    return unique(passages)


def messages_used(stock: Stock, curriculum: str) -> dict[str, tuple[Message, ...]]:
    """What a curriculum prints, by domain: all its own texts, the sheets and sessions it borrows, the safety texts.

    Raises NotFound and ContentError for a file that it uses, and for no other.
    """
    head = stock.curriculum(curriculum).sound(place_of(curriculum, "curriculum.yaml"))
    passages: dict[str, list[Passage]] = {
        curriculum: list(_curriculum(stock, curriculum)),
        SHARED: list(_safety(stock)),
    }
    for reference in head.entry.sessions:
        owner = owner_of(reference, curriculum)[0]
        if owner != curriculum:
            passages.setdefault(owner, []).extend(
                session_passages(stock.session(reference, curriculum).sound(reference))
            )
    for reference in head.entry.handouts:
        owner = owner_of(reference, curriculum)[0]
        if owner != curriculum:
            passages.setdefault(owner, []).extend(
                handout_passages(stock.handout(reference, curriculum).sound(reference))
            )
    return {domain: unique(found) for domain, found in passages.items()}


def unique(passages: Iterable[Passage]) -> tuple[Message, ...]:
    """The messages of passages, one for each context and source.

    Where a text stands several times its first place counts; it is a safety text if it is one anywhere, and its facts
    and notes are those of all its places.
    """
    found: dict[tuple[str | None, str], Message] = {}
    for passage in passages:
        if passage.fixed:
            continue
        message = passage.message
        key = message.context, message.source
        found[key] = _both(found[key], message) if key in found else message
    return tuple(found.values())


def session_passages(session: SessionFile) -> Iterator[Passage]:
    """Every passage of a session file, in reading order."""
    yield from session.front_passages
    for activity in session.activities:
        yield activity.title
        yield from passages_of(activity.blocks)


def handout_passages(handout: HandoutFile) -> Iterator[Passage]:
    """Every passage of a handout file, in reading order."""
    yield handout.title
    if handout.subtitle:
        yield handout.subtitle
    yield from passages_of(handout.blocks)


def _both(first: Message, again: Message) -> Message:
    notes = dict.fromkeys(note for note in (first.note, again.note) if note)
    return replace(
        first,
        safety=first.safety or again.safety,
        facts=tuple(dict.fromkeys(first.facts + again.facts)),
        note=" ".join(notes) or None,
    )


def _curriculum(stock: Stock, name: str) -> Iterator[Passage]:
    head = stock.curriculum(name).sound(place_of(name, "curriculum.yaml"))
    yield from head.passages
    for reference in head.entry.sessions:
        if owner_of(reference, name)[0] == name:
            yield from session_passages(stock.session(reference, name).sound(reference))
    for reference in head.entry.handouts:
        if owner_of(reference, name)[0] == name:
            yield from handout_passages(stock.handout(reference, name).sound(reference))


def _safety(stock: Stock) -> Iterator[Passage]:
    for safety in stock.safety().sound(place_of(SHARED, "safety.yaml")).values():
        yield from safety.passages


def _shared(stock: Stock) -> Iterator[Passage]:
    yield from _safety(stock)
    for name in stock.shelf.shared("sessions", ".md"):
        yield from session_passages(stock.session(name, SHARED).sound(name))
    for name in stock.shelf.shared("handouts", ".md"):
        yield from handout_passages(stock.handout(name, SHARED).sound(name))
    for read in stock.packs():
        pack = read.sound(SHARED)
        yield pack.name
        yield from pack.notes.values()
