"""Who is at the keyboard of this computer, so that the history can say whose hand it was."""

import json
from contextlib import suppress

from platica.desk.desk import Desk
from platica.domain.ids import LeaderId
from platica.domain.leader import Leader
from platica.errors import PlaticaError
from platica.ledger import fs

FILE = "keyboard.json"
"""Where it is remembered for the next start; holds an id and no name."""


def here(desk: Desk) -> Leader | None:
    """Who is at the keyboard, when somebody said so."""
    hand = desk.records.hand
    return next((one for one in desk.records.leaders() if one.id == hand), None) if hand else None


def sit_down(desk: Desk, leader: Leader | None) -> None:
    """Says whose hand all changes are from now on; for the next start too when they need no PIN."""
    desk.records.hand = leader.id if leader else None
    known = leader.id if leader and leader.pin is None else None
    file = desk.folder / FILE
    if known is None and not file.exists():
        return
    with suppress(OSError):  # a site that cannot be written to forgets
        fs.replace_durably(file, json.dumps({"format": 1, "leader": known}).encode() + b"\n")


def recall(desk: Desk) -> None:
    """Goes on with who was at the keyboard the last time, if they are still there and need no PIN."""
    with suppress(OSError, ValueError, TypeError, KeyError, PlaticaError):
        leader = desk.records.leader(LeaderId(json.loads((desk.folder / FILE).read_bytes())["leader"]))
        if leader.pin is None:
            desk.records.hand = leader.id
