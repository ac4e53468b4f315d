"""What the people, sessions and days of the history are called in one language; each is looked up once."""

from collections.abc import Callable, Iterable
from datetime import date, time
from functools import cached_property
from typing import TYPE_CHECKING

from platica.desk.tell.parts import Said, shown
from platica.domain.history import Step
from platica.domain.ids import CurriculumId, LeaderId, MeetingId, ParticipantId, WorkshopId
from platica.errors import PlaticaError
from platica.phrases import Phrase, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.domain.document import CurriculumText
    from platica.language.formats import Formats


class Words:
    """Names as they are now; of what is there no more, as these steps knew it."""

    def __init__(self, desk: "Desk", language: str, steps: Iterable[Step]) -> None:
        self._desk = desk
        self._language = language
        self._told: dict[tuple[str, str], object] = {}
        self._found: dict[tuple[str, str], Said] = {}
        self._titles: dict[str, CurriculumText | None] = {}
        for step in steps:
            for field in step.fields:
                if field.field in ("name", "number", "workshop"):
                    self._told[f"{step.table}/{step.key}", field.field] = field.was if field.now is None else field.now

    def person(self, key: str) -> Said:
        """What a participant is called."""
        return self._look(
            "participants",
            key,
            lambda: self._desk.records.participant(ParticipantId(key)).name,
            phrase("somebody who is no longer here"),
        )

    def recorded(self, key: str) -> Said:
        """What somebody was called when they were recorded, though they are joined with another by now."""
        return self._look(
            "recorded",
            key,
            lambda: self._desk.records.recorded(ParticipantId(key)).name,
            phrase("somebody who is no longer here"),
        )

    def workshop(self, key: str) -> Said:
        """What a workshop is called."""
        return self._look(
            "workshops",
            key,
            lambda: self._desk.records.workshop(WorkshopId(key)).name,
            phrase("a workshop that is no longer here"),
        )

    def leader(self, key: str) -> Said:
        """What a leader is called."""
        return self._look(
            "leaders",
            key,
            lambda: self._desk.records.leader(LeaderId(key)).name,
            phrase("a leader who is no longer here"),
        )

    def session(self, key: str) -> Phrase:
        """Which session of which workshop, inside a sentence."""
        number, workshop = self._meeting(key)
        if number is None:
            return phrase("a session that is no longer here")
        return phrase("session {number} of {workshop}", number=number, workshop=self.workshop(workshop))

    def this_session(self, key: str) -> Phrase:
        """Which session of which workshop, at the beginning of a sentence."""
        number, workshop = self._meeting(key)
        if number is None:
            return phrase("A session that is no longer here")
        return phrase("Session {number} of {workshop}", number=number, workshop=self.workshop(workshop))

    def curriculum(self, curriculum: object) -> str:
        """The title of a curriculum, or its id where its texts are not on this computer."""
        text = self._text(str(curriculum))
        return text.title.plain if text else shown(curriculum)

    def title(self, curriculum: object, session: object) -> str:
        """The title of a session of a curriculum, or its id."""
        text = self._text(str(curriculum))
        found = text.session(str(session)) if text else None
        return found.title.plain if found else shown(session)

    def curriculum_of(self, workshop: str) -> str:
        """Which curriculum a workshop goes by; empty when that is not known."""
        try:
            return self._desk.records.workshop(WorkshopId(workshop)).curriculum
        except PlaticaError:
            return ""

    def curriculum_of_session(self, meeting: str) -> str:
        """Which curriculum a session's workshop goes by; empty when that is not known."""
        return self.curriculum_of(self._meeting(meeting)[1])

    def day(self, written: object) -> str:
        """`Thursday, Nov 19` for `2026-11-19`; with the year, `November 19, 2026`, when that is not this one."""
        try:
            day = date.fromisoformat(str(written))
        except ValueError:
            return shown(written)
        return self._formats.day(day) if day.year == self._desk.now().year else self._formats.long_date(day)

    def date(self, written: object) -> str:
        """`November 19, 2026` for `2026-11-19`."""
        try:
            return self._formats.long_date(date.fromisoformat(str(written)))
        except ValueError:
            return shown(written)

    def time(self, written: object) -> str:
        """`6:00 PM` for `18:00`, as the region writes it."""
        try:
            return self._formats.time(time.fromisoformat(str(written)))
        except ValueError:
            return shown(written)

    def language(self, tag: object) -> str:
        """What this language calls another."""
        return self._formats.language_in_a_sentence(shown(tag))

    def listing(self, items: object) -> str:
        """Names one after another; empty for none."""
        return self._formats.listing([shown(one) for one in items]) if isinstance(items, list | tuple) else shown(items)

    @cached_property
    def _formats(self) -> "Formats":
        return self._desk.formats(self._language)

    def _meeting(self, key: str) -> tuple[object, str]:
        """Number and workshop of a meeting; None for the number when nothing is known of it."""
        spot = f"meetings/{key}"
        if (spot, "number") not in self._told or (spot, "workshop") not in self._told:
            try:
                meeting = self._desk.records.meeting(MeetingId(key))
                self._told[spot, "number"], self._told[spot, "workshop"] = meeting.number, meeting.workshop
            except PlaticaError:
                self._told[spot, "number"], self._told[spot, "workshop"] = None, ""
        return self._told[spot, "number"], str(self._told[spot, "workshop"])

    def _text(self, curriculum: str) -> "CurriculumText | None":
        if curriculum not in self._titles:
            try:
                translators = self._desk.translators(self._language)
                self._titles[curriculum] = self._desk.library.titles(CurriculumId(curriculum), translators)
            except PlaticaError:
                self._titles[curriculum] = None
        return self._titles[curriculum]

    def _look(self, table: str, key: str, find: Callable[[], str], otherwise: Phrase) -> Said:
        if (table, key) not in self._found:
            try:
                self._found[table, key] = shown(find())
            except PlaticaError:
                told = self._told.get((f"{table}/{key}", "name"))
                self._found[table, key] = shown(told) if told else otherwise
        return self._found[table, key]
