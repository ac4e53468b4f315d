"""What has been erased: blobs by their places, and the people and questions they spoke of."""

from collections.abc import Iterable, Iterator, Mapping

from platica.ledger.change import Change
from platica.ledger.tables import erasing_table


class Erasures:
    """All blobs that changes of the site erase, whichever log they stand in."""

    def __init__(self) -> None:
        self.subjects: set[str] = set()
        """Ids of people and questions; random, so no two are alike."""
        self._places: dict[str, dict[int, set[int]]] = {}

    def of_log(self, name: str) -> Mapping[int, set[int]]:
        """For each number of a line the blobs erased in it; goes on filling as more is learned."""
        return self._places.setdefault(name, {})

    def note(self, change: Change) -> list[tuple[str, int, int]]:
        """Takes an erasing change in; gives the places not known before: log, line, and blob in it.

        A place that cannot be understood names nothing.
        """
        if erasing_table(change["table"]) == change["table"]:
            self.subjects.add(change["key"])
        fresh = []
        for place in filter(None, map(parsed, change.get("erases", ()))):
            name, number, nth = place
            erased = self._places.setdefault(name, {}).setdefault(number, set())
            if nth not in erased:
                erased.add(nth)
                fresh.append(place)
        return fresh

    def kept(self) -> list[list[str]]:
        """Everything, for the cache."""
        places = [f"{name.replace('-', '/')}/{number}/{nth}" for name, number, nth in self._all()]
        return [sorted(self.subjects), places]

    def restore(self, kept: Iterable[Iterable[str]]) -> None:
        """Takes in what `kept` gave."""
        subjects, places = kept
        self.subjects.update(subjects)
        self.note({"table": "", "key": "", "stamp": "", "erases": list(places)})

    def _all(self) -> Iterator[tuple[str, int, int]]:
        for name, lines in self._places.items():
            for number, erased in lines.items():
                for nth in sorted(erased):
                    yield name, number, nth


def place_text(device: str, incarnation: str, number: int, nth: int) -> str:
    """The place of a blob as erasing changes write it."""
    return f"{device}/{incarnation}/{number}/{nth}"


def parsed(place: object) -> tuple[str, int, int] | None:
    """Name of the log, number of the line, and place in it; None for what is no place."""
    parts = place.split("/") if isinstance(place, str) else []
    if len(parts) != 4 or not (parts[2].isdecimal() and parts[3].isdecimal()):
        return None
    return f"{parts[0]}-{parts[1]}", int(parts[2]), int(parts[3])
