"""Which certificate somebody has earned."""

import pytest

from platica.domain.awards import Award, award_of
from platica.domain.curriculum import CompletionRule

RULE = CompletionRule(4, "a made-up source")


@pytest.mark.parametrize(
    ("attended", "award"),
    [(0, None), (1, Award.PARTICIPATION), (3, Award.PARTICIPATION), (4, Award.COMPLETION), (6, Award.COMPLETION)],
)
def test_the_curriculum_says_how_often_one_comes_to_complete_it(attended: int, award: Award | None) -> None:
    assert award_of(RULE, 6, attended) is award


def test_without_a_rule_all_sessions_complete_it() -> None:
    assert (award_of(None, 3, 2), award_of(None, 3, 3)) == (Award.PARTICIPATION, Award.COMPLETION)


def test_a_group_may_give_the_same_to_everybody_who_came() -> None:
    assert [award_of(RULE, 6, came, same_for_all=True) for came in (0, 1, 6)] == [None, *[Award.PARTICIPATION] * 2]
