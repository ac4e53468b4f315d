"""`platica site health`: the state of the records, and what can be done about it."""

from typing import TYPE_CHECKING

import click

from platica.cli.call import Call, Json
from platica.cli.parameters import flag
from platica.cli.spoken_click import SpokenCommand, command
from platica.errors import SiteError
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    from platica.desk.site_health import HealthLine

_SIGNS = {"ok": "✓", "look": "·", "wrong": "✗"}


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "health",
        _health,
        book.say("Tells the state of the records, and what to do about it. Ends with 1 when something is wrong."),
        flag("--repair", book.say("Closes files that other people of this computer could open."), into="repair"),
        keys="{sound, closed, lines: [{about, state, sentence, advice}]}",
    )


def _health(call: Call, repair: bool) -> None:
    from platica.desk import site_health
    from platica.desk.open_desk import open_desk
    from platica.desk.set_up import is_set_up

    closed = 0
    try:
        with call.secrets.opened(lambda secret: open_desk(call.places, secret=secret)) as desk:
            closed = site_health.put_rights_right(desk) if repair else 0
            lines = site_health.look(desk)
    except SiteError as error:
        if not is_set_up(call.places) and not any(call.places.site.glob("logs/*.log")):
            raise
        lines = site_health.unopened(call.places, error)
    sound = site_health.is_sound(lines)
    told = [call.book.say_count("{count} file was closed.", "{count} files were closed.", closed)] if closed else []
    data: list[Json] = [_json(call, line) for line in lines]
    shown = [said for line in lines for said in _shown(call, line)]
    call.give({"sound": sound, "closed": closed, "lines": data}, *told, *shown)
    if not sound:
        click.get_current_context().exit(1)


def _json(call: Call, line: "HealthLine") -> dict[str, Json]:
    from platica.desk.site_health import ADVICE

    return {
        "about": line.about,
        "state": line.state.value,
        "sentence": call.book.tell(line.sentence),
        "advice": call.book.tell(ADVICE[line.repair]) if line.repair else None,
    }


def _shown(call: Call, line: "HealthLine") -> list[str]:
    from platica.desk.site_health import ADVICE, WORDS

    sign = f"{call.book.tell(WORDS[line.state])}:" if call.plain else _SIGNS[line.state.value]
    said = [f"{sign} {call.book.tell(line.sentence)}"]
    return [*said, f"  {call.book.tell(ADVICE[line.repair])}"] if line.repair else said
