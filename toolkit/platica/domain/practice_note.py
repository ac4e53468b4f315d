"""A practice note: what worked at a session and what to change, for whoever leads it next."""

from dataclasses import dataclass

from platica.domain.ids import MeetingId, NoteId


@dataclass(frozen=True, slots=True)
class PracticeNote:
    """What a leader wrote down after a meeting; nothing of a single person belongs in it."""

    id: NoteId
    meeting: MeetingId
    worked: str
    change: str
