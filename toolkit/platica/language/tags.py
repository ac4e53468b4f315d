"""Names of languages: written `es-MX` in documents, `es_MX` in folder names, and what each falls back to."""

import re

from platica.errors import Refused
from platica.phrases import phrase

LATIN_AMERICA = "419"
SPANISH_OF_THE_AMERICAS = frozenset(
    (
        *("AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN"),
        *("MX", "NI", "PA", "PE", "PR", "PY", "SV", "US", "UY", "VE"),
    )
)
"""Regions whose Spanish descends from es-419 in CLDR's parent locales."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")


def normal(tag: str) -> str:
    """The tag as BCP 47 writes it, `es-MX` for `es_mx.UTF-8`; raises Refused when it is no language tag."""
    found = _TAG.fullmatch(tag.partition(".")[0].partition("@")[0].strip())
    if not found:
        raise Refused(phrase("“{tag}” is not a language code such as es or es-MX.", tag=tag))
    language, script, region = found.groups()
    parts = (language.lower(), script and script.title(), region and region.upper())
    return "-".join(part for part in parts if part)


def is_tag(text: str) -> bool:
    """Whether this is a language tag in any of its spellings."""
    return bool(_TAG.fullmatch(text))


def folder_name(tag: str) -> str:
    """The tag as gettext folders write it, `es_MX`."""
    return normal(tag).replace("-", "_")


def base(tag: str) -> str:
    """The language alone, `es` of `es-MX`."""
    return normal(tag).partition("-")[0]


def region_of(tag: str) -> str | None:
    """The region of a tag, `MX` of `es-MX`."""
    last = normal(tag).rpartition("-")
    return last[2] if last[1] and len(last[2]) != 4 else None


def chain(tag: str) -> tuple[str, ...]:
    """The tag and what it falls back to, nearest first: `es-MX`, `es-419`, `es`."""
    tag = normal(tag)
    language, region = base(tag), region_of(tag)
    links = [tag]
    if language == "es" and region in SPANISH_OF_THE_AMERICAS:
        links.append(f"es-{LATIN_AMERICA}")
    if language != tag:
        links.append(language)
    return tuple(links)
