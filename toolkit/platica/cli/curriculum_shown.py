"""A curriculum as it is shown: its sessions with their activities, and its sheets."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from platica.cli.call import Call, Json
from platica.cli.listing import Facts, Listing
from platica.domain.curriculum import HandoutType
from platica.domain.ids import HandoutId
from platica.domain.spoken import HANDOUT_TYPES, KINDS
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    from platica.desk.browse_curricula import CurriculumLine

SHOWN = (
    "{id, version, title, summary, audience, kind, source_language, licence, languages: [{language, percent}],"
    " sessions: [{id, title, minutes, activities: [{id, title, minutes, kind, optional}]}],"
    " handouts: [{id, title, type}]}"
)


def give_curriculum(call: Call, line: "CurriculumLine") -> None:
    """A curriculum, in the language its titles came in."""
    one, text, book = line.curriculum, line.text, call.book
    sheets = _sheets(line)
    data: dict[str, Json] = {
        "id": one.id,
        "version": one.version,
        "title": text.title.plain,
        "summary": text.summary.plain,
        "audience": text.audience.plain,
        "kind": one.kind,
        "source_language": one.source_language,
        "licence": one.licence,
        "languages": [{"language": tag, "percent": percent} for tag, percent in _shares(line)],
        "sessions": list(_sessions(line)),
        "handouts": [{"id": sheet, "title": title, "type": type_} for sheet, title, type_ in sheets],
    }
    facts = Facts(
        (
            (book.say("Curriculum"), f"{text.title.plain} · {one.id} · {one.version}"),
            (book.say("Kind"), book.tell(KINDS[one.kind])),
            (book.say("Audience"), text.audience.plain),
            (book.say("Languages"), ", ".join(f"{tag} {percent} %" for tag, percent in _shares(line))),
            (book.say("Licence"), one.licence),
        )
    )
    session_rows = Listing(
        (book.say("Session"), book.say("Title"), book.say("Minutes"), book.say("Note")), list(_session_rows(book, line))
    )
    sheet_rows = Listing(
        (book.say("Sheet"), book.say("Title"), book.say("Type")),
        [(sheet, title, book.tell(HANDOUT_TYPES[type_])) for sheet, title, type_ in sheets],
    )
    call.give(data, facts, "", text.summary.plain, "", session_rows, "", sheet_rows)


def _shares(line: "CurriculumLine") -> list[tuple[str, int]]:
    """Each language and how many percent of the texts can be read in it."""
    return [(line.curriculum.source_language, 100), *((tag, coverage.percent) for tag, coverage in line.coverage)]


def _sheets(line: "CurriculumLine") -> list[tuple[HandoutId, str, HandoutType]]:
    titles = {said.id: said.title.plain for said in line.text.handouts}
    return [(one.id, titles.get(one.id, one.title), one.type) for one in line.curriculum.handouts]


def _sessions(line: "CurriculumLine") -> Iterator[Json]:
    for session, said in zip(line.curriculum.sessions, line.text.sessions, strict=True):
        activities: list[Json] = [
            {
                "id": activity.id,
                "title": name.title.plain,
                "minutes": activity.minutes,
                "kind": activity.kind,
                "optional": activity.optional,
            }
            for activity, name in zip(session.activities, said.activities, strict=True)
        ]
        yield {"id": session.id, "title": said.title.plain, "minutes": session.minutes, "activities": activities}


def _session_rows(book: Phrasebook, line: "CurriculumLine") -> Iterator[tuple[str, ...]]:
    for session, said in zip(line.curriculum.sessions, line.text.sessions, strict=True):
        yield session.id, said.title.plain, str(session.minutes), ""
        for activity, name in zip(session.activities, said.activities, strict=True):
            optional = book.say("may be left out") if activity.optional else ""
            yield f"  {activity.id}", f"  {name.title.plain}", str(activity.minutes), optional
