"""Papers as they come to the hand: nothing on a page of its own that one page holds, what matters first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from builders.paper import certificates, outcomes, sign_in, ticket
from builders.press import edition, pages_text, stamp, warm_press
from platica.desk.papers.sign_in import empty_lines
from platica.desk.papers.tags import tag_for
from platica.domain.outcomes import MeetingCount
from platica.domain.paper import Paper
from platica.press.views import CoverView, OutcomesView

WEEKS = tuple(date(2026, 11, 12) + timedelta(weeks=week) for week in range(12))


def test_fourteen_people_and_five_who_walk_in_sign_on_one_page() -> None:
    names = tuple(f"Persona {number}" for number in range(1, 15))
    for paper in Paper:
        assert warm_press().render(sign_in(names, first_free=15), edition("es", paper, second="en")).pages == 1


@pytest.mark.parametrize(("people", "empty"), [(3, 5), (14, 5), (15, 4), (17, 2), (18, 5), (30, 5)])
def test_fewer_lines_for_those_who_walk_in_save_a_page(people: int, empty: int) -> None:
    assert empty_lines(people) == empty


def test_a_print_shop_reads_what_is_asked_before_the_list_of_files_and_no_word_of_the_head_is_broken() -> None:
    said = pages_text(warm_press().render(ticket(), edition("es")).pdf)[0]
    assert said.index("Por favor") < said.index("tamaño real") < said.index("Pila 1")
    assert "Páginas" in said


def test_the_cover_of_a_binder_holds_the_dates_of_twelve_sessions() -> None:
    cover = CoverView(
        stamp(),
        "Círculo de los jueves en la Biblioteca",
        "Un círculo para personas con diabetes y para quienes caminan con ellas. Aprenden entre pares.",
        place="Salón 2, Biblioteca",
        dates=WEEKS,
        leaders=("Rosa Martínez", "James Okafor"),
        icon="diabetes",
    )
    for paper in Paper:
        part = warm_press().render(cover, edition("es", paper))
        assert part.pages == 1
        assert "28 de enero de 2027" in pages_text(part.pdf)[0]


def test_the_numbers_of_twelve_sessions_are_one_page() -> None:
    found = replace(outcomes(), meetings=tuple(MeetingCount(place, day, 12) for place, day in enumerate(WEEKS, 1)))
    for paper in Paper:
        view = OutcomesView("Las Flores", "Grupo de los jueves", found)
        assert warm_press().render(view, edition("es", paper)).pages == 1


def test_a_name_of_two_surnames_stands_in_one_line_on_its_certificate() -> None:
    name = "María Guadalupe Hernández de la Cruz"
    said = pages_text(warm_press().render(certificates((name,)), edition("es")).pdf)[0]
    assert name in said.splitlines()


@pytest.mark.parametrize(
    ("name", "first", "rest"),
    [
        ("Don Chema", "Don Chema", ""),
        ("doña Carmen Salas", "doña Carmen", "Salas"),
        ("Dr. Raúl Ortiz", "Dr. Raúl", "Ortiz"),
        ("Donato Ruiz", "Donato", "Ruiz"),
        ("Doña", "Doña", ""),
    ],
)
def test_nobody_is_called_only_don_or_doña_on_a_name_tag(name: str, first: str, rest: str) -> None:
    tag = tag_for(name, None)
    assert (tag.first, tag.rest) == (first, rest)
