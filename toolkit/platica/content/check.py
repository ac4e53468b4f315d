"""Everything wrong with a curriculum: each file alone, then the names that lead from one to another."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from platica.content.curricula import CurriculumFile
from platica.content.facts import FactLine
from platica.content.lint import lint_handout, lint_marks, lint_safety, lint_session
from platica.content.lint_paper import lint_blocks, lint_signs
from platica.content.names import Known, check_names
from platica.content.part import Part, handout_part, session_part
from platica.content.passages import Passage
from platica.content.read import Read
from platica.content.schema import is_file_name
from platica.content.shelf import owner_of, place_of, seen_from
from platica.content.stock import Stock
from platica.content.trouble import Troubles
from platica.domain.problem import Problem, Severity
from platica.errors import NotFound
from platica.phrases import Phrase, phrase

T = TypeVar("T")


def check_curriculum(stock: Stock, name: str, today: date) -> tuple[Problem, ...]:
    """Every problem of a curriculum and of the names it uses from elsewhere. Raises NotFound."""
    read = stock.curriculum(name)
    problems = [*read.problems, *stock.facts(name).problems]
    if read.value is None:
        return (*problems, *_files_alone(stock, name))
    entry = read.value.entry
    known = Known(
        name, stock.shelf, stock.known_facts(name), stock.safety().value or {}, entry.facts, entry.packs, entry.handouts
    )
    head = Troubles(place_of(name, "curriculum.yaml"))
    lint_marks(read.value.passages, head)
    lint_signs(read.value.passages, stock.shelf.drawn, head)
    _check_head(read.value, stock, known, head)
    parts: list[Problem] = []
    for reference in entry.sessions:
        parts += _file(stock, _SESSIONS, reference, known, head, read.value.lines["sessions"])
    for reference in entry.handouts:
        parts += _file(stock, _HANDOUTS, reference, known, head, read.value.lines["handouts"])
    _check_strays(stock, name, read.value, head)
    named = (known_fact for fact, known_fact in stock.known_facts(name).items() if fact in entry.facts)
    return (*problems, *head.found, *parts, *_expired(named, today))


def check_shared(stock: Stock, name: str, today: date) -> tuple[Problem, ...]:
    """Every problem of the shared texts, facts and packs."""
    safety = stock.safety()
    known = Known(name, stock.shelf, stock.known_facts(name), stock.safety().value or {})
    head = Troubles(place_of(name, "safety.yaml"))
    lint_safety((safety.value or {}).values(), head)
    for text in (safety.value or {}).values():
        lint_signs(text.passages, stock.shelf.drawn, head)
        for fact in text.facts:
            if fact not in known.facts:
                head.error(text.line, phrase("There is no fact {fact} in facts.yaml.", fact=fact))
    for folder in ("sessions", "handouts"):
        for odd in (name for name in stock.shelf.shared(folder, ".md") if not is_file_name(name)):
            head.error(1, _odd_name(f"{folder}/{odd}.md"))
    parts: list[Problem] = []
    for session in stock.shelf.shared("sessions", ".md"):
        parts += _file(stock, _SESSIONS, session, known, head, 1)
    for handout in stock.shelf.shared("handouts", ".md"):
        parts += _file(stock, _HANDOUTS, handout, known, head, 1)
    packs = [problem for read in stock.packs() for problem in read.problems]
    expired = _expired(iter(stock.facts(name).value or ()), today)
    return (*stock.facts(name).problems, *safety.problems, *head.found, *parts, *packs, *expired)


@dataclass(frozen=True, slots=True)
class _Sort(Generic[T]):
    """One sort of file: where it is, how it is read, and what is looked for in it."""

    folder: str
    find: Callable[[Stock, str, str], Read[T]]
    part: Callable[[str, str, T], Part]
    lint: Callable[[T, Iterable[Passage], Troubles], None]


_SESSIONS = _Sort("sessions", Stock.session, session_part, lint_session)
_HANDOUTS = _Sort("handouts", Stock.handout, handout_part, lint_handout)


def _file(stock: Stock, sort: _Sort[T], reference: str, known: Known, head: Troubles, line: int) -> tuple[Problem, ...]:
    """The problems of one file; those of one from elsewhere go to the line that names it."""
    owner, name = owner_of(reference, known.owner)
    try:
        read = sort.find(stock, reference, known.owner)
    except NotFound as missing:
        head.error(line, missing.phrase)
        return ()
    if owner != known.owner:
        if read.value is None or any(problem.severity is Severity.ERROR for problem in read.problems):
            head.error(line, phrase("“{name}” has errors of its own; check {owner}.", name=reference, owner=owner))
        else:
            _check_borrowed(sort.part(reference, "", read.value), known, head, line)
        return ()
    if read.value is None:
        return read.problems
    part = sort.part(reference, place_of(owner, f"{sort.folder}/{name}.md"), read.value)
    troubles = Troubles(part.file)
    sort.lint(read.value, part.passages, troubles)
    lint_blocks(part.blocks, troubles)
    lint_signs(part.passages, known.shelf.drawn, troubles)
    check_names(part, known, troubles)
    ordered = sorted((*read.problems, *troubles.found), key=lambda problem: int(problem.place.rpartition(":")[2]))
    return tuple(ordered)


def _check_borrowed(part: Part, known: Known, head: Troubles, line: int) -> None:
    """Reports what a sheet from elsewhere needs that this curriculum does not name."""
    name = part.reference
    owner, _ = owner_of(name, known.owner)
    for fact in dict.fromkeys(fact for fact, _ in known.facts_of(part)):
        if known.listed is not None and fact not in known.listed:
            head.error(line, phrase("“{name}” leans on the fact {fact}; add it to facts.", name=name, fact=fact))
    for needed in part.handouts:
        handout = seen_from(needed, owner, known.owner)
        if known.handouts is not None and handout not in known.handouts:
            head.error(line, phrase("“{name}” uses {handout}; add it to handouts.", name=name, handout=handout))
    for slot in dict.fromkeys(slot for slot, _ in known.slots_of(part)):
        if known.settings is not None and slot not in known.settings:
            head.error(line, phrase("“{name}” uses the local setting {slot}; add it to packs.", name=name, slot=slot))


def _check_head(file: CurriculumFile, stock: Stock, known: Known, head: Troubles) -> None:
    entry, lines = file.entry, file.lines
    for fact in entry.facts:
        if fact not in known.facts:
            head.error(lines["facts"], phrase("There is no fact {fact} in facts.yaml.", fact=fact))
    if entry.icon and not stock.shelf.icon(entry.icon):
        head.error(lines["icon"], phrase("There is no icon “{name}” in printables/icons.", name=entry.icon))
    packs = [read.value.pack for read in stock.packs() if read.value]
    offered = {slot.key for pack in packs for slot in pack.slots}
    for key in entry.packs:
        if packs and key not in offered:
            head.error(lines["packs"], phrase("No country pack has the local setting {slot}.", slot=key))


def _files_alone(stock: Stock, name: str) -> Iterator[Problem]:
    """The problems inside the files of a folder whose curriculum.yaml cannot be read."""
    folder = stock.shelf.folder(name)
    assert folder
    for path in sorted((folder / "sessions").glob("*.md")):
        yield from stock.session(path.stem, name).problems
    for path in sorted((folder / "handouts").glob("*.md")):
        yield from stock.handout(path.stem, name).problems


def _check_strays(stock: Stock, name: str, file: CurriculumFile, head: Troubles) -> None:
    folder = stock.shelf.folder(name)
    assert folder
    for kind, listed in (("sessions", file.entry.sessions), ("handouts", file.entry.handouts)):
        for path in sorted((folder / kind).glob("*.md")):
            if not is_file_name(path.stem):
                head.error(1, _odd_name(f"{kind}/{path.name}"))
            elif path.stem not in listed:
                line = file.lines.get(kind, 1)
                head.warning(
                    line, phrase("{file} is not used; name it in {key}.", file=f"{kind}/{path.name}", key=kind)
                )


def _odd_name(file: str) -> Phrase:
    return phrase("{file} has an odd name; file names are lower-case letters, digits and hyphens.", file=file)


def _expired(facts: Iterator[FactLine], today: date) -> Iterator[Problem]:
    for line in facts:
        until = line.fact.review_by
        if until and date.fromisoformat(until) < today:
            file, _, number = line.place.rpartition(":")
            troubles = Troubles(file)
            what = phrase("The fact {fact} was to be looked up again by {day}.", fact=line.fact.id, day=until)
            troubles.warning(int(number), what)
            yield from troubles.found
