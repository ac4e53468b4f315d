"""The kinds of values a person types after an option, each refused with what would be right."""

from collections.abc import Iterable
from datetime import date, time
from difflib import get_close_matches
from typing import Any

import click

from platica.cli.spoken_click import name_of
from platica.cli.wrong_usage import WrongUsage
from platica.phrases import phrase


class DateKind(click.ParamType[date]):
    """A date, `2026-12-03`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise WrongUsage(
                phrase("{name}: “{found}” is not a date. Write it as 2026-12-03.", name=name_of(param), found=value),
                ctx,
            ) from None


class TimeKind(click.ParamType[time]):
    """A time of day, `18:00`."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> time:
        hours, colon, minutes = value.partition(":")
        right = colon and len(minutes) == 2 and (hours + minutes).isascii() and (hours + minutes).isdigit()
        if right and int(hours) < 24 and int(minutes) < 60:
            return time(int(hours), int(minutes))
        raise WrongUsage(
            phrase("{name}: “{found}” is not a time. Write it as 18:00.", name=name_of(param), found=value), ctx
        )


class NumberKind(click.ParamType[int]):
    """A whole number from `least` up."""

    name = "number"

    def __init__(self, least: int = 1) -> None:
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if str(value).isascii() and str(value).isdigit() and self.least <= int(value) < 10**9:
            return int(value)
        raise WrongUsage(
            phrase(
                "{name}: “{found}” is not a whole number from {least} up.",
                name=name_of(param),
                found=value,
                least=self.least,
            ),
            ctx,
        )


class RegionKind(click.ParamType[str]):
    """The two-letter code of a country, `US`."""

    name = "region"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if len(value) == 2 and value.isascii() and value.isalpha():
            return str(value).upper()
        raise WrongUsage(
            phrase("{name}: “{found}” is not a country's two letters, such as US.", name=name_of(param), found=value),
            ctx,
        )


class ChoiceKind(click.ParamType[str]):
    """One of the fixed words of an enumeration."""

    name = "choice"

    def __init__(self, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        near = get_close_matches(value, self.choices, 1)
        known = ", ".join(self.choices)
        name = name_of(param)
        raise WrongUsage(
            phrase("{name}: there is no “{found}”; did you mean “{near}”?", name=name, found=value, near=near[0])
            if near
            else phrase("{name}: there is no “{found}”. There are: {known}.", name=name, found=value, known=known),
            ctx,
        )


DATE = DateKind()
TIME = TimeKind()
NUMBER = NumberKind()
REGION = RegionKind()
