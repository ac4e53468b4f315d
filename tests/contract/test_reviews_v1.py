"""Signatures given under the first version of the format hold for as long as the words do."""

from datetime import date
from pathlib import Path

from builders.language import catalogues
from platica.domain.curriculum import ReviewRole
from platica.domain.document import Message
from platica.domain.review import Review
from platica.language.reviews import Reviews

_GOLDEN = Path(__file__).parent / "golden" / "reviews-v1"
_MESSAGES = (
    Message("Wash your hands for 20 seconds.", "step", "a.md:1"),
    Message("Mark", "title", "a.md:2", "verb"),
)


def test_every_role_of_the_golden_files_has_signed() -> None:
    reviews = Reviews([_GOLDEN], catalogues(_GOLDEN))
    assert reviews.pending(tuple(ReviewRole), "golden", "es", _MESSAGES, version="1.0.0") == ()


def test_a_golden_line_is_read_whole() -> None:
    reviews = Reviews([_GOLDEN], catalogues(_GOLDEN))
    signed = reviews.read("golden.es")
    assert signed[0] == Review(ReviewRole.LANGUAGE, signed[0].hash, "Ana Beltrán", date(2026, 11, 22), "read aloud")
    assert len({review.hash for review in signed}) == 2


def test_signing_again_writes_the_golden_bytes(tmp_path: Path) -> None:
    reviews = Reviews([tmp_path], catalogues(_GOLDEN))
    day = date(2026, 11, 22)
    reviews.sign(ReviewRole.LANGUAGE, "golden", "es", _MESSAGES, "Ana Beltrán", day, "read aloud")
    reviews.sign(ReviewRole.CLINICAL, "golden", "es", _MESSAGES, "Dra. Luz Tovar", day)
    reviews.sign_version("golden", "1.0.0", "Círculo Las Flores", day)
    written = {path.name: path.read_bytes() for path in (tmp_path / "reviews").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (_GOLDEN / "reviews").iterdir()}
