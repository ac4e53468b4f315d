"""Every sentence on paper can be said in Spanish."""

import polib

from builders.press import PRINTABLES, books
from platica.language.extract import print_messages
from platica.press.inputs import sentences

CHECKOUT = PRINTABLES.parent


def test_the_press_and_the_extractor_find_the_same_sentences() -> None:
    templates = [file.read_text("utf-8") for file in sorted((PRINTABLES / "templates").glob("*.j2"))]
    found = {(one.source, one.plural) for one in print_messages(CHECKOUT) if one.place.startswith("printables/")}
    assert set(sentences(templates)) == found


def test_the_spanish_catalogue_has_every_sentence_and_no_other() -> None:
    catalogue = polib.pofile(str(CHECKOUT / "locales" / "es" / "LC_MESSAGES" / "print.po"))
    assert [entry.msgid for entry in catalogue.untranslated_entries() + catalogue.fuzzy_entries()] == []
    assert {entry.msgid for entry in catalogue} == {message.source for message in print_messages(CHECKOUT)}


def test_a_count_is_said_in_spanish_with_its_plural() -> None:
    book = books("es")
    one, many = "{count} minute", "{count} minutes"
    assert (book.say_count(one, many, 1), book.say_count(one, many, 5)) == ("1 minuto", "5 minutos")
