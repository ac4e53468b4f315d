"""Carrying again, after interruptions, erasings and setbacks."""

from pathlib import Path

from builders.ledger import mark, meeting, new_site, person, second_device, ticking
from platica.ledger.site import Site, open_site


def pair(folder: Path) -> tuple[Site, Site]:
    """Two computers of one site: the first has the records, the second its keys."""
    one = new_site(folder / "0")
    return one, open_site(second_device(folder / "0", folder / "1"), clock=ticking())


def test_what_an_erasing_that_came_in_takes_away_here_is_not_told_as_having_come(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    two.records.save(mark(2))
    one.records.erase(person(2).id)
    one.carry_out(tmp_path / "stick")
    steps = two.carry_in(tmp_path / "stick").steps
    assert any(step.erased for step in steps)
    assert {step.device for step in steps} == {one.device}


def test_what_an_interruption_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    one.carry_out(tmp_path / "stick")
    (copy,) = (tmp_path / "stick").rglob("*.log")
    for folder in (copy.parent, tmp_path / "1" / "logs"):
        (folder / f".{copy.name}.77.new").write_bytes(copy.read_bytes()[:100])
    assert two.carry_in(tmp_path / "stick").refused == ()
    one.carry_out(tmp_path / "stick")
    assert not list(tmp_path.rglob("*.new"))


def test_a_computer_that_knows_less_than_its_copies_takes_nothing_from_them(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    two.records.save(mark(1))
    (log,) = (tmp_path / "1" / "logs").glob("*.log")
    less = log.read_bytes()
    two.records.save(mark(2))
    two.carry_out(tmp_path / "stick")
    two.close()
    log.write_bytes(less)
    with open_site(tmp_path / "1") as two:
        assert two.carry_out(tmp_path / "stick").left == ()
    one.carry_in(tmp_path / "stick")
    assert len(one.records.marks(meeting().id)) == 2
