"""People who have not been heard of for as long as records are kept: whether theirs are needed still."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from platica.desk import erase_person
from platica.desk.desk import Desk
from platica.desk.settling import clocks
from platica.desk.settling.matters import OpenMatter, Way, open_matter
from platica.desk.tell.words import Words
from platica.domain.ids import ParticipantId
from platica.domain.matter import MatterKind
from platica.domain.names import sorting_key
from platica.ledger.settling import LastKnown
from platica.phrases import Phrase, phrase, phrases

_MORE_MONTHS = 12
_QUIET_MONTHS = 6
"""Months without a step of anybody after which the date of a computer is doubted before the silence is believed."""
_LAST_DAYS = timedelta(days=30)
"""What was recorded in these may have been under a wrong date."""


@dataclass(frozen=True, slots=True)
class Silent:
    """Somebody, and the last day they were heard of."""

    person: ParticipantId
    last: date


def found(desk: Desk) -> tuple[Silent, ...]:
    """Everybody whose last mark and last change are older than records are kept, the longest silent first.

    Nobody is among them whom somebody wanted to keep for a while, or who is in a group that will still meet. Nobody at
    all is proposed while dates of this computer and of others do not fit together and nobody here has seen to it.
    """
    months, today = desk.settings.retention_months, desk.now().date()
    if not months:
        return ()
    oldest = months_later(today, -months)
    silent = [
        Silent(person, last)
        for person, known in desk.records.settling.last_known().items()
        if (last := _last(known)) is not None
        and last < oldest
        and not (known.kept_until is not None and known.kept_until >= today)
    ]
    if not silent or clocks.found(desk) or desk.records.settling.is_behind_all():
        return ()
    expected = _expected(desk, today)
    names = {one.id: sorting_key(one.name) for one in desk.records.participants()}
    due = (one for one in silent if one.person in names and one.person not in expected)
    return tuple(sorted(due, key=lambda one: (one.last, names[one.person])))


def quiet_since(desk: Desk) -> date | None:
    """Since when nothing was recorded anywhere but in the last days, if that is long: the date here may be wrong."""
    today = desk.now()
    newest = desk.records.settling.newest_before(today.astimezone() - _LAST_DAYS)
    last = newest.astimezone().date() if newest else None
    return last if last is not None and last < months_later(today.date(), -_QUIET_MONTHS) else None


def matter_of(desk: Desk, silent: Silent, words: Words, quiet: date | None = None) -> OpenMatter:
    """Who it is, when they were last heard of, in which workshops; to be kept or erased.

    `quiet` is what `quiet_since` gave: it is asked first then whether the date of this computer is right.
    """
    kept = erase_person.kept_of(desk, silent.person)
    name = kept.participant.name
    until = months_later(desk.now().date(), _MORE_MONTHS)
    sentence = phrases(
        "{name} was last heard of on {day}; records are kept for {count} month after that.",
        "{name} was last heard of on {day}; records are kept for {count} months after that.",
        desk.settings.retention_months,
        name=name,
        day=words.date(silent.last.isoformat()),
    )
    details = [Phrase("{workshop}", {"workshop": workshop}) for workshop in kept.workshops]
    said, final = phrase("Erase for good."), warning(kept)
    if quiet is not None:
        doubt = _doubt(desk, quiet, words)
        details.insert(0, doubt)
        said = phrase("The date of this computer is right: erase for good.")
        final = Phrase("{doubt} {warning}", {"doubt": doubt, "warning": final})
    ways = [
        Way(
            phrase("Keep for another year."),
            partial(desk.records.settling.keep_until, silent.person, until),
            phrase("{name} is kept for another year.", name=name),
        ),
        Way(
            said,
            partial(erase, desk, silent.person),
            phrase("The person was erased for good."),
            final=final,
        ),
    ]
    return open_matter(MatterKind.RETENTION, f"{silent.person} {silent.last}", sentence, ways, details)


def months_later(day: date, months: int) -> date:
    """The same day that many months later, or earlier; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = max(year, 1)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _last(known: LastKnown) -> date | None:
    """The later of both; without either nobody is asked."""
    changed = known.changed.astimezone().date() if known.changed else None
    return max((day for day in (known.marked, changed) if day is not None), default=None)


def _expected(desk: Desk, today: date) -> frozenset[ParticipantId]:
    """Everybody in a group that meets today or later."""
    return frozenset(
        one.participant
        for workshop in desk.records.workshops()
        if any(meeting.on >= today for meeting in desk.records.meetings(workshop.id))
        for one in desk.records.enrolments(workshop.id)
        if one.active
    )


def _doubt(desk: Desk, quiet: date, words: Words) -> Phrase:
    """Why the date of this computer is to be looked at before anybody is erased."""
    return phrase(
        "Nothing was recorded on any computer known here between {day} and the last days. Check the date of this "
        "computer first; here today is {today}.",
        day=words.date(quiet.isoformat()),
        today=words.date(desk.now().date().isoformat()),
    )


def erase(desk: Desk, person: ParticipantId) -> None:
    """Erases a person, as a choice does."""
    erase_person.erase(desk, person)


def warning(kept: erase_person.KeptOf) -> Phrase:
    """What erasing does and where the name may still be, one sentence after the other."""
    said = phrase("{name} is erased for good.", name=kept.participant.name)
    for part in (*erase_person.meaning(), phrase("The name may still be in:"), *erase_person.limits(kept)):
        said = Phrase("{said} {part}", {"said": said, "part": part})
    return said


def matters(desk: Desk, words: Words) -> Iterator[OpenMatter]:
    """Every matter of this kind."""
    silent = found(desk)
    quiet = quiet_since(desk) if silent else None
    return (matter_of(desk, one, words, quiet) for one in silent)
