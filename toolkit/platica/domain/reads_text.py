"""What people write to say what a person reads: `es`, `es, large`, `Spanish`, `español, letra grande`."""

import re
from collections.abc import Collection

from platica.domain.names import folded
from platica.domain.participant import ReadingStyle, Reads
from platica.errors import Refused
from platica.phrases import phrase

_LANGUAGES = {"english": "en", "ingles": "en", "spanish": "es", "espanol": "es", "castellano": "es"}
_STYLES = {
    "normal": ReadingStyle.NORMAL,
    "normal print": ReadingStyle.NORMAL,
    "letra normal": ReadingStyle.NORMAL,
    "large": ReadingStyle.LARGE,
    "large print": ReadingStyle.LARGE,
    "grande": ReadingStyle.LARGE,
    "letra grande": ReadingStyle.LARGE,
    "pictures": ReadingStyle.PICTURES,
    "imagenes": ReadingStyle.PICTURES,
    "dibujos": ReadingStyle.PICTURES,
    "con dibujos": ReadingStyle.PICTURES,
    "con imagenes": ReadingStyle.PICTURES,
    "with pictures": ReadingStyle.PICTURES,
    "by ear": ReadingStyle.BY_EAR,
    "by-ear": ReadingStyle.BY_EAR,
    "de oido": ReadingStyle.BY_EAR,
}


def read_reads(text: str, known: Collection[str], otherwise: str) -> Reads:
    """The language and style meant; `otherwise` is the language when only a style is written.

    `known` are the language codes that may be meant. Raises Refused with the part that is neither.
    """
    language, style = None, None
    for part in filter(None, (folded(part) for part in re.split(r"[,;/+]", text))):
        tag = _LANGUAGES.get(part) or next((one for one in known if one.casefold() == part.replace("_", "-")), None)
        if tag and language in (None, tag):
            language = tag
        elif part in _STYLES and style in (None, _STYLES[part]):
            style = _STYLES[part]
        else:
            raise Refused(
                phrase(
                    "“{part}” does not say what a person reads. Write one of {languages}, and large, pictures or"
                    " by-ear after a comma if need be.",
                    part=part,
                    languages=", ".join(sorted(known)),
                )
            )
    return Reads(language or otherwise, style or ReadingStyle.NORMAL)
