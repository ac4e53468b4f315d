from pathlib import Path

from builders.language import message
from platica.domain.catalogue_update import UpdateReport
from platica.domain.document import Message
from platica.language.po import catalogue_path, forms, read_po, set_forms, write_po
from platica.language.upkeep import update_catalogue

_WASH = "Wash your hands with soap for 20 seconds."
_DRY = "Dry them with a clean towel."
_COOK = "Cook chicken until it is no longer pink."


def _translated(locales: Path, *messages: Message) -> Path:
    """A catalogue of these messages, each translated as its source in angle quotes."""
    update_catalogue(locales, "demo", "es", messages)
    path = catalogue_path(locales, "es", "demo")
    catalogue = read_po(path)
    for entry in catalogue:
        set_forms(entry, [f"«{entry.msgid}»"] * len(forms(entry)))
        entry.tcomment = "mine"
    write_po(path, catalogue)
    return path


def test_a_new_catalogue_waits_for_translation(tmp_path: Path) -> None:
    report = update_catalogue(tmp_path, "demo", "es-MX", [message(_WASH), message(_DRY)])
    assert report == UpdateReport("demo", "es-MX", 2, 0, 0, 0)
    path = tmp_path / "es_MX" / "LC_MESSAGES" / "demo.po"
    catalogue = read_po(path)
    assert [entry.msgid for entry in catalogue] == [_WASH, _DRY]
    assert catalogue.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert catalogue.metadata["X-Extractor"] == "1"
    assert catalogue.metadata["X-Source-Language"] == "en"
    assert "#: curricula/demo/sessions/one.md\n" in path.read_text()


def test_nothing_empty_is_made(tmp_path: Path) -> None:
    update_catalogue(tmp_path, "demo", "es", [])
    assert list(tmp_path.iterdir()) == []


def test_updating_twice_changes_nothing(tmp_path: Path) -> None:
    path = _translated(tmp_path, message(_WASH), message(_DRY))
    before = path.read_bytes()
    assert update_catalogue(tmp_path, "demo", "es", [message(_WASH), message(_DRY)]).kept == 2
    assert path.read_bytes() == before


def test_editing_one_text_makes_exactly_one_stale_with_its_old_source(tmp_path: Path) -> None:
    path = _translated(tmp_path, message(_WASH), message(_DRY), message(_COOK))
    edited = _WASH.replace("20", "40")
    report = update_catalogue(tmp_path, "demo", "es", [message(edited), message(_DRY), message(_COOK)])
    assert report == UpdateReport("demo", "es", new=0, changed=1, removed=0, kept=2)
    catalogue = read_po(path)
    (stale,) = [entry for entry in catalogue if entry.fuzzy]
    assert (stale.msgid, stale.msgstr, stale.previous_msgid) == (edited, f"«{_WASH}»", _WASH)
    assert stale.tcomment == "mine"


def test_a_stale_text_edited_again_keeps_the_source_it_was_translated_from(tmp_path: Path) -> None:
    path = _translated(tmp_path, message(_WASH))
    update_catalogue(tmp_path, "demo", "es", [message(_WASH.replace("20", "40"))])
    update_catalogue(tmp_path, "demo", "es", [message(_WASH.replace("20", "60"))])
    assert read_po(path)[0].previous_msgid == _WASH


def test_a_new_text_like_one_that_stays_gets_no_translation(tmp_path: Path) -> None:
    path = _translated(tmp_path, message(_WASH))
    update_catalogue(tmp_path, "demo", "es", [message(_WASH), message(_WASH.replace("20", "40"))])
    assert [(entry.msgstr, entry.fuzzy) for entry in read_po(path)] == [(f"«{_WASH}»", False), ("", False)]


def test_short_texts_are_not_guessed_at(tmp_path: Path) -> None:
    path = _translated(tmp_path, message("Save"))
    update_catalogue(tmp_path, "demo", "es", [message("Same")])
    assert [(entry.msgid, entry.msgstr) for entry in read_po(path) if not entry.obsolete] == [("Same", "")]


def test_a_removed_translation_is_kept_at_the_end_and_comes_back(tmp_path: Path) -> None:
    path = _translated(tmp_path, message(_WASH), message(_COOK))
    report = update_catalogue(tmp_path, "demo", "es", [message(_WASH)])
    assert (report.removed, report.kept) == (1, 1)
    assert f'#~ msgid "{_COOK}"' in path.read_text()
    assert update_catalogue(tmp_path, "demo", "es", [message(_WASH)]).removed == 0
    report = update_catalogue(tmp_path, "demo", "es", [message(_WASH), message(_COOK)])
    back = read_po(path)[1]
    assert (back.msgstr, back.fuzzy, back.obsolete) == (f"«{_COOK}»", False, False)


def test_a_removed_text_nobody_translated_is_dropped(tmp_path: Path) -> None:
    update_catalogue(tmp_path, "demo", "es", [message(_WASH), message(_COOK)])
    update_catalogue(tmp_path, "demo", "es", [message(_WASH)])
    assert _COOK not in catalogue_path(tmp_path, "es", "demo").read_text()


def test_one_removed_text_is_given_to_the_most_alike_and_only_once(tmp_path: Path) -> None:
    path = _translated(tmp_path, message(_WASH))
    near, far = _WASH.replace("20", "25"), _WASH.replace("with soap for 20", "in water for 25")
    update_catalogue(tmp_path, "demo", "es", [message(far), message(near)])
    assert [(entry.msgid, entry.fuzzy) for entry in read_po(path)] == [(far, False), (near, True)]


def test_contexts_do_not_mix(tmp_path: Path) -> None:
    path = _translated(tmp_path, message("Mark", "verb"), message("Mark"))
    report = update_catalogue(tmp_path, "demo", "es", [message("Mark", "verb"), message("Mark", "noun")])
    verb, noun = read_po(path)
    assert (verb.fuzzy, noun.fuzzy, noun.previous_msgctxt, report.changed) == (False, True, None, 1)


def test_a_sentence_that_gets_a_plural_is_stale(tmp_path: Path) -> None:
    path = _translated(tmp_path, message("{count} people came to the session"))
    counted = message("{count} people came to the session", plural="{count} persons came to the session")
    report = update_catalogue(tmp_path, "demo", "es", [counted])
    entry = read_po(path)[0]
    assert (entry.fuzzy, len(entry.msgstr_plural), report.kept) == (True, 2, 1)


def test_the_order_is_that_of_the_source(tmp_path: Path) -> None:
    path = _translated(tmp_path, message(_WASH), message(_DRY))
    update_catalogue(tmp_path, "demo", "es", [message(_DRY), message(_COOK), message(_WASH)])
    assert [entry.msgid for entry in read_po(path)] == [_DRY, _COOK, _WASH]


def test_a_flag_that_makes_percent_signs_code_is_taken_off(tmp_path: Path) -> None:
    path = _translated(tmp_path, message("70% isopropyl"))
    path.write_text(path.read_text().replace('msgid "70', '#, python-format\nmsgid "70'))
    update_catalogue(tmp_path, "demo", "es", [message("70% isopropyl")])
    assert "python-format" not in path.read_text()
