"""The laptop's time."""

import time
from datetime import datetime, timedelta

from sessionrunner.core.gap import SILENCE


class LaptopClock:
    """Monotonic and wall-clock time, both run faster when rehearsing."""

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self.silence = SILENCE * max(speed, 1.0)
        """How long there may be between two looks at this clock before somebody must be asked about it."""
        self._start = time.monotonic()
        self._start_wall = _wall()

    def elapsed(self) -> timedelta:
        """Time since the program started, times the speed."""
        return timedelta(seconds=(time.monotonic() - self._start) * self._speed)

    def wall(self) -> datetime:
        """What the clock on the wall shows; when rehearsing, what it would have shown."""
        return _wall() if self._speed == 1.0 else self._start_wall + self.elapsed()


def _wall() -> datetime:
    return datetime.now().astimezone()  # noqa: TID251 - this is the clock the ban points to
