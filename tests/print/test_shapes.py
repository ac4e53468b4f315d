"""The small rules behind templates: clocks, cards, numbers, signs, the cache's room."""

from pathlib import Path

import pytest

from builders.press import activity, bullets, fence, para, table, text
from platica.domain.document import Paragraph, Run
from platica.press.cache import PartsCache, fingerprint
from platica.press.clock import clock, left, share, time_slots, total_minutes
from platica.press.glyphs import only_missing_signs, replaced
from platica.press.html import counted, fitted, qr, together
from platica.press.inputs import sentences
from platica.press.shapes import Outline, card_of, column_shares, each_once, entries_of, lies_across, number, stacks
from platica.press.views import Part

NO_GLYPH = '.notdef glyph rendered for Unicode string unsupported by fonts: "{}" (U+{:04X})'


def test_activities_follow_each_other_on_the_clock() -> None:
    slots = time_slots((activity("A", 10, "game"), activity("B", 70, "lab")))
    assert [(slot.begin, slot.end) for slot in slots] == [(0, 10), (10, 80)]
    assert (clock(5), clock(80), total_minutes(slots), total_minutes(())) == ("0:05", "1:20", 80, 0)
    assert (left(slots[1], 80), share(slots[1], 80)) == (12.5, 87.5)


def test_a_card_without_bold_words_has_no_title() -> None:
    (plain,) = entries_of(fence("cards", bullets("just words")))
    card = card_of(plain)
    assert (card.picture, card.title, card.runs) == (None, (), (Run("just words"),))
    (rest,) = entries_of(fence("cards", bullets("**Title**: words")))
    assert card_of(rest).runs == (Run("words"),)


def test_all_blocks_of_a_card_after_the_first_paragraph_are_kept() -> None:
    more = Paragraph(text("more"))
    assert card_of((Paragraph(text("**A** b")), more)).rest == (more,)


def test_options_that_are_no_numbers_fall_back() -> None:
    assert number(fence("log", rows="12"), "rows", 3) == 12
    assert number(fence("log", rows="many"), "rows", 3) == number(fence("log"), "rows", 3) == 3


def test_a_log_of_many_columns_lies_across() -> None:
    wide = (fence("log", table(tuple("abcdef"))),)
    assert not lies_across(wide, large=False)
    assert lies_across(wide, large=True)
    assert not lies_across((para("x"),), large=True)


def test_outline_levels_begin_under_the_title_and_never_skip() -> None:
    outline = Outline()
    assert [outline.level(wanted) for wanted in (1, 5, 5, 2, 9)] == [2, 3, 4, 2, 3]


def test_missing_signs_are_left_out_or_become_a_gap() -> None:
    lines = [NO_GLYPH.format(sign, ord(sign)) for sign in "🙂漢"]
    assert only_missing_signs(lines) == {"🙂", "漢"}
    assert only_missing_signs([*lines, "something else"]) == frozenset()
    assert replaced("a🙂b漢c", frozenset("🙂漢")) == "ab_c"


def test_page_counters_are_put_in_and_all_else_is_escaped() -> None:
    assert counted("<{page}>") == '&lt;<span class="page-number"></span>&gt;'


def test_a_telephone_number_and_the_time_are_not_broken_over_two_lines() -> None:
    held = together("Llame al 555 010 2030 a las 6:00 p. m. y tome 15 gramos.").replace("\N{NO-BREAK SPACE}", "_")
    assert held == "Llame al 555_010_2030 a las 6:00 p._m. y tome 15 gramos."


@pytest.mark.parametrize(("length", "kind"), [(24, "name"), (36, "name long"), (37, "name longest")])
def test_long_names_are_set_smaller(length: int, kind: str) -> None:
    assert fitted("x" * length) == kind


def test_a_square_code_has_a_title_that_is_escaped() -> None:
    assert "<title>a &amp; b</title>" in qr("KAT-2-P", "a & b")


def test_sentences_of_templates_are_found_with_their_plurals() -> None:
    found = sentences(['{{ say("A \\"b\\"") }} {{ say_count("{count} x", "{count} xs", n) }} {{ also("C") }}'])
    assert found == (('A \\"b\\"', None), ("{count} x", "{count} xs"), ("C", None))


def test_the_cache_keeps_to_its_room_and_drops_what_was_unused_longest(tmp_path: Path) -> None:
    cache = PartsCache(tmp_path, room=2500)
    for name in ("one", "two"):
        cache.keep(name, Part(b"x" * 1000, 1, "en", name))
    import os

    os.utime(tmp_path / "two.part", (1, 1))
    cache.keep("three", Part(b"x" * 1000, 1, "en", "three"))
    assert cache.find("two") is None
    assert cache.find("one") is not None
    assert cache.find("three") == Part(b"x" * 1000, 1, "en", "three")


def test_a_cache_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = PartsCache(tmp_path / "file" / "cache")
    cache.keep("one", Part(b"x", 1, "en", "t"))
    assert cache.find("one") is None


def test_a_fingerprint_knows_where_pieces_end() -> None:
    assert fingerprint([b"ab", b"c"]) != fingerprint([b"a", b"bc"])


def test_a_column_is_as_wide_as_its_longest_word_and_the_others_share_the_rest() -> None:
    even = column_shares(table(("A", "B", "C"), ("a", "b", "c")))
    wide = column_shares(table(("A", "B", "C"), ("a", "extraordinariamentelargo", "c")))
    assert [round(share) for share in even] == [33, 33, 33]
    assert wide[1] > 40
    assert round(sum(wide)) == 100


def test_rows_of_many_columns_stand_one_under_the_other_in_large_print_alone() -> None:
    many = table(("A", "B", "C", "D"), ("a", "b", "c", "d"))
    assert stacks(many, large=True)
    assert not stacks(many, large=False)


def test_a_publication_named_by_two_citations_is_printed_once() -> None:
    assert each_once(("CDC; WHO", "WHO")) == ("CDC", "WHO")
