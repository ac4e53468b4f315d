"""Reading and writing `site.toml`, the settings of a site."""

import difflib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from platica.domain.paper import Paper
from platica.domain.settings import (
    LOCK_MINUTES,
    MOST_LOCK_MINUTES,
    MOST_RETENTION_MONTHS,
    RETENTION_MONTHS,
    Settings,
    Sponsor,
)
from platica.errors import SiteError
from platica.ledger import fs
from platica.phrases import phrase

FILE = "site.toml"
_KEYS = ("name", "language", "region", "paper", "lock_minutes", "retention_months")
_AS_USUAL = {"lock_minutes": LOCK_MINUTES, "retention_months": RETENTION_MONTHS}
"""What is not written down, so that a better rule of a newer version counts."""


def has_settings(site: Path) -> bool:
    """Whether a site was set up in this folder."""
    return (site / FILE).is_file()


def read_settings(site: Path) -> Settings:
    """The settings of the site in a folder. Raises SiteError with the key or line that is not right."""
    path = site / FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SiteError(
            phrase("There is no site in {folder} yet. “platica site init” sets one up.", folder=str(site))
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SiteError(phrase("{file} cannot be read: {reason}.", file=str(path), reason=str(error))) from error
    slots = found.pop("slots", {})
    sponsors = _sponsors(path, found.pop("sponsors", []))
    for key in found:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1, 0)[0]
            raise SiteError(
                phrase("{file}: “{key}” is not a setting; did you mean “{near}”?", file=str(path), key=key, near=near)
            )
    for key in _KEYS[:3]:
        if not isinstance(found.get(key), str):
            raise SiteError(phrase("{file}: “{key}” is missing; it is a text in quotes.", file=str(path), key=key))
    if not isinstance(slots, dict):
        raise SiteError(phrase("{file}: “{key}” is missing; it is a text in quotes.", file=str(path), key="slots"))
    if found.get("paper") not in (None, *Paper):
        raise SiteError(
            phrase("{file}: “{value}” is no paper; it is letter or a4.", file=str(path), value=found["paper"])
        )
    _must_be_number(path, found, "lock_minutes", MOST_LOCK_MINUTES)
    _must_be_number(path, found, "retention_months", MOST_RETENTION_MONTHS)
    return Settings(
        name=found["name"],
        language=found["language"],
        region=found["region"],
        paper=found.get("paper"),
        lock_minutes=found.get("lock_minutes", LOCK_MINUTES),
        retention_months=found.get("retention_months", RETENTION_MONTHS),
        slots=MappingProxyType({str(name): str(value) for name, value in slots.items()}),
        sponsors=sponsors,
    )


def _sponsors(path: Path, found: object) -> tuple[Sponsor, ...]:
    """The tables called `sponsors`. Raises SiteError when one has no name or something else in it."""
    entries = found if isinstance(found, list) else [found]
    sponsors: list[Sponsor] = []
    for entry in entries:
        told = entry if isinstance(entry, dict) else {}
        name, logo = told.get("name"), told.get("logo")
        if not isinstance(name, str) or not isinstance(logo, str | None) or set(told) - {"name", "logo"}:
            raise SiteError(
                phrase("{file}: each of “sponsors” has a “name” and may have a “logo”, in quotes.", file=str(path))
            )
        sponsors.append(Sponsor(name, logo))
    return tuple(sponsors)


def _must_be_number(path: Path, found: Mapping[str, object], key: str, most: int) -> None:
    """Raises SiteError when a whole number is asked for and something else stands there."""
    number = found.get(key, 0)
    if type(number) is not int or not 0 <= number <= most:
        raise SiteError(
            phrase(
                "{file}: “{value}” is no number for {key}; from 0 to {most} are.",
                file=str(path),
                value=number,
                key=key,
                most=most,
            )
        )


def write_settings(site: Path, settings: Settings) -> None:
    """Writes the settings durably."""
    fs.replace_durably(site / FILE, settings_text(settings))


def settings_text(settings: Settings) -> bytes:
    """The settings as the file has them; a JSON text is also a TOML text."""
    lines = [
        f"{key} = {_quoted(value)}"
        for key in _KEYS
        if (value := getattr(settings, key)) is not None and _AS_USUAL.get(key) != value
    ]
    for sponsor in settings.sponsors:
        lines += ["", "[[sponsors]]", f"name = {_quoted(sponsor.name)}"]
        lines += [f"logo = {_quoted(sponsor.logo)}"] if sponsor.logo else []
    lines += ["", "[slots]"]
    lines += [f"{name} = {_quoted(value)}" for name, value in sorted(settings.slots.items())]
    return ("\n".join(lines) + "\n").encode()


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
