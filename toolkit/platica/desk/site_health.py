"""The state of the records in sentences, each with what can be done about it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import partial

from platica.desk import backup, computers, keys, settle
from platica.desk.desk import Desk
from platica.desk.places import Places
from platica.desk.settings_file import FILE, has_settings
from platica.errors import KeysLost, PlaticaError, SiteError
from platica.ledger import fs, sentences
from platica.ledger.condition import Condition, close_to_others
from platica.ledger.reader import Damage
from platica.phrases import Phrase, phrase, phrases

_MEGABYTE = 1_000_000
_LEAST_FREE = 20 * _MEGABYTE
_GOOD_FREE = 200 * _MEGABYTE
_LONG_UNHEARD = timedelta(days=30)
_MOST_DAMAGE = 5
"""Damaged files that are told one by one, each by its first place."""


class Health(StrEnum):
    """How a thing that was looked at is."""

    OK = "ok"
    LOOK = "look"
    """Somebody should see to it; the records are sound."""
    WRONG = "wrong"


WORDS = {Health.OK: phrase("good"), Health.LOOK: phrase("to look at"), Health.WRONG: phrase("wrong")}
"""How a thing is, in words."""


class Repair(StrEnum):
    """What can be done about it."""

    RESTORE = "restore"
    """Put a backup back, or bring in the records of another computer."""
    INVITE = "invite"
    CLOCK = "clock"
    UPDATE = "update"
    RIGHTS = "rights"
    BACKUP = "backup"
    KEYS = "keys"
    RECOVERY = "recovery"
    CARRY = "carry"
    SETTLE = "settle"
    SPACE = "space"


ADVICE = {
    Repair.RESTORE: phrase("Bring in the records of another computer with “platica carry in”, or put a backup back."),
    Repair.INVITE: phrase("Ask the other computer for an invitation: “platica device invite” there."),
    Repair.CLOCK: phrase("Set the date and time of this computer."),
    Repair.UPDATE: phrase("Install the newest Plática."),
    Repair.RIGHTS: phrase("“platica site health --repair” puts it right."),
    Repair.BACKUP: phrase("Make one on a USB stick: “platica backup create FOLDER”."),
    Repair.KEYS: phrase("“platica keys add” sets a passphrase."),
    Repair.RECOVERY: phrase("“platica keys recovery” makes one to print and put away."),
    Repair.CARRY: phrase("Exchange records with it: “platica carry exchange FOLDER”."),
    Repair.SETTLE: phrase("“platica settle” lists it."),
    Repair.SPACE: phrase("Delete what is not needed any more, or move it to another disk."),
}
"""What to do, in words."""


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One thing that was looked at."""

    about: str
    """A word for programs, such as `damage`."""
    state: Health
    sentence: Phrase
    repair: Repair | None = None


def look(desk: Desk) -> tuple[HealthLine, ...]:
    """Everything worth looking at of an open site; nothing is changed."""
    condition = desk.site.condition()
    looks: tuple[Callable[[], Iterator[HealthLine]], ...] = (
        partial(_history, desk, condition),
        partial(_noticed, desk, condition),
        partial(_disk, desk, condition),
        partial(_backups, desk),
        partial(_keys, desk),
        partial(_others, desk),
        partial(_unsettled, desk),
    )
    return tuple(line for one in looks for line in _carefully(one))


def unopened(places: Places, error: PlaticaError) -> tuple[HealthLine, ...]:
    """What is told of a site that cannot be opened, by the error that was met."""
    if not has_settings(places.site):
        file = str(places.site / FILE)
        missing = phrase("The file with the settings, {file}, is missing. Put a backup back.", file=file)
        return (HealthLine("settings", Health.WRONG, missing, Repair.RESTORE),)
    newer = error.phrase.text == sentences.newer("").text or "newer version" in error.phrase.text
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


def _history(desk: Desk, condition: Condition) -> Iterator[HealthLine]:
    counts = len(desk.records.workshops()), len(desk.records.participants())
    if not condition.damage:
        sentence = phrase(
            "The history can be read from its beginning to its end: {workshops}, {people}.",
            workshops=phrases("{count} workshop", "{count} workshops", counts[0]),
            people=phrases("{count} person", "{count} people", counts[1]),
        )
        yield HealthLine("history", Health.OK, sentence)
    first = {place.file: place for place in reversed(condition.damage)}
    for place in list(first.values())[:_MOST_DAMAGE]:
        yield HealthLine("damage", Health.WRONG, sentences.damaged(place), _repair_of(place))
    more = len(condition.damage) - min(len(first), _MOST_DAMAGE)
    if more > 0:
        said = phrases("{count} more place is damaged.", "{count} more places are damaged.", more)
        yield HealthLine("damage", Health.WRONG, said, Repair.RESTORE)
    if condition.torn:
        said = phrases(
            "The rest of a step that was not saved whole is kept in {file}. Nothing is missing that was said to be "
            "saved.",
            "The rests of {count} steps that were not saved whole are kept, the last in {file}. Nothing is missing "
            "that was said to be saved.",
            len(condition.torn),
            file=condition.torn[-1],
        )
        yield HealthLine("torn", Health.OK, said)
    if not condition.cached:
        said = phrase("There is no quick copy of the records. Plática makes one by itself when it is worth it.")
        yield HealthLine("cache", Health.OK, said)


def _repair_of(place: Damage) -> Repair:
    return Repair.UPDATE if "newer version" in place.sentence.text else Repair.RESTORE


def _noticed(desk: Desk, condition: Condition) -> Iterator[HealthLine]:
    """What was noticed at the opening and is not told elsewhere."""
    known = {
        sentences.shorter().text: ("shorter", Health.WRONG, Repair.RESTORE),
        sentences.locked().text: ("key", Health.LOOK, Repair.INVITE),
        sentences.ahead(1).text: ("clock", Health.WRONG, Repair.CLOCK),
        sentences.behind(1).text: ("clock", Health.WRONG, Repair.CLOCK),
        sentences.set_back().text: ("clock", Health.WRONG, Repair.CLOCK),
        sentences.behind_all().text: ("clock", Health.WRONG, Repair.CLOCK),
        sentences.newer("").text: ("newer", Health.WRONG, Repair.UPDATE),
        sentences.nameless().text: ("computer", Health.LOOK, None),
        sentences.unwritable(phrase("it is not there")).text: ("writing", Health.WRONG, None),
        sentences.not_dropped(phrase("it is not there")).text: ("erased", Health.WRONG, None),
    }
    told_elsewhere = "damage", "torn"
    seen = set()
    for notice in desk.notices:
        about, state, repair = known.get(notice.text, ("notice", Health.LOOK, None))
        if _is_told_in_history(notice):
            about = "damage"
        seen.add(about)
        if about not in told_elsewhere:
            yield HealthLine(about, state, notice, repair)
    if not (condition.damage or {"writing", "newer"} & seen):
        yield HealthLine("writing", Health.OK, phrase("Everything can be saved."))
    if "clock" not in seen:
        yield HealthLine("clock", Health.OK, phrase("The clock of this computer fits what was recorded."))


def _is_told_in_history(notice: Phrase) -> bool:
    place = Damage("", 0, phrase("it is not there"))
    return notice.text in (sentences.damaged(place).text, sentences.torn("").text)


def _disk(desk: Desk, condition: Condition) -> Iterator[HealthLine]:
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


def _backups(desk: Desk) -> Iterator[HealthLine]:
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


def _keys(desk: Desk) -> Iterator[HealthLine]:
    if keys.is_open(desk):
        said = phrase("No passphrase is asked for: whoever takes this computer can read the records.")
        yield HealthLine("passphrase", Health.LOOK, said, Repair.KEYS)
    else:
        yield HealthLine("passphrase", Health.OK, phrase("The records open only with a passphrase."))
    if keys.has_recovery_code(desk):
        yield HealthLine("recovery", Health.OK, phrase("There is a recovery code on paper."))
    else:
        yield HealthLine("recovery", Health.LOOK, phrase("There is no recovery code."), Repair.RECOVERY)


def _others(desk: Desk) -> Iterator[HealthLine]:
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


def _unsettled(desk: Desk) -> Iterator[HealthLine]:
    count = settle.count(desk)
    if not count:
        yield HealthLine("settle", Health.OK, phrase("There is nothing to settle."))
        return
    said = phrases("{count} thing is to be settled.", "{count} things are to be settled.", count)
    yield HealthLine("settle", Health.LOOK, said, Repair.SETTLE)
