"""Name tags for the people of a workshop, and empty ones for those who walk in."""

from collections.abc import Iterator

from platica.desk.print_job import PrintJob
from platica.domain.printing import PrintRow, What
from platica.domain.roster import RosterEntry
from platica.domain.workshop import WorkshopForm
from platica.press.views import Tag, TagsView
from platica.press.views.tags import TAGS_ON_A_PAGE

_LEAST_EMPTY = 4
_TITLES = frozenset(
    ("don", "doña", "sr", "sra", "srta", "dr", "dra", "hno", "hna", "mr", "mrs", "ms", "miss", "sister", "brother")
)
"""Words before a name by which nobody is called alone."""


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """One document for all; at an event, whose people have no names here, a page of empty ones."""
    if job.order.about_people.numbers and not _people(job):
        return
    title = job.desk.book(job.own_language).say("Name tags")
    yield PrintRow(What.TAGS, title, job.own_language, False, 1, 0)


def view(job: PrintJob, row: PrintRow) -> TagsView:  # noqa: ARG001 - every kind of paper is shown by its row
    """The tags of those chosen; empty ones fill the last page unless single people were chosen."""
    about = job.order.about_people
    people = _people(job)
    tags = tuple(tag_for(entry.participant.name, entry.number if about.numbered_tags else None) for entry in people)
    if about.numbers and tags:
        return TagsView(tags)
    empty = _LEAST_EMPTY + -(len(tags) + _LEAST_EMPTY) % TAGS_ON_A_PAGE
    return TagsView((*tags, *[Tag()] * empty))


def _people(job: PrintJob) -> tuple[RosterEntry, ...]:
    """Those chosen who are still in the group. Raises Refused when a number means nobody."""
    if job.workshop.form is WorkshopForm.EVENT:
        return ()
    active = {entry.participant.id for entry in job.desk.records.roster(job.workshop.id).active}
    return tuple(entry for entry in job.chosen() if entry.participant.id in active)


def tag_for(name: str, number: int | None) -> Tag:
    """A tag with the name somebody is called by large; a title stays with the name after it."""
    first, _, rest = name.partition(" ")
    if rest and first.casefold().rstrip(".") in _TITLES:
        called, _, rest = rest.partition(" ")
        first = f"{first} {called}"
    return Tag(first, rest, number)
