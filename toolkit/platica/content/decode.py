"""From YAML nodes to typed values, naming every key that is wrong, missing or unknown."""

import difflib
import types
import typing
from collections.abc import Sequence
from enum import Enum
from typing import Annotated, Any, TypeVar, Union

import msgspec

from platica.content.trouble import Troubles
from platica.content.yaml_text import Items, Keys, Node, Scalar
from platica.phrases import Phrase, phrase

S = TypeVar("S", bound=msgspec.Struct)


class _Wrong(Exception):
    """A value that has been reported."""


def decode(node: Keys, shape: type[S], troubles: Troubles) -> S | None:
    """A value of the shape, or None after reporting every problem found."""
    try:
        return typing.cast(S, _struct(node, shape, troubles))
    except _Wrong:
        return None


def _value(node: Node, shape: Any, key: str, troubles: Troubles) -> Any:
    bare = _without_none(shape)
    origin, arguments = typing.get_origin(bare), typing.get_args(bare)
    if origin in (list, tuple):
        return _list(node, arguments[0], key, troubles)
    if origin is dict:
        return _dict(node, arguments[1], key, troubles)
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
        if not isinstance(node, Keys):
            raise _report(node, key, phrase("keys and values"), troubles)
        return _struct(node, bare, troubles)
    if not isinstance(node, Scalar):
        raise _report(node, key, _right(bare), troubles)
    try:
        return msgspec.convert(node.text, bare, strict=False)
    except msgspec.ValidationError:
        raise _report(node, key, _right(bare), troubles) from None


def _struct(node: Keys, shape: type[msgspec.Struct], troubles: Troubles) -> msgspec.Struct:
    fields = {field.name: field for field in msgspec.structs.fields(shape)}
    wrong = _unknown(node, list(fields), troubles)
    values = {}
    for name, field in fields.items():
        entry = node.entries.get(name)
        if entry is None or (isinstance(entry, Scalar) and not entry.text):
            if field.required:
                wrong = True
                troubles.error(node.lines.get(name, node.line), phrase("The key “{key}” is missing.", key=name))
            continue
        try:
            values[name] = _value(entry, field.type, name, troubles)
        except _Wrong:
            wrong = True
    if wrong:
        raise _Wrong
    return shape(**values)


def _unknown(node: Keys, known: Sequence[str], troubles: Troubles) -> bool:
    unknown = [key for key in node.entries if key not in known]
    for key in unknown:
        troubles.error(node.lines[key], unknown_name(phrase("key"), key, known))
    return bool(unknown)


def unknown_name(what: Phrase, name: str, known: Sequence[str]) -> Phrase:
    """The sentence about a name nobody knows, with the nearest known one."""
    nearest = difflib.get_close_matches(name, known, n=1)
    if nearest:
        return phrase("Unknown {what} “{name}”; did you mean “{nearest}”?", what=what, name=name, nearest=nearest[0])
    return phrase("Unknown {what} “{name}”; known here: {known}.", what=what, name=name, known=", ".join(known))


def _list(node: Node, shape: Any, key: str, troubles: Troubles) -> tuple[Any, ...]:
    if not isinstance(node, Items):
        raise _report(node, key, phrase("a list: [one, two]"), troubles)
    values, wrong = [], False
    for item in node.items:
        try:
            values.append(_value(item, shape, key, troubles))
        except _Wrong:
            wrong = True
    if wrong:
        raise _Wrong
    return tuple(values)


def _dict(node: Node, shape: Any, key: str, troubles: Troubles) -> dict[str, Any]:
    if not isinstance(node, Keys):
        raise _report(node, key, phrase("keys and values"), troubles)
    values, wrong = {}, False
    for name, entry in node.entries.items():
        try:
            values[name] = _value(entry, shape, name, troubles)
        except _Wrong:
            wrong = True
    if wrong:
        raise _Wrong
    return values


def _without_none(shape: Any) -> Any:
    if typing.get_origin(shape) in (Union, types.UnionType):
        return next(part for part in typing.get_args(shape) if part is not type(None))
    return shape


def _report(node: Node, key: str, right: Phrase, troubles: Troubles) -> _Wrong:
    if isinstance(node, Scalar):
        what = phrase("“{key}” is “{value}”; right would be {right}.", key=key, value=node.text, right=right)
    elif isinstance(node, Items):
        what = phrase("“{key}” is a list; right would be {right}.", key=key, right=right)
    else:
        what = phrase("“{key}” holds keys of its own; right would be {right}.", key=key, right=right)
    troubles.error(node.line, what)
    return _Wrong()


def _right(shape: Any) -> Phrase:
    if typing.get_origin(shape) is Annotated:
        for extra in typing.get_args(shape)[1:]:
            if isinstance(extra, msgspec.Meta) and extra.description:
                return Phrase(extra.description)
        return _right(typing.get_args(shape)[0])
    if isinstance(shape, type) and issubclass(shape, Enum):
        return phrase("one of {known}", known=", ".join(str(one.value) for one in shape))
    if shape is bool:
        return phrase("true or false")
    return phrase("a whole number") if shape is int else phrase("a text")
