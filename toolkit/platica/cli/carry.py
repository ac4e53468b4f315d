"""`platica carry`: records to and from a stick or a folder that computers share."""

from pathlib import Path
from typing import TYPE_CHECKING

from platica.cli.call import Call, Json
from platica.cli.parameters import flag, word
from platica.cli.spoken_click import SpokenGroup, command
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    from platica.desk.carry import CarriedIn, CarriedOut
    from platica.desk.desk import Desk
    from platica.desk.tell_carried import ToldNews

_OUT = "{folder, files, written, notes: []}"
_IN = "{changes: [{at, leader, computer, sentence}], counts: [], notes: [], to_settle}"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    folder = word("folder", book.say("FOLDER"))
    everything = flag("--all", book.say("Lists every change, however many there are."), into="everything")
    commands = [
        command(
            book,
            "exchange",
            _exchange,
            book.say("Brings in what other computers left in a folder, then takes the records out to it."),
            folder,
            everything,
            keys=f"{{came: {_IN}, out: {_OUT}}}",
        ),
        command(book, "out", _out, book.say("Takes the records, encrypted, out to a folder."), folder, keys=_OUT),
        command(
            book,
            "in",
            _in,
            book.say("Brings in what other computers left in a folder, and lists what changed."),
            folder,
            everything,
            keys=_IN,
        ),
    ]
    return SpokenGroup("carry", book, commands, help=book.say("Records from computer to computer, on a USB stick."))


def _exchange(call: Call, folder: str, everything: bool) -> None:
    from platica.desk import carry

    with call.desk() as desk, call.progress() as progress:
        done = carry.exchange(desk, _path(folder), progress)
        came: dict[str, Json] = {"changes": [], "counts": [], "notes": [], "to_settle": 0}
        shown: list[str] = []
        if done.came:
            came, shown = _news(call, desk, done.came, everything=everything)
        data, also = _taken(call, done.out)
        call.give({"came": came, "out": data}, *shown, *also)


def _out(call: Call, folder: str) -> None:
    from platica.desk import carry

    with call.desk() as desk, call.progress() as progress:
        data, shown = _taken(call, carry.carry_out(desk, _path(folder), progress))
    call.give(data, *shown)


def _in(call: Call, folder: str, everything: bool) -> None:
    from platica.desk import carry

    with call.desk() as desk, call.progress() as progress:
        data, shown = _news(call, desk, carry.carry_in(desk, _path(folder), progress), everything=everything)
    call.give(data, *shown)


def _path(folder: str) -> Path:
    return Path(folder).expanduser().absolute()


def _taken(call: Call, out: "CarriedOut") -> tuple[dict[str, Json], list[str]]:
    from platica.desk.tell_carried import told_out

    notes: list[Json] = [call.book.tell(note) for note in out.left]
    data: dict[str, Json] = {"folder": str(out.folder), "files": out.files, "written": out.written, "notes": notes}
    return data, [call.book.tell(sentence) for sentence in told_out(out)]


def _news(call: Call, desk: "Desk", came: "CarriedIn", *, everything: bool) -> tuple[dict[str, Json], list[str]]:
    """What came in, for programs and for people."""
    from platica.desk.tell_carried import settle_told, told_news

    book = call.book
    news = told_news(desk, came, call.language)
    changes: list[Json] = [
        {
            "at": step.at.isoformat(timespec="seconds"),
            "leader": step.leader,
            "computer": step.computer,
            "sentence": book.tell(step.sentence),
        }
        for step in news.steps
    ]
    counts, notes = [book.tell(one) for one in news.counts], [book.tell(one) for one in news.notes]
    shown = [*counts, *_listed(call, desk, news, everything=everything), *notes]
    if news.to_settle:
        shown.append(book.tell(settle_told(news.to_settle)))
    return {"changes": changes, "counts": counts, "notes": notes, "to_settle": news.to_settle}, shown


def _listed(call: Call, desk: "Desk", news: "ToldNews", *, everything: bool) -> list[str]:
    from platica.desk.tell_carried import SHOWN, when_told

    steps = news.steps if everything else news.steps[:SHOWN]
    lines = [
        "  "
        + " · ".join(
            filter(
                None,
                (
                    when_told(desk, step, call.language),
                    step.leader,
                    step.computer,
                    call.book.tell(step.sentence),
                ),
            )
        )
        for step in steps
    ]
    more = len(news.steps) - len(steps)
    if more:
        lines.append(
            "  " + call.book.say_count("and {count} more; --all lists it.", "and {count} more; --all lists them.", more)
        )
    return lines
