"""The leader's dealings with time: what can be offered, by when the room must be done, what became of a sleep."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sessionrunner.core import bargain, timeline
from sessionrunner.core.bargain import Cost, Offer
from sessionrunner.core.commands import Began, Passed, SetEnd, SettleGap
from sessionrunner.core.gap import Gap
from sessionrunner.core.session import Instant
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import clock_times
from sessionrunner.runner import SessionRunner

_NONE = frozenset("-–−")


class NotATime(SessionRunnerError):
    """What was typed is no time that something can have begun."""

    cause = "time.not-a-time"


class NotAnEnd(SessionRunnerError):
    """What was typed is no time that something can end."""

    cause = "time.not-an-end"


class WhichStart(SessionRunnerError):
    """A number that may be an hour or minutes ago."""

    cause = "time.which-start"


class WhichEnd(SessionRunnerError):
    """A number that may be an hour or minutes from now."""

    cause = "time.which-end"


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
        """When something began, as ``9.12`` or ``5 min sedan``; NotATime or WhichStart when that cannot be known."""
        try:
            return clock_times.began(told, self._runner.wall())
        except clock_times.Unclear as error:
            raise WhichStart(told=told.strip()) from error
        except ValueError as error:
            raise NotATime(told=told) from error

    def began(self, told: str) -> Began:
        """The correction of a start that was really at this time."""
        return Began(Instant(self._now() - (self._runner.wall() - self.moment(told))))

    def must_end(self, told: str) -> SetEnd:
        """That the room must be done by then, as ``11:00`` or ``om 20 min``; NotAnEnd or WhichEnd if that is unclear.

        An empty text, or a dash, says that it no longer must.
        """
        if set(told.strip()) <= _NONE:
            return SetEnd(None)
        try:
            return SetEnd(clock_times.must_end(told, self._runner.wall()))
        except clock_times.Unclear as error:
            raise WhichEnd(told=told.strip()) from error
        except ValueError as error:
            raise NotAnEnd(told=told) from error

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
