"""The sheets people take home and the forms they fill in."""

from collections import Counter
from collections.abc import Iterator

from platica.desk.papers.stamp import soundness, stamp
from platica.desk.print_job import PrintJob
from platica.domain.curriculum import HandoutType
from platica.domain.document import texts_of_handout
from platica.domain.ids import HandoutId
from platica.domain.printing import PrintRow, What
from platica.press.views import HandoutView


def handout_rows(job: PrintJob) -> Iterator[PrintRow]:
    """The sheets to read."""
    return _rows(job, What.HANDOUTS)


def form_rows(job: PrintJob) -> Iterator[PrintRow]:
    """The sheets to fill in."""
    return _rows(job, What.FORMS)


def view(job: PrintJob, row: PrintRow) -> HandoutView:
    """The row's sheet."""
    return view_of(job, row, row.handout or HandoutId(""))


def view_of(job: PrintJob, row: PrintRow, handout: HandoutId) -> HandoutView:
    """A sheet in the row's language."""
    text = job.handout_text(handout, row.language)
    return HandoutView(
        stamp=stamp(job, row, texts_of_handout(text), text.handout.facts),
        curriculum=job.curriculum.id,
        handout=text,
    )


def _rows(job: PrintJob, what: What) -> Iterator[PrintRow]:
    """One row for each language and size; a poster hangs on the wall, so one will do."""
    for handout, times in job.sheets_of(what).items():
        poster = job.handout(handout).type is HandoutType.POSTER
        readers = Counter({(job.own_language, job.order.large): 1}) if poster else job.readers()
        for (language, large), people in readers.most_common():
            text = job.handout_text(handout, language)
            unsound, unsafe = soundness(texts_of_handout(text))
            copies = people * (1 if poster else times)
            yield PrintRow(what, text.title.plain, language, large, copies, unsound, unsafe, handout=handout)
