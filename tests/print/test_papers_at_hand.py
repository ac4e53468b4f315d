"""Papers as they come to the hand: nothing on a page of its own that one page holds, what matters first."""

from builders.paper import sign_in, ticket
from builders.press import edition, pages_text, warm_press
from platica.domain.paper import Paper


def test_fourteen_people_and_five_who_walk_in_sign_on_one_page() -> None:
    names = tuple(f"Persona {number}" for number in range(1, 15))
    for paper in Paper:
        assert warm_press().render(sign_in(names, first_free=15), edition("es", paper, second="en")).pages == 1


def test_a_print_shop_reads_what_is_asked_before_the_list_of_files_and_no_word_of_the_head_is_broken() -> None:
    said = pages_text(warm_press().render(ticket(), edition("es")).pdf)[0]
    assert said.index("Por favor") < said.index("tamaño real") < said.index("Pila 1")
    assert "Páginas" in said
