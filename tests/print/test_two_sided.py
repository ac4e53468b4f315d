"""Two languages on the fronts and backs of the same paper."""

import io

import pikepdf

from builders.pairs import elements
from builders.paper import every_view
from builders.press import edition, handout, pages_text, para, warm_press
from platica.press.two_sided import two_sided
from platica.press.views import Part


def long(language: str, words: str, paragraphs: int) -> Part:
    view = handout(
        *(para(f"{words} {number}", language) for number in range(paragraphs)), title=words, language=language
    )
    return warm_press().render(view, edition(language))


def firsts(pdf: bytes) -> list[str]:
    """The first word of each page."""
    return [(text.split() or [""])[0] for text in pages_text(pdf)]


def test_each_language_has_its_own_side() -> None:
    part = two_sided(long("en", "Hello", 40), long("es", "Hola", 40))
    assert firsts(part.pdf) == ["Hello", "Hola", "Hello", "Hola"]
    assert part.title == "Hello · Hola"


def test_a_side_without_counterpart_stays_empty() -> None:
    assert firsts(two_sided(long("en", "Hello", 3), long("es", "Hola", 40)).pdf) == ["Hello", "Hola", "", "Hola"]
    longer = two_sided(long("en", "Hello", 40), long("es", "Hola", 3))
    assert firsts(longer.pdf) == ["Hello", "Hola", "Hello"]
    assert longer.pages == 3


def test_of_a_booklet_one_language_follows_the_other() -> None:
    part = two_sided(long("en", "Hello", 40), long("es", "Hola", 40), folded=True)
    assert firsts(part.pdf) == ["Hello", "Hello", "Hola", "Hola"]


def test_it_is_read_one_language_after_the_other_each_in_its_voice() -> None:
    press = warm_press()
    parts = [press.render(every_view(language)["form"], edition(language)) for language in ("en", "es")]
    found = elements(two_sided(*parts).pdf)
    tongues = [tongue for kind, tongue, _ in found if kind == "Part"]
    assert list(dict.fromkeys(tongues)) == sorted(tongues)[::2] == ["en", "es"]
    heads = [tongue for kind, tongue, _ in found if kind == "TH"]
    assert heads == sorted(heads)
    named = [attributes["id"] for _, _, attributes in found if "id" in attributes]
    assert len(named) == len(set(named)) > 0


def _page(destination: object) -> tuple[int, int]:
    assert isinstance(destination, pikepdf.Array)
    return destination[0].objgen


def test_bookmarks_lead_to_the_pages_where_they_are_now() -> None:
    part = two_sided(long("en", "Hello", 40), long("es", "Hola", 40))
    with pikepdf.open(io.BytesIO(part.pdf)) as pdf, pdf.open_outline() as outline:
        places = {str(item.title): _page(item.destination) for item in outline.root}
        pages = [page.obj.objgen for page in pdf.pages]
        assert places == {"Hello": pages[0], "Hola": pages[1]}


def test_where_no_pdf_is_made_both_stand_on_one_page() -> None:
    first, second = (
        Part(b"", 0, tag, tag, html=f"<html><body class='x'><main>{tag}</main></body></html>") for tag in ("en", "es")
    )
    page = two_sided(first, second).html
    assert page.index("<main>en</main>") < page.index('<div lang="es"') < page.index("<main>es</main>")


def test_the_same_parts_become_the_same_bytes() -> None:
    parts = long("en", "Hello", 3), long("es", "Hola", 3)
    assert two_sided(*parts).pdf == two_sided(*parts).pdf
