"""Counts of what the fault tests tried, told at the end: `python -m pytest tests/faults --full -n 2`."""

from collections import Counter
from collections.abc import Callable

import pytest

Tally = Callable[[str, int], None]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Takes note of how many of something were tried."""

    def note(what: str, count: int) -> None:
        record_property("tried", [what, count])

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts: Counter[str] = Counter()
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            if name == "tried":
                counts[value[0]] += value[1]
    if counts:
        terminalreporter.section("faults tried, none lost, none silent")
        for what, count in sorted(counts.items()):
            terminalreporter.write_line(f"{count:>9,}  {what}")
