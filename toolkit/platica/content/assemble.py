"""Domain values from the files of a curriculum."""

from collections.abc import Iterator
from dataclasses import replace

from platica.content.inline import as_written, text_of
from platica.content.outline import safety_used
from platica.content.packs import PackFile
from platica.content.passages import Passage
from platica.content.shelf import SHARED, owner_of, place_of, seen_from
from platica.content.stock import SHARED_LANGUAGE, Stock
from platica.content.titles import SessionLine, Title, Titles
from platica.domain.curriculum import CompletionRule, Curriculum, Fact, GroupSize, Handout, Session
from platica.domain.document import Translate, Translators
from platica.domain.ids import CurriculumId, FactId, HandoutId, SessionId
from platica.domain.pack import CountryPack
from platica.errors import ContentError
from platica.phrases import phrase


def curriculum_of(stock: Stock, name: str) -> Curriculum:
    """A curriculum with its sessions and handouts. Raises NotFound, ContentError."""
    head = stock.curriculum(name).sound(place_of(name, "curriculum.yaml"))
    entry, completion = head.entry, head.entry.completion
    return Curriculum(
        id=CurriculumId(name),
        version=entry.version,
        title=as_written(head.title.message),
        summary=as_written(head.summary.message),
        kind=entry.kind,
        audience=as_written(head.audience.message),
        group_size=GroupSize(entry.group_size.least, entry.group_size.most),
        source_language=entry.source_language,
        sessions=tuple(session_of(stock, name, reference) for reference in entry.sessions),
        handouts=tuple(handout_of(stock, name, reference) for reference in entry.handouts),
        completion=CompletionRule(completion.attend, completion.source) if completion else None,
        reviews=entry.reviews,
        pack_keys=entry.packs,
        licence=entry.licence,
        authors=entry.authors,
        icon=entry.icon or None,
        content_hash=stock.shelf.hash_of(name),
    )


def session_of(stock: Stock, curriculum: str, reference: str) -> Session:
    """A session as the curriculum names it; the handouts of a borrowed one are named with their owner."""
    session = stock.session(reference, curriculum).sound(reference).session
    owner, _ = owner_of(reference, curriculum)
    if owner == curriculum:
        return session
    handouts = tuple(HandoutId(seen_from(handout, owner, curriculum)) for handout in session.handouts)
    missed = HandoutId(seen_from(session.missed, owner, curriculum)) if session.missed else None
    return replace(session, id=SessionId(reference), handouts=handouts, missed=missed)


def handout_of(stock: Stock, curriculum: str, reference: str) -> Handout:
    """A handout as the curriculum names it, with the facts of the safety texts on it."""
    file = stock.handout(reference, curriculum).sound(reference)
    texts = stock.safety().sound(place_of(SHARED, "safety.yaml"))
    used = (texts[name] for name in safety_used(file.blocks) if name in texts)
    facts = (*file.handout.facts, *(FactId(fact) for text in used for fact in text.facts))
    return replace(file.handout, id=HandoutId(reference), facts=tuple(dict.fromkeys(facts)))


def titles_of(stock: Stock, name: str) -> Titles:
    """The titles of a curriculum and its parts. Raises NotFound, ContentError."""
    entry = stock.curriculum(name).sound(place_of(name, "curriculum.yaml")).entry
    title, summary, audience = titles_head(stock, name)
    sessions = tuple(_session_line(stock, name, reference) for reference in entry.sessions)
    return Titles(title, summary, audience, sessions, tuple(_handout_titles(stock, name, entry.handouts)))


def titles_head(stock: Stock, name: str) -> tuple[Title, Title, Title]:
    """Title, summary and audience."""
    head = stock.curriculum(name).sound(place_of(name, "curriculum.yaml"))
    language = head.entry.source_language
    title, summary, audience = (Title(name, passage, name, language) for passage in head.passages)
    return title, summary, audience


def _session_line(stock: Stock, curriculum: str, reference: str) -> SessionLine:
    owner, _ = owner_of(reference, curriculum)
    language = stock.source_language(owner)
    file = stock.session(reference, curriculum).sound(reference)
    activities = tuple(Title(node.activity.id, node.title, owner, language) for node in file.activities)
    return SessionLine(Title(reference, file.title, owner, language), file.session.minutes, activities)


def _handout_titles(stock: Stock, curriculum: str, references: tuple[str, ...]) -> Iterator[Title]:
    for reference in references:
        owner, _ = owner_of(reference, curriculum)
        file = stock.handout(reference, curriculum).sound(reference)
        yield Title(reference, file.title, owner, stock.source_language(owner))


def facts_of(stock: Stock, name: str) -> tuple[Fact, ...]:
    """The facts named in curriculum.yaml, in its order. Raises NotFound, ContentError."""
    entry = stock.curriculum(name).sound(place_of(name, "curriculum.yaml")).entry
    for owner in (SHARED, name):
        stock.facts(owner).sound(place_of(owner, "facts.yaml"))
    known = stock.known_facts(name)
    missing = [fact for fact in entry.facts if fact not in known]
    if missing:
        place = place_of(name, "curriculum.yaml")
        raise ContentError(
            phrase("{place} names the fact {fact}, which is in no facts.yaml.", place=place, fact=missing[0])
        )
    return tuple(known[fact].fact for fact in entry.facts)


def packs_of(stock: Stock, translators: Translators | None) -> tuple[CountryPack, ...]:
    """Every country pack. Raises ContentError."""
    files = [read.sound(place_of(SHARED, "packs")) for read in stock.packs()]
    if translators is None:
        return tuple(file.pack for file in files)
    return tuple(_told(file, translators(SHARED)) for file in files)


def _told(file: PackFile, translate: Translate) -> CountryPack:
    def text(passage: Passage) -> str:
        return text_of(passage, translate, SHARED_LANGUAGE, {}).plain

    slots = (
        replace(slot, note=text(file.notes[slot.key])) if slot.key in file.notes else slot for slot in file.pack.slots
    )
    return replace(file.pack, name=text(file.name), slots=tuple(slots))
