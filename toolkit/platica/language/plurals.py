"""Which plural form a count takes, by the `Plural-Forms` header of a catalogue; read by a parser of our own."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from platica.errors import ContentError
from platica.phrases import phrase

HEADERS = {
    "es": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
    "pt": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "ht": "nplurals=2; plural=(n != 1);",
    "mam": "nplurals=2; plural=(n != 1);",
    "quc": "nplurals=2; plural=(n != 1);",
    "kek": "nplurals=2; plural=(n != 1);",
    "nah": "nplurals=2; plural=(n != 1);",
    "qu": "nplurals=2; plural=(n != 1);",
    "zh": "nplurals=1; plural=0;",
    "vi": "nplurals=1; plural=0;",
    "tl": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
"""Headers for new catalogues, as gettext's manual gives them where it knows the language."""

DEFAULT_HEADER = "nplurals=2; plural=(n != 1);"
_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]{1,500}?)\s*;?\s*")
_TOKEN = re.compile(r"\s*(\d+|n|&&|\|\||[=!<>]=|[<>?:%+*()!-])")
_LEVELS = (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "%"))
_DEEPEST = 60

Count = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class PluralRule:
    """How many forms a language has and which one a count takes."""

    header: str
    forms: int
    choose: Count

    def index(self, count: int) -> int:
        """The form for this count, counted from 0 and never past the last."""
        return min(max(self.choose(abs(count)), 0), self.forms - 1)


def header_for(language: str) -> str:
    """The header a new catalogue of this language gets."""
    return HEADERS.get(language.replace("_", "-").partition("-")[0], DEFAULT_HEADER)


def rule(header: str) -> PluralRule:
    """The rule a header states; raises ContentError when it cannot be read."""
    found = _HEADER.fullmatch(header)
    if not found or not int(found[1]):
        raise _unreadable(header)
    return PluralRule(header, int(found[1]), _Parser(found[2], header).whole())


class _Parser:
    """Recursive descent over the C expressions gettext allows."""

    def __init__(self, expression: str, header: str) -> None:
        self._header = header
        self._tokens = list(self._split(expression))
        self._depth = 0

    def whole(self) -> Count:
        parsed = self._choice()
        if self._tokens:
            raise _unreadable(self._header)
        return parsed

    def _split(self, expression: str) -> Iterator[str]:
        place = 0
        while place < len(expression.rstrip()):
            found = _TOKEN.match(expression, place)
            if not found:
                raise _unreadable(self._header)
            yield found[1]
            place = found.end()

    def _next(self, *wanted: str) -> str | None:
        return self._tokens.pop(0) if self._tokens and self._tokens[0] in wanted else None

    def _expect(self, wanted: str) -> None:
        if not self._next(wanted):
            raise _unreadable(self._header)

    def _choice(self) -> Count:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _unreadable(self._header)
        test = self._level(0)
        if self._next("?"):
            yes = self._choice()
            self._expect(":")
            no = self._choice()
            self._depth -= 1
            return lambda n: yes(n) if test(n) else no(n)
        self._depth -= 1
        return test

    def _level(self, level: int) -> Count:
        if level == len(_LEVELS):
            return self._unary()
        left = self._level(level + 1)
        while sign := self._next(*_LEVELS[level]):
            left = _joined(sign, left, self._level(level + 1))
        return left

    def _unary(self) -> Count:
        if self._next("!"):
            inner = self._unary()
            return lambda n: int(not inner(n))
        if self._next("("):
            inner = self._choice()
            self._expect(")")
            return inner
        token = self._tokens.pop(0) if self._tokens else ""
        if token == "n":  # noqa: S105 - the variable of the formula
            return lambda n: n
        if not token.isdigit():
            raise _unreadable(self._header)
        return lambda _n: int(token)


_SIGNS: dict[str, Callable[[int, int], int]] = {
    "||": lambda a, b: int(bool(a or b)),
    "&&": lambda a, b: int(bool(a and b)),
    "==": lambda a, b: int(a == b),
    "!=": lambda a, b: int(a != b),
    "<": lambda a, b: int(a < b),
    ">": lambda a, b: int(a > b),
    "<=": lambda a, b: int(a <= b),
    ">=": lambda a, b: int(a >= b),
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "%": lambda a, b: a % b if b else 0,
}


def _joined(sign: str, left: Count, right: Count) -> Count:
    operation = _SIGNS[sign]
    return lambda n: operation(left(n), right(n))


def _unreadable(header: str) -> ContentError:
    return ContentError(
        phrase(
            "The catalogue's Plural-Forms line reads “{header}”; it should look like “{example}”.",
            header=header,
            example=DEFAULT_HEADER,
        )
    )
