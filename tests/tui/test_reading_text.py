"""A session on the screen says what its guide says on paper."""

from collections.abc import Sequence

import pytest

from builders.press import PRINTABLES
from platica.content.library import Library
from platica.domain.ids import CurriculumId, SessionId
from platica.language.catalogues import Catalogues
from platica.resources import ContentRoot
from platica_tui.reading_text import session_pieces
from platica_tui.widgets.lines import Look
from platica_tui.widgets.reading import Piece

CHECKOUT = PRINTABLES.parent


def pieces_in(language: str) -> Sequence[Piece]:
    """The second session of the diabetes circle in a language."""
    catalogues = Catalogues([CHECKOUT / "locales"], None)
    text = Library([ContentRoot(CHECKOUT)]).session_text(
        CurriculumId("diabetes-peer-circle"),
        SessionId("my-numbers"),
        lambda domain: catalogues.translate(language, domain),
        {"emergency_number": "911"},
    )
    return tuple(session_pieces(text, catalogues.phrasebook(language)))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("If you have only 45 minutes", "The line on the floor · 15 min", "! Stop and call for help",
                "Low blood sugar: get help now", "With an interpreter", "15–15 rule",
                "Four steps for low sugar · 10 min · essential",
                "Questions people may ask", "Why not chocolate when sugar is low?")),
        ("es", ("Si solo tiene 45 minutos", "La línea en el piso · 15 min", "! Pare y pida ayuda",
                "Azúcar baja: busque ayuda ya", "Con intérprete", "regla de 15 y 15",
                "Cuatro pasos para el azúcar baja · 10 min · esencial", "Preguntas que pueden hacer",
                "¿Por qué no chocolate cuando baja el azúcar?")),
    ],
)  # fmt: skip
def test_what_the_guide_has_for_those_with_only_paper_is_read_on_the_screen(
    language: str, said: tuple[str, ...]
) -> None:
    words = [piece.words.plain for piece in pieces_in(language)]
    assert [one for one in said if one not in words] == []


def test_when_to_stop_and_call_looks_like_a_warning() -> None:
    pieces = list(pieces_in("en"))
    start = next(place for place, piece in enumerate(pieces) if "Stop and call" in piece.words.plain)
    assert {piece.look for piece in pieces[start : start + 5]} == {Look.WARNING}
