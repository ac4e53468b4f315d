from pathlib import Path

import pytest

from platica.errors import ContentError
from platica.language.extract import print_messages, ui_messages


def _write(checkout: Path, place: str, text: str) -> None:
    path = checkout / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_sentences_of_screens_and_errors_are_found_with_their_place(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "toolkit/platica/desk/today.py",
        'x = phrase("Nobody is called {name}.", name=f("no"))\n'
        "# i18n: people in the room\n"
        'y = phrases("{count} person", "{count} people", 2)\n'
        'z = mark("a" " b")\n'
        "w = phrase(z)\n",
    )
    _write(tmp_path, "tui/platica_tui/app.py", 's = book.say("Hi")\nt = book.say_count("one", "many", 2)\n')
    found = ui_messages(tmp_path)
    assert [(one.source, one.plural) for one in found] == [
        ("Nobody is called {name}.", None),
        ("{count} person", "{count} people"),
        ("a b", None),
        ("Hi", None),
        ("one", "many"),
    ]
    assert found[1].note == "people in the room"
    assert found[0].place == "toolkit/platica/desk/today.py:1"
    assert found[3].place == "tui/platica_tui/app.py:1"


def test_the_press_gives_its_errors_to_screens_and_its_words_to_paper(tmp_path: Path) -> None:
    _write(tmp_path, "toolkit/platica/press/x.py", 'raise PressError(phrase("No paper."))\nbook.say("Page {n}", n=1)\n')
    assert [one.source for one in ui_messages(tmp_path)] == ["No paper."]
    assert [one.source for one in print_messages(tmp_path)] == ["Page {n}"]


def test_templates_are_read(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "printables/handout.html",
        "{# i18n: on the cover #}\n<p>{{ say('Name') }} {{ say_count('{count} page', '{count} pages', n) }}</p>",
    )
    _write(tmp_path, "printables/parts/sign.html.j2", '<td title="{{ say("Sign here, {name}", name=x) }}">100%</td>')
    _write(tmp_path, "printables/style.css", "a { content: say('no') }")
    found = print_messages(tmp_path)
    assert [(one.source, one.plural) for one in found] == [
        ("Name", None),
        ("{count} page", "{count} pages"),
        ("Sign here, {name}", None),
    ]
    assert found[0].note == "on the cover"


def test_a_sentence_used_twice_is_one_message_with_both_notes(tmp_path: Path) -> None:
    _write(tmp_path, "tui/platica_tui/a.py", '# i18n: a button\nmark("Save")\n')
    _write(tmp_path, "tui/platica_tui/b.py", '# i18n: a title\nmark("Save")\nphrases("Save", "Save all", 2)\n')
    (message,) = ui_messages(tmp_path)
    assert (message.note, message.plural) == ("a button\na title", "Save all")


def test_a_template_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    _write(tmp_path, "printables/bad.html", "{{ say('x' }}")
    with pytest.raises(ContentError, match=r"printables/bad\.html"):
        print_messages(tmp_path)
