"""Every document as a page for a screen: sound marks, landmarks, names for everything that has to have one."""

from collections.abc import Sequence
from html.parser import HTMLParser

import pytest

from builders.paper import every_view
from builders.press import edition, handout, para, warm_press

ALONE = {"meta", "link", "br", "img", "hr", "col", "wbr"}
BLOCKS = {"div", "p", "table", "ul", "ol", "section", "h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {"p", "span", "strong", "em", "a"}
LANDMARKS = {"header", "main", "footer"}
WITHOUT_TITLE = ("tags",)
"""Small pieces of paper to cut apart."""


class Strict(HTMLParser):
    """Reads a page and keeps every complaint."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = [0]
        self.mains = 0
        self.languages: list[str] = []
        self.complaints: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if len(said) != len(attrs):
            self.complaints.append(f"{tag} says something twice")
        self.ids += [said["id"] or ""] if "id" in said else []
        self.mains += tag == "main"
        if "lang" in said:
            self.languages.append(said["lang"] or "")
        self._check(tag, said)
        if tag not in ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._check(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in ALONE:
            return
        if not self.open or self.open.pop() != tag:
            self.complaints.append(f"{tag} ends where it did not begin")

    def handle_data(self, data: str) -> None:
        if data.strip() and "body" in self.open and not LANDMARKS & set(self.open):
            self.complaints.append(f"outside of every landmark: {data.strip()}")

    def _check(self, tag: str, said: dict[str, str | None]) -> None:
        inside = self.open[-1] if self.open else ""
        if tag == "img" and not said.get("alt"):
            self.complaints.append("a picture without words")
        if tag == "th" and said.get("scope") not in ("col", "row"):
            self.complaints.append("a head of a table that does not say of what")
        if tag == "li" and inside not in ("ul", "ol"):
            self.complaints.append(f"an item in {inside}")
        if tag in BLOCKS and inside in INLINE:
            self.complaints.append(f"{tag} in {inside}")
        if tag in ("script", "iframe", "object", "form", "input"):
            self.complaints.append(f"{tag} on a page to read")
        if tag[0] == "h" and tag[1:].isdigit():
            if int(tag[1:]) > self.headings[-1] + 1:
                self.complaints.append(f"{tag} after h{self.headings[-1]}")
            self.headings.append(int(tag[1:]))


def read(html: str) -> Strict:
    page = Strict()
    page.feed(html)
    page.close()
    return page


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_view_is_a_sound_page(language: str) -> None:
    for name, view in every_view(language).items():
        page = read(warm_press().html(view, edition(language)))
        assert page.complaints == [], name
        assert page.open == [], name
        assert page.mains == 1, name
        assert page.languages[0] == language, name
        assert len(page.ids) == len(set(page.ids)), name
        assert page.headings.count(1) >= 1 or name in WITHOUT_TITLE, name


def test_a_draft_and_words_in_another_language_say_so_on_a_screen_too() -> None:
    page = read(warm_press().html(handout(para("Hello", "en"), language="es", unsound=1), edition("es")))
    assert page.complaints == []
    assert page.languages == ["es", "en"]


def test_the_page_zooms_turns_dark_and_prints() -> None:
    html = warm_press().html(every_view("es")["handout"], edition("es"))
    assert 'content="width=device-width, initial-scale=1"' in html
    assert "user-scalable" not in html
    assert "maximum-scale" not in html
    assert "@media screen and (max-width: 34rem)" in html
    assert "@media screen and (prefers-color-scheme: dark)" in html
    assert "@page { size: letter }" in html
