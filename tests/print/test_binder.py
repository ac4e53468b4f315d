"""A binder: one file, one tree, numbers that agree on paper, in the labels and in the contents."""

import io
import re

import pikepdf
from pikepdf import Dictionary, Name

from builders.paper import every_view
from builders.press import edition, pages_text, warm_press
from platica.press.views import BoundPart, Part


def bound() -> Part:
    press, spanish, english = warm_press(), edition("es"), edition("en")
    views, other = every_view("es"), every_view("en")
    parts = [BoundPart(press.render(views["cover"], spanish), "Portada", "")]
    parts += [BoundPart(press.render(views[name], spanish), name, "Sesión 1") for name in ("guide", "form", "log")]
    parts += [BoundPart(press.render(other[name], english), name, "Sesión 2") for name in ("handout", "form")]
    return press.bind(parts, spanish, "Grupo <de> los jueves")


def lengths() -> list[int]:
    press, spanish, english = warm_press(), edition("es"), edition("en")
    mine = [press.render(every_view("es")[name], spanish).pages for name in ("guide", "form", "log")]
    return mine + [press.render(every_view("en")[name], english).pages for name in ("handout", "form")]


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    found, waiting = [], list(pdf.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [kid for kid in element.get(Name.K, ()) if isinstance(kid, Dictionary) and Name.S in kid]
    return found


def test_pages_labels_and_contents_agree() -> None:
    part = bound()
    with pikepdf.open(io.BytesIO(part.pdf)) as pdf:
        labels = [str(page.label) for page in pdf.pages]
        assert len(pdf.pages) == part.pages == 2 + sum(lengths())
    assert labels == ["i", "ii", *map(str, range(1, sum(lengths()) + 1))]
    texts = pages_text(part.pdf)
    starts = [1 + sum(lengths()[:place]) for place in range(5)]
    contents = re.findall(r"^(\w+)\n(\d+)$", texts[1].replace("\r", ""), re.MULTILINE)
    assert contents == list(zip(("guide", "form", "log", "handout", "form"), map(str, starts), strict=True))
    for number, words in enumerate(texts[2:], start=1):
        assert str(number) in words.split()


def test_links_of_the_contents_lead_to_the_parts() -> None:
    with pikepdf.open(io.BytesIO(bound().pdf)) as pdf:
        names = pdf.Root.Names.Dests.Names
        places = {str(names[at]): names[at + 1][0].objgen for at in range(0, len(names), 2)}
        targets = [places[str(link.A.D)] for link in pdf.pages[1].Annots]
        starts = [2 + sum(lengths()[:place]) for place in range(5)]
        assert targets == [pdf.pages[start].obj.objgen for start in starts]


def test_bookmarks_are_nested_by_section_and_part() -> None:
    with pikepdf.open(io.BytesIO(bound().pdf)) as pdf, pdf.open_outline() as outline:
        tops = [item.title for item in outline.root]
        assert tops == ["Portada", "Contenido", "Sesión 1", "Sesión 2"]
        first = outline.root[2]
        assert [item.title for item in first.children] == ["guide", "form", "log"]
        assert "Qué llevar" in [item.title for item in first.children[0].children]


def test_ids_of_header_cells_are_unique_and_every_reference_finds_one() -> None:
    with pikepdf.open(io.BytesIO(bound().pdf)) as pdf:
        cells = [element for element in elements(pdf) if str(element.S) in ("/TH", "/TD")]
        ids = [str(cell.ID) for cell in cells if Name.ID in cell]
        used = {str(header) for cell in cells if Name.Headers in cell.get(Name.A, {}) for header in cell.A.Headers}
        assert len(ids) == len(set(ids)) > 20
        assert used
        assert used <= set(ids)


def test_a_part_that_is_bound_twice_has_other_names_the_second_time() -> None:
    log = warm_press().render(every_view("es")["log"], edition("es"))
    twice = warm_press().bind([BoundPart(log, "log", "A"), BoundPart(log, "log", "B")], edition("es"), "T")
    with pikepdf.open(io.BytesIO(twice.pdf)) as pdf:
        ids = [str(element.ID) for element in elements(pdf) if Name.ID in element]
        listed = pdf.Root.StructTreeRoot.IDTree.Names
        assert len(set(ids)) == len(ids)
        assert sorted(ids) == [str(listed[at]) for at in range(0, len(listed), 2)]


def test_every_part_keeps_its_language_and_no_element_points_outside_the_file() -> None:
    with pikepdf.open(io.BytesIO(bound().pdf)) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        assert [str(part.Lang) for part in document.K] == ["es", "es", "es", "es", "es", "en", "en"]
        assert str(pdf.Root.Lang) == "es"
        pages = {page.obj.objgen for page in pdf.pages}
        assert all(element.Pg.objgen in pages for element in elements(pdf) if Name.Pg in element)


def test_every_mark_on_a_page_is_found_in_the_tree_under_its_own_page() -> None:
    with pikepdf.open(io.BytesIO(bound().pdf)) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        by_key = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        keys = [int(page.obj.StructParents) for page in pdf.pages]
        assert len(set(keys)) == len(keys)
        for page, key in zip(pdf.pages, keys, strict=True):
            assert all(element.Pg.objgen == page.obj.objgen for element in by_key[key])


def test_the_file_says_its_title_and_no_date_and_is_the_same_twice() -> None:
    part = bound()
    assert part.pdf == bound().pdf
    assert part.title == "Grupo <de> los jueves"
    with pikepdf.open(io.BytesIO(part.pdf)) as pdf:
        assert str(pdf.docinfo.Title) == "Grupo <de> los jueves"
        assert b"Grupo &lt;de&gt; los jueves" in pdf.Root.Metadata.read_bytes()
        assert set(pdf.docinfo.keys()) == {"/Title"}
