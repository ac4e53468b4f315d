"""What a backup is and what putting it back does, in sentences a leader understands."""

from collections.abc import Iterator

from platica.desk.backup import Made
from platica.desk.desk import Desk
from platica.desk.places import Places
from platica.desk.restore import Case, Preview, Restored
from platica.language.formats import Formats
from platica.phrases import Phrase, phrase, phrases

SHOWN = 12
"""How many names are told one by one."""


def made_told(made: Made) -> Phrase:
    """That a backup was made, and where."""
    said = phrase("Everything is in {file} and was read again. Keep it away from this computer.", file=made.file.name)
    return phrase("{said} {also}", said=said, also=made.notes[0]) if made.notes else said


def preview_told(there: Desk | Places, preview: Preview, language: str) -> tuple[Phrase, ...]:
    """What would happen, nothing being changed yet."""
    formats = _formats(there, language)
    return (*_is(preview, formats), *_would(preview, formats))


def done_told(there: Desk | Places, done: Restored, preview: Preview, language: str) -> tuple[Phrase, ...]:
    """What was done."""
    when = _when(preview, _formats(there, language))
    if done.case is Case.NEW:
        return (
            phrase("Everything of {when} is on this computer now.", when=when),
            phrase("It counts as a new computer of the organization. Exchange records with the others."),
        )
    repaired = phrases(
        "{count} history file is whole again.", "{count} history files are whole again.", len(done.repaired)
    )
    mended = (repaired,) if done.repaired else ()
    if done.case is Case.REPAIR:
        return mended or (phrase("What was missing is there again."),)
    if not done.commit:
        return (*mended, phrase("Nothing had to change: all is as it was on {when}.", when=when))
    back = phrases(
        "{count} record is as it was on {when}.", "{count} records are as they were on {when}.", done.changed, when=when
    )
    return (*mended, back, phrase("This is one step of the history and can be undone."))


def _formats(there: Desk | Places, language: str) -> Formats:
    """How dates are written; where no site says for which country, as in the United States."""
    return there.formats(language) if isinstance(there, Desk) else Formats(language, "US")


def _is(preview: Preview, formats: Formats) -> Iterator[Phrase]:
    counts = preview.counts
    day, time = formats.long_date(preview.made.date()), formats.time(preview.made.time())
    if preview.computer:
        yield phrase("Made on {computer}: {day}, {time}", computer=preview.computer, day=day, time=time)
    else:
        yield phrase("Made: {day}, {time}", day=day, time=time)
    yield phrase(
        "It holds {workshops}, {people} and {marks}.",
        workshops=phrases("{count} workshop", "{count} workshops", counts.workshops),
        people=phrases("{count} person", "{count} people", counts.people),
        marks=phrases("{count} mark", "{count} marks", counts.marks),
    )
    if preview.damaged:
        yield phrase("A part of it was damaged already when it was made. What is sound in it is used.")


def _would(preview: Preview, formats: Formats) -> Iterator[Phrase]:
    if preview.case is Case.NEW:
        yield phrase("There are no records here yet: all of it would be put here.")
        return
    if preview.case is Case.REPAIR:
        yield phrase("Something here is damaged or missing: it would be repaired, and what came later would stay.")
        return
    if not preview.records:
        yield phrase("Nothing would change: all is as it was then.")
        return
    yield phrases(
        "{count} record would be again as it was on {when}.",
        "{count} records would be again as they were on {when}.",
        preview.records,
        when=_when(preview, formats),
    )
    if preview.returning:
        yield phrase("There again: {names}.", names=_listed(preview.returning, formats))
    if preview.leaving:
        yield phrase("Not there any more: {names}.", names=_listed(preview.leaving, formats))
    yield phrase("It would be one step of the history, and can be undone. A backup of today is put aside first.")


def _when(preview: Preview, formats: Formats) -> str:
    return formats.long_date(preview.made.date())


def _listed(names: tuple[str, ...], formats: Formats) -> Phrase:
    shown, more = names[:SHOWN], len(names) - SHOWN
    if more <= 0:
        return Phrase("{names}", {"names": formats.listing(shown)})
    return phrases("{names} and {count} more", "{names} and {count} more", more, names=", ".join(shown))
