"""Time in words."""

from datetime import timedelta

import pytest

from sessionrunner.core.timeline import Lap, Part
from sessionrunner.locale import load
from sessionrunner.tui import phrases

SV = load("sv")


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(1002, "16:42"), (0.2, "0:01"), (0, "0:00"), (-0.5, "+0:00"), (-80, "+1:20"), (6000, "100:00")],
)
def test_the_countdown_reaches_zero_exactly_at_the_end(seconds: float, shown: str) -> None:
    """A second that has begun is still there; overtime counts up."""
    assert phrases.countdown(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(
    ("seconds", "said"), [(20, "i tid"), (-20, "i tid"), (100, "2 min efter"), (-60, "1 min före")]
)
def test_half_a_minute_is_on_time(seconds: int, said: str) -> None:
    """Nobody needs to know about seconds."""
    assert phrases.behind(SV, timedelta(seconds=seconds)) == said


@pytest.mark.parametrize(
    ("lap", "tables", "said"),
    [
        (Lap(2, 4, Part.TALK, timedelta(seconds=222)), True, "varv 2 av 4 · byte om 3:42"),
        (Lap(4, 4, Part.TALK, timedelta(seconds=30)), True, "varv 4 av 4 · sista varvet"),
        (Lap(1, 4, Part.MOVE, timedelta(seconds=42)), True, "BYT BORD · varv 2 börjar om 0:42"),
        (Lap(3, 6, Part.TALK, timedelta(seconds=60)), False, "tur 3 av 6 · nästa om 1:00"),
    ],
)
def test_rounds_and_turns_say_what_comes(lap: Lap, tables: bool, said: str) -> None:
    """The leader announces every change, so she needs to see it coming."""
    assert phrases.lap_line(SV, lap, tables) == said
