"""Templates that may come from somebody's working copy: they read values, and reach neither Python nor files.

Loops are counted, since a template is filled in the program's own process, which nothing else would stop.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateRuntimeError, nodes
from jinja2.sandbox import SandboxedEnvironment

from platica.press.printables import own_file

MOST_TURNS = 500_000
"""Of all loops of one page together; a guide of twenty pages takes some two thousand."""
LONGEST_TEXT = 1_000_000
"""Signs that a template may make of one by adding or repeating."""
_COUNTED = "counted_turns"


class OwnTemplates(FileSystemLoader):
    """Templates of the folders themselves, never through a link that leads out of them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__([folder / "templates" for folder in folders])
        self._folders = tuple(folders)

    def get_source(self, environment: Environment, template: str) -> Any:
        if own_file(self._folders, f"templates/{template}") is None:
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


class BoundedEnvironment(SandboxedEnvironment):
    """A sandbox in which loops and growing texts end."""

    intercepted_binops = frozenset(("+", "*", "**"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.filters[_COUNTED] = self._counted
        self._turns = 0

    def begin(self) -> None:
        """Lets a new page have all its turns."""
        self._turns = 0

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or (operator == "*" and not (_is_number(left) and _is_number(right))):
            raise TemplateRuntimeError("a template repeats no texts")
        made = super().call_binop(context, operator, left, right)
        if isinstance(made, str | list | tuple) and len(made) > LONGEST_TEXT:
            raise TemplateRuntimeError("a text grows without end")
        return made

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree

    def _counted(self, some: Iterable[Any]) -> Iterator[Any]:
        for one in some:
            self._turns += 1
            if self._turns > MOST_TURNS:
                raise TemplateRuntimeError("a loop does not end")
            yield one


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)
