"""Waiting counted in looks."""

from datetime import timedelta

import pytest

from sessionrunner.core.patience import looks


@pytest.mark.parametrize("seconds", [0.05, 0.25, 1.5, 10.0])
def test_the_looks_make_up_the_patience(seconds: float) -> None:
    """No longer and no shorter than was said, and none of them so long that a laptop may fall asleep in it."""
    found = list(looks(timedelta(seconds=seconds)))
    assert sum(found) == pytest.approx(seconds)
    assert max(found) <= 0.1


def test_without_patience_there_is_one_look() -> None:
    """What is there already is seen."""
    assert list(looks(timedelta())) == [0.0]
