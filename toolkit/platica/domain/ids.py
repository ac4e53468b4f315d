"""Names of things, as types of their own so that one is never taken for another."""

from typing import NewType

CurriculumId = NewType("CurriculumId", str)
SessionId = NewType("SessionId", str)
"""The file name of a session without its ending; a session of another curriculum is `other-curriculum/session`."""
ActivityId = NewType("ActivityId", str)
HandoutId = NewType("HandoutId", str)
"""The file name of a handout or form without its ending; of the shared ones, `shared/sign-in`."""
FactId = NewType("FactId", str)

WorkshopId = NewType("WorkshopId", str)
MeetingId = NewType("MeetingId", str)
ParticipantId = NewType("ParticipantId", str)
LeaderId = NewType("LeaderId", str)
QuestionId = NewType("QuestionId", str)
NoteId = NewType("NoteId", str)
DeviceId = NewType("DeviceId", str)
CommitId = NewType("CommitId", str)
"""A step in the history: what was saved at once."""
