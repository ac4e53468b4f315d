"""The state of the records in sentences, each with what can be done about it."""

from collections.abc import Callable, Iterator
from functools import partial

from platica.desk.desk import Desk
from platica.desk.health.lines import ADVICE, WORDS, Health, HealthLine, Repair
from platica.desk.health.records import history_lines, noticed_lines
from platica.desk.health.surroundings import backups_lines, disk_lines, keys_lines, others_lines, unsettled_lines
from platica.desk.places import Places
from platica.desk.settings_file import FILE, has_settings
from platica.errors import KeysLost, NewerFormat, PlaticaError, SiteError
from platica.ledger import fs, sentences
from platica.ledger.condition import close_to_others
from platica.phrases import Phrase, phrase


def look(desk: Desk) -> tuple[HealthLine, ...]:
    """Everything worth looking at of an open site; nothing is changed."""
    condition = desk.site.condition()
    looks: tuple[Callable[[], Iterator[HealthLine]], ...] = (
        partial(history_lines, desk, condition),
        partial(noticed_lines, desk, condition),
        partial(disk_lines, desk, condition),
        partial(backups_lines, desk),
        partial(keys_lines, desk),
        partial(others_lines, desk),
        partial(unsettled_lines, desk),
    )
    return tuple(line for one in looks for line in _carefully(one))


def unopened(places: Places, error: PlaticaError) -> tuple[HealthLine, ...]:
    """What is told of a site that cannot be opened, by the error that was met."""
    if not has_settings(places.site):
        file = str(places.site / FILE)
        missing = phrase("The file with the settings, {file}, is missing. Put a backup back.", file=file)
        return (HealthLine("settings", Health.WRONG, missing, Repair.RESTORE),)
    newer = isinstance(error, NewerFormat)
    repair = Repair.UPDATE if newer else Repair.RESTORE if places.site.exists() else None
    if isinstance(error, KeysLost):
        repair = Repair.INVITE
    return (HealthLine("site", Health.WRONG, error.phrase, repair),)


def is_sound(lines: tuple[HealthLine, ...]) -> bool:
    """Whether nothing is wrong."""
    return all(line.state is not Health.WRONG for line in lines)


def state(desk: Desk) -> Phrase:
    """One line on the state of the records, without looking at the disk."""
    if desk.notices:
        return phrase("there is something to look at")
    return phrase("all is well")


def put_rights_right(desk: Desk) -> int:
    """Closes the site to everybody but its owner; gives how many files and folders were open. Raises SiteError."""
    try:
        return close_to_others(desk.site.folder)
    except OSError as error:
        raise SiteError(sentences.unwritable(fs.reason(error))) from error


def _carefully(one: Callable[[], Iterator[HealthLine]]) -> Iterator[HealthLine]:
    """What cannot be looked at is a finding too."""
    try:
        yield from one()
    except PlaticaError as error:
        yield HealthLine("reading", Health.WRONG, error.phrase, Repair.RESTORE)
    except OSError as error:
        yield HealthLine("reading", Health.WRONG, sentences.unwritable(fs.reason(error)))


__all__ = [
    "ADVICE",
    "WORDS",
    "Health",
    "HealthLine",
    "Repair",
    "is_sound",
    "look",
    "put_rights_right",
    "state",
    "unopened",
]
