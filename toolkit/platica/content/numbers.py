"""Finding health numbers in a text: a number with a unit, a range, a frequency, a threshold or an age.

Not health numbers: steps of a list, clock times, telephone numbers, dates, the 0 to 10 scale, and counts of people or
things in the room.
"""

import re

_NUMBER = r"(?<![\w.,/-])(?:\d++/\d++|\d+(?:[.,]\d+)*(?!\d|[.,]\d)(?:\s?[½¼¾⅓⅔])?+|[½¼¾⅓⅔])"

_NEVER = re.compile(
    r"""
    \d{1,2}:\d{2}(?:\s*[ap]\.?\s?m\b\.?)?                   # 18:00, 6:30 p.m.
    | \b\d{1,2}\s*[ap]\.?\s?m\b\.?                          # 6 pm
    | \+?\d[\d-]*-\d{3,}-[\d-]{3,}                          # 1-800-222-1222
    | \d{4}-\d{2}-\d{2}                                     # 2027-06-30
    | \b0\s*(?:–|—|-|to|a)\s*10\b                           # the confidence scale
    | https?://\S+
    """,
    re.VERBOSE | re.IGNORECASE,
)

_UNITS = (
    r"mg/dL|mmol/L|mmol/mol|mm\s?Hg|mcg|mg|kg|g|mL|L|oz|fl\s?oz|lbs?|cm|mm|km|kcal|IU|"
    r"grams?|kilos?|liters?|litres?|milliliters?|ounces?|pounds?|inch(?:es)?|feet|miles?|calories|degrees|percent|"
    r"cups?|tablespoons?|teaspoons?|tbsp|tsp|glass(?:es)?|servings?|portions?|drops?|pills?|tablets?|doses?|units?|"
    r"gramos?|litros?|mililitros?|onzas?|libras?|pulgadas?|calorías|grados|tazas?|cucharadas?|cucharaditas?|vasos?|"
    r"porciones|porción|gotas?|pastillas?|tabletas?|dosis|unidades|por\s+ciento"
)
_TIMES = r"seconds?|secs?|minutes?|mins?|hours?|months?|years?|segundos?|minutos?|horas?|mes(?:es)?|años?"
_PERIODS = r"day|night|week|month|year|hour|meal|día|noche|semana|mes|año|hora|comida"
_COUNTED = (
    r"(?!\s*(?:or\s+\w+\s+|o\s+\w+\s+)?(?:people|persons?|participants?|volunteers?|partners?|friends|groups?|pairs?|"
    r"words?|questions?|cards?|ideas|things|examples?|signs|personas?|participantes?|grupos?|parejas?|palabras?|"
    r"preguntas?|tarjetas?|ideas|cosas|ejemplos?)\b)"
)
_COMPARED = (
    r"above|below|over|under|less than|more than|fewer than|greater than|higher than|lower than|at least|at most|up to|"
    r"más de|menos de|mayor de|menor de|mayor que|menor que|por encima de|por debajo de|al menos|por lo menos|hasta"
).replace(" ", r"\s+")

_BEYOND = r"more|less|higher|lower|above|below|over|under|older|younger|up|más|menos"

_HEALTH = re.compile(
    rf"""
    {_NUMBER}(?:\s*%|\s*°\s*[CF]\b|[\s-]*(?:{_UNITS})\b)
    | {_NUMBER}\s*(?:–|—|-|\bto\b|\ba\b)\s*\d+(?:[.,]\d+)*(?!\d|[.,]\d)%?{_COUNTED}
    | \b\d{{2,3}}/\d{{2,3}}\b
    | {_NUMBER}\s+(?:\w+\s+){{0,3}}(?:a|per|each|every|al|por|cada|a\s+la)\s+(?:{_PERIODS})\b
    | \b(?:every|cada)\s+\d+\s+(?:{_PERIODS})\w*
    | (?:\b(?:{_COMPARED})|[<>≤≥])\s*{_NUMBER}{_COUNTED}
    | {_NUMBER}\s*(?:\w+\s+)?(?:or|and|o|y)\s+(?:{_BEYOND})\b
    | {_NUMBER}\+
    | \b(?:age|ages|aged|edad)\s+{_NUMBER}
    | {_NUMBER}\s+(?:years?\s+old|años\s+de\s+edad)
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LASTING = re.compile(rf"{_NUMBER}[\s-]*(?:{_TIMES})\b", re.IGNORECASE)


def health_numbers(text: str, *, times: bool) -> tuple[str, ...]:
    """The health numbers as written, in order. With `times`, lengths of time count too: in what is handed out, not in
    what a facilitator says to a group that has ten minutes."""
    bare = _NEVER.sub(" ", text)
    found = [(match.start(), match[0]) for match in _HEALTH.finditer(bare)]
    if times:
        found += [(match.start(), match[0]) for match in _LASTING.finditer(bare)]
    return tuple(dict.fromkeys(snippet.strip() for _, snippet in sorted(found)))
