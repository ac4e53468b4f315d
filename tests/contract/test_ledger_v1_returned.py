"""A golden site with what return sheets brought back: counts, answers and a practice note."""

import json
import shutil
from pathlib import Path

from builders.ledger import WORKSHOP, meeting, person
from platica.domain.ids import NoteId
from platica.domain.measure import Measure
from platica.domain.practice_note import PracticeNote
from platica.ledger.site import open_site

_GOLDEN = Path(__file__).parent / "golden" / "ledger-v1-returned"


def test_counts_answers_and_notes_are_read_as_the_format_says(tmp_path: Path) -> None:
    shutil.copytree(_GOLDEN / "site", tmp_path / "site")
    with open_site(tmp_path / "site") as site:
        assert site.db.storage.read() == json.loads((_GOLDEN / "expected.json").read_bytes())
        assert site.notices == ()
        first, second = site.records.meetings(WORKSHOP)
        assert [(one.heads, one.faces) for one in (first, second)] == [(14, None), (11, (0, 1, 0, 4, 6))]
        assert site.records.measures(WORKSHOP) == (Measure(meeting().id, person().id, 7),)
        note = PracticeNote(NoteId("note1"), meeting().id, "La lotería de alimentos.", "Empezar a tiempo.")
        assert site.records.notes(first.id) == (note,)
        site.records.save(Measure(first.id, person().id, 8))
        assert [one.confidence for one in site.records.measures(WORKSHOP)] == [8]
