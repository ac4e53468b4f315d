"""Pairs of people with names that are alike, looked for again only when names changed."""

from collections.abc import Sequence

from platica.domain.likeness import alike, keys_of, written_as
from platica.domain.participant import Participant

Pair = tuple[Participant, Participant]


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
    return tuple(sorted(pair for pair in near if alike(ways[pair[0]], ways[pair[1]])))
