"""What a printer says of itself, as sentences: the keywords of RFC 8011, 5.4.12, and of PWG 5100.9."""

from collections.abc import Iterable

from platica.phrases import Phrase, phrase

_NO_PAPER = phrase("The printer has no paper, or not of this size. Put paper in; it goes on by itself.")
_JAM = phrase("Paper is stuck in the printer. Take it out and close the printer; then reprint what was spoilt.")
_OPEN = phrase("A cover of the printer is open. Close it; it goes on by itself.")
_NO_INK = phrase("The printer has no ink or toner left. Change the cartridge; it goes on by itself.")
_FULL = phrase("The tray with the printed sheets is full. Empty it; it goes on by itself.")
_AWAY = phrase("The printer does not answer. Look whether it is on and connected; it goes on by itself.")
_SENTENCES = {
    "media-empty": _NO_PAPER,
    "media-needed": _NO_PAPER,
    "input-tray-missing": _NO_PAPER,
    "media-jam": _JAM,
    "cover-open": _OPEN,
    "door-open": _OPEN,
    "interlock-open": _OPEN,
    "toner-empty": _NO_INK,
    "marker-supply-empty": _NO_INK,
    "marker-supply-missing": _NO_INK,
    "output-area-full": _FULL,
    "output-tray-missing": _FULL,
    "offline": _AWAY,
    "shutdown": _AWAY,
    "timed-out": _AWAY,
}
_PAUSED = ("paused", "moving-to-paused", "stopped", "stopping", "stopped-partly")
_MILD = ("-report", "-warning")
_SUFFIXES = ("-error", *_MILD)


def trouble_of(printer: str, reasons: Iterable[str], *, stopped: bool) -> Phrase | None:
    """What keeps a printer from printing; None when nothing does, or when it only warns.

    A printer that was paused says so last: what made it stop helps more.
    """
    paused = stopped
    for reason in reasons:
        plain = next((reason.removesuffix(end) for end in _SUFFIXES if reason.endswith(end)), reason)
        if plain in _PAUSED:
            paused = True
        elif plain in _SENTENCES and (plain == "offline" or not reason.endswith("-warning")):
            return _SENTENCES[plain]
    if paused:
        return phrase(
            "The printer {printer} is paused. Turn it on in the printer settings of this computer, or ask whoever looks"
            " after it to run: cupsenable {printer}",
            printer=printer,
        )
    return None
