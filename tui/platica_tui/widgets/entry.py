"""Lines to type in."""

from textual.widgets import Input, TextArea

from platica_tui.widgets.plain import shown, shown_lines


class Entry(Input):
    """One line to type in, one cell high; what is typed is never read as markup."""

    def __init__(self, value: str = "", *, hint: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(shown(value), shown(hint), id=id, compact=True, select_on_focus=False)


class ManyLines(TextArea):
    """Several lines to type or paste; Tab goes on to what is next."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(shown_lines(text), id=id, compact=True, tab_behavior="focus")
