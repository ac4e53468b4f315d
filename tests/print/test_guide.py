"""The facilitator's guide, for somebody who has only the paper."""

import re
from dataclasses import replace

import pytest

from builders.paper import Words, guide_view
from builders.press import edition, pages_text, warm_press

SAID = {
    "en": (
        "Thursday, November 19, 2026", "If you have only 25 minutes", "Stop and call for help", "Emergency number: 911",
        "Low sugar: get help now", "Did somebody miss the last session?", "“If you missed it”", "With an interpreter",
        "Point to the floor for low.", "low sugar = azúcar baja", "Questions people may ask", "Is it my fault?",
        "Nobody chooses it.", "What was done", "People who came", "What did you change, and why?",
    ),
    "es": (
        "jueves, 19 de noviembre de 2026", "Si solo tiene 25 minutos", "Pare y pida ayuda", "Número de emergencia: 911",
        "Azúcar baja: busque ayuda ya", "¿Alguien faltó a la última sesión?", "«Si faltó a la sesión»",
        "Con intérprete", "Señale el piso para baja.", "azúcar baja = low sugar", "Preguntas que pueden hacer",
        "¿Es culpa mía?", "Nadie la elige.", "Qué se hizo", "Vinieron:", "¿Qué cambió y por qué?",
    ),
}  # fmt: skip


def words_on_paper(language: str, *, large: bool = False) -> str:
    pdf = warm_press().render(guide_view(Words(language)), edition(language, large=large)).pdf
    return " ".join(" ".join(pages_text(pdf)).replace("\u00a0", " ").split())


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["en", "es"])
def test_everything_that_is_needed_stands_on_the_paper(language: str, large: bool) -> None:
    paper = words_on_paper(language, large=large)
    assert [said for said in SAID[language] if said not in paper] == []


def test_a_short_meeting_has_its_own_times_and_names_activities_by_their_place_in_the_whole() -> None:
    box = warm_press().html(guide_view(Words("en")), edition()).split('class="short"')[1].split("</section>")[0]
    rows = re.findall(
        r'<td>([^<]+)</td><td><strong class="place">(\d)</strong>.*?<td class="share">(\d+)</td>', box, re.S
    )
    assert rows == [("6:00 PM", "2", "20"), ("6:20 PM", "1", "5")]


def test_without_a_shorter_session_there_is_no_such_box() -> None:
    assert 'class="short"' not in warm_press().html(replace(guide_view(Words("en")), short=()), edition())


def test_what_nobody_has_said_is_a_line_to_write_on() -> None:
    html = warm_press().html(replace(guide_view(Words("en")), emergency_number=None), edition())
    assert 'Emergency number: <span class="blank"></span>' in html
    assert re.search(r"<strong>A1C\s*</strong> = <span class=\"blank\"></span>", html)


def test_a_word_of_the_other_language_is_spoken_in_its_own_voice() -> None:
    html = warm_press().html(guide_view(Words("es")), edition("es"))
    assert re.search(r'azúcar baja\s*</strong> = <span lang="en">low sugar', html)


def test_what_is_essential_is_starred_with_words_for_those_who_do_not_see_it() -> None:
    html = warm_press().html(guide_view(Words("es")), edition("es"))
    done = html.split('class="grid done-table"')[1].split("</table>")[0]
    first, second = re.findall(r"<tr><td>.*?</tr>", done, re.S)
    assert 'alt="esencial"' in first
    assert "<img" not in second


def test_the_table_of_what_was_done_has_a_row_for_each_activity_and_the_minutes_planned() -> None:
    html = warm_press().html(guide_view(Words("en")), edition())
    done = html.split('class="grid done-table"')[1].split("</table>")[0]
    assert re.findall(r'<td class="took">(\d+)</td>', done) == ["10", "25"]
