"""The content format of version 1: a curriculum as it is written, and the messages every later version must find in it.

Translators' work hangs on these identities. A change here is a new version of the format, with a way to carry
catalogues over.
"""

import json
from pathlib import Path

import pytest

from platica.content.library import Library
from platica.domain.document import Message
from platica.domain.ids import ActivityId, CurriculumId
from platica.domain.workshop import PlannedActivity
from platica.resources import ContentRoot

GOLDEN = Path(__file__).parent / "golden" / "content-v1"
GUIDE = Path(__file__).parent / "golden" / "content-v1-guide"
"""What only the facilitator reads came to version 1 later, as keys and words that a file may go without."""


def library(golden: Path = GOLDEN) -> Library:
    return Library([ContentRoot(golden)])


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


@pytest.mark.parametrize(
    ("golden", "domain"), [(GOLDEN, "shared"), (GOLDEN, "rest-circle"), (GUIDE, "shared"), (GUIDE, "walk-group")]
)
def test_the_messages_of_version_1_are_found_as_ever(golden: Path, domain: str) -> None:
    lines = (golden / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    kept = [line for line in map(json.loads, lines) if line["domain"] == domain]
    assert kept == [as_line(domain, message) for message in library(golden).messages(domain)]


def test_the_curriculum_of_version_1_is_sound() -> None:
    assert [str(problem.phrase) for problem in library().check("rest-circle")] == []
    assert [str(problem.phrase) for problem in library().check("shared")] == []


def test_the_activities_of_version_1_keep_their_names() -> None:
    (name,) = library().ids()
    (session,) = library().curriculum(name).sessions
    assert [activity.id for activity in session.activities] == ["good-evening", "numbers"]


def test_what_only_the_facilitator_reads_stands_as_it_was_written() -> None:
    assert [str(problem.phrase) for problem in library(GUIDE).check("walk-group")] == []
    (session,) = library(GUIDE).curriculum(CurriculumId("walk-group")).sessions
    assert session.short == (PlannedActivity(ActivityId("walk"), 30), PlannedActivity(ActivityId("shoes"), 5))
    assert (session.red_flags, session.missed) == (("EMG-06",), "missed-walk")
    assert {activity.id: (activity.optional, activity.essential) for activity in session.activities} == {
        "shoes": (True, False),
        "walk": (False, True),
    }
