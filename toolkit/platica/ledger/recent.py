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
        last, prefix = 0, ""
        for number, change in zip(numbers, changes, strict=True):
            if number == last and change["key"].startswith(prefix):
                continue  # of a group marked at once, the first tells
            if "erases" in change:
                last, prefix = number, ""
            elif change["table"] == "marks":
                last, prefix = number, change["key"].partition(":")[0] + ":"
                self._note(number, prefix[:-1], change.get("undoes"))

    def _note(self, number: int, meeting: str, undoes: str | None) -> None:
        commits = self.numbers.setdefault(meeting, [])
        if undoes is not None:
            undone = int(undoes.partition("-")[2])
            if undone in commits:
                commits.remove(undone)
        elif not commits or commits[-1] != number:
            commits.append(number)
            if len(commits) > 2 * _MOST:
                del commits[:-_MOST]
