"""Texts out to a translator who works in a spreadsheet, and their translations in again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from platica.desk.desk import Desk
from platica.domain.document import Message
from platica.domain.finding import CatalogueFinding
from platica.domain.ids import CurriculumId
from platica.domain.problem import Severity
from platica.domain.text_line import TextLine
from platica.errors import Refused, SiteError
from platica.ledger import fs
from platica.phrases import phrase
from platica.resources import ContentRoot

SHARED, SHARED_LANGUAGE = "shared", "en"
_Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a sheet."""

    texts: int
    """Translations that are new or other than before."""
    comments: int
    files: tuple[Path, ...]
    """Catalogues that were written."""
    warnings: tuple[CatalogueFinding, ...]


def export(desk: Desk, file: Path, language: str, only: Sequence[str] = ()) -> int:
    """Writes the texts of these domains, or of all content, to a new XLSX file; how many they are.

    Raises NotFound, ContentError, and Refused when the file is there already or no .xlsx.
    """
    from platica.exchange.texts_table import texts_bytes

    if file.suffix.lower() != ".xlsx":
        raise Refused(phrase("{file}: the name of the file must end in .xlsx.", file=str(file)))
    lines = [line for domain in only or desk.library.domains() for line in texts(desk, domain, language)]
    whole = texts_bytes(lines)
    if file.exists():
        raise Refused(phrase("There is a file {file} already. Choose another name.", file=str(file)))
    try:
        fs.replace_durably(file, whole)
    except OSError as error:
        raise SiteError(
            phrase("{file} could not be written: {reason}.", file=str(file), reason=fs.reason(error))
        ) from error
    return len(lines)


def texts(desk: Desk, domain: str, language: str) -> tuple[TextLine, ...]:
    """The texts of a domain with their translations; none in the language they are written in."""
    from platica.language.returned import lines_of

    source = _source_language(desk, domain)
    if language.partition("-")[0] == source.partition("-")[0]:
        return ()
    messages = desk.library.messages(domain)
    translate = desk.catalogues.translate(language, domain, source)
    states = {(one.context, one.source): translate(one).state.value for one in messages}
    return lines_of([root.locales for root in desk.roots], domain, language, messages, states)


def take_in(desk: Desk, file: Path) -> Taken:
    """Lays the translations of a sheet into the catalogues of the working copy, or of the site's own content.

    Raises Refused with row and column of the first that cannot be taken, and nothing is; SiteError.
    """
    from platica.exchange.texts_table import read_texts
    from platica.language.files import replace_text
    from platica.language.po import catalogue_path
    from platica.language.returned import laid_in

    own = desk.working_copy or ContentRoot(desk.folder / "content")
    lines = read_texts(file)
    changed, warnings = _changed(desk, file, lines)
    written: dict[Path, str] = {}
    for domain, language in dict.fromkeys((line.domain, line.language) for line in changed):
        known = _by_key(desk.library.messages(domain))
        mine = [line for line in changed if (line.domain, line.language) == (domain, language)]
        path = catalogue_path(own.locales, language, domain)
        written[path] = laid_in(own.locales, domain, language, known, mine, _source_language(desk, domain))
    try:
        for path, text in written.items():
            replace_text(path, text)
    except OSError as error:
        raise SiteError(
            phrase("{file} could not be written: {reason}.", file=str(path), reason=fs.reason(error))
        ) from error
    desk.catalogues.forget()
    return Taken(
        sum(bool(line.translation) for line in changed),
        sum(bool(line.comment) for line in changed),
        tuple(written),
        warnings,
    )


def _changed(
    desk: Desk, file: Path, lines: Sequence[TextLine]
) -> tuple[tuple[TextLine, ...], tuple[CatalogueFinding, ...]]:
    """The rows that change something, what does not change being empty in them, and what is to be looked at."""
    from platica.exchange.texts_table import wrong_cell
    from platica.language.returned import STALE, TRANSLATED, findings

    now: dict[tuple[str, str], dict[_Key, TextLine]] = {}
    changed, warnings, seen = [], list[CatalogueFinding](), set[tuple[str, str, _Key]]()
    for line in lines:
        place = line.domain, line.language
        if line.domain not in desk.library.domains():
            raise wrong_cell(file, line.row, "domain", phrase("there is no curriculum “{name}”.", name=line.domain))
        if line.language not in desk.catalogues.languages():
            raise wrong_cell(file, line.row, "language", phrase("“{found}” is not spoken here.", found=line.language))
        if place not in now:
            now[place] = {(one.context or None, one.source): one for one in texts(desk, *place)}
        key = line.context or None, line.source
        former = now[place].get(key)
        if former is None:
            raise wrong_cell(file, line.row, "source", phrase("this text is not in the content any more."))
        if (*place, key) in seen:
            raise wrong_cell(file, line.row, "source", phrase("this text stands in the file twice."))
        seen.add((*place, key))
        confirmed = former.state == STALE and line.state == TRANSLATED
        new_text = line.translation if line.translation != former.translation or confirmed else ""
        new_comment = line.comment if line.comment != former.comment else ""
        if not new_text and not new_comment:
            continue
        for found in findings(line, _source_language(desk, line.domain)) if new_text else ():
            if found.severity is Severity.ERROR:
                raise wrong_cell(file, line.row, "translation", found.phrase)
            warnings.append(CatalogueFinding(*place, key[0], line.source, line.translation, found))
        changed.append(TextLine(*place, "", line.context, line.source, new_text, "", new_comment, line.row))
    return tuple(changed), tuple(warnings)


def _by_key(messages: Sequence[Message]) -> dict[_Key, Message]:
    return {(one.context, one.source): one for one in messages}


def _source_language(desk: Desk, domain: str) -> str:
    return SHARED_LANGUAGE if domain == SHARED else desk.library.curriculum(CurriculumId(domain)).source_language
