"""Taking a curriculum that somebody packed into the site's own content: looked over first, then whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

from platica.content.library import Library
from platica.desk.added_files import changes_between, files_of_pack, put_down, staged
from platica.desk.desk import Desk
from platica.domain.curriculum_pack import SHARED, CurriculumPack, version_key
from platica.domain.ids import CurriculumId
from platica.domain.problem import Problem, Severity
from platica.errors import PlaticaError, Refused, SiteError
from platica.ledger import fs
from platica.phrases import phrase
from platica.resources import AddedPack, ContentRoot, added_packs, bundled


@dataclass(frozen=True, slots=True)
class Arrival:
    """A packed curriculum beside what is here."""

    pack: CurriculumPack
    here: str | None
    """The version that is here; None when the curriculum is new."""
    changes: tuple[tuple[str, str], ...]
    """`new`, `changed` or `gone`, and the file; nothing for a curriculum that is new here."""
    same: bool
    """Whether exactly this is here already."""
    warnings: tuple[Problem, ...]
    """What is not right in it and can be lived with."""
    reviewers: tuple[str, ...]
    """Who signed something in it, by name; nobody has looked whether they are who they say."""


def look(desk: Desk, file: Path) -> Arrival:
    """What adding this file would do; nothing is changed.

    Raises Refused with the first thing that is wrong, NewerFormat, and SiteError when there is no site.
    """
    return _arrive(desk, file, take=False)


def add(desk: Desk, file: Path) -> Arrival:
    """Adds the curriculum to the site's own content. Raises as `look`; nothing is changed then."""
    return _arrive(desk, file, take=True)


def _arrive(desk: Desk, file: Path, *, take: bool) -> Arrival:
    from platica.exchange.curriculum_pack import manifest_bytes, read_pack

    content = desk.folder / "content"
    pack = read_pack(file)
    former = next((one for one in added_packs(content) if one.id == pack.id), None)
    manifest = manifest_bytes(pack)
    if former and (former.folder / "manifest.json").read_bytes() == manifest:
        return Arrival(pack, pack.version, (), True, (), _reviewers(former.own))
    here = _here(desk, pack, former)
    try:
        with staged(content, pack, manifest) as fresh:
            warnings = _looked_over(desk, pack, former, fresh)
            found = Arrival(pack, here, _changes(desk, pack, former), False, warnings, _reviewers(fresh.own))
            if take:
                put_down(content, fresh, former)
    except OSError as error:
        raise SiteError(
            phrase("The site's folder could not be written to: {reason}.", reason=fs.reason(error))
        ) from error
    return found


def _here(desk: Desk, pack: CurriculumPack, former: AddedPack | None) -> str | None:
    """The version that is here. Raises Refused when it must not give way to the one that comes."""
    name = CurriculumId(pack.id)
    if name not in desk.library.ids():
        return None
    one = desk.library.curriculum(name)
    replaceable = [former.own] if former else [bundled()]
    owner = next(root for root in desk.roots if (root.curricula / name / "curriculum.yaml").is_file())
    if owner not in replaceable:
        raise Refused(
            phrase(
                "“{id}” is being written here, in {folder}. Take that folder away first.",
                id=name,
                folder=str(owner.curricula / name),
            )
        )
    if version_key(one.version) > version_key(pack.version):
        raise Refused(
            phrase(
                "“{id}” {found} is older than the {here} that is here.", id=name, found=pack.version, here=one.version
            )
        )
    if version_key(one.version) == version_key(pack.version) and (
        former is None or one.content_hash != pack.content_hash
    ):
        raise Refused(
            phrase(
                "“{id}” {version} is here already. One that replaces it needs a higher version in its curriculum.yaml.",
                id=name,
                version=pack.version,
            )
        )
    return one.version


def _looked_over(desk: Desk, pack: CurriculumPack, former: AddedPack | None, fresh: AddedPack) -> tuple[Problem, ...]:
    """The warnings of the check, made as if the curriculum were here already. Raises Refused at an error."""
    from platica.language.catalogues import Catalogues

    roots = [root for root in desk.roots if former is None or root not in (former.own, former.shared)]
    at = next(place for place, root in enumerate(roots) if root == bundled())
    library = Library([*roots[:at], fresh.own, *roots[at:], fresh.shared])
    name = CurriculumId(pack.id)
    try:
        known = desk.library.check(SHARED)
        problems = (*library.check(name), *(one for one in library.check(SHARED) if one not in known))
        one = library.curriculum(name)
        alone = Library([fresh.own, fresh.shared])
        messages = {domain: alone.messages(domain) for domain in (name, SHARED)}
    except PlaticaError as error:
        raise _not_right(pack, error) from error
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise Refused(
                phrase(
                    "“{id}” was not taken. {place}: {problem}", id=pack.id, place=problem.place, problem=problem.phrase
                )
            )
    if (one.version, one.content_hash) != (pack.version, pack.content_hash):
        raise Refused(phrase("“{id}” was not taken: it is not what its manifest tells of.", id=pack.id))
    for language in pack.languages:
        catalogues = Catalogues([fresh.own.locales, fresh.shared.locales], None)
        for domain, source in ((name, one.source_language), (SHARED, "en")):
            catalogues.coverage(language, domain, messages[domain], source)
        for broken in catalogues.problems:
            raise Refused(phrase("“{id}” was not taken. {problem}", id=pack.id, problem=broken.phrase))
    return tuple(problem for problem in problems if f"curricula/{name}/" in problem.place)


def _changes(desk: Desk, pack: CurriculumPack, former: AddedPack | None) -> tuple[tuple[str, str], ...]:
    """Against an installed curriculum only the files of its own folder are compared."""
    name = CurriculumId(pack.id)
    if former:
        return changes_between(files_of_pack(former), pack.files)
    if name not in desk.library.ids():
        return ()
    own = f"curricula/{name}/"
    before = (file for file in desk.library.carried_files(name) if file.path.startswith(own))
    return changes_between(before, (file for file in pack.files if file.path.startswith(own)))


def _reviewers(root: ContentRoot) -> tuple[str, ...]:
    from platica.language.review_files import read

    return tuple(sorted({one.reviewer for path in root.locales.glob("reviews/*.jsonl") for one in read(path)}))


def _not_right(pack: CurriculumPack, error: PlaticaError) -> Refused:
    return Refused(phrase("“{id}” was not taken. {problem}", id=pack.id, problem=error.phrase))
