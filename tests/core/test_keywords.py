"""A colleague's keywords beside one's own."""

from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.keywords import merged

MINE = {"a/ett": {"start": "andas", "slut": "tacka"}}
HERS = {"a/ett": {"start": "le", "slut": "tacka", "borden": "gå runt"}, "a/två": {"start": "kaffe"}}
SOMETHING = st.text(min_size=1, max_size=3)
KEYWORDS = st.dictionaries(SOMETHING, st.dictionaries(st.text(max_size=3), SOMETHING, max_size=3), max_size=3)


def test_what_is_new_is_taken_over_and_what_differs_stays_ones_own() -> None:
    """Nobody loses what she wrote because she read a colleague's file."""
    found = merged(MINE, HERS)
    assert found.keywords == {
        "a/ett": {"start": "andas", "slut": "tacka", "borden": "gå runt"},
        "a/två": {"start": "kaffe"},
    }
    assert (found.new, found.differing) == (2, 1)


def test_what_differs_is_replaced_when_that_was_asked_for() -> None:
    """And only that."""
    found = merged(MINE, HERS, replace=True)
    assert found.keywords["a/ett"] == {"start": "le", "slut": "tacka", "borden": "gå runt"}


@given(KEYWORDS, KEYWORDS)
def test_nothing_of_ones_own_is_ever_lost(mine: dict[str, dict[str, str]], hers: dict[str, dict[str, str]]) -> None:
    """The second time there is nothing new."""
    found = merged(mine, hers)
    assert all(found.keywords[name][step] == text for name, steps in mine.items() for step, text in steps.items())
    assert merged(found.keywords, hers).new == 0
