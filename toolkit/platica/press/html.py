"""Views become HTML: one Jinja2 environment a language, every value escaped, every unknown name an error."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import segno
from jinja2 import StrictUndefined, TemplateError, select_autoescape
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from platica.domain.document import Text
from platica.errors import PressError
from platica.language.formats import Formats
from platica.phrases import Phrasebook, phrase
from platica.press import charts, clock, shapes
from platica.press.blanks import blank_name
from platica.press.bounded import BoundedEnvironment, OwnTemplates
from platica.press.job import PACK, Layout
from platica.press.pairs import grouped, items_with
from platica.press.picture_led import in_edition
from platica.press.templates import layouts, stylesheets, template
from platica.press.views import Edition, GuideView, HandoutView, View

_LONG_NAME, _LONGEST_LINE = 24, 36
_HELD_TOGETHER = re.compile(r"(?<=\d\d) (?=\d\d)|(?<=\b[ap]\.) (?=m\.)")
_TEMPLATE_TROUBLE = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Page:
    """A view as HTML, with the stylesheets it is printed with."""

    html: str
    title: str
    stylesheets: tuple[str, ...]
    layouts: tuple[Layout, ...]


class Typesetter:
    """Fills the templates of `printables/templates`; of several folders the first that has a file wins."""

    def __init__(self, folders: Sequence[Path], books: Callable[[str], Phrasebook]) -> None:
        self._folders = tuple(folders)
        self._books = books
        self._environments: dict[str, BoundedEnvironment] = {}
        self._icons = icon_names(folders)

    def page(self, view: View, edition: Edition, addresses: Mapping[str, str], *, on_screen: bool = False) -> Page:
        """The page of a view; `addresses` says where each picture of the curriculum is.

        Raises PressError when a picture or an icon is not there, or a template cannot be used.
        """
        view = in_edition(view, edition)
        environment = self._environment(edition.language)
        environment.begin()
        try:
            html = self._filled(environment, view, edition, addresses, on_screen=on_screen)
        except _TEMPLATE_TROUBLE as error:
            file = f"printables/templates/{getattr(error, 'name', None) or template(view)}"
            said = phrase("The template {file} cannot be used: {detail}", file=file, detail=str(error))
            raise PressError(said) from error
        return Page(html, _title(html), stylesheets(view, edition), layouts(view, edition))

    def _filled(
        self,
        environment: BoundedEnvironment,
        view: View,
        edition: Edition,
        addresses: Mapping[str, str],
        *,
        on_screen: bool,
    ) -> str:
        both = (edition.language, edition.second) if isinstance(view, HandoutView) and view.second else ()
        return environment.get_template(template(view)).render(
            view=view,
            on_screen=on_screen,
            also=self._books(edition.second).say if edition.second else _nothing,
            sides=[self._side(edition, language, addresses) for language in both if language],
            slots=clock.time_slots(view.session.activities, view.starts) if isinstance(view, GuideView) else (),
            wide=isinstance(view, HandoutView) and _lies_across(view, edition),
            **self._voice(edition, addresses),
        )

    def _side(self, edition: Edition, language: str, addresses: Mapping[str, str]) -> TemplateModule:
        """What prints the passages of one of two languages, as in a document of that language alone."""
        environment = self._environment(language)
        environment.begin()
        alone = replace(edition, language=language, second=None)
        return environment.get_template("side.html.j2").make_module(self._voice(alone, addresses))

    def _voice(self, edition: Edition, addresses: Mapping[str, str]) -> dict[str, Any]:
        """What texts are printed with, in the edition's language."""
        return {
            "edition": edition,
            "narrow": edition.large or edition.half,
            "formats": Formats(edition.language, edition.region),
            "differs": partial(_differs, edition.language),
            "address_of": partial(self._address, addresses),
            "outline": shapes.Outline(),
        }

    def _environment(self, language: str) -> BoundedEnvironment:
        if language not in self._environments:
            self._environments[language] = self._new_environment(self._books(language))
        return self._environments[language]

    def _new_environment(self, book: Phrasebook) -> BoundedEnvironment:
        environment = BoundedEnvironment(
            loader=OwnTemplates(self._folders),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals.update(
            say=book.say,
            say_count=book.say_count,
            blank_name=partial(blank_name, book),
            qr=qr,
            card_of=shapes.card_of,
            entries_of=shapes.entries_of,
            grouped=grouped,
            bar=charts.Bar,
            bars=charts.bars,
        )
        environment.tests.update(stacked=shapes.stacks)
        environment.filters.update(
            tag=tag,
            kind=lambda block: type(block).__name__,
            number=shapes.number,
            counted=counted,
            called=lambda keys, names: [names[key] for key in keys],
            fitted=fitted,
            together=together,
            each_once=shapes.each_once,
            shares=shapes.column_shares,
            items_with=items_with,
            clock=clock.clock,
            total_minutes=clock.total_minutes,
            left=clock.left,
            share=clock.share,
        )
        return environment

    def _address(self, addresses: Mapping[str, str], source: str) -> str:
        if not source.startswith("icon:"):
            return addresses[source]
        name = source.removeprefix("icon:")
        if name not in self._icons:
            raise PressError(phrase("There is no icon called “{name}”.", name=name))
        return f"{PACK}icons/{name}.svg"


def icon_names(folders: Sequence[Path]) -> frozenset[str]:
    """The icons that texts may name."""
    return frozenset(file.stem for folder in folders for file in (folder / "icons").glob("*.svg"))


def tag(language: str) -> str:
    """A catalogue's language name as HTML and PDF write it."""
    return language.replace("_", "-")


def counted(sentence: str) -> Markup:
    """The sentence with its `{page}` and `{pages}` counted by the printer of pages."""
    safe = str(escape(sentence))
    for slot, kind in (("{page}", "page-number"), ("{pages}", "page-count")):
        safe = safe.replace(slot, f'<span class="{kind}"></span>')
    return Markup(safe)  # noqa: S704 - the sentence is escaped two lines up


def together(words: str) -> str:
    """The words with the groups of a telephone number, and `a. m.`, held on one line."""
    return _HELD_TOGETHER.sub("\N{NO-BREAK SPACE}", words)


def fitted(name: str) -> str:
    """The class of a name by its length, so that the longest still fits on its certificate."""
    return "name" if len(name) <= _LONG_NAME else "name long" if len(name) <= _LONGEST_LINE else "name longest"


def qr(words: str, title: str) -> Markup:
    """A square code that says the words, as a drawing with a title."""
    drawing = segno.make(words, error="m", micro=False).svg_inline(omitsize=True, title=title, border=4)
    return Markup(drawing)  # noqa: S704 - segno escapes the title; the rest is its own


def _nothing(_text: str) -> str:
    return ""


def _differs(language: str, text: Text) -> bool:
    return tag(text.language).split("-")[0] != tag(language).split("-")[0]


def _lies_across(view: HandoutView, edition: Edition) -> bool:
    return not edition.half and shapes.lies_across(view.handout.blocks, large=edition.large)


def _title(html: str) -> str:
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    return unescape(found[1]).strip() if found else ""
