"""The typed records of a workshop as fields of tables, and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from platica.domain.attendance import Mark, Presence, Way
from platica.domain.device import Device
from platica.domain.ids import (
    ActivityId,
    CurriculumId,
    DeviceId,
    LeaderId,
    MeetingId,
    NoteId,
    ParticipantId,
    QuestionId,
    SessionId,
    WorkshopId,
)
from platica.domain.leader import Leader
from platica.domain.measure import Measure
from platica.domain.participant import Consent, Participant, ReadingStyle, Reads
from platica.domain.practice_note import PracticeNote
from platica.domain.question import Question
from platica.domain.roster import Enrolment
from platica.domain.sheet import Sheet
from platica.domain.workshop import Meeting, Plan, PlannedActivity, PlannedSession, Workshop, WorkshopForm
from platica.ledger.change import Row

Record = (
    Leader | Device | Participant | Workshop | Meeting | Enrolment | Mark | Measure | Question | PracticeNote | Sheet
)


@dataclass(frozen=True, slots=True)
class Codec:
    """How one kind of record is stored."""

    table: str
    key: Callable[[Any], str]
    fields: Callable[[Any], Row]
    record: Callable[[str, Row], Any]


def _workshop_fields(workshop: Workshop) -> Row:
    return {
        "name": workshop.name,
        "form": workshop.form.value,
        "curriculum": workshop.curriculum,
        "curriculum_version": workshop.curriculum_version,
        "curriculum_hash": workshop.curriculum_hash,
        "languages": list(workshop.languages),
        "minutes": workshop.plan.minutes,
        "plan": [
            {"session": planned.session, "activities": [[one.id, one.minutes] for one in planned.activities]}
            for planned in workshop.plan.sessions
        ],
        "place": workshop.place,
        "leaders": list(workshop.leaders),
    }


def _workshop(key: str, row: Row) -> Workshop:
    return Workshop(
        id=WorkshopId(key),
        name=row["name"],
        form=WorkshopForm(row["form"]),
        curriculum=CurriculumId(row["curriculum"]),
        curriculum_version=row["curriculum_version"],
        curriculum_hash=row["curriculum_hash"],
        languages=tuple(row["languages"]),
        plan=Plan(row["minutes"], tuple(_planned(planned) for planned in row["plan"])),
        place=row["place"],
        leaders=tuple(row["leaders"]),
    )


def _planned(planned: Mapping[str, Any]) -> PlannedSession:
    activities = (PlannedActivity(ActivityId(one), minutes) for one, minutes in planned["activities"])
    return PlannedSession(SessionId(planned["session"]), tuple(activities))


def _meeting_fields(meeting: Meeting) -> Row:
    return {
        "workshop": meeting.workshop,
        "session": meeting.session,
        "number": meeting.number,
        "on": meeting.on.isoformat(),
        "at": meeting.at.isoformat("minutes"),
        "minutes": meeting.minutes,
        "heads": meeting.heads,
        "faces": None if meeting.faces is None else list(meeting.faces),
    }


def _meeting(key: str, row: Row) -> Meeting:
    return Meeting(
        id=MeetingId(key),
        workshop=WorkshopId(row["workshop"]),
        session=SessionId(row["session"]),
        number=row["number"],
        on=date.fromisoformat(row["on"]),
        at=time.fromisoformat(row["at"]),
        minutes=row["minutes"],
        heads=row.get("heads"),
        faces=None if row.get("faces") is None else tuple(row["faces"]),
    )


def _participant_fields(participant: Participant) -> Row:
    consent = participant.consent
    return {
        "code": participant.code,
        "name": participant.name,
        "language": participant.reads.language,
        "style": participant.reads.style.value,
        "consent": {"on": consent.on.isoformat(), "text": consent.text_version} if consent else None,
        "contact": participant.contact,
    }


def _participant(key: str, row: Row) -> Participant:
    consent = row.get("consent")
    return Participant(
        id=ParticipantId(key),
        code=row["code"],
        name=row["name"],
        reads=Reads(row["language"], ReadingStyle(row["style"])),
        consent=Consent(date.fromisoformat(consent["on"]), consent["text"]) if consent else None,
        contact=row.get("contact"),
    )


def _enrolment(key: str, row: Row) -> Enrolment:
    workshop, _, participant = key.partition(":")
    return Enrolment(WorkshopId(workshop), ParticipantId(participant), row["number"], row["active"])


def _enrolment_fields(enrolment: Enrolment) -> Row:
    return {
        "workshop": enrolment.workshop,
        "participant": enrolment.participant,
        "number": enrolment.number,
        "active": enrolment.active,
    }


def _mark_fields(mark: Mark) -> Row:
    return {
        "meeting": mark.meeting,
        "participant": mark.participant,
        "presence": mark.presence.value,
        "way": mark.way.value,
    }


def _mark(key: str, row: Row) -> Mark:
    meeting, _, participant = key.partition(":")
    return Mark(MeetingId(meeting), ParticipantId(participant), Presence(row["presence"]), Way(row["way"]))


def _measure_fields(measure: Measure) -> Row:
    return {"meeting": measure.meeting, "participant": measure.participant, "confidence": measure.confidence}


def _measure(key: str, row: Row) -> Measure:
    meeting, _, participant = key.partition(":")
    return Measure(MeetingId(meeting), ParticipantId(participant), row.get("confidence"))


def _note_fields(note: PracticeNote) -> Row:
    return {"meeting": note.meeting, "worked": note.worked, "change": note.change}


def _note(key: str, row: Row) -> PracticeNote:
    return PracticeNote(NoteId(key), MeetingId(row["meeting"]), row["worked"], row["change"])


def _question_fields(question: Question) -> Row:
    return {"workshop": question.workshop, "text": question.text, "on": question.on.isoformat()}


def _question(key: str, row: Row) -> Question:
    return Question(QuestionId(key), WorkshopId(row["workshop"]), row["text"], date.fromisoformat(row["on"]))


def _sheet_fields(sheet: Sheet) -> Row:
    return {"meeting": sheet.meeting, "printed": sheet.printed.isoformat(), "people": list(sheet.people)}


def _sheet(key: str, row: Row) -> Sheet:
    people = tuple(ParticipantId(person) for person in row["people"])
    return Sheet(key, MeetingId(row["meeting"]), date.fromisoformat(row["printed"]), people)


def mark_key(meeting: str, participant: str) -> str:
    """The key of a mark or a measure, so that two devices agree on it."""
    return f"{meeting}:{participant}"


def enrolment_key(workshop: str, participant: str) -> str:
    """The key of an enrolment."""
    return f"{workshop}:{participant}"


CODECS: Mapping[type[Any], Codec] = {
    Leader: Codec(
        "leaders",
        lambda leader: leader.id,
        lambda leader: {"name": leader.name, "pin": leader.pin},
        lambda key, row: Leader(LeaderId(key), row["name"], row.get("pin")),
    ),
    Device: Codec(
        "devices",
        lambda device: device.id,
        lambda device: {"name": device.name},
        lambda key, row: Device(DeviceId(key), row["name"]),
    ),
    Participant: Codec("participants", lambda person: person.id, _participant_fields, _participant),
    Workshop: Codec("workshops", lambda workshop: workshop.id, _workshop_fields, _workshop),
    Meeting: Codec("meetings", lambda meeting: meeting.id, _meeting_fields, _meeting),
    Enrolment: Codec(
        "enrolments", lambda one: enrolment_key(one.workshop, one.participant), _enrolment_fields, _enrolment
    ),
    Mark: Codec("marks", lambda mark: mark_key(mark.meeting, mark.participant), _mark_fields, _mark),
    Measure: Codec("measures", lambda one: mark_key(one.meeting, one.participant), _measure_fields, _measure),
    Question: Codec("questions", lambda question: question.id, _question_fields, _question),
    PracticeNote: Codec("notes", lambda note: note.id, _note_fields, _note),
    Sheet: Codec("sheets", lambda sheet: sheet.code, _sheet_fields, _sheet),
}
