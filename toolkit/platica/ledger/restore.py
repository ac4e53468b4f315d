"""Putting a backup back: into an empty folder, into a damaged site, or as a step of a sound one."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platica.errors import Refused, SiteError
from platica.ledger import fs
from platica.ledger.backup import Backup, thinned
from platica.ledger.device import writer_named
from platica.ledger.edit import Edit, change_for
from platica.ledger.erasures import Erasures
from platica.ledger.fold import State
from platica.ledger.keys import KEYRING
from platica.ledger.ledger import Committed, Ledger
from platica.ledger.lines import forked_at, merged, sound_lines
from platica.ledger.logs import LOCAL, SHARED, Logs
from platica.ledger.state_of import state_of
from platica.ledger.tables import SHARED_TABLES
from platica.phrases import Phrase, phrase

SETTINGS_FILE = "site.toml"
_STAYS = frozenset({"devices"})
"""Tables that no going back changes: which computers there are is not a thing of the past."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What bringing the lines of a backup together with those of a site did."""

    repaired: tuple[str, ...]
    """Logs that were damaged and are whole again."""
    refused: tuple[Phrase, ...]
    """What was left as it was, and why."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What going back to a backup would change in what is shown."""

    records: int
    returning: tuple[str, ...]
    """Names of people who would be there again."""
    leaving: tuple[str, ...]
    """Names of people who would not be there any more."""


def refuse_other_organization(ledger: Ledger, backup: Backup) -> None:
    """Raises Refused for a backup without a key of this site."""
    if not backup.keys & ledger.ciphers.by_id.keys():
        raise other_organization(backup.file)


def other_organization(file: Path) -> Refused:
    """What is said of a backup of somebody else's records."""
    return Refused(
        phrase(
            "{file} is of another organization. To look at it, restore it into a folder of its own: "
            "“platica --site FOLDER backup restore {file}”.",
            file=file,
        )
    )


def join_lines(ledger: Ledger, backup: Backup) -> Joined:
    """Adds what a backup holds and the site does not; damaged lines become sound, what is erased stays so.

    It changes nothing that is shown unless lines were lost. Raises SiteError when nothing can be written.
    """
    with ledger.files() as logs:
        broken = {name for name, log in logs.by_name.items() if log.damage}
        refused: list[Phrase] = []
        try:
            for name, here, whole in _brought(logs, backup):
                if whole is None:
                    refused.append(
                        phrase("{file} tells another history than the copy here. It was not taken.", file=name)
                    )
                elif whole != here[: len(whole)]:
                    fs.replace_durably(logs.folder / name, whole)
        except OSError as error:
            raise SiteError(
                phrase("The site could not be written to: {reason}. What came before is kept.", reason=fs.reason(error))
            ) from error
        ledger.read_again()
        whole_now = {name for name, log in logs.by_name.items() if not log.damage}
    return Joined(tuple(sorted(broken & whole_now)), tuple(refused))


def difference(ledger: Ledger, backup: Backup) -> Difference:
    """What `go_back` would change, the lines of the backup being there."""
    with ledger.reading():
        logs = ledger.logs
        missing = any(whole is not None and whole != here for _, here, whole in _brought(logs, backup))
        now = _together(ledger, backup) if missing else ledger.state
        then = _then(ledger, backup)
        edits = _edits(now, then, SHARED_TABLES - _STAYS, remains(logs))
        changed = [edit for edit in edits if change_for(now, edit, "", None)]
        people = [edit.key for edit in changed if edit.table == "participants"]
    return Difference(
        len(changed),
        _names(then, (key for key in people if now.row("participants", key) is None)),
        _names(now, (key for key in people if then.row("participants", key) is None)),
    )


def go_back(ledger: Ledger, backup: Backup, leader: str | None) -> Committed:
    """Makes every record what it was at the moment of a backup, as a step that can be undone.

    The lines of the backup must have been joined. Tables of this computer go back too, by a step of their own, when it
    is this one that made the backup.
    """
    with ledger.reading():
        then, stays = _then(ledger, backup), remains(ledger.logs)
        own = {table for table in {**ledger.state.rows, **then.rows} if table not in SHARED_TABLES}
    if backup.manifest.device == ledger.writer.device:
        ledger.commit(lambda now: _edits(now, then, own, set()), leader=leader)
    return ledger.commit(lambda now: _edits(now, then, SHARED_TABLES - _STAYS, stays), leader=leader)


def remains(logs: Logs) -> set[tuple[str, str]]:
    """The records without a name that stay of people who were erased, so that sessions keep their counts."""
    kept: set[tuple[str, str]] = set()
    for log in logs.shared if logs.erasures.subjects else ():
        for batch in log.everything():
            erasing = {
                number for number, change in zip(batch.numbers, batch.changes, strict=True) if "erases" in change
            }
            for number, change in zip(batch.numbers, batch.changes, strict=True):
                if number in erasing:
                    kept.add((change["table"], change["key"]))
    return kept


def restore_into_new(folder: Path, backup: Backup) -> None:
    """Makes a site of a backup in a folder that is not there yet, or empty: after an interruption, it is so still.

    The computer becomes a new one of the organization when the site is opened. Raises SiteError.
    """
    beside = folder.with_name(f".{folder.name}.restoring")
    try:
        fs.make_folder(folder.parent)
        fs.remove_tree(beside)
        for inside in (beside, beside / SHARED, beside / LOCAL):
            fs.make_folder(inside)
        put_missing(beside, backup)
        fs.move_folder(beside, folder)
    except OSError as error:
        with suppress(OSError):
            fs.remove_tree(beside)
        raise SiteError(
            phrase("The folder {folder} could not be written: {reason}.", folder=folder, reason=fs.reason(error))
        ) from error


def put_missing(folder: Path, backup: Backup) -> None:
    """Puts the files that are not there into a folder, the keyring last of all. Raises OSError."""
    for inside in (folder / SHARED, folder / LOCAL):
        fs.make_folder(inside)
    for name, content in backup.logs.items():
        if not (folder / name).exists():
            fs.replace_durably(folder / name, content)
    if not (folder / SETTINGS_FILE).exists():
        fs.replace_durably(folder / SETTINGS_FILE, backup.settings)
    if not (folder / KEYRING).exists():
        fs.replace_durably(folder / KEYRING, backup.keyring)


def _brought(logs: Logs, backup: Backup) -> Iterator[tuple[str, bytes, bytes | None]]:
    """For each log of a backup its name, what is here, and both together; None where they are two histories."""
    own = logs.own.writer.device == backup.manifest.device
    erasures = _erasures(logs, backup)
    for name, there in backup.logs.items():
        writer = writer_named(Path(name).stem)
        if writer is None or not (own or name.startswith(SHARED)):
            continue
        path = logs.folder / name
        here = path.read_bytes() if path.exists() else b""
        if here.startswith(there):  # nothing is lost, as nearly always
            yield name, here, here
            continue
        ours, theirs = sound_lines(here, writer), sound_lines(there, writer)
        erased = erasures.of_log(writer.name) if name.startswith(SHARED) else {}
        if forked_at(ours, theirs) is not None:
            yield name, here, None
        else:
            whole = merged(ours, theirs, erased)
            yield name, here, whole if whole != merged(ours, {}, erased) else here


def _erasures(logs: Logs, backup: Backup) -> Erasures:
    """All that is erased by the site or by the backup."""
    everything = Erasures()
    for known in (logs.erasures, backup.erasures):
        everything.restore(known.kept())
    return everything


def _then(ledger: Ledger, backup: Backup) -> State:
    """The records of a backup, as if nothing that is erased now had ever been written."""
    erasures = _erasures(ledger.logs, backup)
    return state_of(thinned(backup.logs, erasures), ledger.ciphers, erasures)


def _together(ledger: Ledger, backup: Backup) -> State:
    """The records as they would be once the lines of a backup are joined."""
    logs = {name: log.path.read_bytes()[: log.at.length] for name, log in ledger.logs.by_name.items() if log.at.length}
    logs |= {name: whole for name, _, whole in _brought(ledger.logs, backup) if whole is not None}
    return state_of(logs, ledger.ciphers, _erasures(ledger.logs, backup))


def _edits(now: State, then: State, tables: Collection[str], stays: Collection[tuple[str, str]]) -> list[Edit]:
    """What makes the tables of one state those of another."""
    edits = []
    for table in tables:
        wanted = {key: row for key, row in then.table(table).items() if (table, key) not in stays}
        gone = (key for key in now.table(table) if key not in wanted and (table, key) not in stays)
        edits += [Edit(table, key, None) for key in gone]
        edits += [Edit(table, key, dict(row)) for key, row in wanted.items()]
    return edits


def _names(state: State, people: Iterable[str]) -> tuple[str, ...]:
    rows = (state.row("participants", key) or {} for key in people)
    return tuple(sorted(str(row.get("name", "")) for row in rows))
