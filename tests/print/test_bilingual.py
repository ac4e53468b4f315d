"""Two languages side by side: pairs in rows, each in its own voice, what is drawn or filled in shared."""

from dataclasses import replace

from builders.pairs import elements, printed, side_by_side
from builders.press import edition, fence, handout, pages_text, para, stamp, table, warm_press
from platica.domain.document import Paragraph, Run, Text, TextState
from platica.press.pairs import grouped, same_shape
from platica.press.views import HandoutView


def words(view: HandoutView) -> str:
    return " ".join(" ".join(pages_text(printed(view).pdf)).split())


def test_a_passage_is_followed_by_its_counterpart() -> None:
    said = words(side_by_side("handout"))
    order = ("Low sugar: what to do", "Azúcar baja: qué hacer", "Sugar first.", "Primero azúcar.", "Four steps")
    places = [said.index(one) for one in (*order, "Cuatro pasos", "Check it.", "Mida.", "Wait.", "Espere.")]
    assert places == sorted(places)


def test_each_cell_of_a_pair_is_read_in_its_own_voice() -> None:
    cells = [language for kind, language, _ in elements(printed(side_by_side("handout")).pdf) if kind == "TD"]
    steps, pictures, of_a_table = 2, 4, 2
    assert cells.count("en") - steps - pictures - of_a_table == cells.count("es") > 8


def test_the_first_language_comes_first_whichever_it_is() -> None:
    said = " ".join(pages_text(printed(side_by_side("handout", "es", "en"), "es", "en").pdf))
    assert said.index("Primero azúcar.") < said.index("Sugar first.")


def test_a_picture_is_told_once_in_each_language() -> None:
    english, spanish = side_by_side("handout"), side_by_side("handout", "es", "en")
    alternatives = [
        (found["alt"], tongue) for kind, tongue, found in elements(printed(english).pdf) if kind == "Figure"
    ]
    assert len(alternatives) == 8
    assert {tongue for _, tongue in alternatives} == {"en", "es"}
    assert len([1 for kind, *_ in elements(printed(spanish, "es", "en").pdf) if kind == "Figure"]) == 8


def test_a_log_is_printed_once_with_heads_in_both_languages() -> None:
    part = printed(side_by_side("log"))
    heads = [found.get("id") for kind, _, found in elements(part.pdf) if kind == "TH"]
    assert len(heads) == 9
    assert "Day 0 · Día 0" in " ".join(" ".join(pages_text(part.pdf)).split())


def test_no_two_elements_have_one_id() -> None:
    for name in ("handout", "form", "log"):
        named = [found["id"] for _, _, found in elements(printed(side_by_side(name)).pdf) if "id" in found]
        assert named
        assert len(named) == len(set(named))


def test_what_is_to_fill_in_is_there_once() -> None:
    said = words(side_by_side("form"))
    assert "Who can help me? ¿Quién me ayuda?" in said
    assert said.count("0 1 2 3 4 5 6 7 8 9 10") == 1


def test_each_language_says_how_much_of_it_is_a_draft() -> None:
    foreign = Paragraph(Text((Run("Call now."),), "en", TextState.MISSING, safety=True))
    first = handout(para("Call now."), title="Low sugar")
    second = handout(foreign, title="Azúcar baja", language="es", unsound=1)
    said = words(replace(first, second=second))
    assert "BORRADOR: 1 texto" in said
    assert "DRAFT" not in said
    assert "Todavía sin traducción." in said


def test_pending_reviews_stand_under_the_language_that_waits_for_them() -> None:
    one, other = side_by_side("poster"), side_by_side("poster")
    assert other.second
    signed = replace(one, stamp=stamp(pending=()))
    page = warm_press().html(replace(signed, second=other.second), edition("en", second="es"))
    assert "Review pending" not in page
    assert "Revisión pendiente" in page


def test_texts_of_another_shape_are_told_apart() -> None:
    english, spanish = side_by_side("handout"), side_by_side("handout").second
    assert spanish
    assert same_shape(english.handout, spanish.handout)
    shorter = replace(spanish.handout, blocks=spanish.handout.blocks[:-1])
    assert not same_shape(english.handout, shorter)
    other = replace(spanish.handout, blocks=(para("x", "es"), *spanish.handout.blocks[1:]))
    assert not same_shape(english.handout, other)


def test_a_heading_over_something_shared_stays_with_it() -> None:
    view = handout(para("One."), *side_by_side("handout").handout.blocks[1:3], para("Two."), para("Three."))
    groups = grouped(view.handout.blocks, view.handout.blocks)
    assert [(group.heads, group.shared, len(group.pairs)) for group in groups] == [
        (False, False, 1),
        (True, False, 1),
        (False, True, 1),
        (False, False, 2),
    ]


def test_equal_words_stand_once() -> None:
    first = handout(fence("log", table(("mg/dL", "When"), ("112", "Monday")), rows=2))
    second = handout(fence("log", table(("mg/dL", "Cuándo"), ("112", "Lunes"), language="es"), rows=2), language="es")
    said = words(replace(first, second=second))
    assert said.count("mg/dL") == said.count("112") == 1
    assert "When · Cuándo" in said
