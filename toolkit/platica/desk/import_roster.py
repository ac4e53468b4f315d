"""Bringing a list of people from a file onto a roster, whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.enrol import NewPerson, enrol
from platica.domain.ids import WorkshopId
from platica.domain.names import folded
from platica.domain.participant import Reads
from platica.domain.problem import Problem
from platica.domain.roster import RosterEntry
from platica.domain.system_errors import reason_to_read
from platica.errors import NotFound, Refused
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file. With problems nobody was added."""

    people: tuple[RosterEntry, ...]
    already: tuple[str, ...]
    """Names that were on the roster, or earlier in the file, and were passed over."""
    problems: tuple[Problem, ...]


def import_file(desk: Desk, workshop_id: WorkshopId, path: Path, reads: Reads | None = None) -> Imported:
    """Enrols everybody in a CSV or text file in one commit; `reads` is for those whose line does not say.

    Raises NotFound or Refused when the file as a whole cannot be read.
    """
    from platica.exchange.roster_file import read_roster

    languages = desk.records.workshop(workshop_id).languages
    known = {*desk.catalogues.languages(), *languages}
    found = read_roster(_bytes_of(path), path.name, known, reads.language if reads else languages[0])
    if found.problems:
        return Imported((), (), found.problems)
    there = {folded(entry.participant.name) for entry in desk.records.roster(workshop_id).active}
    fresh: dict[str, NewPerson] = {}
    already: list[str] = []
    for line in found.people:
        if (key := folded(line.name)) in there or key in fresh:
            already.append(line.name)
        else:
            fresh[key] = NewPerson(line.name, line.reads or reads, line.contact)
    return Imported(enrol(desk, workshop_id, list(fresh.values())), tuple(already), ())


def _bytes_of(path: Path) -> bytes:
    from platica.exchange.text_file import LARGEST

    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotFound(phrase("There is no file {file}.", file=str(path))) from None
    except OSError as error:
        raise Refused(
            phrase("{file} cannot be read: {reason}.", file=str(path), reason=reason_to_read(error))
        ) from error
