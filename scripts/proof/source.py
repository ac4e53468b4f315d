"""What a page says in the order its HTML has it: words, languages, pictures, heads of tables."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

RUNNING = frozenset({"foot", "page-of", "draft", "margin-note"})
"""Classes of what runs along the edges of every page; it is no part of the reading order."""
SOMETIMES = frozenset({"jot", "fold-note"})
"""Classes of what is on paper in one size or layout only."""
_SILENT = frozenset({"head", "style", "script"})
_EMPTY = frozenset({"img", "br", "meta", "link", "hr", "input", "col", "wbr"})


@dataclass(slots=True)
class Source:
    """A page's words in reading order."""

    words: list[str] = field(default_factory=list)
    sometimes: set[int] = field(default_factory=set)
    """Places of the words that are not on every paper."""
    heads: list[str] = field(default_factory=list)
    """The heads of tables, which paper repeats on every page."""
    languages: list[str] = field(default_factory=list)
    """Of elements that say theirs and hold words."""
    pictures: list[str] = field(default_factory=list)
    """The words for those who do not see them."""


def source_of(html: str) -> Source:
    """What the HTML of a page says."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.source


class _Reader(HTMLParser):
    """Walks the elements with a stack of what surrounds them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.source = Source()
        self._open: list[tuple[str, bool, str | None]] = []
        self._title: list[str] | None = None
        self._sometimes = 0
        """How many elements were open when the one began whose words are there sometimes."""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        known = dict(attributes)
        hidden = self._hidden or bool(RUNNING & set((known.get("class") or "").split()))
        if tag == "img" and not hidden:
            self.source.pictures.append(known.get("alt") or "")
        if tag == "title" and any(name == "svg" for name, _, _ in self._open) and not hidden:
            self._title = []
        if SOMETIMES & set((known.get("class") or "").split()):
            self._sometimes = len(self._open) + 1
        if tag not in _EMPTY:
            language = known.get("lang") if tag not in ("html", "body") else None
            self._open.append((tag, hidden, language))
            if tag == "img" and language:
                self.source.languages.append(language)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._title is not None:
            self.source.pictures.append("".join(self._title))
            self._title = None
        while self._open:
            name, _, _ = self._open.pop()
            if name == tag:
                break
        if len(self._open) < self._sometimes:
            self._sometimes = 0

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._title.append(data)
            return
        if self._hidden or not data.strip() or any(name in _SILENT for name, _, _ in self._open):
            return
        drawn = any(name == "svg" for name, _, _ in self._open)
        if drawn or (self._sometimes and len(self._open) >= self._sometimes):
            self.source.sometimes.add(len(self.source.words))
        self.source.words.append(data)
        if any(name == "thead" for name, _, _ in self._open):
            self.source.heads.append(data)
        for place, (name, hidden, language) in enumerate(self._open):
            if language:
                self.source.languages.append(language)
                self._open[place] = (name, hidden, None)

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]
