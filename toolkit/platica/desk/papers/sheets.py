"""The sheets people take home and the forms they fill in."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from platica.desk.papers.stamp import soundness, stamp
from platica.desk.print_job import PrintJob
from platica.domain.curriculum import HandoutType, Readers
from platica.domain.document import HandoutText, texts_of_handout
from platica.domain.ids import HandoutId
from platica.domain.printing import Bilingual, Fold, PrintRow, Reader, What
from platica.press import shapes
from platica.press.pairs import same_shape
from platica.press.picture_led import can_lead
from platica.press.views import HandoutView


def handout_rows(job: PrintJob) -> Iterator[PrintRow]:
    """The sheets to read."""
    return _rows(job, What.HANDOUTS)


def form_rows(job: PrintJob) -> Iterator[PrintRow]:
    """The sheets to fill in."""
    return _rows(job, What.FORMS)


def view(job: PrintJob, row: PrintRow) -> HandoutView:
    """The row's sheet; side by side in two languages when the row says so."""
    handout = row.handout or HandoutId("")
    first = view_of(job, row, handout)
    if row.bilingual is not Bilingual.SIDE_BY_SIDE:
        return first
    return replace(first, second=view_of(job, row.in_second, handout))


def view_of(job: PrintJob, row: PrintRow, handout: HandoutId) -> HandoutView:
    """A sheet in the row's language."""
    text = job.handout_text(handout, row.language)
    return HandoutView(
        stamp=stamp(job, row, texts_of_handout(text), text.handout.facts),
        curriculum=job.curriculum.id,
        handout=text,
    )


def _rows(job: PrintJob, what: What) -> Iterator[PrintRow]:
    """One row for each kind of copy; of a poster one will do, of what is for those who lead one for each of them."""
    for handout, times in job.sheets_of(what).items():
        poster = job.handout(handout).type is HandoutType.POSTER
        leaders = job.handout(handout).readers is Readers.LEADERS
        few = 1 if poster else max(1, len(job.workshop.leaders))
        readers = Counter({job.reader(job.own_language): few}) if poster or leaders else job.readers()
        leads = can_lead(job.handout_text(handout, job.own_language))
        copies: Counter[Reader] = Counter()
        for reader, people in readers.items():
            copies[reader if leads else replace(reader, pictures=False)] += people * (1 if poster else times)
        for reader, count in copies.most_common():
            yield _row(job, what, handout, reader, count)


def _row(job: PrintJob, what: What, handout: HandoutId, reader: Reader, copies: int) -> PrintRow:
    text = job.handout_text(handout, reader.language)
    other = job.handout_text(handout, reader.second) if reader.second else None
    unsound, unsafe = soundness((*texts_of_handout(text), *(texts_of_handout(other) if other else ())))
    fold = job.order.fold if shapes.fits_half(text) and not reader.large else Fold.PLAIN
    return PrintRow(
        what,
        text.title.plain,
        reader.language,
        reader.large,
        -(-copies // 2) if fold is Fold.TWO_UP else copies,
        unsound,
        unsafe,
        handout=handout,
        second=reader.second,
        bilingual=_together(job, reader, fold, text, other),
        pictures=reader.pictures,
        fold=fold,
    )


def _together(job: PrintJob, reader: Reader, fold: Fold, text: HandoutText, other: HandoutText | None) -> Bilingual:
    """How the two languages come together: two columns need ordinary print, a whole page and texts of one shape."""
    if other is None:
        return Bilingual.APART
    too_narrow = reader.large or fold is not Fold.PLAIN
    return Bilingual.TWO_SIDED if too_narrow or not same_shape(text, other) else job.order.bilingual
