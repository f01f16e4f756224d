"""Plans and refusals held against a solver that tries everything."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core.groups import Problem, conflicts, planned, score
from sessionrunner.core.groups.sizes import even
from tests.core.group_oracle import best, possible, without_repeats
from tests.core.group_problems import alike

SMALL = [
    alike(5, 2, 3), alike(6, 2, 3), alike(6, 3, 4), alike(7, 3, 3), alike(8, 4, 3), alike(9, 3, 3),
    Problem(8, ((4, 4), (3, 3, 2)), apart=((0, 1), (2, 3)), together=((4, 5),)),
    Problem(6, ((3, 3),) * 3, attribute=(1, 1, 0, 0, 0, 0)),
    Problem(7, ((4, 3), (3, 4)), apart=((0, 6),), attribute=(1, 1, 0, 0, 0, 0, 0)),
    Problem(7, ((2, 2, 2), (3, 3), (4, 3)), present=((0, 1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6), tuple(range(7)))),
    Problem(6, ((3, 3),) * 2, history=((0, 1, 2), (0, 1), (3, 4))),
    Problem(6, ((3, 3),) * 3, together=((0, 1), (1, 2)), history=((0, 1), (3, 4))),
    Problem(6, ((3, 3),) * 3, attribute=(1, 1, 1, 0, 0, 0), fixed=(((0, 1, 2), ()), (), ((3,), (4,)))),
    Problem(7, ((3, 2, 2),) * 3, apart=((0, 1), (0, 2), (1, 2)), attribute=(1, 1, 1, 1, 0, 0, 0)),
    Problem(6, ((3, 3), (2, 2, 2)), attribute=(0, 0, 1, 1, 2, 2)),
    Problem(8, ((3, 3, 2),) * 2, apart=((0, 3),), attribute=(0, 0, 0, 1, 1, 2, 2, 2)),
]  # fmt: skip


@st.composite
def wishful(draw: st.DrawFn) -> Problem:
    """Small rooms with so many wishes that every other of them cannot be had."""
    people = draw(st.integers(3, 10))
    person = st.integers(0, people - 1)
    pairs = st.tuples(person, person).filter(lambda pair: pair[0] != pair[1])
    apart = draw(st.lists(pairs, max_size=3 * people).map(tuple))
    together = draw(st.lists(pairs, max_size=3).map(tuple))
    sizes = even(people, draw(st.integers(1, people // 2 + 1)))
    return Problem(people, (sizes,), apart, together)


@pytest.mark.parametrize("problem", SMALL, ids=range(len(SMALL)))
def test_no_plan_is_better(problem: Problem) -> None:
    """As even as can be, and then with as few repeats: apart, together, absent, fixed and met before."""
    found = score(problem, planned(problem, 1, 100))
    assert (found.violations, found.imbalance, found.q) == (0, *best(problem))


@settings(max_examples=80)
@given(wishful())
def test_what_cannot_be_had_is_refused_and_nothing_else(problem: Problem) -> None:
    """The solver finds groups exactly when no conflict is named."""
    assert possible(problem, 0) == (not conflicts(problem))


@pytest.mark.parametrize("density", [0.3, 0.5, 0.7])
def test_larger_rooms_are_refused_for_a_reason(density: float) -> None:
    """Twenty people in six groups, with more and more pairs to be kept apart."""
    for shift in range(5):
        apart = tuple(
            (a, b) for a in range(20) for b in range(a) if (a * 37 + b * 61 + shift * 17) % 100 < 100 * density
        )
        problem = Problem(20, (even(20, 6),), apart)
        assert possible(problem, 0) == (not conflicts(problem))


def test_the_solver_finds_what_is_known_to_be_there_and_not_more() -> None:
    """The second opinion is worth something: three threes meet anew for four rounds, and for no fifth."""
    assert [without_repeats(alike(9, 3, rounds), 60) for rounds in (4, 5)] == [True, False]
