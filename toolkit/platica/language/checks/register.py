"""Health texts speak to people as *usted*."""

import re
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair, prose
from platica.phrases import phrase

_FAMILIAR = frozenset(
    (
        *("tú", "ti", "contigo", "tu", "tus", "tuyo", "tuya", "tuyos", "tuyas", "te"),
        *("eres", "estás", "tienes", "puedes", "debes", "quieres", "haces", "vas", "sabes", "necesitas", "sientes"),
        *("comes", "bebes", "tomas", "hablas", "vives", "dices", "crees", "piensas", "prefieres", "recuerdas"),
        *("serás", "estarás", "tendrás", "podrás", "harás"),
        *("vos", "sos", "tenés", "podés", "querés", "sabés", "debés", "hacés"),
        *("vosotros", "vosotras", "vuestro", "vuestra", "vuestros", "vuestras", "os"),
        *("tenéis", "podéis", "sois", "estáis", "queréis", "debéis"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_LETTER_NAME = re.compile(r"\bletra te\b", re.IGNORECASE)


def check_register(pair: Pair) -> Iterator[Finding]:
    """A warning for words of tú, vos or vosotros in Spanish."""
    if not pair.languages.to_spanish:
        return
    words = _WORD.findall(_LETTER_NAME.sub("", prose(pair.text)).lower())
    found = sorted(set(words) & _FAMILIAR)
    if found:
        sentence = phrase("“{words}” speaks as tú, vos or vosotros; these texts say usted.", words=", ".join(found))
        yield Finding("register", Severity.WARNING, sentence)
