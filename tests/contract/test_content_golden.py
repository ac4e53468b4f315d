"""The content format of version 1: a curriculum as it is written, and the messages every later version must find in it.

Translators' work hangs on these identities. A change here is a new version of the format, with a way to carry
catalogues over.
"""

import json
from pathlib import Path

import pytest

from platica.content.library import Library
from platica.domain.document import Message
from platica.resources import ContentRoot

GOLDEN = Path(__file__).parent / "golden" / "content-v1"


def library() -> Library:
    return Library([ContentRoot(GOLDEN)])


def as_line(domain: str, message: Message) -> dict[str, object]:
    return {
        "domain": domain,
        "context": message.context,
        "source": message.source,
        "kind": message.kind,
        "place": message.place,
        "note": message.note,
        "safety": message.safety,
        "facts": list(message.facts),
    }


@pytest.mark.parametrize("domain", ["shared", "rest-circle"])
def test_the_messages_of_version_1_are_found_as_ever(domain: str) -> None:
    lines = (GOLDEN / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    kept = [line for line in map(json.loads, lines) if line["domain"] == domain]
    assert kept == [as_line(domain, message) for message in library().messages(domain)]


def test_the_curriculum_of_version_1_is_sound() -> None:
    assert [str(problem.phrase) for problem in library().check("rest-circle")] == []
    assert [str(problem.phrase) for problem in library().check("shared")] == []


def test_the_activities_of_version_1_keep_their_names() -> None:
    (name,) = library().ids()
    (session,) = library().curriculum(name).sessions
    assert [activity.id for activity in session.activities] == ["good-evening", "numbers"]
