"""The records of a site as JSON gives them; the keys are part of what the program promises."""

from platica.cli.call import Json
from platica.domain.problem import Problem
from platica.domain.roster import RosterEntry
from platica.domain.workshop import Meeting, Workshop
from platica.phrases import Phrasebook

WORKSHOP = "{id, name, form, curriculum, version, languages: [], minutes, place, leaders: []}"
MEETING = "{number, session, on, at, minutes, heads}"
PERSON = "{number, also: [], code, name, language, style, contact, active}"
PROBLEM = "{severity, place, sentence}"


def workshop_json(workshop: Workshop) -> dict[str, Json]:
    """A workshop, without its plan."""
    return {
        "id": workshop.id,
        "name": workshop.name,
        "form": workshop.form,
        "curriculum": workshop.curriculum,
        "version": workshop.curriculum_version,
        "languages": list(workshop.languages),
        "minutes": workshop.plan.minutes,
        "place": workshop.place,
        "leaders": list(workshop.leaders),
    }


def meeting_json(meeting: Meeting) -> dict[str, Json]:
    """A meeting; `heads` is null where people are marked one by one."""
    return {
        "number": meeting.number,
        "session": meeting.session,
        "on": meeting.on.isoformat(),
        "at": meeting.at.strftime("%H:%M"),
        "minutes": meeting.minutes,
        "heads": meeting.heads,
    }


def person_json(entry: RosterEntry) -> dict[str, Json]:
    """A person of a roster."""
    person = entry.participant
    return {
        "number": entry.number,
        "also": list(entry.also),
        "code": person.code,
        "name": person.name,
        "language": person.reads.language,
        "style": person.reads.style,
        "contact": person.contact,
        "active": entry.active,
    }


def problem_json(problem: Problem, book: Phrasebook) -> dict[str, Json]:
    """A problem, its sentence in the language of the call."""
    return {"severity": problem.severity, "place": problem.place, "sentence": book.tell(problem.phrase)}
