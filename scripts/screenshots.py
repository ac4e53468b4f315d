"""Pictures of the screens, in every language of the interface, for the front pages and guides.

    python scripts/screenshots.py [FOLDER]

Writes `<screen>.<language>.svg` into docs/images, or the folder given. The group on them is made up.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / folder) for folder in ("toolkit", "tui")]

from platica.desk import make_demo  # noqa: E402
from platica.desk.open_desk import Places  # noqa: E402
from platica_tui.app import PlaticaApp  # noqa: E402

THURSDAY = datetime(2026, 11, 19, 16, 0)  # noqa: DTZ001 - meetings are at local wall time
SIZE = (80, 24)
WAYS: dict[str, tuple[str, ...]] = {
    "today": (),
    "attendance": ("a", "1", "-", "6", ",", "9", "enter", "8", "t"),
    "roster": ("e",),
    "builder": ("end", "enter", "m", "down"),
    "print": ("p",),
    "preview": ("p", "down", "v"),
    "curricula": ("o", "enter"),
    "session": ("o", "enter", "enter"),
    "workshop": ("end", "enter"),
    "new-workshop": ("n",),
    "organization": ("s",),
    "set-up": ("s", "8"),
    "help": ("f1",),
    "palette": ("ctrl+p",),
}
_FONT_FACES = re.compile(r"\s*@font-face \{[^}]*\}")
"""Left out, since they name fonts on the network."""


def pictures(folder: Path, languages: tuple[str, ...]) -> Iterator[Path]:
    """Writes every picture and gives its path."""
    for language in languages:
        for name, keys in WAYS.items():
            with tempfile.TemporaryDirectory() as scratch:
                svg = asyncio.run(_picture(_demo(Path(scratch)), language, keys))
            path = folder / f"{name}.{language}.svg"
            path.write_text(_FONT_FACES.sub("", svg), encoding="utf-8")
            yield path


def _demo(scratch: Path) -> Places:
    places = Places(scratch / "site", None, scratch / "cache")
    make_demo.set_up_group(places, now=_now)
    return places


async def _picture(places: Places, language: str, keys: tuple[str, ...]) -> str:
    app = PlaticaApp(places, language, now=_now)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="Plática")


def _now() -> datetime:
    return THURSDAY


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    for path in pictures(folder, ("en", "es")):
        print(path)


if __name__ == "__main__":
    main()
