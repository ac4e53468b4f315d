"""A document as it will come out of the printer, before it does."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.worker import get_current_worker

from platica.desk.preview import Preview, preview
from platica.domain.printing import PrintPlan, PrintRow
from platica.errors import PlaticaError
from platica.phrases import mark, phrase
from platica_tui.screens.page import Page
from platica_tui.screens.printing_rows import title
from platica_tui.widgets.page_picture import PagePicture
from platica_tui.widgets.plain import Words


class PreviewPage(Page):
    """Makes the document, then shows the picture of a page; it is forgotten when the screen is left."""

    CSS_PATH = "../styles/preview.tcss"
    GUIDE = (
        mark("This is the sheet as it will be printed. At first the whole page is shown: look where things stand."),
        mark("+ comes closer until the words can be read; the arrows then move over the page. - goes back."),
        mark("t shows the words of the sheet as text, which is easier to read here."),
        mark("Nothing of a sheet with names is kept: it is forgotten when you go back."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "text", mark("Text")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(
        self, plan: PrintPlan, row: PrintRow, read: Callable[[], None], kind: type[PagePicture] = PagePicture
    ) -> None:
        """`read` shows the words of the document on another screen; it raises Refused when it has none.

        `kind` is what shows a page on this terminal.
        """
        super().__init__()
        self.kind = kind
        self.plan, self.row, self.read = plan, row, read
        self.preview: Preview | None = None
        self.page = 1
        self.making = False
        self.failed = False

    def body(self) -> Iterable[Widget]:
        yield Words(id="making")
        yield self.kind(id="picture")

    def on_mount(self) -> None:
        self.query_one(PagePicture).focus()

    def on_unmount(self) -> None:
        if self.preview:
            self.preview.close()

    def offers(self, action: str) -> bool:
        if action == "page":
            return self.preview is not None and self.preview.pages > 1
        if action in ("closer", "farther"):
            return self.preview is not None and self.query_one(PagePicture).place.can_go(
                1 if action == "closer" else -1
            )
        return super().offers(action)

    def fill(self) -> None:
        if self.preview:
            self._show(self.preview)
        elif not self.making and not self.failed:
            self.making = True
            self._make()
        self._head()

    def _head(self) -> None:
        place = ""
        if self.preview:
            place = self.say("page {page} of {pages}", page=self.page, pages=self.preview.pages)
        self.head(title(self.app.book, self.row), place)
        self.query_one("#making", Words).put(self.say("Making the pages…") if self.making else "")
        self.query_one("#making").display = self.making
        self.refresh_bindings()

    def _show(self, seen: Preview) -> None:
        page = self.page
        self.query_one(PagePicture).put(page, lambda width: seen.picture(page, width), seen.height_to_width(page))

    @work(thread=True, exclusive=True, group="preview")
    def _make(self) -> None:
        """Slow; runs beside the screen and touches it only through the app."""
        try:
            made: Preview | Exception = preview(self.desk, self.plan, self.row)
        except Exception as error:  # noqa: BLE001 - told on the screen by `_made`
            made = error
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._made, made)
        elif isinstance(made, Preview):
            made.close()

    def _made(self, made: Preview | Exception) -> None:
        self.making = False
        if isinstance(made, Preview):
            self.preview = made
            self.fill()
        else:
            self.failed = True
            self._head()
            if isinstance(made, PlaticaError):
                self.tell(made.phrase, wrong=True)
            else:
                self.app.unexpected(made)

    def action_page(self, by: int) -> None:
        if self.preview is None:
            return
        wanted = self.page + by
        if not 1 <= wanted <= self.preview.pages:
            self.tell(phrase("This is the last page.") if by > 0 else phrase("This is the first page."))
            return
        self.page = wanted
        self.fill()

    def action_closer(self) -> None:
        self._zoom(1)

    def action_farther(self) -> None:
        self._zoom(-1)

    def _zoom(self, by: int) -> None:
        self.query_one(PagePicture).zoom(by)
        self.refresh_bindings()

    def action_text(self) -> None:
        self.read()
