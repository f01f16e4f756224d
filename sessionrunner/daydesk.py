"""The leader's desk for a whole day: which item is under way, and how one leads to the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from sessionrunner.core import programme_day as days
from sessionrunner.core.acquaintance import meetings
from sessionrunner.core.programme import Part
from sessionrunner.core.programme_day import Day, Held, Pair, Row
from sessionrunner.core.session import NotPossible, Session, Stage
from sessionrunner.dayplan import DayPlan, OpenPoints, PlanHost
from sessionrunner.desk import Desk
from sessionrunner.ports import Delivery


class DayHost(PlanHost, Protocol):
    """What a day needs from outside to be led."""

    def open_part(self, day: Day, part: Part) -> Desk:
        """Begin the session of the day's next item; the audience is not yet invited. Blocks."""
        ...

    def open_break(self, day: Day, part: Part) -> Desk:
        """A desk for a break: a clock for everybody, nothing is recorded."""
        ...

    def invite(self, desk: Desk) -> None:
        """Start the audience's server for this desk. Blocks."""
        ...

    def tell(self, day: Day, rows: tuple[Row, ...], over: bool) -> Delivery:
        """Send the day's summary to the lessons folder; ``over`` waits for it and forgets the day. Blocks then."""
        ...


class DayDesk:
    """One day as it is led: the item under way, and how one leads to the next."""

    def __init__(self, day: Day, host: DayHost, desk: Desk | None = None) -> None:
        """``desk`` is the session under way, when the day is taken up again in the middle of one."""
        self.plan = DayPlan(day, host)
        self.plan.ends = self._ends
        self.points = OpenPoints(self.plan)
        """What has to be asked before the coming exercise can begin."""
        self._host = host
        self.desk: Desk | None = None
        """The session or break under way; None between items."""
        self.moved: Callable[[], None] = lambda: None
        """Called when an item is over."""
        if desk is not None:
            self._lead(desk)

    @property
    def day(self) -> Day:
        """The day as it stands."""
        return self.plan.day

    @property
    def begun(self) -> bool:
        """Whether there is anything to take up again; a day that was only looked at leaves nothing."""
        return self.day.first is not None or bool(self.day.skipped)

    @property
    def pause(self) -> Desk | None:
        """The break under way, if it is one."""
        return self.desk if self.desk is not None and not self.day.session else None

    def _ends(self) -> datetime | None:
        desk = self.desk
        return desk.time.ends_at() if desk is not None and desk.session.stage is Stage.RUNNING else None

    def begin(self) -> Desk:
        """Open the next item, with everybody invited; NotPossible when one is under way or nothing is left. Blocks."""
        self.plan.between()
        if self.day.over:
            raise NotPossible("day-over")
        item = self.plan.parts()[self.day.position]
        desk = self._host.open_break(self.day, item) if item.item.pause else self._host.open_part(self.day, item)
        session = "" if item.item.pause else desk.identity.session
        self.plan.keep(days.started(self.day, self._host.wall(), session))
        self._lead(desk)
        return desk

    def invite(self, desk: Desk) -> None:
        """Start the audience's server for the item under way. Blocks."""
        self._host.invite(desk)

    def close(self) -> Delivery:
        """End the day here, whatever is left of it. Blocks until the summary has arrived or has waited long enough."""
        return self._host.tell(self.day, self.plan.table(), True)

    def _lead(self, desk: Desk) -> None:
        self.desk = desk
        desk.keeping.when_safe = self._over

    def _over(self) -> None:
        """The item's record is complete: note what it gave, before anything of its session is removed."""
        desk = self.desk
        if desk is None:
            return
        now = self._host.wall()
        session, delivery = desk.session, desk.keeping.delivery()
        place = delivery.place or delivery.kept
        name = place.name if place and self.day.session else ""
        began = self.day.began or now
        held = Held(began, now, session.exercise.title, self.day.session, name, session.lessons)
        after = days.ended(replace(self.day, people=session.people or self.day.people), held, strangers(session))
        self.plan.keep(after)
        self.desk = None
        self._host.tell(self.day, self.plan.table(), False)
        self.moved()


def strangers(session: Session) -> tuple[Pair, ...]:
    """Pairs who have met in the session and have only card numbers, which no memory beyond the day keeps."""
    reached = {step.id for step in session.reached}
    groups = {step: division for step, division in session.groups.items() if step in reached}
    met = meetings(replace(session, groups=groups)) if groups else {}
    return tuple(pair for pair, times in met.items() for _ in range(times) if any(name.isdecimal() for name in pair))
