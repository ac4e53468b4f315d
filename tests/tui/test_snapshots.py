"""How four screens look at 80×24, in both languages; a change that is meant: `pytest --snapshot-update`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders.site import THURSDAY, clock_at
from builders.tui import CarefulApp, site_with_group

WAYS: dict[str, tuple[str, ...]] = {
    "today": (),
    "attendance": ("a", "down", "3", "t"),
    "print": ("p",),
    "builder": ("end", "enter", "m", "down"),
}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("screen", WAYS)
def test_a_screen_looks_as_agreed(
    screen: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    snap_compare: Callable[..., bool],
) -> None:
    """Calm and roomy: a head, one job, at most six keys; nothing is cut that matters."""
    monkeypatch.setenv("HOME", "/home/rosa")
    app = CarefulApp(site_with_group(tmp_path), language, now=clock_at(THURSDAY))
    assert snap_compare(app, press=WAYS[screen], terminal_size=(80, 24))
