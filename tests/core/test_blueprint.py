"""An exercise put together from parts is as long as it was to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.blueprint import FRAME, LONGEST, Part, least_minutes, shares

PARTS = st.lists(st.sampled_from(Part), min_size=1, max_size=8)


@given(PARTS, st.integers(0, LONGEST))
def test_the_parts_fill_the_exercise(parts: list[Part], more: int) -> None:
    """Nothing is left over, and no part is shorter than can be done."""
    minutes = least_minutes(parts) + more
    found = shares(minutes, parts)
    assert sum(found) + FRAME == minutes
    assert min(found) >= 3


@pytest.mark.parametrize("parts", [[], [Part.TABLES, Part.FILM]])
def test_what_does_not_fit_is_refused(parts: list[Part]) -> None:
    """Less than the parts need, or no parts at all."""
    with pytest.raises(ValueError, match="22"):
        shares(22, parts)


def test_a_talk_at_tables_gets_more_than_a_thought_of_ones_own() -> None:
    """Most of the time goes where the most is to be done."""
    tables, alone = shares(60, [Part.TABLES, Part.ALONE])
    assert tables > 2 * alone
