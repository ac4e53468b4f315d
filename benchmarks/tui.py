"""Start and key press of the terminal interface against an empty Textual app, side by side on a real pty.

    python benchmarks/tui.py [ROUNDS]

Prints medians in milliseconds and their ratios. Ends with 1 when a ratio is above its goal.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / folder) for folder in ("toolkit", "tui", "tests")]

from builders.site import group_on, site_in, workshop_on  # noqa: E402
from builders.terminal import Terminal  # noqa: E402
from platica.desk.open_desk import Places, open_desk  # noqa: E402

START_GOAL, KEY_GOAL = 1.5, 3.0
NOT_AT_THE_START = ("weasyprint", "jinja2", "polib", "babel.messages", "markdown_it", "yaml", "pikepdf")
TITLE = "Caminando juntos"
EMPTY_APP = f"""
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static({TITLE!r})
    def on_key(self, event):
        self.query_one(Static).update("pressed " + event.key)
Empty().run()
"""


def demo_site(folder: Path) -> Places:
    """A site whose next session is a week from today, with thirty people."""
    places = site_in(folder)
    with open_desk(places) as desk:
        start = desk.now().date().replace(day=1)
        while start <= desk.now().date():
            start = start.fromordinal(start.toordinal() + 7)
        group_on(desk, workshop_on(desk, start=start), *(f"Persona {number:02}" for number in range(1, 31)))
    return places


def environment(places: Places) -> dict[str, str]:
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONDONTWRITEBYTECODE": ""}
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("toolkit", "tui"))
    return env | {"PYTHONPATH": paths, "PLATICA_SITE": str(places.site), "PLATICA_CACHE": str(places.cache)}


def started(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Milliseconds from exec to the bytes of the title, and of processor time."""
    with Terminal(command, env) as terminal:
        waited = 1000 * (terminal.wait_for(TITLE) - terminal.started)
    return waited, 1000 * terminal.processor_seconds


def echoed(env: dict[str, str], presses: int) -> list[float]:
    """Milliseconds from a key to its echo in the empty app."""
    with Terminal([sys.executable, "-c", EMPTY_APP], env) as terminal:
        terminal.wait_for(TITLE)
        terminal.rest()
        times = []
        for letter in "abcdefghijklmnopqrstuvwxyz"[:presses]:
            sent = terminal.send(letter)
            times.append(1000 * (terminal.wait_for(f"pressed {letter}") - sent))
            terminal.rest(0.05)
        return times


def marked(command: list[str], env: dict[str, str], presses: int) -> list[float]:
    """Milliseconds from Enter to the painted, saved mark of the person under the cursor."""
    with Terminal(command, env) as terminal:
        terminal.wait_for(TITLE)
        terminal.rest()
        terminal.send("a")
        terminal.wait_for("Persona 10")
        terminal.rest()
        terminal.send("\t")
        terminal.rest()
        times = []
        for number in range(1, presses + 1):
            sent = terminal.send("t" if number % 2 else "\r")
            times.append(1000 * (terminal.wait_for("llegó tarde" if number % 2 else "presente") - sent))
            terminal.rest(0.05)
        return times


def first_screen_modules(env: dict[str, str]) -> list[str]:
    """Heavy modules that the first screen loads although it should not."""
    script = f"""
import asyncio, sys
from pathlib import Path
from platica.desk.open_desk import Places
from platica_tui.app import PlaticaApp
app = PlaticaApp(Places(Path({env["PLATICA_SITE"]!r}), None, Path({env["PLATICA_CACHE"]!r})))
async def look():
    async with app.run_test() as pilot:
        await pilot.pause()
asyncio.run(look())
print(*(name for name in {NOT_AT_THE_START!r} if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    return done.stdout.split()


def main(rounds: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        env = environment(demo_site(Path(folder)))
        empty, platica = [sys.executable, "-c", EMPTY_APP], [sys.executable, "-m", "platica"]
        started(platica, env)
        started(empty, env)
        starts = [(started(empty, env), started(platica, env)) for _ in range(rounds)]
        keys = [
            (one, two) for _ in range(3) for one, two in zip(echoed(env, 10), marked(platica, env, 10), strict=True)
        ]
        heavy = first_screen_modules(env)
    start = _told("start to the title", [(one[0], two[0]) for one, two in starts], START_GOAL)
    _told("processor time of a start", [(one[1], two[1]) for one, two in starts], START_GOAL)
    key = _told("key to the painted mark", keys, KEY_GOAL)
    print(f"modules that should not be there: {' '.join(heavy) or 'none'}")
    return 0 if start and key and not heavy else 1


def _told(what: str, pairs: list[tuple[float, float]], goal: float) -> bool:
    empty, platica = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(two / one for one, two in pairs)
    print(f"{what}: empty app {empty:.1f} ms, platica {platica:.1f} ms, ratio {ratio:.2f} (goal {goal})")
    return ratio <= goal


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
