"""Tables of translations that are right and wrong; each row names the check it is about."""

import pytest

from platica.domain.problem import Severity
from platica.language.checks.entry import entry_findings
from platica.language.checks.pair import Languages
from platica.language.glossary import Glossary, Term
from platica.language.plurals import rule

_RULE = rule("nplurals=2; plural=(n != 1);")
_GLOSSARY = Glossary(
    (
        Term("blood pressure", "presión arterial", ("tensión arterial",), "", False, ""),
        Term("bean(s)", "frijol(es)", ("habichuelas", "judías/alubias"), "", False, ""),
        Term("A1C", "A1C", (), "", True, ""),
        Term("mg/dL", "mg/dL", (), "unit", True, ""),
        Term("Back", "Atrás", (), "[UI]", False, ""),
        Term("hospital", "hospital", (), "", False, ""),
    )
)


def found(source: str, text: str, target: str = "es", origin: str = "en") -> dict[str, Severity]:
    """The checks that find something, with the worst of their severities."""
    findings = entry_findings(source, None, (text,), Languages(origin, target), _RULE, _GLOSSARY)
    return {one.check: one.severity for one in sorted(findings, key=lambda one: one.severity, reverse=True)}


@pytest.mark.parametrize(
    ("check", "source", "text"),
    [
        ("numbers", "Give 50 mL", "Dé 500 ml"),
        ("numbers", "Give 5 mL", "Dé 15 mL"),
        ("numbers", "10 to 12 hours", "12 a 10 horas"),
        ("numbers", "½ cup", "1 taza"),
        ("numbers", "2.5 mL", "25 mL"),
        ("numbers", "1,500 mg", "1.500 mg"),
        ("numbers", "1,500 mg", "150 mg"),
        ("numbers", "120/80", "80/120"),
        ("numbers", "Above 180", "Por encima de 180 o 240"),
        ("numbers", "Wait 15 minutes", "Espere unos minutos"),
        ("numbers", "Between 4 and 6 hours", "Entre 6 y 4 horas"),
        ("numbers", "At 6:00 p.m.", "A las 6:30 p. m."),
        ("numbers", "At 6 PM", "A las 6 de la mañana"),
        ("numbers", "1 1/2 cups", "1/2 taza"),
        ("units", "Take 5 mg", "Tome 5 g"),
        ("units", "200 mcg", "200 mg"),
        ("units", "Give 10 mL", "Dé 10 L"),
        ("units", "2 teaspoons", "2 cucharadas"),
        ("units", "Take 2 pills every 8 hours", "Tome 8 pastillas cada 2 horas"),
        ("units", "10 to 12 hours", "10 a 12 días"),
        ("placeholders", "Call {clinic_phone}", "Llame a {clinic_name}"),
        ("placeholders", "Call {clinic_phone}", "Llame"),
        ("placeholders", "Call {clinic_phone}", "Llame a {clinic_phone} {"),
        ("placeholders", "Call", "Llame {0}"),
        ("placeholders", "{count} of them", "Todas"),
        ("links", "See [a](https://a.org/x)", "Vea [a](https://b.org/x)"),
        ("links", "See https://a.org.", "Vea."),
        ("links", "![plate](icon:plate)", "![plato](icon:cup)"),
        ("markdown", "**Do not** eat", "No coma"),
        ("markdown", "**Do not** eat", "**No coma"),
        ("markdown", "*Say* it", "Diga *esto"),
        ("markdown", "Use `x`", "Use x"),
        ("markdown", "[a](https://a.org)", "(a)[https://a.org"),
        ("control-characters", "Eat", "Coma\u200b"),
        ("control-characters", "Eat", "Coma\x07"),
        ("control-characters", "Eat", "\u202eComa"),
        ("control-characters", "Eat", "Com\ufffd"),
    ],
)
def test_an_error_is_found(check: str, source: str, text: str) -> None:
    assert found(source, text).get(check) is Severity.ERROR


@pytest.mark.parametrize(
    ("check", "source", "text"),
    [
        ("opening-marks", "Are you well?", "Está bien?"),
        ("opening-marks", "Great!", "Muy bien!"),
        ("opening-marks", "Well", "¿Bien"),
        ("register", "Wash your hands", "Lávate tus manos"),
        ("register", "You can", "Vos podés"),
        ("register", "You have it", "Lo tenéis vosotros"),
        ("negation", "Do not stop your medicine", "Deseche su medicina"),
        ("negation", "Don't share needles", "Comparta agujas"),
        ("negation", "Never mix bleach with vinegar", "Mezcle cloro con vinagre"),
        ("unchanged", "Wash your hands", "Wash your hands"),
        ("glossary", "Check your blood pressure", "Revise su sangre"),
        ("glossary", "Your A1C is a number", "Su hemoglobina es un número"),
        ("glossary", "Back", "Espalda"),
        ("edges", "Eat ", "Coma"),
        ("edges", "Eat well", "Coma  bien"),
        ("edges", "Eat well.", "Coma bien"),
        ("edges", "Eat well:", "Coma bien."),
        ("links", "See [a](https://a.org/en)", "Vea [a](https://a.org/es)"),
    ],
)
def test_a_warning_is_given(check: str, source: str, text: str) -> None:
    assert found(source, text).get(check) is Severity.WARNING


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Take 0.5 mg", "Tome 0,5 mg"),
        ("Take 0.5 mg", "Tome 0.5 mg"),
        ("Walk 1,000 steps", "Camine 1 000 pasos"),
        ("Walk 1,000 steps", "Camine 1\u202f000 pasos"),
        ("Walk 1,000 steps", "Camine 1,000 pasos"),
        ("Walk 10,000 steps", "Camine 10 000 pasos"),
        ("½ cup", "1/2 taza"),
        ("Half a cup", "½ taza"),
        ("1 1/2 cups", "1½ tazas"),
        ("Wait 15 minutes", "Espere quince minutos"),
        ("Twice a day", "2 veces al día"),
        ("Take 1 pill", "Tome una pastilla"),
        ("10–12 hours", "De 10 a 12 horas"),
        ("Take 2 pills every 8 hours", "Cada 8 horas, tome 2 pastillas"),
        ("At 6:00 p.m. sharp", "A las 18:00 en punto"),
        ("At 6 PM", "A las 6 de la tarde"),
        ("Below 130/80 mm Hg", "Menos de 130/80 mm Hg"),
        ("An A1C of 7%", "Una A1C de 7 %"),
        ("Rub with 70% isopropyl", "Frote con isopropílico al 70 %"),
        ("Call 1-800-222-1222", "Llame al 1-800-222-1222"),
        ("**Do not** eat [this](https://a.org/x)", "**No coma** [esto](https://a.org/x)"),
        ("Name: ____", "Nombre: ____"),
        ("5 * 3", "5 * 3"),
        ("Call {clinic_phone} now", "Llame ahora al {clinic_phone}"),
        ("Are you well? Great!", "¿Está bien? ¡Qué bueno!"),
        ("Really?!", "¡¿De veras?!"),
        ("Use `what?`", "Escriba `what?`"),
        ("Check your blood pressure", "Revise su tensión arterial"),
        ("Two beans", "Dos frijoles"),
        ("My back hurts", "Me duele la espalda"),
        ("Hospital", "Hospital"),
        ("A1C", "A1C"),
        ("mg/dL", "mg/dL"),
        ("{count} min", "{count} min"),
        ("Not filled in", "Falta llenarlo"),
        ("Write <!-- note -->", "Escriba <!-- note -->"),
        ("Avoid salt", "Evite la sal"),
        ("Do not add salt", "Evite agregar sal"),
        ("Family 👩‍👧", "Familia 👩‍👧"),
        ("One (or more", "Una (o más"),
    ],
)
def test_a_good_translation_passes(source: str, text: str) -> None:
    assert found(source, text) == {}


@pytest.mark.parametrize(
    ("target", "text", "right"),
    [
        ("es", "1,500 pasos", True),
        ("es-MX", "1,500 pasos", True),
        ("es-US", "1.500 pasos", False),
        ("es-ES", "1.500 pasos", True),
        ("es-ES", "1,500 pasos", False),
        ("es-AR", "1.500 pasos", True),
        ("es-ES", "1 500 pasos", True),
    ],
)
def test_a_mark_before_three_digits_is_read_as_its_region_does(target: str, text: str, right: bool) -> None:
    assert ("numbers" not in found("1,500 steps", text, target)) is right


def test_the_spanish_checks_keep_to_spanish() -> None:
    assert found("¿Está bien?", "Are you well?", "en", "es") == {}
    assert found("Lave tu mano", "Wash your hand", "en", "es") == {}


def test_a_lost_no_is_found_from_spanish_too() -> None:
    assert "negation" in found("No comparta agujas", "Share needles", "en", "es")


@pytest.mark.parametrize(
    ("forms", "checks"),
    [
        (("{count} persona", "{count} personas"), set()),
        (("una persona", "{count} personas"), set()),
        (("{count} persona",), {"plural-count"}),
        (("{count} persona", "{count} personas", "x"), {"plural-count"}),
        (("{count} persona", ""), {"plural-count"}),
        (("{n} persona", "{count} personas"), {"placeholders"}),
    ],
)
def test_plural_forms(forms: tuple[str, ...], checks: set[str]) -> None:
    findings = entry_findings("{count} person", "{count} people", forms, Languages("en", "es"), _RULE, Glossary(()))
    assert {one.check for one in findings} == checks


def test_every_finding_is_a_sentence() -> None:
    findings = entry_findings("Give 5 mL?", None, ("Dé 15 mL",), Languages("en", "es"), _RULE, _GLOSSARY)
    assert all(str(one.phrase)[0].isupper() and str(one.phrase).endswith(".") for one in findings)
