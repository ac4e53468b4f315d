"""What a print order is about, looked up once: the workshop, its curriculum, the chosen meetings and their texts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from platica.desk.desk import Desk
from platica.domain.curriculum import Curriculum, Handout, HandoutType
from platica.domain.document import CurriculumText, HandoutText, SessionText
from platica.domain.ids import HandoutId, MeetingId
from platica.domain.participant import ReadingStyle
from platica.domain.printing import Bilingual, PrintOrder, PrintRow, Reader, What
from platica.domain.roster import Roster, RosterEntry
from platica.domain.workshop import Meeting, Workshop
from platica.errors import NotFound, Refused
from platica.phrases import phrase

MADE_FROM_RECORDS = (HandoutType.SIGN_IN, HandoutType.CERTIFICATE)
"""Sheets whose body comes from the roster, not from a text file."""
FORMS = (HandoutType.FORM, HandoutType.POSTER)
"""Sheets that people fill in."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A print order with everything it names."""

    desk: Desk
    order: PrintOrder
    workshop: Workshop
    curriculum: Curriculum
    meetings: tuple[Meeting, ...]
    slots: Mapping[str, str]
    """The local numbers to print."""
    only_seen: bool = False
    """Whether the documents are only looked at: what stands on paper alone is not put on record."""
    _titles: dict[str, CurriculumText] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sessions: dict[tuple[MeetingId, str], SessionText] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _handouts: dict[tuple[HandoutId, str], HandoutText] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def own_language(self) -> str:
        """The language of sheets that are not for one reader: the first asked for, or the group's own."""
        return (*self.order.languages, *self.workshop.languages)[0]

    @property
    def second_language(self) -> str | None:
        """The other language of the group, for sheets that everybody fills in."""
        return self.other_than(self.own_language)

    def other_than(self, language: str) -> str | None:
        """The first language of the order or the group that is not this one."""
        return next((tag for tag in (*self.order.languages, *self.workshop.languages) if tag != language), None)

    @property
    def paired_language(self) -> str | None:
        """The language that comes together with the own one in each document, when the order says so."""
        return None if self.order.bilingual is Bilingual.APART else self.second_language

    def meeting(self, row: PrintRow) -> Meeting:
        """The meeting a row is for."""
        return next(meeting for meeting in self.meetings if meeting.id == row.meeting)

    def titles(self, language: str) -> CurriculumText:
        """The titles of the curriculum and all its parts."""
        if language not in self._titles:
            translators = self.desk.translators(language, self.curriculum.source_language)
            self._titles[language] = self.desk.library.titles(self.curriculum.id, translators)
        return self._titles[language]

    def session_text(self, meeting: Meeting, language: str) -> SessionText:
        """The session of a meeting, with the activities of the plan."""
        known = self._sessions.get((meeting.id, language))
        if known is None:
            translators = self.desk.translators(language, self.curriculum.source_language)
            planned = self.workshop.plan.session(meeting.session)
            known = self.desk.library.session_text(
                self.curriculum.id, meeting.session, translators, self.slots, planned
            )
            self._sessions[meeting.id, language] = known
        return known

    def handout(self, handout_id: HandoutId) -> Handout:
        """A sheet of the curriculum. Raises NotFound."""
        found = self.curriculum.handout(handout_id)
        if found is None:
            raise NotFound(
                phrase("{curriculum} has no sheet “{handout}”.", curriculum=self.curriculum.id, handout=handout_id)
            )
        return found

    def handout_text(self, handout_id: HandoutId, language: str) -> HandoutText:
        """A sheet of the curriculum in a language."""
        known = self._handouts.get((handout_id, language))
        if known is None:
            translators = self.desk.translators(language, self.curriculum.source_language)
            known = self.desk.library.handout_text(self.curriculum.id, handout_id, translators, self.slots)
            self._handouts[handout_id, language] = known
        return known

    def sheets(self) -> Counter[HandoutId]:
        """The sheets of the chosen sessions, in order, and how many of these sessions use each."""
        used: Counter[HandoutId] = Counter()
        for meeting in self.meetings:
            session = self.curriculum.session(meeting.session)
            for handout_id in session.handouts if session else ():
                if self.handout(handout_id).type not in MADE_FROM_RECORDS:
                    used[handout_id] += 1
        return used

    def sheets_of(self, what: What) -> Counter[HandoutId]:
        """Of the sheets of the chosen sessions those to read (`What.HANDOUTS`) or those to fill in (`What.FORMS`)."""
        forms = what is What.FORMS
        return Counter(
            {one: times for one, times in self.sheets().items() if (self.handout(one).type in FORMS) is forms}
        )

    def readers(self) -> Counter[Reader]:
        """How many people read each kind of copy; one when nobody is there to read a language that is wanted."""
        readers: Counter[Reader] = Counter()
        for entry in self.desk.records.roster(self.workshop.id).active:
            readers[self.reader(self.language_for(entry), entry.participant.reads.style)] += 1
        for language in self.order.languages or self.workshop.languages[:1]:
            if not any(language in (one.language, one.second) for one in readers):
                readers[self.reader(language)] = 1
        return readers

    def reader(self, language: str, style: ReadingStyle = ReadingStyle.NORMAL) -> Reader:
        """Who reads a language in a style: in two languages at once where the order brings them together."""
        large = self.order.large or style is ReadingStyle.LARGE
        pictures = self.order.pictures or style is ReadingStyle.PICTURES
        paired = self.paired_language
        if paired and language in (self.own_language, paired):
            return Reader(self.own_language, large, pictures, paired)
        return Reader(language, large, pictures)

    def language_for(self, entry: RosterEntry) -> str:
        """What a person reads, or the first language asked for when theirs is not among those."""
        reads = entry.participant.reads.language
        return reads if not self.order.languages or reads in self.order.languages else self.own_language

    def chosen(self) -> tuple[RosterEntry, ...]:
        """The people a leader chose by their numbers, or everybody on record, also those who have left.

        Raises Refused when a number means nobody.
        """
        roster = self.desk.records.roster(self.workshop.id)
        numbers = self.order.about_people.numbers
        if not numbers:
            return roster.entries
        return Roster(roster.workshop, tuple(replace(one, active=True) for one in roster.entries)).chosen(numbers)


def job_of(desk: Desk, order: PrintOrder, *, only_seen: bool = False) -> PrintJob:
    """Looks up what an order names. Raises NotFound or Refused when it is not there."""
    workshop = desk.records.workshop(order.workshop)
    meetings = desk.records.meetings(workshop.id)
    chosen = tuple(one for one in meetings if order.meeting in (None, one.number))
    if not chosen:
        raise Refused(
            phrase("This workshop has no session {number}; it has {count}.", number=order.meeting, count=len(meetings))
        )
    curriculum = desk.library.curriculum(workshop.curriculum)
    return PrintJob(desk, order, workshop, curriculum, chosen, desk.slots, only_seen)
