"""Starting the terminal interface."""

import gc

from platica.desk.open_desk import Places


def run(places: Places, language: str | None = None) -> int:
    """Runs until the leader closes it; gives the exit code. Raises SiteError when the site cannot be read.

    Nothing is looked at for garbage until the first screen is there: what a start makes stays.
    """
    gc.disable()
    from platica_tui.app import PlaticaApp

    app = PlaticaApp(places, language)
    app.run()
    return app.return_code or 0
