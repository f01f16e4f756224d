"""Turns to report are shared fairly."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core.groups import planned, share
from tests.core.group_problems import alike


@settings(max_examples=40)
@given(st.integers(2, 6), st.integers(2, 6), st.integers(1, 8), st.integers(0, 99))
def test_over_a_day_of_even_groups_loads_differ_by_one_at_most(size: int, groups: int, rounds: int, seed: int) -> None:
    """Whoever reports once more than somebody else does so because the numbers force it."""
    plan = planned(alike(size * groups, groups, rounds), seed, 0)
    everyone = [group for division in plan for group in division]
    turns = Counter(share(everyone, {}))
    loads = [turns[person] for person in range(size * groups)]
    assert max(loads) - min(loads) <= 1


@given(st.lists(st.sets(st.integers(0, 8), min_size=1, max_size=4).map(sorted), max_size=12))
def test_whoever_reports_sits_in_the_group(groups: list[list[int]]) -> None:
    """Whatever turns are handed on."""
    turns = share(groups, {})
    assert len(turns) == len(groups)
    assert all(person in group for person, group in zip(turns, groups, strict=True))


def test_a_turn_is_handed_on_along_a_chain() -> None:
    """Anna has reported twice before; she gives to Bo, who gives to Cia, who has never reported."""
    assert share([["Anna", "Bo"], ["Bo", "Cia"]], {"Anna": 2}) == ["Bo", "Cia"]
    assert Counter(share([["Bo", "Anna"], ["Cia", "Bo"], ["Bo"], ["Cia", "Dan"], ["Cia"]], {})) == {
        "Anna": 1, "Bo": 1, "Cia": 2, "Dan": 1,
    }  # fmt: skip


def test_those_who_have_reported_before_wait() -> None:
    """Earlier turns of the day count."""
    assert share([["Anna", "Bo"]], {"Anna": 1}) == ["Bo"]
