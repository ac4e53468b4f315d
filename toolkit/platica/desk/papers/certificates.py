"""Certificates of completion and of participation."""

from collections import Counter
from collections.abc import Iterator

from platica.desk.papers.stamp import paragraphs, stamp
from platica.desk.print_job import PrintJob
from platica.desk.sponsors import logo_of
from platica.domain.awards import Award, award_of
from platica.domain.completion import meetings_attended, sessions_needed
from platica.domain.curriculum import HandoutType
from platica.domain.printing import PrintRow, What
from platica.domain.roster import RosterEntry
from platica.press.views import CertificateLine, CertificatesView, SponsorMark

_MINUTES_PER_HOUR = 60
_LEAST_SIGNERS, _MOST_SIGNERS = 2, 4


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """One document for each certificate and each language that somebody who gets it reads."""
    earned = Counter((award, job.language_for(entry)) for entry, award in _earned(job))
    for award in Award:
        for language in dict.fromkeys(language for one, language in earned if one is award):
            say = job.desk.book(language).say
            completed = award is Award.COMPLETION
            title = say("Certificate of completion") if completed else say("Certificate of participation")
            yield PrintRow(What.CERTIFICATES, title, language, False, 1, 0, award=award)


def view(job: PrintJob, row: PrintRow) -> CertificatesView:
    """The certificates of the row's kind in its language."""
    meetings = job.desk.records.meetings(job.workshop.id)
    words = paragraphs(job, HandoutType.CERTIFICATE, row.language)
    discreet = job.order.about_people.discreet
    rule = job.curriculum.completion
    people = [one for one, award in _earned(job) if award is row.award and job.language_for(one) == row.language]
    return CertificatesView(
        stamp=stamp(job, row, words),
        award=row.award or Award.PARTICIPATION,
        lines=tuple(_line(job, row, entry) for entry in people),
        on=max(meeting.on for meeting in meetings),
        of=len(meetings),
        needed=sessions_needed(rule, len(meetings)) if row.award is Award.COMPLETION else None,
        organization=job.desk.settings.name,
        place=job.workshop.place,
        signers=_signers(job.workshop.leaders),
        sponsors=tuple(SponsorMark(one.name, logo_of(job.desk, one)) for one in job.desk.settings.sponsors),
        discreet=discreet,
        words=words,
    )


def _earned(job: PrintJob) -> Iterator[tuple[RosterEntry, Award]]:
    """Those of the chosen people who get a certificate, also of those who have left, in the order of their numbers."""
    marks = job.desk.records.marks_of_workshop(job.workshop.id)
    meetings = len(job.desk.records.meetings(job.workshop.id))
    same_for_all = job.order.about_people.same_for_all
    for entry in job.chosen():
        attended = len(meetings_attended(marks, entry.participant.id))
        award = award_of(job.curriculum.completion, meetings, attended, same_for_all=same_for_all)
        if award:
            yield entry, award


def _line(job: PrintJob, row: PrintRow, entry: RosterEntry) -> CertificateLine:
    """Whoever completed it completed the workshop; whoever took part took part in the sessions they came to."""
    meetings = job.desk.records.meetings(job.workshop.id)
    if row.award is not Award.COMPLETION:
        came = meetings_attended(job.desk.records.marks_of_workshop(job.workshop.id), entry.participant.id)
        meetings = tuple(meeting for meeting in meetings if meeting.id in came)
    hours = sum(meeting.minutes for meeting in meetings) / _MINUTES_PER_HOUR
    return CertificateLine(entry.participant.name, len(meetings), job.desk.formats(row.language).number(hours))


def _signers(leaders: tuple[str, ...]) -> tuple[str, ...]:
    """Who leads, and a line for the organization where only one person does; nobody but the first four."""
    return (*leaders, *[""] * (_LEAST_SIGNERS - len(leaders)))[:_MOST_SIGNERS]
