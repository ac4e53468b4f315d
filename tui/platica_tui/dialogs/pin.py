"""A PIN to type, or a new one."""

from collections.abc import Callable, Sequence

from platica.phrases import Phrase, mark, phrase
from platica_tui.dialogs.secrets import SecretsDialog

PIN = mark("PIN")
PIN_NOW = mark("PIN now")
NEW_PIN = mark("New PIN")


class PinDialog(SecretsDialog):
    """Asks for four to eight digits, and stays with its sentence while they will not do."""

    GUIDE = (
        mark("A PIN has four to eight digits. Nothing is shown unless F3 is pressed."),
        mark("Is it forgotten? Whoever helps you takes it away with “platica leaders forget-pin”."),
    )

    def __init__(
        self, question: Phrase, lines: Sequence[str], use: Callable[..., object], then: Callable[[], object]
    ) -> None:
        about = [phrase("A PIN tells who is at the keyboard. It does not lock the records.")]
        super().__init__(question, about if NEW_PIN in lines else (), lines, use, then)
