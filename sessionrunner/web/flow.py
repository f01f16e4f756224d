"""How fast answers may come from one address, and who still gets in when a form has more than enough."""

from collections import Counter
from collections.abc import Callable
from time import monotonic

from sessionrunner.core.text import SessionRunnerError

BURST = 300
"""Answers from one address at once: a room of 200 behind one address presses send together, some twice."""
RATE = 30.0
"""Answers a second from one address after that."""
SHARE = 3
"""Answers to a full form that an address may still give: one phone's, when somebody else has filled it."""
_MOST_ADDRESSES = 2000


class TooBusy(SessionRunnerError):
    """Not now: the phone keeps the answer and tries again by itself."""

    cause = "web.too-busy"


class Flow:
    """Counts answers by address, in memory only, with nothing about what they say."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._left: dict[str, tuple[float, float]] = {}
        """For each address what it may still send, and when that was reckoned."""
        self._taken: Counter[tuple[str, str]] = Counter()

    def pass_one(self, address: str) -> None:
        """Count one that comes; TooBusy when they come too fast."""
        now = self._clock()
        left, then = self._left.get(address, (BURST, now))
        left = min(BURST, left + (now - then) * RATE)
        if left < 1:
            raise TooBusy
        if len(self._left) >= _MOST_ADDRESSES:
            self._left.clear()
        self._left[address] = (left - 1, now)

    def pass_full(self, step: str, address: str) -> None:
        """Let one in though the form is full; TooBusy when this address has had its share."""
        if self._taken[step, address] >= SHARE:
            raise TooBusy

    def note(self, step: str, address: str) -> None:
        """One was kept."""
        self._taken[step, address] += 1
