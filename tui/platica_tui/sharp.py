"""Whether this terminal can show real pictures, asked the first time one is wanted and only where the answer is sure.

The library asks while it is imported, by codes that a running Textual would take for keys; so the terminal is handed
over to it for that moment. Terminals that are not known for pictures are not asked at all.
"""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import App, SuspendNotSupported

if TYPE_CHECKING:
    from platica_tui.widgets.page_picture import PagePicture

_SIGNS = ("KONSOLE_VERSION", "WEZTERM_PANE", "WT_SESSION")
"""What terminals that may show Sixel pictures, and answer at once, tell the programs in them."""
_NAMES = ("foot", "mlterm", "contour")
_BETWEEN = ("TMUX", "STY", "SSH_CONNECTION")
"""What stands between the program and the terminal: pictures or answers may be lost or late."""


def may_show(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is worth asking.

    Left out on purpose: xterm shows the library's first rows in a wrong grey, kitty before 0.28 shows boxes.
    """
    known = any(sign in environ for sign in _SIGNS) or environ.get("TERM", "").startswith(_NAMES)
    return known and not any(one in environ for one in _BETWEEN)


def picture_for(app: App[None]) -> "type[PagePicture]":
    """What shows a page here: real dots where the terminal has them, else block signs."""
    from platica_tui.widgets.page_picture import PagePicture

    if sys.platform == "win32" or app.is_headless or not may_show(os.environ):
        return PagePicture
    if "textual_image.widget" not in sys.modules:
        import PIL.Image  # noqa: F401 - slow, and nothing to do with the terminal

        try:
            with app.suspend():
                import textual_image.widget  # noqa: F401 - what counts is that it asks now
        except (SuspendNotSupported, ImportError):
            return PagePicture
    from platica_tui.widgets.sharp_picture import SharpPicture, is_sharp

    return SharpPicture if is_sharp() else PagePicture
