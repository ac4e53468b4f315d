import pytest

from platica.cli.listing import Facts, Listing, printable, width


def test_columns_are_as_wide_as_their_widest_cell_and_lines_end_at_the_last_letter() -> None:
    listing = Listing(("No.", "Name", "Note"), [("1", "Ana", ""), ("12", "José Ávila", "left")])
    assert list(listing.lines(plain=False)) == ["No.  Name        Note", "1    Ana", "12   José Ávila  left"]


def test_without_rows_there_are_no_headings() -> None:
    assert list(Listing(("No.",), []).lines(plain=False)) == []
    assert list(Listing(("No.",), []).lines(plain=True)) == []


def test_plain_is_one_fact_a_line_and_empty_cells_are_not_read_out() -> None:
    listing = Listing(("No.", "Name", "Note"), [("1", "Ana", ""), ("2", "Luz", "left")])
    assert list(listing.lines(plain=True)) == ["No.: 1", "Name: Ana", "", "No.: 2", "Name: Luz", "Note: left"]


def test_facts_are_aligned_or_plain_and_empty_ones_are_passed_over() -> None:
    facts = Facts((("Place", "Room B"), ("Leaders", ""), ("Minutes", "90")))
    assert list(facts.lines(plain=False)) == ["Place    Room B", "Minutes  90"]
    assert list(facts.lines(plain=True)) == ["Place: Room B", "Minutes: 90"]


@pytest.mark.parametrize(
    ("text", "columns"), [("Ana", 3), ("Ana\u0301", 3), ("李小龍", 6), ("\uff21", 2), ("ñandú", 5), ("", 0)]
)
def test_width_counts_columns_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("6:00\u202fp.\u00a0m.", "6:00 p. m."),
        ("a\nb\tc", "a b c"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\u202eevil\u2066", "evil"),
        ("\x9bH", "H"),
        ("[bold]Ana[/]", "[bold]Ana[/]"),
    ],
)
def test_a_terminal_obeys_nothing_that_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown
