"""The judge of every fault, with what only it can see put before it."""

import pytest

from tests.faults.oracle import Evidence, Harm, harms

ANSWERS = range(12)


@pytest.mark.parametrize("lying", [list(ANSWERS), list(reversed(ANSWERS))])
def test_answers_that_lie_in_the_order_they_came_are_found_out(lying: list[int]) -> None:
    """Rule: who answered first can be told from neither end."""
    assert harms(Evidence(ANSWERS, ANSWERS, lying)) == {Harm.ORDERED}


def test_answers_in_another_order_are_not() -> None:
    """Rule: so few that chance may have ordered them are not held against anybody either."""
    assert harms(Evidence(ANSWERS, ANSWERS, [1, 0, *ANSWERS[2:]])) == set()
    assert harms(Evidence(ANSWERS[:8], ANSWERS[:8], ANSWERS[:8])) == set()
