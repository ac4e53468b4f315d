from datetime import date
from pathlib import Path

import pytest

from builders.language import catalogues, entry, message, plural_entry, write_catalogue
from platica.domain.curriculum import ReviewRole
from platica.domain.document import Message
from platica.errors import Refused
from platica.language.review_files import add, read
from platica.language.reviews import Reviews

_DAY = date(2026, 11, 22)
_CLINICAL, _LANGUAGE, _COMMUNITY = ReviewRole.CLINICAL, ReviewRole.LANGUAGE, ReviewRole.COMMUNITY
_WASH, _DRY = message("Wash"), message("Dry")


def _site(tmp_path: Path, *entries: str) -> Reviews:
    write_catalogue(tmp_path, "es", *(entries or (entry("Wash", "Lave"), entry("Dry", "Seque"))), domain="demo")
    return Reviews([tmp_path], catalogues(tmp_path))


def _sign(reviews: Reviews, *messages: Message, role: ReviewRole = _LANGUAGE, language: str = "es") -> int:
    return reviews.sign(role, "demo", language, messages, "Ana Beltrán", _DAY)


def test_a_signed_text_no_longer_waits(tmp_path: Path) -> None:
    reviews = _site(tmp_path)
    assert _sign(reviews, _WASH) == 1
    assert reviews.unsigned(_LANGUAGE, "demo", "es", [_WASH, _DRY]) == (_DRY,)
    assert reviews.signed(_LANGUAGE, "demo", "es", _WASH)


def test_roles_that_have_not_signed_everything_are_pending(tmp_path: Path) -> None:
    reviews = _site(tmp_path)
    roles = (_CLINICAL, _LANGUAGE, _COMMUNITY)
    assert reviews.pending(roles, "demo", "es", [_WASH, _DRY], version="1.0.0") == roles
    _sign(reviews, _WASH, role=_CLINICAL)
    _sign(reviews, _WASH, _DRY)
    assert reviews.pending(roles, "demo", "es", [_WASH, _DRY], version="1.0.0") == (_CLINICAL, _COMMUNITY)
    _sign(reviews, _DRY, role=_CLINICAL)
    reviews.sign_version("demo", "1.0.0", "Luz", _DAY)
    assert reviews.pending(roles, "demo", "es", [_WASH, _DRY], version="1.0.0") == ()
    assert reviews.pending(roles, "demo", "es", [_WASH, _DRY], version="1.0.1") == (_COMMUNITY,)


def test_editing_a_translation_voids_its_signature_and_no_other(tmp_path: Path) -> None:
    _sign(_site(tmp_path), _WASH, _DRY)
    edited = _site(tmp_path, entry("Wash", "Lávese"), entry("Dry", "Seque"))
    assert edited.unsigned(_LANGUAGE, "demo", "es", [_WASH, _DRY]) == (_WASH,)


def test_undoing_an_edit_brings_the_signature_back(tmp_path: Path) -> None:
    _sign(_site(tmp_path), _WASH)
    _site(tmp_path, entry("Wash", "Lávese"))
    assert _site(tmp_path).signed(_LANGUAGE, "demo", "es", _WASH)


def test_editing_one_plural_form_voids_the_signature(tmp_path: Path) -> None:
    counted = message("{count} day", plural="{count} days")
    _sign(_site(tmp_path, plural_entry("{count} day", "{count} days", ["{count} día", "{count} días"])), counted)
    edited = _site(tmp_path, plural_entry("{count} day", "{count} days", ["{count} día", "{count} Días"]))
    assert not edited.signed(_LANGUAGE, "demo", "es", counted)


def test_editing_the_source_voids_the_clinical_signature(tmp_path: Path) -> None:
    reviews = _site(tmp_path)
    _sign(reviews, _WASH, role=_CLINICAL)
    assert not reviews.signed(_CLINICAL, "demo", "es", message("Wash."))
    assert not reviews.signed(_CLINICAL, "demo", "es", message("Wash", "verb"))


def test_a_clinical_signature_holds_in_every_language(tmp_path: Path) -> None:
    reviews = _site(tmp_path)
    _sign(reviews, _WASH, role=_CLINICAL)
    assert reviews.pending([_CLINICAL, _LANGUAGE], "demo", "en", [_WASH]) == ()


def test_a_signature_does_not_hold_in_another_domain_or_role(tmp_path: Path) -> None:
    reviews = _site(tmp_path)
    write_catalogue(tmp_path, "es", entry("Wash", "Lave"), domain="other")
    _sign(reviews, _WASH)
    assert not reviews.signed(_LANGUAGE, "other", "es", _WASH)
    assert not reviews.signed(_CLINICAL, "demo", "es", _WASH)


def test_a_region_uses_the_signature_of_the_spanish_it_falls_back_to(tmp_path: Path) -> None:
    reviews = _site(tmp_path)
    _sign(reviews, _WASH)
    assert reviews.signed(_LANGUAGE, "demo", "es-MX", _WASH)


@pytest.mark.parametrize("text", [entry("Wash", "Lave", fuzzy=True), entry("Wash", ""), entry("Wash", "Lave 5")])
def test_text_that_is_stale_missing_or_failing_cannot_be_signed(tmp_path: Path, text: str) -> None:
    reviews = _site(tmp_path, text, entry("Dry", "Seque"))
    with pytest.raises(Refused, match="1 text"):
        _sign(reviews, _WASH, _DRY)
    assert not (tmp_path / "reviews").exists()
    assert reviews.pending([_LANGUAGE], "demo", "es", [_WASH]) == (_LANGUAGE,)


def test_signing_twice_writes_once(tmp_path: Path) -> None:
    reviews = _site(tmp_path)
    assert [_sign(reviews, _WASH), _sign(reviews, _WASH)] == [1, 0]


def test_signatures_of_the_bundled_folder_count_and_new_ones_go_to_the_site(tmp_path: Path) -> None:
    site, bundled = tmp_path / "site", tmp_path / "bundled"
    _sign(_site(bundled), _WASH)
    both = Reviews([site, bundled], catalogues(site, bundled))
    assert both.signed(_LANGUAGE, "demo", "es", _WASH)
    _sign(both, _DRY)
    assert [path.name for path in (site / "reviews").iterdir()] == ["demo.es.jsonl"]
    assert "Dry" not in (site / "reviews" / "demo.es.jsonl").read_text()


def test_two_copies_merge_by_taking_every_line(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    _sign(_site(one), _WASH)
    _sign(_site(two), _DRY)
    files = [folder / "reviews" / "demo.es.jsonl" for folder in (one, two)]
    files[0].write_text("".join(sorted(set("".join(file.read_text() for file in files).splitlines(keepends=True)))))
    assert _site(one).pending([_LANGUAGE], "demo", "es", [_WASH, _DRY]) == ()


def test_lines_from_a_newer_version_are_kept_and_count_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "reviews" / "demo.es.jsonl"
    path.parent.mkdir()
    newer = '{"hash":"' + "0" * 64 + '","role":"sworn","reviewer":"x","date":"2030-01-01","seal":1}'
    path.write_text(newer + "\nnot json\n[1]\n")
    reviews = _site(tmp_path)
    assert reviews.read("demo.es") == ()
    _sign(reviews, _WASH)
    assert {newer, "not json", "[1]"} < set(path.read_text().splitlines())


def test_the_file_is_sorted(tmp_path: Path) -> None:
    _sign(_site(tmp_path), _WASH, _DRY)
    lines = (tmp_path / "reviews" / "demo.es.jsonl").read_text().splitlines()
    assert len(lines) == 2
    assert lines == sorted(lines)


def test_nothing_signed_writes_no_file(tmp_path: Path) -> None:
    assert add(tmp_path / "x.jsonl", []) == 0
    assert list(read(tmp_path / "x.jsonl")) == []
    assert not (tmp_path / "x.jsonl").exists()
