"""The leader's dealings with time: what can be offered, by when the room must be done, what became of a sleep."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from sessionrunner.core import bargain, timeline
from sessionrunner.core.bargain import Cost, Offer
from sessionrunner.core.commands import Began, Passed, SetEnd, SettleGap
from sessionrunner.core.gap import Gap
from sessionrunner.core.session import Instant
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.runner import SessionRunner

_DAY = timedelta(days=1)
_HALF_A_DAY = timedelta(hours=12)
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)")


class NotATime(SessionRunnerError):
    """What was typed is no time of day."""

    cause = "time.not-a-time"


class Bargains:
    """Ways to move time between steps, none of them taken yet."""

    def __init__(self, runner: SessionRunner, slack: Callable[[], timedelta | None]) -> None:
        self._runner = runner
        self._slack = slack

    def more(self, length: timedelta) -> tuple[Offer, ...]:
        """Ways to give the current step more time."""
        return bargain.more(self._runner.session, self._runner.now(), length, self._slack())

    def less(self, length: timedelta) -> tuple[Offer, ...]:
        """Ways to spend what the current step gives back."""
        return bargain.less(self._runner.session, self._runner.now(), length, self._slack())

    def catch_up(self, length: timedelta) -> tuple[Offer, ...]:
        """Ways to end earlier."""
        return bargain.catch_up(self._runner.session, self._runner.now(), length, self._slack())

    def spend(self, length: timedelta) -> tuple[Offer, ...]:
        """Ways to use time that the room is ahead with."""
        return bargain.spend(self._runner.session, self._runner.now(), length, self._slack())


class Timekeeper:
    """Joins what the core can tell about time to what the clock on the wall shows."""

    def __init__(self, runner: SessionRunner) -> None:
        self._runner = runner
        self.bargains = Bargains(runner, self.slack)
        """What can be offered to whoever is late, early or needs more."""

    def look(self) -> Gap | None:
        """Time that the leader is to be asked about; None when there is none. To be called every second."""
        return self._runner.look()

    def settle(self, passed: Passed) -> None:
        """Carry out the leader's answer about the gap."""
        gap = self._runner.gap
        if gap is not None:
            self._runner.handle(SettleGap(gap.length, gap.counted, passed, gap.step))

    def settle_if(self, passed: Passed | None) -> None:
        """Carry the answer out, if one was given."""
        if passed is not None:
            self.settle(passed)

    def slack(self) -> timedelta | None:
        """How much later the room may end; negative when it is too late already, None when nothing forbids."""
        ends = self._runner.session.ends
        if ends is None:
            return None
        return ends - self._runner.wall() - timeline.time_to_end(self._runner.session, self._now())

    def cost(self) -> Cost | None:
        """What the overtime so far costs; None while there is none."""
        return bargain.overtime(self._runner.session, self._now())

    def moment(self, told: str) -> datetime:
        """Today's ``09:12``, also written ``9.12``; NotATime when it is none."""
        found = _CLOCK.fullmatch(told.strip())
        if found is None:
            raise NotATime(told=told)
        hour, minute = (int(part) for part in found.groups())
        return self._runner.wall().replace(hour=hour, minute=minute, second=0, microsecond=0)

    def began(self, told: str) -> Began:
        """The correction of a start that was really at this time of day; after midnight, the evening's is yesterday."""
        ago = self._runner.wall() - self.moment(told)
        return Began(Instant(self._now() - (ago + _DAY if ago < -_HALF_A_DAY else ago)))

    def must_end(self, told: str) -> SetEnd:
        """That the room must be done by this time of day; in the evening, the night's is tomorrow.

        An empty text says that it no longer must.
        """
        if not told.strip():
            return SetEnd(None)
        at = self.moment(told)
        return SetEnd(at + _DAY if self._runner.wall() - at > _HALF_A_DAY else at)

    def wall(self) -> datetime:
        """What a clock on the wall shows now."""
        return self._runner.wall()

    def ends_at(self) -> datetime:
        """What the clock on the wall will show when the last step ends, if nothing more is added."""
        return self._runner.wall() + timeline.time_to_end(self._runner.session, self._now())

    def remaining_seconds(self) -> float:
        """What the current step has left, in seconds; negative when it runs over."""
        return timeline.remaining(self._runner.session, self._now()).total_seconds()

    def _now(self) -> Instant:
        return self._runner.now()
