"""The kinds of values a person types after an option, each refused with what would be right."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

import click

from platica.cli.spoken_click import name_of
from platica.cli.wrong_usage import WrongUsage
from platica.domain.names import folded
from platica.phrases import phrase


class NumberKind(click.ParamType[int]):
    """A whole number from `least` up, or to `most`."""

    name = "number"

    def __init__(self, least: int = 1, most: int | None = None) -> None:
        self.least = least
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        number = int(value) if str(value).isascii() and str(value).isdigit() and len(str(value)) < 10 else -1
        if self.least <= number <= (number if self.most is None else self.most):
            return number
        if self.most is not None:
            raise WrongUsage(
                phrase(
                    "{name}: “{found}” is not a whole number from {least} to {most}.",
                    name=name_of(param),
                    found=value,
                    least=self.least,
                    most=self.most,
                ),
                ctx,
            )
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
    """One of the fixed words of an enumeration, or a word of the person's language that stands for one.

    `also` holds those words as `folded` gives them.
    """

    name = "choice"

    def __init__(self, choices: Iterable[str], also: Mapping[str, str] = MappingProxyType({})) -> None:
        self.choices = tuple(choices)
        self.also = also

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        if meant := self.also.get(folded(value)):
            return meant
        near = get_close_matches(value, self.choices, 1)
        known = ", ".join(self.choices)
        name = name_of(param)
        raise WrongUsage(
            phrase("{name}: there is no “{found}”; did you mean “{near}”?", name=name, found=value, near=near[0])
            if near
            else phrase("{name}: there is no “{found}”. There are: {known}.", name=name, found=value, known=known),
            ctx,
        )


NUMBER = NumberKind()
REGION = RegionKind()
