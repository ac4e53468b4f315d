import json
import subprocess
import sys
from pathlib import Path

import pytest

from builders.language import THREE_FORMS, catalogues, entry, message, plural_entry, write_catalogue
from builders.pseudo import LANGUAGE, PseudoBook, dressed, pseudo_translate, undressed
from platica.domain.document import TextState
from platica.errors import Refused
from platica.phrases import Phrasebook, phrase, phrases


def test_a_sentence_is_said_in_spanish_with_its_values(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", entry("{name} came.", "Vino {name}."))
    assert catalogues(tmp_path).phrasebook("es").say("{name} came.", name="Ana") == "Vino Ana."


def test_english_speaks_without_a_catalogue(tmp_path: Path) -> None:
    book = catalogues(tmp_path).phrasebook("en")
    assert book.say("Hello {name}", name="Ana") == "Hello Ana"
    assert book.say_count("{count} person", "{count} people", 2) == "2 people"


def test_a_phrase_among_the_values_is_told_too(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", entry("Saved: {what}", "Guardado: {what}"), entry("the roster", "el grupo"))
    book = catalogues(tmp_path).phrasebook("es")
    assert book.tell(phrase("Saved: {what}", what=phrase("the roster"))) == "Guardado: el grupo"


@pytest.mark.parametrize("text", ["100% safe", "{x.__class__}", "{0}", "{x!r}", "{x[0]}", "{{x}}{", "%(x)s %d"])
def test_nothing_in_a_sentence_is_evaluated(tmp_path: Path, text: str) -> None:
    value = catalogues(tmp_path).phrasebook("en").say(text, x="v")
    assert value == text.replace("{x}", "v")


def test_values_are_not_read_as_templates(tmp_path: Path) -> None:
    book = catalogues(tmp_path).phrasebook("en")
    assert book.say("{a} {b}", a="{b}", b="no") == "{b} no"


def test_spanish_with_two_forms_picks_the_right_word(tmp_path: Path) -> None:
    write_catalogue(
        tmp_path, "es", plural_entry("{count} person", "{count} people", ["{count} persona", "{count} personas"])
    )
    book = catalogues(tmp_path).phrasebook("es")
    said = [book.tell(phrases("{count} person", "{count} people", count)) for count in (0, 1, 2, 1_000_000)]
    assert said == ["0 personas", "1 persona", "2 personas", "1000000 personas"]


def test_spanish_with_three_forms_picks_the_right_word(tmp_path: Path) -> None:
    forms = ["{count} persona", "{count} de personas", "{count} personas"]
    write_catalogue(tmp_path, "es", plural_entry("{count} person", "{count} people", forms), plural=THREE_FORMS)
    book = catalogues(tmp_path).phrasebook("es")
    said = [book.say_count("{count} person", "{count} people", count) for count in (0, 1, 2, 1_000_000)]
    assert said == ["0 personas", "1 persona", "2 personas", "1000000 de personas"]


def test_three_forms_under_a_header_of_two_are_not_said(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", plural_entry("{count} day", "{count} days", ["a{count}", "b{count}", "c{count}"]))
    assert catalogues(tmp_path).phrasebook("es").say_count("{count} day", "{count} days", 2) == "2 days"


def test_a_region_falls_back_to_latin_america_then_spanish_then_the_source(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", entry("popcorn", "palomitas"), entry("bean", "frijol"), entry("car", "coche"))
    write_catalogue(tmp_path, "es_419", entry("car", "carro"), entry("bean", ""))
    write_catalogue(tmp_path, "es_GT", entry("popcorn", "poporopos"), entry("car", "auto", fuzzy=True))
    book = catalogues(tmp_path).phrasebook("es_GT")
    assert [book.say(word) for word in ("popcorn", "car", "bean", "corn")] == ["poporopos", "carro", "frijol", "corn"]


def test_spanish_of_spain_does_not_fall_back_to_latin_america(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es_419", entry("car", "carro"))
    assert catalogues(tmp_path).phrasebook("es-ES").say("car") == "car"


def test_the_site_folder_wins_message_by_message(tmp_path: Path) -> None:
    site, bundled = tmp_path / "site", tmp_path / "bundled"
    write_catalogue(site, "es", entry("bean", "habichuela"))
    write_catalogue(bundled, "es", entry("bean", "frijol"), entry("corn", "maíz"))
    book = catalogues(site, bundled).phrasebook("es")
    assert (book.say("bean"), book.say("corn")) == ("habichuela", "maíz")


def test_a_text_knows_its_state_and_unsound_text_is_never_shown(tmp_path: Path) -> None:
    texts = (entry("Wash", "Lave"), entry("Rest", "Descanse", fuzzy=True), entry("Give 5 mL", "Dé 50 mL"))
    write_catalogue(tmp_path, "es", *texts, domain="demo")
    translate = catalogues(tmp_path).translate("es_MX", "demo")
    shown = [translate(message(source)) for source in ("Wash", "Rest", "Give 5 mL", "Eat")]
    assert [(one.text, one.language, one.state) for one in shown] == [
        ("Lave", "es", TextState.TRANSLATED),
        ("Rest", "en", TextState.STALE),
        ("Give 5 mL", "en", TextState.FAILING),
        ("Eat", "en", TextState.MISSING),
    ]


def test_a_failing_sentence_of_the_program_is_said_in_english(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", entry("Hello {name}", "Hola {nombre}"))
    assert catalogues(tmp_path).phrasebook("es").say("Hello {name}", name="Ana") == "Hello Ana"


def test_the_same_words_in_two_contexts_are_two_messages(tmp_path: Path) -> None:
    texts = entry("Mark", "Marcar", context="verb"), entry("Mark", "Marca")
    write_catalogue(tmp_path, "es", *texts, domain="demo")
    translate = catalogues(tmp_path).translate("es", "demo")
    assert [translate(message("Mark", context)).text for context in ("verb", None)] == ["Marcar", "Marca"]


def test_a_curriculum_written_in_spanish_is_source_in_spanish_and_translated_into_english(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "en", entry("Hola", "Hello"), domain="demo", source="es")
    write_catalogue(tmp_path, "es_GT", entry("palomitas", "poporopos"), domain="demo", source="es")
    known = catalogues(tmp_path)
    assert known.translate("en", "demo", "es")(message("Hola")).text == "Hello"
    guatemalan = known.translate("es_GT", "demo", "es")
    assert guatemalan(message("palomitas")).text == "poporopos"
    assert guatemalan(message("Hola")).state is TextState.SOURCE
    assert known.translate("mam", "demo", "es")(message("Hola")).language == "es"


def test_coverage_counts_every_state(tmp_path: Path) -> None:
    texts = (entry("Wash", "Lave"), entry("Rest", "Descanse", fuzzy=True), entry("Give 5 mL", "Dé 50 mL"))
    write_catalogue(tmp_path, "es", *texts, domain="demo")
    messages = [message(source) for source in ("Wash", "Rest", "Give 5 mL", "Eat")]
    covered = catalogues(tmp_path).coverage("es", "demo", messages)
    assert {state: covered.count(state) for state in TextState if covered.count(state)} == {
        TextState.TRANSLATED: 1,
        TextState.STALE: 1,
        TextState.FAILING: 1,
        TextState.MISSING: 1,
    }
    assert (covered.total, covered.sound, covered.percent) == (4, 1, 25)


def test_languages_are_english_and_those_with_an_interface_catalogue(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", entry("a", "b"))
    write_catalogue(tmp_path, "es_MX", entry("a", "b"))
    write_catalogue(tmp_path, "fr", entry("a", "b"), domain="demo")
    assert catalogues(tmp_path).languages() == ("en", "es", "es-MX")


def test_the_compiled_copy_is_used_and_made_again_after_an_edit(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    path = write_catalogue(tmp_path, "es", entry("bean", "frijol"))
    assert catalogues(tmp_path, cache=cache).phrasebook("es").say("bean") == "frijol"
    (copy,) = cache.iterdir()
    stored = json.loads(copy.read_text())
    stored["texts"]["bean"][1] = ["from the copy"]
    copy.write_text(json.dumps(stored))
    assert catalogues(tmp_path, cache=cache).phrasebook("es").say("bean") == "from the copy"
    path.write_text(path.read_text().replace("frijol", "poroto"))
    assert catalogues(tmp_path, cache=cache).phrasebook("es").say("bean") == "poroto"
    assert [copy] == list(cache.iterdir())


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": 1}', "\x00\x01"])
def test_a_damaged_copy_is_made_again(tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "cache"
    write_catalogue(tmp_path, "es", entry("bean", "frijol"))
    catalogues(tmp_path, cache=cache).phrasebook("es")
    (copy,) = cache.iterdir()
    copy.write_text(damage)
    assert catalogues(tmp_path, cache=cache).phrasebook("es").say("bean") == "frijol"


def test_without_a_usable_cache_folder_everything_still_works(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", entry("bean", "frijol"))
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert catalogues(tmp_path, cache=in_the_way / "cache").phrasebook("es").say("bean") == "frijol"


def test_a_broken_catalogue_is_named_with_its_line_and_its_texts_are_missing(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path, "es")
    path.write_text('msgid "a"\nmstr "b"\n')
    known = catalogues(tmp_path)
    assert known.phrasebook("es").say("a") == "a"
    (problem,) = known.problems
    assert "ui.po has a mistake at line 2" in str(problem.phrase)
    assert problem.place == str(path)


def test_a_folder_that_is_no_language_is_passed_over(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", entry("a", "b"))
    (tmp_path / "es").rename(tmp_path / "old copy of es")
    assert catalogues(tmp_path).languages() == ("en",)


def test_a_language_code_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.\./x"):
        catalogues(tmp_path).phrasebook("../x")


def test_looking_up_from_the_cache_loads_no_translation_tools(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    write_catalogue(tmp_path, "es", entry("bean", "frijol"))
    catalogues(tmp_path, cache=cache).phrasebook("es")
    script = f"""
import sys
from pathlib import Path
from platica.language.catalogues import Catalogues
assert Catalogues([Path({str(tmp_path)!r})], Path({str(cache)!r})).phrasebook("es").say("bean") == "frijol"
print([name for name in ("babel", "polib", "rapidfuzz", "platica.language.checks") if name in sys.modules])
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert ran.stdout == "[]\n", ran.stderr


def test_the_dressed_language_shows_what_was_not_said() -> None:
    book: Phrasebook = PseudoBook()
    told = book.tell(phrase("Mark attendance for {name}", name=phrase("the group")))
    assert told == "⟦Màŕķ àťťèñďàñçè fòŕ ⟦ťhè ĝŕòùp⟧⟧".replace("ķ", "k")
    assert undressed(told + " left") == " left"
    assert book.language == LANGUAGE
    assert pseudo_translate(message("Hi")).text == dressed("Hi")
