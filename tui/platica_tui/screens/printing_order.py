"""What a leader may choose about the documents: each question, its answers, and what an answer does to the order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from platica.desk import schedule_workshop
from platica.domain.ids import WorkshopId
from platica.domain.paper import Paper
from platica.domain.printing import Bilingual, Fold, PrintOrder, What
from platica.domain.spoken import FOLDS
from platica.domain.spoken import PAPERS as KINDS
from platica.phrases import phrase
from platica_tui.screens.printing_people import questions_about_people
from platica_tui.screens.printing_question import Question

if TYPE_CHECKING:
    from platica_tui.app import PlaticaApp

ALL = "all"
NEEDED = frozenset({What.GUIDE, What.HANDOUTS, What.FORMS, What.SIGN_IN})
"""What a session cannot do without."""
PAPERS = {Paper.LETTER: phrase("Letter"), Paper.A4: phrase("A4")}


def first_order(app: PlaticaApp, workshop: WorkshopId, meeting: int | None) -> PrintOrder:
    """What is proposed when the screen opens: what the meeting needs, as each person reads it."""
    return PrintOrder(workshop, NEEDED, meeting, paper=app.desk.paper)


def questions(app: PlaticaApp, order: PrintOrder) -> tuple[Question, ...]:
    """The choices, in the order in which they are asked."""
    return (
        _meeting(app, order.workshop),
        _what(app),
        _language(app, order.workshop),
        _print(app),
        _fold(app),
        _paper(app),
        *questions_about_people(app.book, order),
    )


def in_words(asked: tuple[Question, ...], order: PrintOrder) -> str:
    """The choices of an order on one line, without those that go without saying."""
    return " · ".join(_worth_saying(asked, order))


def _worth_saying(asked: tuple[Question, ...], order: PrintOrder) -> Iterator[str]:
    for question in asked:
        value = question.now(order)
        if value != question.usual:
            yield dict(question.answers).get(value, value)


def _meeting(app: PlaticaApp, workshop: WorkshopId) -> Question:
    meetings = [
        (str(one.number), app.book.say("session {number}", number=one.number))
        for one in schedule_workshop.meetings(app.desk, workshop)
    ]
    return Question(
        name="meeting",
        label=app.book.say("Of"),
        answers=(*meetings, ("", app.book.say("the whole workshop"))),
        now=lambda order: str(order.meeting or ""),
        put=lambda order, value: replace(order, meeting=int(value) if value else None),
    )


def _what(app: PlaticaApp) -> Question:
    return Question(
        name="what",
        label=app.book.say("What"),
        answers=(
            (ALL, app.book.say("all it needs")),
            *((what.value, app.book.tell(words)) for what, words in KINDS.items()),
        ),
        now=lambda order: ALL if order.what == NEEDED else "".join(order.what),
        put=lambda order, value: replace(order, what=NEEDED if value == ALL else frozenset({What(value)})),
    )


def _language(app: PlaticaApp, workshop: WorkshopId) -> Question:
    named = [(tag, app.language_name(tag)) for tag in app.desk.catalogues.languages()]
    return Question(
        name="language",
        label=app.book.say("Language"),
        answers=(("", app.book.say("what each reads")), *named, *_in_two_languages(app, workshop)),
        now=_languages_of,
        put=_with_languages,
        usual="",
    )


def _in_two_languages(app: PlaticaApp, workshop: WorkshopId) -> Iterator[tuple[str, str]]:
    """The group's own language together with each other one of the group, or of the program when it has one only."""
    own, *others = app.desk.records.workshop(workshop).languages
    for other in others or (tag for tag in app.desk.catalogues.languages() if tag != own):
        both = f"{own} + {other}"
        yield f"{own}+{other} {Bilingual.SIDE_BY_SIDE}", app.book.say("{languages}, side by side", languages=both)
        yield f"{own}+{other} {Bilingual.TWO_SIDED}", app.book.say("{languages}, front and back", languages=both)


def _languages_of(order: PrintOrder) -> str:
    if order.bilingual is Bilingual.APART:
        return "".join(order.languages[:1])
    return f"{'+'.join(order.languages)} {order.bilingual}"


def _with_languages(order: PrintOrder, value: str) -> PrintOrder:
    tags, _, together = value.partition(" ")
    languages = tuple(tags.split("+")) if tags else ()
    return replace(order, languages=languages, bilingual=Bilingual(together) if together else Bilingual.APART)


def _print(app: PlaticaApp) -> Question:
    return Question(
        name="large",
        label=app.book.say("Size"),
        answers=(
            ("", app.book.say("as each reads")),
            ("large", app.book.say("all large")),
            ("pictures", app.book.say("all with pictures")),
        ),
        now=lambda order: "large" if order.large else "pictures" if order.pictures else "",
        put=lambda order, value: replace(order, large=value == "large", pictures=value == "pictures"),
        usual="",
    )


def _fold(app: PlaticaApp) -> Question:
    return Question(
        name="fold",
        label=app.book.say("Pages"),
        answers=tuple((fold.value, app.book.tell(words)) for fold, words in FOLDS.items()),
        now=lambda order: order.fold.value,
        put=lambda order, value: replace(order, fold=Fold(value)),
        usual=Fold.PLAIN.value,
    )


def _paper(app: PlaticaApp) -> Question:
    return Question(
        name="paper",
        label=app.book.say("Paper"),
        answers=tuple((paper.value, app.book.tell(words)) for paper, words in PAPERS.items()),
        now=lambda order: (order.paper or app.desk.paper).value,
        put=lambda order, value: replace(order, paper=Paper(value)),
    )
