"""Whether it is time for the weekly backup; loads nothing, so that closing a desk costs nothing."""

from datetime import date, timedelta
from pathlib import Path

from platica.ledger.backup_age import newest_day

OFTEN = timedelta(days=7)
"""How old a backup may become before another is made, or asked for."""


def week_is_over(site: Path, today: date) -> bool:
    """Whether the newest automatic backup of a site is a week old or, where there is none, the site."""
    newest = newest_day(site)
    return newest is not None and today - newest >= OFTEN
