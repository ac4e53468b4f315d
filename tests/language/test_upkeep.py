from pathlib import Path

from builders.language import catalogues, entry, message, write_catalogue
from platica.domain.document import TextState
from platica.domain.problem import Severity
from platica.language.glossary import Glossary, Term
from platica.language.upkeep import check_catalogue, status, update_catalogue


def test_the_status_names_every_domain_in_every_language_but_its_own(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", entry("Wash", "Lave"), domain="demo")
    write_catalogue(tmp_path, "en", entry("Hola", "Hello"), domain="charla", source="es")
    domains = [("demo", "en", (message("Wash"), message("Dry"))), ("charla", "es", (message("Hola"),))]
    found = status(catalogues(tmp_path), domains, ("en", "es-MX"))
    assert [(one.domain, one.language, one.percent) for one in found] == [("demo", "es-MX", 50), ("charla", "en", 100)]
    assert found[0].count(TextState.MISSING) == 1


def test_checking_names_the_message_and_passes_over_what_is_not_translated(tmp_path: Path) -> None:
    path = write_catalogue(
        tmp_path,
        "es",
        entry("Give 5 mL", "Dé 50 mL"),
        entry("Give 6 mL", "Dé 60 mL", fuzzy=True),
        entry("Give 7 mL", ""),
        entry("Wash", "Lave"),
        domain="demo",
    )
    found = tuple(check_catalogue(path))
    assert {(one.domain, one.language, one.source, one.text) for one in found} == {
        ("demo", "es", "Give 5 mL", "Dé 50 mL")
    }
    assert {(one.finding.check, one.finding.severity) for one in found} == {("numbers", Severity.ERROR)}


def test_checking_uses_the_glossary(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path, "es", entry("Two handouts", "Dos folletos"))
    terms = Glossary((Term("handout", "hoja", (), "", False, ""),))
    assert [one.finding.check for one in check_catalogue(path, terms)] == ["glossary"]
    assert list(check_catalogue(path)) == []


def test_a_catalogue_made_by_updating_is_looked_up_at_once(tmp_path: Path) -> None:
    known = catalogues(tmp_path)
    assert known.coverage("es", "demo", [message("Wash")]).count(TextState.MISSING) == 1
    update_catalogue(tmp_path, "demo", "es", [message("Wash")])
    path = tmp_path / "es" / "LC_MESSAGES" / "demo.po"
    path.write_text(
        path.read_text().replace('msgstr ""\n', 'msgstr "Lave"\n').replace('msgstr "Lave"\n', 'msgstr ""\n', 1)
    )
    known.forget()
    assert known.coverage("es", "demo", [message("Wash")]).count(TextState.TRANSLATED) == 1
