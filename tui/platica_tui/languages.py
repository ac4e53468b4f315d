"""The languages of a workshop, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platica_tui.app import PlaticaApp


def language_options(app: PlaticaApp) -> list[tuple[str, str]]:
    """Each language with another after it, then each alone: the tags, and the names."""
    tags = app.desk.catalogues.languages()
    pairs = [
        (f"{one} {two}", f"{app.language_name(one)} + {app.language_name(two)}")
        for one in tags
        for two in tags
        if one != two
    ]
    return [*pairs, *((tag, app.language_name(tag)) for tag in tags)]
