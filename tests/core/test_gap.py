"""A laptop that slept, a program that was stopped, a clock that was set."""

from datetime import UTC, datetime, timedelta

import pytest

from sessionrunner.core.gap import SILENCE, Gap, Reading, between, together
from tests.core.rooms import minutes

NINE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def looked(ran: float, shown: float, silence: timedelta | None = SILENCE) -> Gap | None:
    """What two looks tell when one clock ran so many minutes and the other showed so many."""
    return between(Reading(minutes(0), NINE), Reading(minutes(ran), NINE + minutes(shown)), "one", silence)


@pytest.mark.parametrize(
    ("ran", "shown", "gap"),
    [
        (0.01, 0.01, None),
        (0.01, 0.05, None),
        (0.4, 0.4, None),
        (0, 10, Gap(minutes(10), minutes(0), "one")),
        (10, 10, Gap(minutes(10), minutes(10), "one")),
        (0.01, -60, None),
        (0.5, 10.5, Gap(minutes(10), minutes(0), "one")),
    ],
)
def test_two_looks_tell_what_happened_between_them(ran: float, shown: float, gap: Gap | None) -> None:
    """All is well; a sleep that one clock did not count, or did; a clock put back, which changes no time."""
    assert looked(ran, shown) == gap


def test_where_nobody_looks_regularly_a_long_silence_means_nothing() -> None:
    """The clocks are still compared."""
    assert looked(10, 10, None) is None
    assert looked(0, 10, None) is not None


def test_it_can_only_be_a_clock_that_was_set_when_the_other_did_not_count() -> None:
    """Two clocks that agree were not set."""
    assert Gap(minutes(10), minutes(0), "one").settable
    assert not Gap(minutes(10), minutes(10), "one").settable


def test_two_gaps_of_the_same_kind_are_asked_about_as_one() -> None:
    """The lid was opened and shut again; another step or another kind is asked about by itself."""
    one, other = Gap(minutes(10), minutes(0), "one"), Gap(minutes(2), minutes(0), "one")
    assert together(None, one) == one
    assert together(one, other) == Gap(minutes(12), minutes(0), "one")
    assert together(one, Gap(minutes(2), minutes(2), "one")) == Gap(minutes(2), minutes(2), "one")
    assert together(one, Gap(minutes(2), minutes(0), "two")) == Gap(minutes(2), minutes(0), "two")
