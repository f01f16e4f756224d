"""The leader's desk for a whole day: which item is under way, what comes next, and what gives when it is late."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from sessionrunner.core import programme_day as days
from sessionrunner.core.acquaintance import meetings
from sessionrunner.core.day_offers import DayOffer, accepted, offers
from sessionrunner.core.open_points import unset
from sessionrunner.core.programme import Exercises, Item, Part, part
from sessionrunner.core.programme_day import Day, Held, Pair, Row, State, Wall
from sessionrunner.core.progress import left_out
from sessionrunner.core.session import NotPossible, Session, Stage
from sessionrunner.desk import Desk
from sessionrunner.ports import Delivery


class DayHost(Protocol):
    """What a day needs from outside."""

    def wall(self) -> datetime:
        """What a clock on the wall shows now."""
        ...

    @property
    def known(self) -> Exercises:
        """Every exercise of the library, with the group's own lengths."""
        ...

    @property
    def done(self) -> Mapping[str, date]:
        """When the group did each exercise last, by id, as far as the lessons folder has been read."""
        ...

    def open_part(self, day: Day, part: Part) -> Desk:
        """Begin the session of the day's next item; the audience is not yet invited. Blocks."""
        ...

    def open_break(self, day: Day, part: Part) -> Desk:
        """A desk for a break: a clock for everybody, nothing is recorded."""
        ...

    def invite(self, desk: Desk) -> None:
        """Start the audience's server for this desk. Blocks."""
        ...

    def keep(self, day: Day) -> None:
        """Return when the day as it stands is on this laptop's disk."""
        ...

    def tell(self, day: Day, rows: tuple[Row, ...], over: bool) -> Delivery:
        """Send the day's summary to the lessons folder; ``over`` waits for it and forgets the day. Blocks then."""
        ...


class DayPlan:
    """Which items the day has, when, and what gives; every change is on disk before anybody is told."""

    def __init__(self, day: Day, host: DayHost) -> None:
        self.day = day
        self._host = host
        self._before: Day | None = None
        self.swaps = Swaps(self, lambda: host.known)
        """Other exercises and variants for the places to come."""
        self.ends: Callable[[], datetime | None] = lambda: None
        """Tells when the item under way will be over, where something knows better than the plan."""

    def parts(self) -> tuple[Part, ...]:
        """Every item for those who are here."""
        return days.day_parts(self.day, self._host.known)

    def table(self) -> tuple[Row, ...]:
        """Every item with its times as they are now."""
        return days.rows(self.day, self.parts(), self._host.wall(), self.ends())

    def coming(self) -> Row | None:
        """What comes next; None when nothing more does."""
        return next((row for row in self.table() if row.state is State.LATER), None)

    def left_out(self) -> tuple[str, ...]:
        """Titles of exercises before the coming one in its series that the group has not done, today included."""
        coming = self.coming()
        if coming is None or coming.part.exercise is None:
            return ()
        today = [self.day.programme.items[number].exercise for number in self.day.held]
        missing = left_out(coming.part.exercise, self._host.known.values(), [*self._host.done, *today])
        return tuple(exercise.title for exercise in missing)

    def done_before(self, row: Row) -> date | None:
        """When the group did this item's exercise last; None when it has not, or that is not known."""
        return self._host.done.get(row.part.item.exercise) if row.state is not State.DONE else None

    def walls(self) -> tuple[Wall, ...]:
        """The clock times ahead."""
        return days.walls(self.day, self.table())

    def offers(self) -> tuple[DayOffer, ...]:
        """What can give when a clock time would be passed; nothing has been changed."""
        return offers(self.day, self.table())

    def accept(self, offer: DayOffer) -> None:
        """Let this give."""
        self.change(accepted(self.day, offer, self.table()))

    def skip(self) -> None:
        """Leave the next item for another day."""
        self.between()
        self.change(days.skip(self.day, self.day.position))

    def set_people(self, people: tuple[str, ...]) -> None:
        """These are here from now on."""
        self.between()
        self.change(replace(self.day, people=people))

    @property
    def old(self) -> date | None:
        """The date the day is from, when that is over; None for today's."""
        last = days.last_date(self.day)
        return last if last < self._host.wall().date() else None

    def renew(self) -> None:
        """Go on today with a day from an earlier date: times count from now."""
        self.keep(days.renewed(self.day, self.parts(), self._host.wall()))

    def undo(self) -> bool:
        """Take the latest change of the plan back; False when there is none."""
        if self._before is None:
            return False
        self.day, self._before = self._before, None
        self._host.keep(self.day)
        return True

    def change(self, day: Day) -> None:
        """The day is like this now; the latest change can be taken back."""
        before = self.day
        self.keep(day)
        self._before = before

    def keep(self, day: Day) -> None:
        """The day is like this now: on disk first; there is no way back to what was before."""
        self._host.keep(day)
        self.day, self._before = day, None

    def between(self) -> None:
        """Return between items; NotPossible while one is under way."""
        if self.day.began is not None:
            raise NotPossible("item-under-way")


class Swaps:
    """What a place of the day that is still to come can hold instead."""

    def __init__(self, plan: DayPlan, known: Callable[[], Exercises]) -> None:
        self._plan, self._known = plan, known

    def others(self, number: int) -> tuple[tuple[str, str], ...]:
        """What a place that is still to come can hold instead, by exercise and variant, in the order ``swap`` takes."""
        item = self._plan.day.programme.items[number]
        choices = choices_for(item, self._known())
        if number in self._plan.day.held or len(choices) < 2:
            return ()
        here = (item.exercise, item.variant)
        at = choices.index(here) if here in choices else -1
        return tuple(one for one in (*choices[at + 1 :], *choices[: max(at, 0)]) if one != here)

    def swap(self, number: int) -> bool:
        """Another variant or an alternative exercise in a place to come; False when there is none."""
        others = self.others(number)
        if others:
            self._plan.change(days.swapped(self._plan.day, number, *others[0]))
        return bool(others)

    def name(self, choice: tuple[str, str]) -> tuple[str, timedelta]:
        """What an exercise in a variant is called, and how long it takes for those who are here."""
        exercise, variant = choice
        found = part(Item(exercise, variant=variant), self._known(), len(self._plan.day.people))
        chosen = next((one.title for one in self._known()[exercise].variants if one.id == variant), "")
        return f"{found.title}, {chosen}" if chosen else found.title, found.length


class OpenPoints:
    """Points of the coming exercise that only the leader can give a length, asked for before it begins."""

    def __init__(self, plan: DayPlan) -> None:
        self._plan = plan

    def waiting(self) -> int:
        """How many have no length yet."""
        coming = self._plan.coming()
        return len(unset(coming.part.exercise)) if coming is not None and coming.part.exercise is not None else 0

    def share_out(self, minutes: int) -> None:
        """Give them so many minutes together; a change of the plan like any other, that can be taken back."""
        coming = self._plan.coming()
        if coming is not None and self.waiting():
            day, whole = self._plan.day, coming.part.length + timedelta(minutes=minutes)
            self._plan.change(replace(day, agreed={**day.agreed, coming.number: whole}))


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


def choices_for(item: Item, known: Exercises) -> list[tuple[str, str]]:
    """Exercise and variant: the one in place with its variants, then its alternatives."""
    here = known.get(item.exercise)
    if here is None:
        return []
    same = sorted([here.id, *(one for one in here.alternative_to if one in known)])
    return [(name, variant) for name in same for variant in ("", *(one.id for one in known[name].variants))]


def strangers(session: Session) -> tuple[Pair, ...]:
    """Pairs who have met in the session and have only card numbers, which no memory beyond the day keeps."""
    reached = {step.id for step in session.reached}
    groups = {step: division for step, division in session.groups.items() if step in reached}
    met = meetings(replace(session, groups=groups)) if groups else {}
    return tuple(pair for pair, times in met.items() for _ in range(times) if any(name.isdecimal() for name in pair))
