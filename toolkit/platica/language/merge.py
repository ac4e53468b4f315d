"""Bringing a catalogue up to date with its source.

A new message is compared with *removed* ones only: an edited text is one that went and one that came. The best pairs
are joined first and each removed text is used once; the old translation comes along marked stale, with its old source.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polib

from platica.domain.catalogue_update import UpdateReport
from platica.domain.document import Message
from platica.language import po

LIKENESS = 70.0
"""Percent two texts must have in common, as RapidFuzz counts it."""
SHORT = 20
SHORT_LIKENESS = 85.0
"""Short texts are alike by chance, so those under SHORT characters need more."""

_Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A catalogue's entries by what the source still says."""

    standing: dict[_Key, polib.POEntry]
    gone: list[polib.POEntry]


def update(catalogue: polib.POFile, messages: Sequence[Message], domain: str, language: str) -> UpdateReport:
    """Gives the catalogue exactly these messages, in this order; removed translations stay at the end as `#~`."""
    sorted_entries = _sort(catalogue, {(message.context, message.source) for message in messages})
    unseen = [message for message in messages if (message.context, message.source) not in sorted_entries.standing]
    pairs = dict(_pairs(unseen, sorted_entries.gone))
    used = {id(entry) for entry in pairs.values()}
    entries = []
    for message in messages:
        known = sorted_entries.standing.get((message.context, message.source))
        entries.append(_kept(known, message) if known else _made(message, pairs.get(message)))
    dropped = [entry for entry in sorted_entries.gone if id(entry) not in used]
    newly_removed = sum(not entry.obsolete for entry in dropped)
    catalogue[:] = entries + [_retired(entry) for entry in dropped if any(po.forms(entry))]
    changed = len(pairs)
    return UpdateReport(domain, language, len(unseen) - changed, changed, newly_removed, len(messages) - len(unseen))


def _sort(catalogue: polib.POFile, wanted: set[_Key]) -> _Sorted:
    standing: dict[_Key, polib.POEntry] = {}
    gone = []
    for entry in sorted(catalogue, key=lambda entry: entry.obsolete):
        place = entry.msgctxt, entry.msgid
        if place in wanted and place not in standing:
            standing[place] = entry
        elif place not in standing:
            gone.append(entry)
    return _Sorted(standing, gone)


def _kept(entry: polib.POEntry, message: Message) -> polib.POEntry:
    entry.obsolete = False
    if (entry.msgid_plural or None) != message.plural:
        _change_plural(entry, message.plural)
    po.describe(entry, message)
    return entry


def _change_plural(entry: polib.POEntry, plural: str | None) -> None:
    texts = po.forms(entry)
    if any(texts):
        _mark_stale(entry, entry)
    entry.msgid_plural = plural or ""
    entry.msgstr, entry.msgstr_plural = "", {}
    po.set_forms(entry, texts if len(texts) > 1 or not plural else (texts[0], texts[0]))


def _made(message: Message, old: polib.POEntry | None) -> polib.POEntry:
    entry = po.new_entry(message)
    if old:
        po.set_forms(entry, po.forms(old))
        entry.tcomment = old.tcomment
        entry.flags = list(old.flags)
        _mark_stale(entry, old)
    return entry


def _mark_stale(entry: polib.POEntry, old: polib.POEntry) -> None:
    """Marks the entry stale; the source its translation was made of stays the one from before the first edit."""
    was_stale = old.fuzzy and old.previous_msgid
    entry.previous_msgctxt = old.previous_msgctxt if was_stale else old.msgctxt
    entry.previous_msgid = old.previous_msgid if was_stale else old.msgid
    entry.previous_msgid_plural = (old.previous_msgid_plural if was_stale else old.msgid_plural) or None
    if not entry.fuzzy:
        entry.flags.append("fuzzy")


def _retired(entry: polib.POEntry) -> polib.POEntry:
    entry.obsolete = True
    entry.comment = ""
    entry.occurrences = []
    return entry


def _pairs(unseen: Sequence[Message], gone: Sequence[polib.POEntry]) -> Iterator[tuple[Message, polib.POEntry]]:
    """New messages with the removed text each was made of; the most alike first, nothing used twice."""
    from rapidfuzz import fuzz, process

    candidates = [entry for entry in gone if any(po.forms(entry))]
    sources = [entry.msgid for entry in candidates]
    likely: list[tuple[float, bool, bool, int, int]] = []
    for place, message in enumerate(unseen):
        for _source, score, number in process.extract(
            message.source, sources, scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=4
        ):
            entry = candidates[number]
            if _may_pair(message, entry, score):
                near = entry.msgctxt == message.context
                same_file = po.place_file(message.place) in {file for file, _line in entry.occurrences}
                likely.append((-score, not near, not same_file, place, number))
    taken_messages, taken_entries = set(), set()
    for _score, _near, _file, place, number in sorted(likely):
        if place not in taken_messages and number not in taken_entries:
            taken_messages.add(place)
            taken_entries.add(number)
            yield unseen[place], candidates[number]


def _may_pair(message: Message, entry: polib.POEntry, score: float) -> bool:
    if bool(entry.msgid_plural) != (message.plural is not None):
        return False
    shortest = min(len(message.source), len(entry.msgid))
    return score >= (SHORT_LIKENESS if shortest < SHORT else LIKENESS)
