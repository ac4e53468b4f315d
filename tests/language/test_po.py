import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.language import message, write_catalogue
from platica.domain.document import Message
from platica.errors import ContentError
from platica.language.po import canonical, catalogue_path, new_catalogue, new_entry, parse_po, read_po, write_po
from platica.language.upkeep import format_catalogue, update_catalogue

_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), min_size=1, max_size=60)

FOREIGN = """# Spanish translation.
# Copyright (C) 2026 Las Flores
#
msgid ""
msgstr ""
"Project-Id-Version: platica demo\\n"
"PO-Revision-Date: 2026-11-20 10:00-0600\\n"
"Last-Translator: Ana <ana@example.org>\\n"
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Poedit-Bookmarks: -1,2,-1\\n"
"X-Generator: Weblate 5.4\\n"
"X-Source-Language: en\\n"

# keep it short
#. step
#: curricula/demo/sessions/one.md:12 curricula/demo/sessions/two.md:7
#, fuzzy, no-wrap
#| msgctxt "old"
#| msgid "Wash your hands."
msgctxt "verb"
msgid ""
"Wash your hands with soap and clean water for twenty seconds before you cook, "
"and again after."
msgstr ""
"Lávese las manos "
"con jabón."

#, python-format
msgid "70% isopropyl"
msgstr "isopropílico al 70 %"

#~ msgid "Gone"
#~ msgstr "Ido"
"""


@given(source=_TEXT, text=_TEXT, context=st.none() | _TEXT, note=st.none() | _TEXT)
def test_what_is_written_is_read_again(source: str, text: str, context: str | None, note: str | None) -> None:
    catalogue = new_catalogue("demo", "es", "en")
    entry = new_entry(Message(source, "step", "a/b.md:3", context, note))
    entry.msgstr = text
    catalogue.append(entry)
    written = canonical(catalogue)
    again = parse_po(written.encode(), "demo.po")
    assert [(one.msgctxt, one.msgid, one.msgstr) for one in again] == [(context, source, text)]
    assert canonical(again) == written


def test_files_of_other_programs_keep_headers_comments_and_previous_sources() -> None:
    catalogue = parse_po(FOREIGN.encode(), "demo.po")
    written = canonical(catalogue)
    for line in (
        "# Copyright (C) 2026 Las Flores",
        '"X-Poedit-Bookmarks: -1,2,-1\\n"',
        '"X-Generator: Weblate 5.4\\n"',
        '"Last-Translator: Ana <ana@example.org>\\n"',
        "# keep it short",
        "#. step",
        "#: curricula/demo/sessions/one.md curricula/demo/sessions/two.md",
        "#, fuzzy, no-wrap",
        '#| msgctxt "old"',
        '#| msgid "Wash your hands."',
        'msgstr "Lávese las manos con jabón."',
        '#~ msgid "Gone"',
    ):
        assert line in written.splitlines()
    assert "python-format" not in written
    assert canonical(parse_po(written.encode(), "demo.po")) == written


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    catalogue = parse_po(b"\xef\xbb\xbf" + FOREIGN.replace("\n", "\r\n").encode(), "demo.po")
    assert canonical(catalogue) == canonical(parse_po(FOREIGN.encode(), "demo.po"))


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_accepts_a_percent_sign_before_a_word(tmp_path: Path) -> None:
    messages = [message("70% isopropyl"), message("{count} day", plural="{count} days"), message("Say “hi”\n`x`\\n")]
    update_catalogue(tmp_path, "demo", "es", messages)
    path = catalogue_path(tmp_path, "es", "demo")
    catalogue = read_po(path)
    catalogue[0].msgstr = "isopropílico al 70 %"
    catalogue[1].msgstr_plural = {0: "{count} día", 1: "{count} días"}
    write_po(path, catalogue)
    update_catalogue(tmp_path, "demo", "es", [message("75% isopropyl"), *messages[1:]])
    ran = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.skipif(not shutil.which("msgmerge"), reason="gettext is not installed")
def test_what_msgmerge_wrote_stays_the_same_message_by_message(tmp_path: Path) -> None:
    old, new = tmp_path / "old.po", tmp_path / "new.pot"
    old.write_text(FOREIGN.replace('#, fuzzy, no-wrap\n#| msgctxt "old"\n#| msgid "Wash your hands."\n', ""))
    new.write_text(FOREIGN.replace("and again after.", "and again afterwards.").partition("#~")[0])
    merged = subprocess.run(["msgmerge", "--previous", "-q", old, new], capture_output=True, check=True).stdout
    ours = parse_po(merged, "merged.po")
    assert ours[0].fuzzy
    assert (ours[0].previous_msgid or "").endswith("and again after.")
    again = parse_po(canonical(ours).encode(), "merged.po")
    assert [(e.msgid, e.msgstr, e.previous_msgid, e.tcomment) for e in again] == [
        (e.msgid, e.msgstr, e.previous_msgid, e.tcomment) for e in ours
    ]


def test_formatting_says_whether_it_changed_anything(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path, "es")
    path.write_text(FOREIGN)
    assert format_catalogue(path)
    assert not format_catalogue(path)


def test_a_previous_source_goes_once_the_text_is_no_longer_stale() -> None:
    catalogue = parse_po(FOREIGN.encode(), "demo.po")
    catalogue[0].flags.remove("fuzzy")
    assert "#|" not in canonical(catalogue)


@pytest.mark.parametrize(("content", "said"), [(b"\xff\xfe", "UTF-8"), (b'msgid "a"\noops "b"\n', "line 2")])
def test_a_file_that_is_no_catalogue_is_named(content: bytes, said: str) -> None:
    with pytest.raises(ContentError, match=rf"demo\.po.*{said}"):
        parse_po(content, "demo.po")


def test_an_empty_file_is_an_empty_catalogue() -> None:
    assert list(parse_po(b"", "demo.po")) == []


def test_a_text_that_is_the_name_of_a_file_is_still_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").write_text(FOREIGN)
    with pytest.raises(ContentError):
        parse_po(b"notes", "demo.po")


def test_the_facts_and_the_kind_are_told_to_the_translator() -> None:
    told = new_entry(Message("Eat", "say", "a.md:1", note="short", safety=True, facts=("DM-01", "DM-02")))
    assert isinstance(told, polib.POEntry)
    assert told.comment.splitlines() == [
        "say",
        "safety text: a mistake here can hurt somebody",
        "short",
        "facts: DM-01 DM-02",
    ]
