"""Showing a file or a folder with the program the computer has for it."""

from pathlib import Path

from platica.printers import viewer


def show(place: Path) -> None:
    """Opens it and does not wait. Raises PrinterError when it is not there or nothing can show it."""
    viewer.show(place)
