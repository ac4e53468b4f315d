"""`platica printers`: which there are, what became of what was sent, and going on after a jam or a stop."""

from platica.cli.call import Call, Json
from platica.cli.kinds import NUMBER
from platica.cli.listing import Listing
from platica.cli.parameters import word
from platica.cli.print_to_printer import SENT, paper_json, sent_json, sent_listing, tell_trouble
from platica.cli.spoken_click import SpokenGroup, command
from platica.domain.printer import Printer
from platica.phrases import Phrasebook

_PRINTERS = "[{name, about, state, usual, two_sided, trouble}]"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    code = word("code", book.say("CODE"))
    commands = [
        command(book, "list", _list, book.say("Lists the printers of this computer."), keys=_PRINTERS),
        command(
            book,
            "jobs",
            _jobs,
            book.say("Lists what was sent to a printer in the last week, and how far it is."),
            keys=f"[{SENT}]",
        ),
        command(
            book,
            "reprint",
            _reprint,
            book.say("Prints a paper again from a copy on, after a jam."),
            code,
            word("copy", book.say("COPY"), NUMBER),
            keys=SENT,
        ),
        command(book, "cancel", _cancel, book.say("Takes away what is not printed yet of a paper."), code, keys=SENT),
        command(
            book,
            "resume",
            _resume,
            book.say("Sends what the print system did not take or gave up, and nothing twice."),
            word("code", book.say("CODE"), required=False),
            keys=f"[{SENT}]",
        ),
    ]
    return SpokenGroup("printers", book, commands, help=book.say("The printers of this computer, and what was sent."))


def _list(call: Call) -> None:
    from platica.desk import printers
    from platica.desk.tell_printing import printer_told

    book, found = call.book, printers.printers()
    rows = [
        (
            one.name,
            book.say("usual") if one.usual else "",
            book.say("both sides") if one.two_sided else book.say("one side"),
            book.tell(printer_told(one)),
            one.about,
        )
        for one in found
    ]
    headings = (book.say("Name"), book.say("Note"), book.say("Prints on"), book.say("State"), book.say("Place"))
    call.give(
        [_printer_json(book, one) for one in found],
        Listing(headings, rows) if rows else book.say("No printer is set up on this computer."),
    )
    for one in found:
        if one.trouble:
            call.warn(one.trouble)


def _jobs(call: Call) -> None:
    from platica.desk import printers
    from platica.desk.tell_printing import troubles_of

    with call.desk() as desk:
        papers = printers.sent(desk)
    nothing = call.book.say("Nothing was sent to a printer in the last week.")
    call.give(sent_json(call.book, papers), sent_listing(call.book, papers) if papers else nothing)
    for trouble in troubles_of(papers):
        call.warn(trouble)


def _reprint(call: Call, code: str, copy: int) -> None:
    from platica.desk import printers

    with call.desk() as desk:
        paper = printers.reprint(desk, code, copy)
    call.give(paper_json(call.book, paper), sent_listing(call.book, [paper]))
    tell_trouble(call, [paper])


def _cancel(call: Call, code: str) -> None:
    from platica.desk import printers

    with call.desk() as desk:
        paper = printers.cancel(desk, code)
    call.give(paper_json(call.book, paper), sent_listing(call.book, [paper]))


def _resume(call: Call, code: str | None) -> None:
    from platica.desk import printers
    from platica.desk.tell_printing import goes_on_told, troubles_of

    with call.desk() as desk:
        going = printers.resume(desk, code)
        still = [one for one in printers.sent(desk) if one.trouble and code in (None, one.code)]
    call.give(sent_json(call.book, going), call.book.tell(goes_on_told(going)))
    for trouble in troubles_of(still):
        call.warn(trouble)


def _printer_json(book: Phrasebook, one: Printer) -> dict[str, Json]:
    return {
        "name": one.name,
        "about": one.about,
        "state": one.state,
        "usual": one.usual,
        "two_sided": one.two_sided,
        "trouble": book.tell(one.trouble) if one.trouble else None,
    }
