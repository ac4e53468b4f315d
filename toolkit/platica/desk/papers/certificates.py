"""Certificates for those who came often enough."""

from collections.abc import Iterator

from platica.desk.papers.stamp import paragraphs, stamp
from platica.desk.print_job import PrintJob
from platica.domain.curriculum import HandoutType
from platica.domain.printing import PrintRow, What
from platica.press.views import CertificatesView

_MINUTES_PER_HOUR = 60


def rows(job: PrintJob) -> Iterator[PrintRow]:
    """One document for each language that somebody who gets one reads."""
    for language in dict.fromkeys(map(job.language_for, job.completers())):
        title = job.desk.book(language).say("Certificate of participation")
        yield PrintRow(What.CERTIFICATES, title, language, False, 1, 0)


def view(job: PrintJob, row: PrintRow) -> CertificatesView:
    """The certificates in the row's language."""
    meetings = job.desk.records.meetings(job.workshop.id)
    hours = sum(meeting.minutes for meeting in meetings) / _MINUTES_PER_HOUR
    words = paragraphs(job, HandoutType.CERTIFICATE, row.language)
    return CertificatesView(
        stamp=stamp(job, row, words),
        names=tuple(one.participant.name for one in job.completers() if job.language_for(one) == row.language),
        on=max(meeting.on for meeting in meetings),
        sessions=len(meetings),
        place=job.workshop.place,
        hours=job.desk.formats(row.language).number(hours),
        signers=job.workshop.leaders,
        icon=job.curriculum.icon,
        words=words,
    )
