"""What the records stand on: the disk, backups, keys, other computers, and what waits for a person."""

import shutil
from collections.abc import Iterator
from datetime import timedelta

from platica.desk import backup, computers, keys, settle
from platica.desk.desk import Desk
from platica.desk.health.lines import Health, HealthLine, Repair
from platica.ledger.condition import Condition
from platica.phrases import phrase, phrases

_MEGABYTE = 1_000_000
_LEAST_FREE = 20 * _MEGABYTE
_GOOD_FREE = 200 * _MEGABYTE
_LONG_UNHEARD = timedelta(days=30)


def disk_lines(desk: Desk, condition: Condition) -> Iterator[HealthLine]:
    free = shutil.disk_usage(desk.site.folder).free
    said = phrase(
        "The records take {size} MB; {free} MB of the disk are free.",
        size=-(-condition.size // _MEGABYTE),
        free=free // _MEGABYTE,
    )
    if free < max(_LEAST_FREE, condition.size):
        yield HealthLine("disk", Health.WRONG, said, Repair.SPACE)
    elif free < max(_GOOD_FREE, 4 * condition.size):
        yield HealthLine("disk", Health.LOOK, said, Repair.SPACE)
    else:
        yield HealthLine("disk", Health.OK, said)
    if condition.open_to_others:
        said = phrases(
            "Other people of this computer may open {count} file or folder of the records.",
            "Other people of this computer may open {count} files and folders of the records.",
            len(condition.open_to_others),
        )
        yield HealthLine("rights", Health.WRONG, said, Repair.RIGHTS)
    if condition.busy:
        yield HealthLine("busy", Health.LOOK, phrase("Another program is writing to these records just now."))


def backups_lines(desk: Desk) -> Iterator[HealthLine]:
    days = backup.days_since(desk)
    if days is None:
        said = phrase("No backup was made on this computer yet.")
    elif days == 0:
        said = phrase("A backup was made today.")
    else:
        said = phrases("The last backup was made {count} day ago.", "The last backup was made {count} days ago.", days)
    due = backup.is_due(desk)
    yield HealthLine("backup", Health.LOOK if due else Health.OK, said, Repair.BACKUP if due else None)
    broken = sum(one.at is None for one in backup.known(desk))
    if broken:
        said = phrases(
            "{count} backup that was put aside here cannot be read.",
            "{count} backups that were put aside here cannot be read.",
            broken,
        )
        yield HealthLine("put aside", Health.LOOK, said, Repair.BACKUP)


def keys_lines(desk: Desk) -> Iterator[HealthLine]:
    if keys.is_open(desk):
        said = phrase("No passphrase is asked for: whoever takes this computer can read the records.")
        yield HealthLine("passphrase", Health.LOOK, said, Repair.KEYS)
    else:
        yield HealthLine("passphrase", Health.OK, phrase("The records open only with a passphrase."))
    if keys.has_recovery_code(desk):
        yield HealthLine("recovery", Health.OK, phrase("There is a recovery code on paper."))
    else:
        yield HealthLine("recovery", Health.LOOK, phrase("There is no recovery code."), Repair.RECOVERY)


def others_lines(desk: Desk) -> Iterator[HealthLine]:
    for one in computers.computers(desk):
        if one.here:
            continue
        if one.seen is None:
            yield HealthLine("carry", Health.LOOK, phrase("Nothing came from {computer} yet.", computer=one.name))
            continue
        days = max(0, (desk.now().date() - one.seen.date()).days)
        said = phrases(
            "The newest from {computer} is {count} day old.",
            "The newest from {computer} is {count} days old.",
            days,
            computer=one.name,
        )
        late = days > _LONG_UNHEARD.days
        yield HealthLine("carry", Health.LOOK if late else Health.OK, said, Repair.CARRY if late else None)


def unsettled_lines(desk: Desk) -> Iterator[HealthLine]:
    count = settle.count(desk)
    if not count:
        yield HealthLine("settle", Health.OK, phrase("There is nothing to settle."))
        return
    said = phrases("{count} thing is to be settled.", "{count} things are to be settled.", count)
    yield HealthLine("settle", Health.LOOK, said, Repair.SETTLE)
