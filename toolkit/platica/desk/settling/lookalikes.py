"""Pairs of people with names that are alike, looked for again only when names changed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from platica.domain.likeness import alike, keys_of, numbered, written_as
from platica.domain.participant import Participant

Pair = tuple[Participant, Participant]
_MANY = 4
"""With how many others a name may be confused by a slip before it is taken for one of a pattern."""


class Lookalikes:
    """Remembers the pairs that were found among the same people."""

    def __init__(self) -> None:
        self._among: tuple[tuple[str, str], ...] = ()
        self._pairs: tuple[tuple[int, int], ...] = ()

    def among(self, people: Sequence[Participant]) -> tuple[Pair, ...]:
        """Everybody twice whose names may be one person's, each pair once."""
        named = tuple((one.id, one.name) for one in people)
        if named != self._among:
            self._among, self._pairs = named, _pairs([name for _, name in named])
        return tuple((people[first], people[second]) for first, second in self._pairs)


def _pairs(names: Sequence[str]) -> tuple[tuple[int, int], ...]:
    ways = [written_as(name) for name in names]
    sharing: dict[str, list[int]] = {}
    for place, way in enumerate(ways):
        for key in set(keys_of(way)):
            sharing.setdefault(key, []).append(place)
    near = {
        (first, second)
        for places in sharing.values()
        if len(places) > 1
        for at, first in enumerate(places)
        for second in places[at + 1 :]
    }
    pairs = [
        (one, other) for one, other in near if alike(ways[one], ways[other]) and not numbered(names[one], names[other])
    ]
    return tuple(sorted(_but_patterns(pairs, ways)))


def _but_patterns(
    pairs: Sequence[tuple[int, int]], ways: Sequence[frozenset[tuple[str, ...]]]
) -> Iterator[tuple[int, int]]:
    """The pairs without those of whom each is nearly called like many others: that is a pattern, and no slip."""
    slips = {pair for pair in pairs if ways[pair[0]].isdisjoint(ways[pair[1]])}
    often = Counter(person for pair in slips for person in pair)
    return (pair for pair in pairs if pair not in slips or min(often[pair[0]], often[pair[1]]) < _MANY)
