"""What stands in a page before it becomes paper."""

import re
from datetime import time

import pytest

from builders.paper import every_view, sign_in
from builders.press import (
    DIABETES,
    activity,
    bullets,
    edition,
    fence,
    guide,
    guide_view,
    handout,
    heading,
    para,
    stamp,
    text,
    warm_press,
)
from platica.domain.document import Paragraph, Run, Text, TextState
from platica.errors import PressError
from platica.press.views import GuideView


def test_names_and_texts_print_as_written_and_never_as_markup() -> None:
    html = warm_press().html(sign_in(("[/] <script>alert(1)</script>", "{{ 7 * 7 }} {name} %s")), edition())
    assert "[/] &lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{{ 7 * 7 }} {name} %s" in html
    assert "<script" not in html


def test_a_text_in_another_language_says_so() -> None:
    html = warm_press().html(handout(para("Hola"), para("Hello", "en"), language="es"), edition("es"))
    assert '<p lang="en">Hello</p>' in html


def test_safety_words_not_yet_translated_stand_in_a_box_that_says_so() -> None:
    foreign = Paragraph(Text((Run("Call now."),), "en", TextState.MISSING, safety=True))
    html = warm_press().html(handout(foreign, language="es", unsound=1), edition("es"))
    assert "Todavía sin traducción. En este idioma: English" in html
    assert '<span lang="en">Call now.</span>' in html


def test_a_draft_says_how_many_texts_are_not_ready_and_a_sound_sheet_says_nothing() -> None:
    draft = warm_press().html(handout(para("Hola", "es"), language="es", unsound=3), edition("es"))
    sound = warm_press().html(handout(para("Hola", "es"), language="es"), edition("es"))
    assert "BORRADOR: 3 textos no están listos en español." in draft
    assert "BORRADOR" not in sound


def test_pending_reviews_are_one_line_of_the_foot() -> None:
    html = warm_press().html(handout(para("Hola", "es"), language="es"), edition("es"))
    assert "Revisión pendiente: clínica, de idioma y comunitaria" in html


def test_an_unset_local_number_is_a_line_to_write_on_with_its_name() -> None:
    html = warm_press().html(handout(para("Llame al {emergency_number}.", "es"), language="es"), edition("es"))
    assert re.search(
        r'<span class="blank">.*</span> <span class="blank-name">\(número de emergencia\)</span></span>\.', html
    )


def test_headings_never_skip_a_level() -> None:
    page = handout(heading("A", 4), heading("B", 2), heading("C", 6), heading("D", 3))
    levels = re.findall(r"<h(\d)", warm_press().html(page, edition()))
    assert levels == ["1", "2", "2", "3", "3"]


def test_a_guide_tells_the_time_on_the_wall_and_a_clock_from_nought_where_nobody_knows_when_it_starts() -> None:
    session = guide(activity("Check-in", 10, "check-in"), activity("Lab", 25, "lab"))
    html = warm_press().html(GuideView(stamp(), DIABETES, session, starts=time(18, 55)), edition())
    assert "<strong>7:05 PM to 7:30 PM</strong> · 25 minutes · hands-on" in html
    html = warm_press().html(GuideView(stamp(), DIABETES, session), edition())
    assert "<strong>0:10–0:35</strong> · 25 minutes · hands-on" in html


def test_quantities_are_worked_out_for_the_group() -> None:
    session = guide(
        activity("A", 5, "game"), materials=(("cups", 2, "person"), ("ropes", 1, "group"), ("box", 1, "room"))
    )
    told = re.findall(r'<strong class="many">(\d+)', warm_press().html(guide_view(session, people=13), edition()))
    assert told == ["26", "4", "1"]


def test_every_cue_has_a_label_in_words() -> None:
    html = warm_press().html(every_view("es")["guide"], edition("es"))
    for label in ("Diga", "Pregunte", "Puede oír", "Haga", "Consejo", "Sentados", "En línea"):
        assert f'<p class="label">{label}</p>' in html


def test_a_sheet_signed_by_people_of_two_languages_is_headed_in_both() -> None:
    html = warm_press().html(sign_in(("Ana",)), edition("es", second="en"))
    assert 'Firma o iniciales <span class="second" lang="en">· Signature or initials</span>' in html


def test_an_icon_that_is_not_there_is_an_error_that_names_it() -> None:
    with pytest.raises(PressError, match="“unicorn”"):
        warm_press().html(handout(fence("cards", bullets("[icon:unicorn]**A** b"))), edition())


def test_the_html_file_needs_nothing_else() -> None:
    for name, view in every_view("es").items():
        if name != "contents":
            html = warm_press().html(view, edition("es"))
            assert "pack.invalid" not in html, name
            assert "default-src 'none'" in html
            assert '<html lang="es">' in html


def test_a_card_is_its_picture_its_bold_title_and_its_words() -> None:
    html = warm_press().html(handout(fence("cards", bullets("[icon:fruits]**Fruit** twice"))), edition())
    assert re.search(r'<img src="data:image/svg[^"]+" alt="fruits"[^>]*>\s*<p class="card-title"><strong>Fruit', html)
    assert "<p>twice</p>" in html


def test_a_title_in_bold_is_not_shown_with_stars() -> None:
    assert "<h1>Low <strong>sugar</strong>" in warm_press().html(handout(title="Low **sugar**"), edition())
    assert text("a **b**").plain == "a b"
