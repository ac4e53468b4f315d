"""Units: a number keeps its unit, so that 5 mg never becomes 5 g and pills never trade places with hours."""

import re
from collections import defaultdict
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair, prose
from platica.language.checks.quantities import Value, amounts, ranges
from platica.phrases import phrase

_UNITS = (
    ("mcg", "mcg µg μg ug microgram micrograms microgramo microgramos"),
    ("mg", "mg milligram milligrams miligramo miligramos"),
    ("g", "g gram grams gramo gramos"),
    ("kg", "kg kilogram kilograms kilo kilos kilogramo kilogramos"),
    ("lb", "lb lbs pound pounds libra libras"),
    ("oz", "oz ounce ounces onza onzas"),
    ("mL", "ml milliliter milliliters mililitro mililitros cc"),
    ("L", "l liter liters litre litres litro litros"),
    ("mg/dL", "mg/dl"),
    ("mmol/L", "mmol/l"),
    ("mm Hg", "mmhg"),
    ("cup", "cup cups taza tazas"),
    ("glass", "glass glasses vaso vasos"),
    ("tablespoon", "tablespoon tablespoons tbsp cucharada cucharadas"),
    ("teaspoon", "teaspoon teaspoons tsp cucharadita cucharaditas"),
    ("drop", "drop drops gota gotas"),
    ("pill", "pill pills tablet tablets pastilla pastillas tableta tabletas comprimido comprimidos"),
    ("gallon", "gallon gallons galón galones"),
    ("second", "second seconds segundo segundos"),
    ("minute", "minute minutes min minuto minutos"),
    ("hour", "hour hours h hr hrs hora horas"),
    ("day", "day days día días"),
    ("week", "week weeks semana semanas"),
    ("month", "month months mes meses"),
    ("year", "year years año años"),
    ("time", "time times vez veces"),
    ("%", "% percent"),
    ("°F", "°f ºf"),
    ("°C", "°c ºc"),
    ("m", "m meter meters metre metres metro metros"),
    ("cm", "cm centimeter centimeters centímetro centímetros"),
    ("km", "km kilometer kilometers kilómetro kilómetros"),
    ("mile", "mile miles milla millas"),
    ("foot", "foot feet ft pie pies"),
    ("inch", "inch inches pulgada pulgadas"),
)
UNIT_NAMES = {name: unit for unit, names in _UNITS for name in names.split()}
_AFTER = re.compile(r"[\s\u00a0-]{0,2}(mm\s?Hg|m[gm](?:ol)?/d?L|[%°º]\s?[CF]?\b|[^\W\d_]+|%)", re.IGNORECASE)
_PER_CENT = re.compile(r"[\s\u00a0]?(?:per ?cent|por ciento)", re.IGNORECASE)

Measured = dict[Value, set[str]]


def check_units(pair: Pair) -> Iterator[Finding]:
    """Errors where a number carries a unit that the source does not give it."""
    wanted, there = _measured(pair.source, pair.languages.source), _measured(pair.text, pair.languages.target)
    for value, units in wanted.items():
        written = there.get(value, set())
        if written and written != units:
            yield Finding(
                "units",
                Severity.ERROR,
                phrase(
                    "{number} has the unit {found} here and {wanted} in the source.",
                    number=str(value),
                    found=", ".join(sorted(written)),
                    wanted=", ".join(sorted(units)),
                ),
            )


def _measured(text: str, language: str) -> Measured:
    """Known units by the number they stand behind; the first number of a range shares the second one's unit."""
    text = prose(text)
    found = amounts(text, language)
    units = [_unit_after(text[amount.end : amount.end + 24]) for amount in found]
    shared = set(ranges(text, found))
    for place in range(len(found) - 2, -1, -1):
        if units[place] is None and (found[place].value, found[place + 1].value) in shared:
            units[place] = units[place + 1]
    measured: Measured = defaultdict(set)
    for amount, unit in zip(found, units, strict=True):
        if unit:
            measured[amount.value].add(unit)
    return measured


def _unit_after(text: str) -> str | None:
    if _PER_CENT.match(text):
        return "%"
    hit = _AFTER.match(text)
    return UNIT_NAMES.get(re.sub(r"\s", "", hit[1]).lower()) if hit else None
