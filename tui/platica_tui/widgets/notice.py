"""The row where the program says back what came of a key: it covers nothing, and is empty most of the time."""

from platica_tui.widgets.plain import Words


class Notice(Words):
    """One sentence; a mark before it says that something was refused, beside the colour."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def show(self, words: str, *, wrong: bool = False) -> None:
        """Shows a sentence in the place of the one before; nothing clears the row."""
        said = f"✗ {words}" if wrong and words else words
        if said != self.words:
            self.words = said
            self.set_class(wrong, "-wrong")
            self.put(said)
