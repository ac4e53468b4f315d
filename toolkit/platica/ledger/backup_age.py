"""How old the automatic backups of a site are, by their names alone; costs an opening nothing."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

ENDING = ".platica"
BACKUPS = "backups"
"""The folder of what is put aside before risky steps."""
NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-(\d{1,6})" + re.escape(ENDING))


def newest_day(site: Path) -> date | None:
    """The day of the newest automatic backup or, where there is none, the day this computer began to write here."""
    named = (NAME.fullmatch(path.name) for path in (site / BACKUPS).glob(f"*{ENDING}"))
    days = [named_one[1] for named_one in named if named_one]
    try:
        if days:
            return date.fromisoformat(max(days))
        return datetime.fromtimestamp((site / "device.json").stat().st_mtime, UTC).date()
    except (OSError, ValueError):
        return None
