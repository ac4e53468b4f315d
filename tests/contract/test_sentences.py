"""Sentences for people are literals, so that they can be translated, and every value they name is given."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from platica.domain.document import Message
from platica.language.extract import PROGRAM, print_messages, ui_messages
from platica.resources import bundled

_ONE = frozenset(("phrase", "say", "mark"))
_TWO = frozenset(("phrases", "say_count"))
_SLOT = re.compile(r"\{(\w+)\}")
_TREE = bundled().folder


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Place, name and call of everything that makes or says a sentence."""
    for folder in PROGRAM:
        for file in sorted((_TREE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                    if name in _ONE | _TWO:
                        yield f"{file.relative_to(_TREE)}:{node.lineno}", name, node


def _sentences(name: str, call: ast.Call) -> list[ast.expr]:
    return call.args[:1] if name in _ONE else call.args[:2]


def test_no_sentence_is_put_together_from_parts() -> None:
    made = [
        place
        for place, name, call in _calls()
        for sentence in _sentences(name, call)
        if isinstance(sentence, ast.JoinedStr | ast.BinOp | ast.Call)
        and not (isinstance(sentence, ast.Call) and getattr(sentence.func, "id", "") == "mark")
    ]
    assert made == []


def test_every_value_a_sentence_names_is_given() -> None:
    lacking = []
    for place, name, call in _calls():
        given = {keyword.arg for keyword in call.keywords} | ({"count"} if name in _TWO else set())
        for sentence in _sentences(name, call):
            if isinstance(sentence, ast.Constant) and name != "mark" and None not in given:
                missing = set(_SLOT.findall(str(sentence.value))) - given
                lacking += [f"{place}: {{{slot}}}" for slot in sorted(missing)]
    assert lacking == []


@pytest.mark.parametrize("messages", [ui_messages, print_messages])
def test_every_sentence_has_words_and_plain_placeholders(messages: Callable[[Path], tuple[Message, ...]]) -> None:
    odd = [
        f"{message.place}: {message.source}"
        for message in messages(_TREE)
        if not re.search(r"[^\W\d_]", message.source) or re.search(r"\{\}|%\(|%s", message.source)
    ]
    assert odd == []
