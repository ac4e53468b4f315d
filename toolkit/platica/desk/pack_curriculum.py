"""Packing a curriculum into one file, to be carried to another site."""

from dataclasses import dataclass
from pathlib import Path

from platica.desk.desk import Desk
from platica.domain.curriculum_pack import SHARED, CarriedFile, CurriculumPack, is_curriculum_id
from platica.domain.ids import CurriculumId
from platica.domain.problem import Severity
from platica.errors import Refused, SiteError
from platica.ledger import fs
from platica.phrases import phrase

ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class Packed:
    """A curriculum that was packed."""

    file: Path
    pack: CurriculumPack
    size: int
    """Bytes."""


def pack(desk: Desk, curriculum_id: CurriculumId, file: Path | None = None) -> Packed:
    """Writes a curriculum with all it needs to a new file, `<id>-<version>.zip` here when none is named.

    Raises NotFound, ContentError, and Refused when it has errors, the file is there already or it is too large.
    """
    from platica.exchange.curriculum_pack import pack_bytes

    made = gathered(desk, curriculum_id)
    where = file or Path(f"{made.id}-{made.version}{ENDING}")
    if where.is_dir():
        where = where / f"{made.id}-{made.version}{ENDING}"
    if where.suffix.lower() != ENDING:
        raise Refused(phrase("{file}: the name of a packed curriculum ends in .zip.", file=str(where)))
    whole = pack_bytes(made)
    if where.exists():
        raise Refused(phrase("There is a file {file} already. Choose another name.", file=str(where)))
    try:
        fs.replace_durably(where, whole)
    except OSError as error:
        raise SiteError(
            phrase("{file} could not be written: {reason}.", file=str(where), reason=fs.reason(error))
        ) from error
    return Packed(where, made, len(whole))


def gathered(desk: Desk, curriculum_id: CurriculumId) -> CurriculumPack:
    """A curriculum as it would travel. Raises as `pack`."""
    curriculum = desk.library.curriculum(curriculum_id)
    if not is_curriculum_id(curriculum_id):
        raise Refused(
            phrase("“{id}” is no name that every computer can write; call the folder otherwise.", id=curriculum_id)
        )
    for problem in desk.library.check(curriculum_id):
        if problem.severity is Severity.ERROR:
            raise Refused(
                phrase(
                    "{name} cannot travel before it is put right. {place}: {problem}",
                    name=curriculum_id,
                    place=problem.place,
                    problem=problem.phrase,
                )
            )
    files = desk.library.carried_files(curriculum_id)
    return CurriculumPack(
        id=curriculum.id,
        version=curriculum.version,
        title=curriculum.title,
        source_language=curriculum.source_language,
        licence=curriculum.licence,
        authors=curriculum.authors,
        content_hash=curriculum.content_hash,
        files=tuple(sorted((*files, *_language_files(desk, curriculum.id, files)), key=lambda one: one.path)),
    )


def _language_files(desk: Desk, name: CurriculumId, files: tuple[CarriedFile, ...]) -> tuple[CarriedFile, ...]:
    """Catalogues and signatures of the curriculum, and of those shared texts that travel with it."""
    from platica.content.library import Library
    from platica.language.carried import carried_catalogues, carried_reviews, hashes_of
    from platica.resources import ContentRoot

    locales = [root.locales for root in desk.roots]
    folder = desk.cache / "packing" / name
    try:
        fs.remove_tree(folder)
        for file in files:
            path = folder.joinpath(*file.path.split("/"))
            fs.make_folder(path.parent)
            fs.replace(path, file.content)
        alone = Library([ContentRoot(folder)])
        own, shared = alone.messages(name), alone.messages(SHARED)
        fs.remove_tree(folder)
    except OSError as error:
        raise SiteError(
            phrase("{file} could not be written: {reason}.", file=str(folder), reason=fs.reason(error))
        ) from error
    catalogues = carried_catalogues(locales, SHARED, shared)
    return (
        *carried_catalogues(locales, name, own),
        *carried_reviews(locales, name),
        *catalogues,
        *carried_reviews(locales, SHARED, hashes_of(SHARED, shared, catalogues)),
    )
