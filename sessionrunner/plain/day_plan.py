"""The plan of a day as lines between its exercises: what comes when, what gives, and who is here."""

from collections.abc import Callable, Iterator

from sessionrunner.core import arrivals
from sessionrunner.core.open_points import open_minutes
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.daydesk import DayDesk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.day_lines import offer_line, plan_lines, wall_line
from sessionrunner.locale.phrases import day


class NoSuchChoice(SessionRunnerError):
    """A number that nothing has."""

    cause = "programme.no-such-choice"


class PlanLines:
    """Commands that look at the plan and change it; each gives what there is to say afterwards."""

    def __init__(self, day: DayDesk, words: Catalogue, people: Callable[[str], tuple[str, ...]]) -> None:
        """``people`` makes names of what was written."""
        self._day = day
        self._words = words
        self._people = people

    def plan(self, rest: str) -> Iterator[str]:
        """Every item with its time, what is late, and what to know before the coming one."""
        yield from plan_lines(self._day.day, self._day.plan.table(), self._words)
        yield from (wall_line(wall, self._words) for wall in self._day.plan.walls()[:1])
        if self._day.plan.offers():
            yield self._words("programme.late")
        yield from self._before()
        yield self._words("programme.what-now" if self._day.plan.coming() else "programme.all-done")

    def ways(self, rest: str) -> Iterator[str]:
        """What can give, each with the number to choose it by."""
        offers = self._day.plan.offers()
        if not offers:
            yield self._words("programme.nothing-missing")
        for number, offer in enumerate(offers, 1):
            yield f"{number}. {offer_line(offer, self._words)}"

    def give(self, rest: str) -> Iterator[str]:
        """Let the way with this number give."""
        offers = self._day.plan.offers()
        if not rest.isdecimal() or not 1 <= int(rest) <= len(offers):
            raise NoSuchChoice(given=rest)
        self._day.plan.accept(offers[int(rest) - 1])
        yield from self.plan("")

    def skip(self, rest: str) -> Iterator[str]:
        """Leave the coming item for another day."""
        self._day.plan.skip()
        yield from self.plan("")

    def swap(self, rest: str) -> Iterator[str]:
        """The item with this number, or the one that comes next."""
        coming = self._day.plan.coming()
        number = int(rest) - 1 if rest.isdecimal() else coming.number if coming else -1
        if not 0 <= number < len(self._day.plan.parts()) or not self._day.plan.swaps.swap(number):
            raise NoSuchChoice(given=rest)
        yield from self.plan("")

    def here(self, rest: str) -> Iterator[str]:
        """These are here from now on."""
        change = arrivals.read(self._day.day.people, rest)
        self._day.plan.set_people(self._people(", ".join(change.people) if change else rest))
        yield from self.plan("")

    def minutes(self, rest: str) -> Iterator[str]:
        """How long the points of the coming exercise may take together."""
        minutes = open_minutes(rest)
        if minutes is None or not self._day.points.waiting():
            raise NoSuchChoice(given=rest)
        self._day.points.share_out(minutes)
        yield from self.plan("")

    def undo(self, rest: str) -> Iterator[str]:
        """Take the latest change of the plan back."""
        if not self._day.plan.undo():
            raise NoSuchChoice(given="")
        yield from self.plan("")

    def _before(self) -> Iterator[str]:
        """Whether the coming exercise has been done, and what has been left out before it; nothing is stopped."""
        coming = self._day.plan.coming()
        when = self._day.plan.earlier.done_before(coming) if coming else None
        if coming and when:
            yield self._words("programme.done-before", title=coming.part.title, date=day(when, self._words))
        if missing := self._day.plan.earlier.left_out():
            yield self._words("programme.left-out", titles=", ".join(missing))
