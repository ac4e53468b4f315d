"""`platica print`: every sheet of paper a workshop needs, as PDF."""

from collections.abc import Sequence
from pathlib import Path

from platica.cli import print_about_people, print_as, print_editions, print_for_shop, print_to_printer
from platica.cli.call import Call, Json, Shown
from platica.cli.kinds import NUMBER, ChoiceKind
from platica.cli.listing import Listing
from platica.cli.parameters import flag, value
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.workshop_named import find, languages_named, workshop_argument
from platica.domain.engine import Engine
from platica.domain.names import folded
from platica.domain.paper import Paper
from platica.domain.printing import EVERYTHING, Printed, PrintOrder, What
from platica.domain.spoken import PAPERS, ROLES, local_number
from platica.phrases import Phrasebook

ALL = "all"
_ALL_WORDS = ("todo", "todos", "todas", "everything")
DOCUMENTS = (
    "[{what, title, language, large, copies, pages, unsound, file, made_by, left_out, " + print_editions.MADE + "}]"
)
_MADE = f"{{folder, documents: {DOCUMENTS}, blanks: [], pending_reviews: [], sent: [], {print_for_shop.KEYS}}}"


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "print",
        _print,
        book.say("Makes the papers of a workshop as PDF files, in what people read."),
        workshop_argument(book),
        value(
            "--what",
            book.say("KIND"),
            book.say(
                "guide, handouts, forms, signin, certificates, tags, calls, return, outcomes, binder; or all, which is"
                " all but the calls, as when nothing is said. May be repeated."
            ),
            _what_kind(book),
            multiple=True,
        ),
        value("--meeting", book.say("NUMBER"), book.say("For one session only."), NUMBER),
        value(
            "--in",
            book.say("LANGUAGES"),
            book.say("The languages to print, such as es+en; what people read when not said."),
            into="languages",
        ),
        value("--paper", "letter|a4", book.say("The paper; the site's when not said."), ChoiceKind(Paper)),
        flag("--large", book.say("Everything in large print.")),
        *print_editions.options(book),
        *print_about_people.options(book),
        flag("--final", book.say("Refuses unless every review is signed.")),
        flag(
            "--force", book.say("Prints although a safety text is not translated; the original then stands in a box.")
        ),
        value(
            "--output",
            book.say("FOLDER"),
            book.say("Where to leave the files; platica-print in this folder when not said."),
            default="platica-print",
        ),
        *print_for_shop.options(book),
        *print_as.options(book),
        *print_to_printer.options(book),
        keys=_MADE,
    )


def _what_kind(book: Phrasebook) -> ChoiceKind:
    """The kinds of paper by the names scripts use, or by their words in the person's language."""
    words = {folded(book.tell(said)): what.value for what, said in PAPERS.items()}
    every = dict.fromkeys((*_ALL_WORDS, folded(book.say("all"))), ALL)
    return ChoiceKind((*What, ALL), also={**every, **words})


def _print(
    call: Call,
    workshop: str,
    what: tuple[str, ...],
    meeting: int | None,
    languages: str | None,
    paper: str | None,
    large: bool,
    bilingual: str | None,
    pictures: bool,
    booklet: bool,
    two_up: bool,
    people: str | None,
    same_certificate: bool,
    discreet: bool,
    titles: bool,
    numbered: bool,
    final: bool,
    force: bool,
    output: str,
    bundle: bool,
    zipped: bool,
    with_names: bool,
    kinds: tuple[str, ...],
    engine: str | None,
    to_printer: str | None,
    copies: int | None,
    one_sided: bool,
    two_sided: bool,
) -> None:
    shop = print_for_shop.asked(bundle=bundle, zipped=zipped, with_names=with_names, to_printer=to_printer)
    wanted = print_to_printer.asked(to_printer, copies, one_sided, two_sided)
    print_to_printer.ready(wanted)
    with call.desk() as desk, call.progress() as progress:
        order = PrintOrder(
            workshop=find(desk, workshop).id,
            what=_wanted(what),
            meeting=meeting,
            languages=languages_named(languages, desk.catalogues.languages()),
            paper=Paper(paper) if paper else None,
            large=large,
            final=final,
            force=force,
            engine=Engine(engine) if engine else None,
            about_people=print_about_people.about_people(
                people=people, same_certificate=same_certificate, discreet=discreet, titles=titles, numbered=numbered
            ),
        )
        order = print_editions.with_edition(
            order, bilingual=bilingual, pictures=pictures, booklet=booklet, two_up=two_up
        )
        made = print_for_shop.make(
            desk,
            order,
            Path(output),
            shop,
            progress,
            call.language,
            lambda planned: print_as.make(desk, planned, Path(output), kinds, progress),
        )
        sent = print_to_printer.send(desk, made.documents, order.paper or desk.paper, wanted)
    from platica.desk.missing_signs import missing_signs

    blanks, pending = [slot.key for slot in made.plan.blanks], list(made.plan.pending)
    book = call.book
    shown: list[Shown] = [
        documents_listing(book, made.documents, made.folder),
        book.say("The files are in {folder}.", folder=str(made.folder.resolve())),
        *print_for_shop.shown(call, made),
        *print_as.shown(book, made.plan, made.documents, kinds),
    ]
    if signs := missing_signs(made.documents):
        shown.append(book.tell(signs))
    if blanks:
        shown.append(
            book.say(
                "These local numbers print as a line to write on: {numbers}",
                numbers=", ".join(book.tell(local_number(key)) for key in blanks),
            )
        )
    if pending:
        roles = ", ".join(book.tell(ROLES[role]) for role in pending)
        shown.append(book.say("Still to be signed: {roles}", roles=roles))
    data: dict[str, Json] = {
        "folder": str(made.folder.resolve()),
        "documents": documents_json(made.documents),
        "blanks": list[Json](blanks),
        "pending_reviews": list[Json](pending),
        "sent": print_to_printer.sent_json(book, sent),
        **print_for_shop.told(made),
    }
    call.give(data, *shown, *print_to_printer.shown(book, sent))
    print_to_printer.tell_trouble(call, sent)


def documents_json(made: Sequence[Printed]) -> list[Json]:
    """The documents that were made."""
    return [
        {
            "what": one.row.what,
            "title": one.row.title,
            "language": one.row.language,
            "large": one.row.large,
            "copies": one.row.copies,
            "pages": one.pages,
            "unsound": one.row.unsound,
            "file": str(one.path),
            "made_by": one.made_by,
            "left_out": one.left_out,
            **print_editions.edition_json(one),
        }
        for one in made
    ]


def documents_listing(book: Phrasebook, made: Sequence[Printed], folder: Path) -> Listing:
    """The files, inside the folder they are in, with how many copies the group needs and whether they say DRAFT."""
    rows = [
        (
            str(one.row.copies),
            str(one.pages or ""),
            str(one.path.relative_to(folder) if one.path.is_relative_to(folder) else one.path),
            book.say_count("draft: {count} text", "draft: {count} texts", one.row.unsound) if one.row.unsound else "",
        )
        for one in made
    ]
    return Listing((book.say("Copies"), book.say("Pages"), book.say("File"), book.say("Note")), rows)


def _wanted(what: tuple[str, ...]) -> frozenset[What]:
    return EVERYTHING if not what or ALL in what else frozenset(map(What, what))
