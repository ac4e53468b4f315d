"""Erasing a person for good, after a look at what is kept of them."""

from dataclasses import dataclass
from datetime import date

from platica.desk import computers
from platica.desk.desk import Desk
from platica.domain.ids import LeaderId, ParticipantId
from platica.domain.participant import Participant
from platica.phrases import Phrase, phrase, phrases


@dataclass(frozen=True, slots=True)
class KeptOf:
    """What is kept of a person, to be shown before it is erased."""

    participant: Participant
    workshops: tuple[str, ...]
    """Names of the workshops with a place for them."""
    marks: int
    sheets: int
    """How many sign-in sheets were printed with them on it."""
    joined: int
    """How often else they were recorded: duplicates that were joined with them."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, without a word of whom it was; for the confirmation on paper."""

    on: date
    computer: Phrase
    records: int
    """How often the person was recorded: 1, and 1 more for each duplicate."""
    contact: bool
    consent: bool
    workshops: int
    marks: int
    sheets: int


def kept_of(desk: Desk, participant_id: ParticipantId) -> KeptOf:
    """What erasing would take away. Raises NotFound."""
    records = desk.records
    participant = records.participant(participant_id)
    everything = records.joined().all_of(participant.id)
    workshops: list[str] = []
    marks = sheets = 0
    for workshop in records.workshops():
        if any(one.participant == participant.id for one in records.enrolments(workshop.id)):
            workshops.append(workshop.name)
        marks += sum(mark.participant == participant.id for mark in records.marks_of_workshop(workshop.id))
        for meeting in records.meetings(workshop.id):
            sheets += sum(not set(everything).isdisjoint(sheet.people) for sheet in records.sheets(meeting.id))
    return KeptOf(participant, tuple(workshops), marks, sheets, len(everything) - 1)


def told(kept: KeptOf) -> tuple[Phrase, ...]:
    """What is kept, one sentence for each kind of record."""
    person = kept.participant
    said = [phrase("Name, a code for paper, what they read: {name}", name=person.name)]
    if person.contact:
        said.append(phrase("Telephone: {contact}", contact=person.contact))
    if person.consent:
        said.append(phrase("Consent of {date}", date=person.consent.on.isoformat()))
    if kept.joined:
        said.append(
            phrases("{count} more record that was joined", "{count} more records that were joined", kept.joined)
        )
    if kept.workshops:
        said.append(phrases("A place in {count} workshop", "A place in {count} workshops", len(kept.workshops)))
    if kept.marks:
        said.append(phrases("{count} mark of attendance", "{count} marks of attendance", kept.marks))
    return tuple(said)


def meaning() -> tuple[Phrase, ...]:
    """What erasing does."""
    return (
        phrase("All of this is erased, and the history of it. It cannot be brought back."),
        phrase("The counts of the sessions stay: each keeps an unnamed person where this one was marked."),
        phrase("The number in the group is not given to anybody else."),
    )


def limits(kept: KeptOf) -> tuple[Phrase, ...]:
    """Where the name may still be, out of reach of the program."""
    printed = phrase("Paper: certificates, lists.")
    if kept.sheets:
        printed = phrases(
            "Paper: certificates, lists, and {count} printed sign-in sheet.",
            "Paper: certificates, lists, and {count} printed sign-in sheets.",
            kept.sheets,
        )
    return (
        printed,
        phrase("Files made before: exports, spreadsheets, documents to print, tables another program made."),
        phrase("Other computers, until the changes are carried to them."),
        phrase("Backups on sticks and elsewhere that were made before."),
        phrase("What was written freely: practice notes, questions, names of workshops."),
    )


def erase(desk: Desk, participant_id: ParticipantId, by: LeaderId | None = None) -> Erased:
    """Erases a person from this computer, and from others as they learn of it; sessions keep an unnamed head.

    It cannot be undone. Gives what was erased. Raises NotFound, or SiteError when a part is still on the disk and why.
    """
    kept = kept_of(desk, participant_id)
    desk.records.erase(participant_id, by)
    return Erased(
        on=desk.now().date(),
        computer=computers.name_of(desk, desk.site.device),
        records=1 + kept.joined,
        contact=bool(kept.participant.contact),
        consent=kept.participant.consent is not None,
        workshops=len(kept.workshops),
        marks=kept.marks,
        sheets=kept.sheets,
    )
