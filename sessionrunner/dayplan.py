"""The plan of a day: which items it has, when, and what gives."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from sessionrunner.core import programme_day as days
from sessionrunner.core.day_offers import DayOffer, accepted, offers
from sessionrunner.core.open_points import unset
from sessionrunner.core.programme import Exercises, Item, Part, part
from sessionrunner.core.programme_day import Day, Row, State, Wall
from sessionrunner.core.progress import left_out
from sessionrunner.core.session import NotPossible


class PlanHost(Protocol):
    """What a day's plan needs from outside."""

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

    def keep(self, day: Day) -> None:
        """Return when the day as it stands is on this laptop's disk."""
        ...


class DayPlan:
    """Which items the day has, when, and what gives; every change is on disk before anybody is told."""

    def __init__(self, day: Day, host: PlanHost) -> None:
        self.day = day
        self._host = host
        self._before: Day | None = None
        self.swaps = Swaps(self, lambda: host.known)
        """Other exercises and variants for the places to come."""
        self.earlier = Earlier(self, host)
        """What the group has done before."""
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
        return days.last_date(self.day) if days.is_old(self.day, self._host.wall()) else None

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


class Earlier:
    """What the group has done on other days, held against what it is going to do."""

    def __init__(self, plan: DayPlan, host: PlanHost) -> None:
        self._plan, self._host = plan, host

    def left_out(self) -> tuple[str, ...]:
        """Titles of exercises before the coming one in its series that the group has not done, today included."""
        coming = self._plan.coming()
        if coming is None or coming.part.exercise is None:
            return ()
        today = [self._plan.day.programme.items[number].exercise for number in self._plan.day.held]
        missing = left_out(coming.part.exercise, self._host.known.values(), [*self._host.done, *today])
        return tuple(exercise.title for exercise in missing)

    def done_before(self, row: Row) -> date | None:
        """When the group did this item's exercise last; None when it has not, or that is not known."""
        return self._host.done.get(row.part.item.exercise) if row.state is not State.DONE else None


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


def choices_for(item: Item, known: Exercises) -> list[tuple[str, str]]:
    """Exercise and variant: the one in place with its variants, then its alternatives."""
    here = known.get(item.exercise)
    if here is None:
        return []
    same = sorted([here.id, *(one for one in here.alternative_to if one in known)])
    return [(name, variant) for name in same for variant in ("", *(one.id for one in known[name].variants))]
