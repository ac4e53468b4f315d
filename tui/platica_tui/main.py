"""Starting the terminal interface."""

from platica.desk.open_desk import Places


def run(places: Places, language: str | None = None) -> int:
    """Runs until the leader closes it; gives the exit code. Raises SiteError when the site cannot be read."""
    from platica_tui.app import PlaticaApp

    app = PlaticaApp(places, language or _spoken_here())
    app.run()
    return app.return_code or 0


def _spoken_here() -> str | None:
    """The language this computer was set to, for the first set-up; a site's own setting goes before it."""
    return None
