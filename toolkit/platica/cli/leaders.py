"""`platica leaders`: who leads here, so that the history can say whose hand it was."""

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.parameters import word
from platica.cli.spoken_click import SpokenGroup, command
from platica.domain.leader import Leader
from platica.phrases import Phrasebook

_LEADER = "{name, pin, here}"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    name = word("name", book.say("NAME"))
    commands = [
        command(
            book, "list", _list, book.say("Lists those who lead, and who is at the keyboard."), keys=f"[{_LEADER}]"
        ),
        command(book, "add", _add, book.say("Adds somebody who leads."), name, keys=_LEADER),
        command(
            book,
            "rename",
            _rename,
            book.say("Corrects a name."),
            name,
            word("new", book.say("NEW-NAME")),
            keys=_LEADER,
        ),
        command(
            book,
            "forget-pin",
            _forget_pin,
            book.say("Takes away a PIN that somebody forgot."),
            name,
            keys=_LEADER,
        ),
    ]
    said = book.say("Those who lead. A PIN tells them apart on the screens; commands ask for none.")
    return SpokenGroup("leaders", book, commands, help=said)


def _list(call: Call) -> None:
    from platica.desk import leaders

    book = call.book
    with call.desk() as desk:
        found, here = leaders.everybody(desk), leaders.here(desk)
    rows = [
        (one.name, book.say("PIN") if one.pin else "", book.say("at the keyboard") if one == here else "")
        for one in found
    ]
    headings = (book.say("Name"), book.say("PIN"), book.say("Note"))
    call.give(
        [_leader_json(one, here) for one in found],
        Listing(headings, rows)
        if rows
        else book.say("Nobody has been named yet. “platica leaders add” names somebody."),
    )


def _add(call: Call, name: str) -> None:
    from platica.desk import leaders

    with call.desk() as desk:
        added, here = leaders.add(desk, name), leaders.here(desk)
    call.give(_leader_json(added, here), call.book.say("{name} is among those who lead.", name=added.name))


def _rename(call: Call, name: str, new: str) -> None:
    from platica.desk import leaders

    with call.desk() as desk:
        changed = leaders.rename(desk, leaders.find(desk, name).id, new)
        here = leaders.here(desk)
    call.give(_leader_json(changed, here), call.book.say("The name is {name} now.", name=changed.name))


def _forget_pin(call: Call, name: str) -> None:
    from platica.desk import leaders

    with call.desk() as desk:
        changed = leaders.set_pin(desk, leaders.find(desk, name).id, None)
        here = leaders.here(desk)
    call.give(_leader_json(changed, here), call.book.say("{name} has no PIN any more.", name=changed.name))


def _leader_json(leader: Leader, here: Leader | None) -> dict[str, Json]:
    return {"name": leader.name, "pin": leader.pin is not None, "here": leader == here}
