"""The smallest group that is shown, also by subtraction."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.commands import Open
from sessionrunner.core.privacy import DEFAULT_THRESHOLD, FLOOR, shown, together
from tests.core.rooms import names


@given(st.lists(st.text(), max_size=12), st.integers(-1, 12))
def test_fewer_than_k_are_never_shown_and_k_is_never_below_three(answers: list[str], threshold: int) -> None:
    """All answers or none."""
    found = shown(answers, threshold)
    assert found == (tuple(answers) if len(answers) >= max(threshold, 3) else ())


def test_k_is_five_unless_somebody_says_otherwise_and_three_at_least() -> None:
    """What the phones promise."""
    assert (DEFAULT_THRESHOLD, FLOOR, Open(names(5), 1).threshold) == (5, 3, 5)


def rooms(people: int, options: int) -> Iterator[tuple[int, ...]]:
    """Every way so many people can choose among so many options."""
    for bars in combinations(range(people + options - 1), options - 1):
        edges = (-1, *bars, people + options - 1)
        yield tuple(edges[at + 1] - edges[at] - 1 for at in range(options))


def one_by_one(counts: Sequence[int], threshold: int, ordered: bool) -> tuple[tuple[int, ...], ...]:
    """What is often done: leave out the options that are too few, and tell the others."""
    return tuple((at,) for at, count in enumerate(counts) if count >= threshold)


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("threshold", [3, 5])
def test_no_number_stands_for_fewer_than_k_in_any_room_of_twelve(threshold: int, ordered: bool) -> None:
    """Not shown, and not by subtraction, however people choose among five options."""
    for people in range(13):
        for counts in rooms(people, 5):
            parts = together(counts, threshold, ordered)
            unsafe = {size for size in subtracted(counts, parts) if 0 < size < threshold}
            assert not unsafe, (counts, parts)


def subtracted(counts: Sequence[int], parts: Sequence[Sequence[int]]) -> set[int]:
    """How many people every union of what is told holds, and how many it leaves of all who answered."""
    sizes = [sum(counts[at] for at in part) for part in parts]
    unions = {sum(some) for many in range(1, len(sizes) + 1) for some in combinations(sizes, many)}
    return unions | {sum(counts) - size for size in unions}


def test_leaving_out_what_is_too_few_would_not_do() -> None:
    """The control: one option left out is had by subtracting the others from the whole."""
    assert any(
        0 < size < 5 for counts in rooms(12, 3) for size in subtracted(counts, one_by_one(counts, 5, ordered=False))
    )


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12), st.integers(1, 9), st.booleans())
def test_every_option_is_told_once(counts: list[int], threshold: int, ordered: bool) -> None:
    """Nobody is left out, and bands are neighbours."""
    parts = together(counts, threshold, ordered)
    assert sorted(at for part in parts for at in part) == (list(range(len(counts))) if parts else [])
    assert not ordered or all(part == tuple(range(part[0], part[-1] + 1)) for part in parts)


def test_a_large_room_sees_every_option() -> None:
    """Options that many chose stand alone, and so does one that nobody chose."""
    assert together((8, 0, 7, 9), 5, ordered=False) == ((0,), (1,), (2,), (3,))
    assert together((5, 6, 7), 5, ordered=True) == ((0,), (1,), (2,))
