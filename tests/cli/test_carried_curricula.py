"""A curriculum is packed at one site and added at another: whole, once, and never over something newer."""

from pathlib import Path

import pytest

from builders.command_line import CIRCLE, Terminal, terminal_in
from builders.content import CARD, SIGN_IN, WATER, as_source
from builders.packs import OWN, author_in, entries_of, newer, packed_by, tree, with_sums, zipped
from platica.content.library import Library
from platica.desk.places import Places
from platica.domain.curriculum import ReviewRole
from platica.domain.ids import CurriculumId, HandoutId
from platica.language.catalogues import Catalogues
from platica.language.reviews import Reviews


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The water circle as its author packed it; every test here begins with this file."""
    return packed_by(author_in(tmp_path_factory.mktemp("author")))


def content_of(terminal: Terminal) -> Path:
    return terminal.folder / "site" / "content"


def library_of(terminal: Terminal) -> Library:
    return Library(Places(terminal.folder / "site", None, terminal.folder / "cache").roots)


def test_only_what_a_curriculum_uses_of_the_shared_files_travels(pack: Path) -> None:
    entries = entries_of(pack)
    assert "curricula/shared/handouts/well-map.md" in entries
    assert "curricula/shared/handouts/agreements.md" not in entries
    assert entries["curricula/shared/facts.yaml"].startswith(b"- {id: SF-91")
    assert entries["curricula/shared/safety.yaml"].startswith(b"SAFE-91:\n")
    assert b"SAFE-90" not in entries["curricula/shared/safety.yaml"]
    assert "Mapa de los pozos" in entries["locales/es/LC_MESSAGES/shared.po"].decode()
    assert b"No se usa." not in entries["locales/es/LC_MESSAGES/shared.po"]
    assert b"Ya no" not in entries["locales/es/LC_MESSAGES/water-circle.po"]


def test_the_same_curriculum_gives_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    assert packed_by(author_in(tmp_path)).read_bytes() == pack.read_bytes()


def test_an_added_curriculum_has_its_texts_facts_pictures_translations_and_reviews(pack: Path, tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    ran = terminal("curricula", "add", str(pack))
    assert (ran.code, ran.err) == (0, "")
    assert "Luz Tovar" in ran.out
    library = library_of(terminal)
    assert library.check(WATER) == ()
    assert [fact.id for fact in library.facts(WATER)] == ["WA-01", "SF-91"]
    assert library.picture(WATER, "images/well.png").startswith(b"\x89PNG")
    assert library.handout_text(WATER, HandoutId("shared/well-map"), as_source, {}).title.plain == "Map of the wells"
    assert terminal.json("curricula", "show", "water-circle", "--in", "es")["title"] == "Agua limpia"
    roots = Places(terminal.folder / "site", None, tmp_path).roots
    reviews = Reviews([root.locales for root in roots], Catalogues([], None))
    assert reviews.pending([ReviewRole.COMMUNITY], WATER, "es", (), version="1.0.0") == ()
    assert terminal("workshop", "create", "--curriculum", "water-circle", "--name", "Wells").code == 0


def test_a_pack_changes_no_shared_text_that_is_here_already(tmp_path: Path) -> None:
    sheet = "---\ntitle: My own list\ntype: form\n---\n\nDo as I say.\n"
    author = author_in(tmp_path / "author", {SIGN_IN: sheet})
    terminal = terminal_in(tmp_path / "here")
    before = library_of(terminal).handout_text(CurriculumId(CIRCLE), HandoutId("shared/sign-in"), as_source, {})
    assert terminal("curricula", "add", str(packed_by(author))).code == 0
    after = library_of(terminal).handout_text(WATER, HandoutId("shared/sign-in"), as_source, {})
    assert after.title.plain == before.title.plain != "My own list"


def test_adding_the_same_again_changes_nothing(pack: Path, tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    terminal("curricula", "add", str(pack))
    before = tree(content_of(terminal))
    again = terminal.json("curricula", "add", str(pack), "--yes")
    assert (again["same"], again["done"], again["changes"]) == (True, False, [])
    assert tree(content_of(terminal)) == before


def test_a_newer_version_replaces_only_after_it_said_what_changes(pack: Path, tmp_path: Path) -> None:
    later = packed_by(author_in(tmp_path / "author", newer()))
    terminal = terminal_in(tmp_path / "here")
    terminal("curricula", "add", str(pack))
    before = tree(content_of(terminal))
    said = terminal.json("curricula", "add", str(later))
    assert (said["here"], said["version"], said["done"]) == ("1.0.0", "1.1.0", False)
    assert {"what": "changed", "file": CARD} in said["changes"]
    assert tree(content_of(terminal)) == before
    assert terminal.json("curricula", "add", str(later), "--yes")["done"] is True
    assert terminal.json("curricula", "show", "water-circle")["version"] == "1.1.0"
    assert [path.name for path in (content_of(terminal) / "packs" / "water-circle").iterdir()] == ["2"]
    older = terminal("curricula", "add", str(pack), "--yes")
    assert (older.code, older.err) == (1, "“water-circle” 1.0.0 is older than the 1.1.0 that is here.\n")


def test_better_translations_of_the_same_version_are_taken(pack: Path, tmp_path: Path) -> None:
    author = author_in(tmp_path / "author")
    catalogue = content_of(author) / "locales" / "es" / "LC_MESSAGES" / "water-circle.po"
    catalogue.write_text(catalogue.read_text("utf-8").replace("Agua limpia", "Agua para todos"), "utf-8")
    terminal = terminal_in(tmp_path / "here")
    terminal("curricula", "add", str(pack))
    done = terminal.json("curricula", "add", str(packed_by(author)), "--yes")
    assert done["changes"] == [{"what": "changed", "file": "locales/es/LC_MESSAGES/water-circle.po"}]
    assert terminal.json("curricula", "show", "water-circle", "--in", "es")["title"] == "Agua para todos"


def test_an_installed_curriculum_gives_way_to_a_higher_version_only(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    file = tmp_path / "circle.zip"
    assert terminal("curricula", "pack", CIRCLE, str(file)).code == 0
    ran = terminal("curricula", "add", str(file), "--yes")
    assert ran.code == 1
    assert "needs a higher version" in ran.err
    assert not (content_of(terminal) / "packs").exists()


def test_what_the_site_writes_itself_is_not_replaced(pack: Path, tmp_path: Path) -> None:
    author = author_in(tmp_path, newer("0.9.0"))
    ran = author("curricula", "add", str(pack), "--yes")
    assert ran.code == 1
    assert "is being written here" in ran.err


def test_a_curriculum_with_an_error_neither_leaves_nor_comes(tmp_path: Path) -> None:
    author = author_in(tmp_path, {CARD: OWN[CARD].replace("::: key", "::: kay")})
    ran = author("curricula", "pack", "water-circle", str(tmp_path / "water.zip"))
    assert ran.code == 1
    assert "handouts/card.md:" in ran.err
    assert not (tmp_path / "water.zip").exists()


def test_a_file_is_never_written_over(pack: Path, tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    kept = pack.read_bytes()
    ran = terminal("curricula", "pack", CIRCLE, str(pack))
    assert ran.code == 1
    assert "already" in ran.err
    assert pack.read_bytes() == kept


def test_adding_needs_a_site(pack: Path, tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("curricula", "add", str(pack))
    assert ran.code == 1
    assert "There is no site yet." in ran.err


def test_what_an_interrupted_addition_left_counts_for_nothing_and_goes(pack: Path, tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    left = content_of(terminal) / "packs" / "water-circle" / ".new" / "own" / "curricula" / "water-circle"
    left.mkdir(parents=True)
    (left / "curriculum.yaml").write_text("id: water-circle\n", encoding="utf-8")
    assert WATER not in library_of(terminal).ids()
    assert terminal("curricula", "add", str(pack)).code == 0
    assert [path.name for path in (content_of(terminal) / "packs" / "water-circle").iterdir()] == ["1"]


def test_a_refused_pack_leaves_nothing_behind(pack: Path, tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    before = tree(terminal.folder / "site")
    file = tmp_path / "bad.zip"
    broken = entries_of(pack)[CARD].replace(b"::: key", b"::: kay")
    file.write_bytes(zipped(with_sums({**entries_of(pack), CARD: broken})))
    ran = terminal("curricula", "add", str(file))
    assert ran.code == 1
    assert "handouts/card.md:" in ran.err
    assert {name for name in tree(terminal.folder / "site") if name.startswith("content")} <= before.keys()
