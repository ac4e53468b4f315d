"""The first layer wins, by whole curriculum and by single shared file; titles come from an index while it is fresh."""

import json
import subprocess
import sys
from pathlib import Path

from builders.content import (
    CARD,
    HEAD,
    SAFETY,
    SESSION,
    SIGN_IN,
    SMALL,
    WATER,
    as_source,
    edited,
    small_content,
    small_library,
    translating,
    write_files,
)
from platica.content.library import Library
from platica.content.titles import index_path
from platica.domain.document import CurriculumText
from platica.domain.ids import HandoutId
from platica.resources import ContentRoot


def titles(library: Library) -> CurriculumText:
    return library.titles(WATER, as_source)


def test_a_curriculum_of_an_earlier_layer_hides_the_whole_later_one(tmp_path: Path) -> None:
    below = small_content(tmp_path / "below")
    above = write_files(
        tmp_path / "above",
        {**edited(HEAD, "handouts: [card, shared/sign-in]", "handouts: [shared/sign-in]"), SESSION: SMALL[SESSION]},
    )
    curriculum = Library([above, below]).curriculum(WATER)
    assert [handout.id for handout in curriculum.handouts] == ["shared/sign-in"]


def test_a_shared_file_of_an_earlier_layer_hides_only_itself(tmp_path: Path) -> None:
    below = small_content(tmp_path / "below")
    above = write_files(tmp_path / "above", edited(SIGN_IN, "title: Sign-in sheet", "title: Who is here"))
    library = Library([above, below])
    assert library.handout_text(WATER, HandoutId("shared/sign-in"), as_source, {}).title.plain == "Who is here"
    assert "Call {emergency_number} at once." in [message.source for message in library.messages("shared")]


def test_a_folder_without_curriculum_yaml_is_no_curriculum(tmp_path: Path) -> None:
    root = small_content(tmp_path)
    (tmp_path / "curricula/notes").mkdir()
    assert Library([root]).ids() == (WATER,)
    assert Library([ContentRoot(tmp_path / "nothing")]).ids() == ()


def test_titles_are_those_of_the_files_in_the_language_asked_for(tmp_path: Path) -> None:
    found = small_library(tmp_path).titles(WATER, translating({"Clean Water": "Agua *limpia*", "Boil it": "Hervirla"}))
    assert (found.title.plain, found.summary.plain) == ("Agua limpia", "How to keep water clean.")
    (session,) = found.sessions
    assert (session.id, session.title.plain, session.minutes) == ("first", "Water at home", 30)
    assert [(one.id, one.title.plain) for one in session.activities] == [("hello", "Hello"), ("boil", "Hervirla")]
    assert [(one.id, one.title.plain) for one in found.handouts] == [
        ("card", "My water card"),
        ("shared/sign-in", "Sign-in sheet"),
    ]


def test_titles_from_the_index_are_the_same(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = titles(small_library(tmp_path, cache=cache))
    assert index_path(cache, WATER).is_file()
    assert titles(Library([ContentRoot(tmp_path)], cache)) == first


def test_the_index_is_really_used(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    titles(small_library(tmp_path, cache=cache))
    path = index_path(cache, WATER)
    path.write_text(path.read_text(encoding="utf-8").replace("Clean Water", "From the index"), encoding="utf-8")
    assert titles(Library([ContentRoot(tmp_path)], cache)).title.plain == "From the index"


def test_a_changed_session_handout_or_layer_makes_the_index_stale(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    below = small_content(tmp_path / "below")
    above = ContentRoot(tmp_path / "above")
    layers = [above, below]
    titles(Library(layers, cache))
    write_files(below.folder, edited(SESSION, "title: Water at home", "title: Water indoors"))
    assert titles(Library(layers, cache)).sessions[0].title.plain == "Water indoors"
    write_files(below.folder, edited(CARD, "title: My water card", "title: Our water card"))
    assert titles(Library(layers, cache)).handouts[0].title.plain == "Our water card"
    write_files(above.folder, edited(SIGN_IN, "title: Sign-in sheet", "title: Who is here"))
    assert titles(Library(layers, cache)).handouts[1].title.plain == "Who is here"
    write_files(above.folder, {**{name: SMALL[name] for name in (SESSION, CARD)}, **edited(HEAD, "Clean Water", "Sea")})
    assert titles(Library(layers, cache)).title.plain == "Sea"


def test_an_index_of_other_layers_is_not_used(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    below = small_content(tmp_path / "below")
    above = small_content(tmp_path / "above", edited(HEAD, "Clean Water", "Sea"))
    assert titles(Library([below], cache)).title.plain == "Clean Water"
    assert titles(Library([above, below], cache)).title.plain == "Sea"


def test_a_damaged_index_is_made_again(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    expected = titles(small_library(tmp_path, cache=cache))
    path = index_path(cache, WATER)
    for damage in ("", "[]", "{}", '{"format": 1}', json.dumps({"format": 1, "roots": [str(tmp_path)], "stamps": []})):
        path.write_text(damage, encoding="utf-8")
        assert titles(Library([ContentRoot(tmp_path)], cache)) == expected


def test_a_cache_that_cannot_be_written_is_no_loss(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder", encoding="utf-8")
    assert titles(small_library(tmp_path, cache=tmp_path / "cache")).title.plain == "Clean Water"


FRESH_START = """
import sys
from pathlib import Path
from platica.content.library import Library
from platica.domain.document import Rendering, TextState
from platica.resources import ContentRoot
library = Library([ContentRoot(Path(sys.argv[1]))], Path(sys.argv[2]))
translate = lambda message: Rendering(message.source, "en", TextState.SOURCE)
print(library.titles("water-circle", lambda domain: translate).sessions[0].title.plain)
print(sorted({"markdown_it", "mdit_py_plugins", "yaml", "msgspec"} & set(sys.modules)))
"""


def test_titles_from_a_fresh_index_import_neither_markdown_nor_yaml(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    titles(small_library(tmp_path, cache=cache))
    command = [sys.executable, "-c", FRESH_START, str(tmp_path), str(cache)]
    toolkit = str(Path(__file__).resolve().parents[2] / "toolkit")
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": toolkit})
    assert done.stdout.splitlines() == ["Water at home", "[]"]


def test_a_file_changed_while_the_program_runs_is_read_again(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    before = library.curriculum(WATER)
    write_files(tmp_path, edited(CARD, "title: My water card", "title: Our own water card"))
    after = library.curriculum(WATER)
    assert after.handouts[0].title == "Our own water card"
    assert before.content_hash != after.content_hash


def test_the_hash_covers_the_folder_and_nothing_else(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    before = library.curriculum(WATER).content_hash
    write_files(tmp_path, {SAFETY: SMALL[SAFETY] + "# note\n"})
    assert library.curriculum(WATER).content_hash == before
    write_files(tmp_path, {"curricula/water-circle/images/a.txt": "x"})
    assert library.curriculum(WATER).content_hash != before
