"""What a leader may choose about papers that name people; asked only while such papers are chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from platica.domain.printing import AboutPeople, PrintOrder, What
from platica_tui.screens.printing_question import Question

if TYPE_CHECKING:
    from platica.phrases import Phrasebook

ON = "on"


def questions_about_people(book: Phrasebook, order: PrintOrder) -> Iterator[Question]:
    """A line for each choice that the chosen kind of paper leaves open."""
    if order.what == {What.CERTIFICATES}:
        yield _yes_or_no(
            "same",
            book.say("Certificates"),
            (book.say("as each has earned"), book.say("of participation for all")),
            lambda about: about.same_for_all,
            lambda about, on: replace(about, same_for_all=on),
        )
        yield _yes_or_no(
            "discreet",
            book.say("Title"),
            (book.say("that of the program"), book.say("“a health workshop”")),
            lambda about: about.discreet,
            lambda about, on: replace(about, discreet=on),
        )
    if order.what == {What.SIGN_IN}:
        yield _yes_or_no(
            "titles",
            book.say("Title"),
            (book.say("none that tells what it is about"), book.say("program and session")),
            lambda about: about.titles,
            lambda about, on: replace(about, titles=on),
        )
    if order.what == {What.TAGS}:
        yield _yes_or_no(
            "numbered",
            book.say("Numbers"),
            (book.say("without"), book.say("with")),
            lambda about: about.numbered_tags,
            lambda about, on: replace(about, numbered_tags=on),
        )


def _yes_or_no(
    name: str,
    label: str,
    answers: tuple[str, str],
    now: Callable[[AboutPeople], bool],
    put: Callable[[AboutPeople, bool], AboutPeople],
) -> Question:
    """A choice of two; the first goes without saying."""
    return Question(
        name=name,
        label=label,
        answers=(("", answers[0]), (ON, answers[1])),
        now=lambda order: ON if now(order.about_people) else "",
        put=lambda order, value: replace(order, about_people=put(order.about_people, value == ON)),
        usual="",
    )
