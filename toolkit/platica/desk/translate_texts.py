"""What a translator needs: catalogues brought up to date, put in order, checked, and how far they have come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from platica.desk.desk import Desk
from platica.domain.catalogue_update import UpdateReport
from platica.domain.coverage import Coverage
from platica.domain.document import Message
from platica.domain.finding import CatalogueFinding
from platica.domain.ids import CurriculumId
from platica.errors import Refused
from platica.phrases import phrase
from platica.resources import ContentRoot


@dataclass(frozen=True, slots=True)
class TextDomain:
    """All texts of one catalogue, and the language they are written in."""

    name: str
    source_language: str
    messages: tuple[Message, ...]


def domains(desk: Desk) -> tuple[TextDomain, ...]:
    """Every catalogue there should be; those of the program itself only where its sources are."""
    return (*_program(desk), *_content(desk))


def update(desk: Desk, languages: Sequence[str] = ()) -> tuple[UpdateReport, ...]:
    """Brings the catalogues of these languages, or of all, up to date with what was written since.

    Raises Refused when there is no working copy to write to.
    """
    from platica.language.upkeep import update_catalogue

    locales = _working_copy(desk).locales
    return tuple(
        update_catalogue(locales, domain.name, language, domain.messages, domain.source_language)
        for domain in domains(desk)
        for language in languages or desk.catalogues.languages()
        if language.partition("-")[0] != domain.source_language
    )


def status(desk: Desk, languages: Sequence[str] = ()) -> tuple[Coverage, ...]:
    """How far each catalogue has come in these languages, or in all."""
    from platica.language.upkeep import status as coverages

    known = [(domain.name, domain.source_language, domain.messages) for domain in domains(desk)]
    return coverages(desk.catalogues, known, languages or desk.catalogues.languages())


def check(desk: Desk, languages: Sequence[str] = ()) -> tuple[CatalogueFinding, ...]:
    """What the checks find in the catalogues of these languages, or of all."""
    from platica.language.glossary import NO_GLOSSARY, read_glossary
    from platica.language.upkeep import check_catalogue

    found: list[CatalogueFinding] = []
    for root in desk.roots:
        glossary_file = root.locales / "glossary.csv"
        glossary = read_glossary(glossary_file) if glossary_file.is_file() else NO_GLOSSARY
        for catalogue in _catalogues(root, languages):
            found += check_catalogue(catalogue, glossary)
    return tuple(found)


def put_in_order(desk: Desk, languages: Sequence[str] = ()) -> tuple[Path, ...]:
    """Writes the catalogues of the working copy in their canonical form, and says which that changed."""
    from platica.language.upkeep import format_catalogue

    return tuple(path for path in _catalogues(_working_copy(desk), languages) if format_catalogue(path))


def _content(desk: Desk) -> Iterator[TextDomain]:
    for name in desk.library.domains():
        source = "en" if name == "shared" else desk.library.curriculum(CurriculumId(name)).source_language
        yield TextDomain(name, source, desk.library.messages(name))


def _program(desk: Desk) -> Iterator[TextDomain]:
    from platica.language.extract import print_messages, ui_messages

    sources = next((root.folder for root in desk.roots if (root.folder / "toolkit").is_dir()), None)
    if sources:
        yield TextDomain("ui", "en", ui_messages(sources))
        yield TextDomain("print", "en", print_messages(sources))


def _working_copy(desk: Desk) -> ContentRoot:
    if desk.working_copy is None:
        raise Refused(
            phrase("Name the folder that holds your working copy: “platica --content FOLDER translate update”.")
        )
    return desk.working_copy


def _catalogues(root: ContentRoot, languages: Sequence[str]) -> Iterator[Path]:
    wanted = {language.replace("-", "_") for language in languages}
    for path in sorted(root.locales.glob("*/LC_MESSAGES/*.po")):
        if not wanted or path.parent.parent.name in wanted:
            yield path
