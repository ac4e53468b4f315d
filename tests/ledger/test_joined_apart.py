"""People joined and separated in any order on two computers: both tell the same, and no reading fails."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.joined import MARIA, THIRD, URSULA, exchange, two_computers
from builders.ledger import WORKSHOP, mark, meeting, without_waiting
from platica.domain.attendance import Presence
from platica.errors import Refused
from platica.ledger.site import Site, open_site

PEOPLE = (MARIA, URSULA, THIRD)
STEPS = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 2]),  # the computer, or carrying between both
        st.booleans(),
        st.sampled_from(range(3)),
        st.sampled_from(range(3)),
    ),
    max_size=12,
)


def everything(site: Site) -> object:
    records = site.records
    return (
        records.participants(),
        records.roster(WORKSHOP),
        records.enrolments(WORKSHOP),
        [sorted(records.marks(meeting(at).id), key=str) for at in (1, 2)],
        records.joined(),
        records.settling.told_apart(),
        sorted(records.settling.marked_twice(), key=str),
    )


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_any_order_of_joining_and_separating_folds_the_same(steps: list[tuple[int, bool, int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as name:
        without_waiting(patch)
        folder = Path(name)
        sites = two_computers(folder)
        sites[0].records.save(mark(1), mark(2, Presence.LATE), mark(3, at=2))
        for where, joins, one, other in steps:
            if where == 2:
                exchange(folder)
                continue
            settling = sites[where].records.settling
            try:
                if joins:
                    settling.join(PEOPLE[one], PEOPLE[other])
                else:
                    settling.separate(PEOPLE[one])
            except Refused:
                continue
        exchange(folder)
        told = everything(sites[0])
        assert told == everything(sites[1])
        for site in sites:
            joined = site.records.joined()
            assert {joined.one(person) for person in PEOPLE} == {one.id for one in site.records.participants()}
            assert sorted(number for one in site.records.roster(WORKSHOP).entries for number in one.numbers) == [
                1,
                2,
                3,
            ]
            site.close()
        with open_site(folder / "one") as again:
            assert everything(again) == told
