"""Which commits of this device changed the marks of a meeting, so that the newest can be undone."""

from collections.abc import Iterable

from platica.ledger.change import Change

_MOST = 64
"""How many commits of a meeting are remembered."""


class RecentMarks:
    """Numbers of commits by meeting, the newest last; those undone, undos and erasures are not among them."""

    def __init__(self, numbers: dict[str, list[int]] | None = None) -> None:
        self.numbers = numbers or {}

    def newest(self, meetings: Iterable[str]) -> int | None:
        """The newest commit that changed marks of any of these meetings."""
        return max((self.numbers[meeting][-1] for meeting in meetings if self.numbers.get(meeting)), default=None)

    def note(self, numbers: Iterable[int], changes: Iterable[Change]) -> None:
        """Takes note of changes and the commits they are of."""
        erasing = 0
        for number, change in zip(numbers, changes, strict=True):
            if "erases" in change:
                erasing = number
            if change["table"] != "marks" or number == erasing:
                continue
            meeting = change["key"].partition(":")[0]
            commits = self.numbers.get(meeting)
            if commits is None:
                commits = self.numbers[meeting] = []
            if "undoes" in change:
                undone = int(change["undoes"].partition("-")[2])
                if undone in commits:
                    commits.remove(undone)
            elif not commits or commits[-1] != number:
                commits.append(number)
                if len(commits) > 2 * _MOST:
                    del commits[:-_MOST]
