"""What stands around the activities of a guide, all of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from builders.press import text
from platica.domain.document import Heading, LikelyQuestion, Text
from platica.domain.document import Paragraph as Para
from platica.press.views import GuideView
from platica.press.views.guide import MissedSession, Term


def with_everything(view: GuideView, choose: Callable[[str, str], str], language: str) -> GuideView:
    """A guide of two activities with nothing left out that a guide may have; `choose` takes English or Spanish."""

    def told(english: str, spanish: str) -> Text:
        return text(choose(english, spanish), language)

    other = choose("es", "en")
    flag = (
        Heading(3, told("Low sugar: get help now", "Azúcar baja: busque ayuda ya")),
        Para(told("Call if the person cannot swallow.", "Llame si la persona no puede tragar.")),
    )
    first, second = view.session.activities
    session = replace(
        view.session,
        activities=(replace(first, essential=True), second),
        red_flags=(flag, flag),
        interpreter=(told("Point to the floor for low.", "Señale el piso para baja."),),
        questions=(
            LikelyQuestion(
                told("Is it my fault?", "¿Es culpa mía?"), told("No. Nobody chooses it.", "No. Nadie la elige.")
            ),
        ),
    )
    return replace(
        view,
        session=session,
        on=date(2026, 11, 19),
        short=(replace(second, minutes=20), replace(first, minutes=5)),
        emergency_number="911",
        second=other,
        terms=(
            Term(told("low sugar", "azúcar baja"), text(choose("azúcar baja", "low sugar"), other)),
            Term(text("A1C", language)),
        ),
        missed=MissedSession(told("Our circle", "Nuestro círculo"), told("If you missed it", "Si faltó a la sesión")),
    )
