"""Joins finished parts page by page without losing what makes each accessible.

WeasyPrint writes one structure tree a document, with parent-tree keys that every document begins anew. Here trees
become one, keys and names unique, and each part keeps its language.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_TABLE_CELLS = ("/TH", "/TD")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of a part's outline: its words, the page of the whole file, how far up that page, what is under it."""

    title: str
    page: int
    top: float
    children: tuple["Bookmark", ...]


class Merger:
    """A file that parts are added to, one after another."""

    def __init__(self) -> None:
        self.pdf: Pdf = pikepdf.new()
        self._root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array())
        )
        self._keys: dict[int, Object] = {}
        self._next_key = 0
        self._parts = 0
        self._ids: dict[str, Object] = {}

    def add(self, pdf: bytes, language: str) -> tuple[Bookmark, ...]:
        """Appends a part; its outline comes back with the pages it has now."""
        first = len(self.pdf.pages)
        with pikepdf.open(io.BytesIO(pdf)) as source:
            self.pdf.add_pages_from(source)
            tree = self.pdf.copy_foreign(source.Root.StructTreeRoot)
            self._take_keys(tree, first)
            self._take_elements(tree, language, alone=self._take_names(tree))
            bookmarks = tuple(_bookmarks(source, first))
        self._parts += 1
        return bookmarks

    def finish(self) -> None:
        """Writes the joined tree into the file."""
        keys = Array([one for key in sorted(self._keys) for one in (key, self._keys[key])])
        self._root.K = Array([self._document])
        self._root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=keys))
        self._root.ParentTreeNextKey = self._next_key
        if self._ids:
            names = Array([one for key in sorted(self._ids) for one in (String(key), self._ids[key])])
            self._root.IDTree = self.pdf.make_indirect(Dictionary(Names=names))
        self.pdf.Root.StructTreeRoot = self._root

    def _take_keys(self, tree: Object, first: int) -> None:
        numbers = list(tree.ParentTree.Nums)
        begin = self._next_key
        for place in range(0, len(numbers), 2):
            key = int(numbers[place]) + begin
            self._keys[key] = numbers[place + 1]
            self._next_key = max(self._next_key, key + 1)
        for page in list(self.pdf.pages)[first:]:
            if Name.StructParents in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + begin
            for annotation in page.obj.get(Name.Annots, Array()):
                if Name.StructParent in annotation:
                    annotation.StructParent = int(annotation.StructParent) + begin

    def _take_names(self, tree: Object) -> bool:
        """Lists the part's header cells; says whether their names are its own, as they are but for a part twice in."""
        listed = list(tree.IDTree.Names) if Name.IDTree in tree else []
        names = {str(listed[place]): listed[place + 1] for place in range(0, len(listed), 2)}
        if names.keys() & self._ids.keys():
            return False
        self._ids |= names
        return True

    def _take_elements(self, tree: Object, language: str, *, alone: bool) -> None:
        for element in tree.K:
            element.S = Name.Part
            element.P = self._document
            element.Lang = String(language)
            self._document.K.append(element)
            if not alone:
                self._make_ids_unique(element)

    def _make_ids_unique(self, top: Object) -> None:
        waiting = [top]
        while waiting:
            element = waiting.pop()
            if str(element.S) in _TABLE_CELLS:
                self._rename(element)
            waiting += [kid for kid in element.get(Name.K, ()) if isinstance(kid, Dictionary) and Name.S in kid]

    def _rename(self, cell: Object) -> None:
        if Name.ID in cell:
            name = self._unique(cell.ID)
            cell.ID = String(name)
            self._ids[name] = cell
        if Name.A in cell and Name.Headers in cell.A:
            cell.A.Headers = Array([String(self._unique(header)) for header in cell.A.Headers])

    def _unique(self, name: Object) -> str:
        return f"{self._parts:04}-{name}"


def _bookmarks(source: Pdf, first: int) -> Iterator[Bookmark]:
    places = {page.obj.objgen: number for number, page in enumerate(source.pages, start=first)}
    if Name.Outlines in source.Root:
        yield from _siblings(source.Root.Outlines.get(Name.First), places)


def _siblings(item: Object | None, places: dict[tuple[int, int], int]) -> Iterator[Bookmark]:
    while item is not None:
        target = item.Dest
        children = tuple(_siblings(item.get(Name.First), places))
        yield Bookmark(str(item.Title), places[target[0].objgen], float(target[3]), children)
        item = item.get(Name.Next)
