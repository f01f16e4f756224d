"""What holds for every test of the screens."""

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

PATIENCE = 300.0
"""Seconds for a screen to take in what it has been sent; a machine may stand still for as long as Textual waits."""


@pytest.fixture(scope="session", autouse=True)
def _screens_may_be_slow() -> Iterator[None]:
    """Textual's own half minute is a promise of nobody's."""
    with pytest.MonkeyPatch.context() as patience:
        patience.setattr(Pilot._wait_for_screen, "__defaults__", (PATIENCE,))
        yield
