"""A whole day as lines: its plan between the exercises, each exercise as the lines of a single session."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sessionrunner.core.commands import Next
from sessionrunner.core.session import Stage
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.daydesk import DayDesk
from sessionrunner.desk import Desk
from sessionrunner.host import Checklists
from sessionrunner.locale import Catalogue
from sessionrunner.plain.before_day import BeforeDay
from sessionrunner.plain.console import PlainConsole
from sessionrunner.plain.day_plan import PlanLines
from sessionrunner.plain.old_day import settled
from sessionrunner.ports import Delivery


class UnknownDayCommand(SessionRunnerError):
    """A line that is no command between exercises."""

    cause = "programme.unknown-command"


@dataclass(frozen=True, slots=True)
class Outside:
    """What the lines need from outside."""

    say: Callable[[str], None]
    seed: Callable[[], int]
    """A number to draw groups with."""
    people: Callable[[str], tuple[str, ...]]
    """Names from what was written."""
    checklists: Checklists
    """What has been ticked off before the day."""
    today: date


class PlainDay:
    """Leads a day from lines of text."""

    def __init__(self, day: DayDesk, words: Catalogue, outside: Outside) -> None:
        self._day = day
        self._words = words
        self._outside = outside
        self._plan = PlanLines(day, words, outside.people)
        before = BeforeDay(day, words, outside.checklists, outside.today)
        self._over = False
        self._commands: Mapping[str, Callable[[str], Iterator[str]]] = {
            "next": self._next,
            "plan": self._plan.plan,
            "before": before.listed,
            "tick": before.tick,
            "day": before.held,
            "ways": self._plan.ways,
            "give": self._plan.give,
            "skip": self._plan.skip,
            "swap": self._plan.swap,
            "people": self._plan.here,
            "minutes": self._plan.minutes,
            "undo": self._plan.undo,
            "end": self._end,
            "help": self._help,
            "quit": self._quit,
        }

    def run(self, lines: Iterator[str]) -> None:
        """Take commands until the day is ended or left, or the lines end; what has not ended can be resumed."""
        answer = settled(self._day, self._words, self._outside.say, lines)
        if answer != "continue":
            self._say(self._end("") if answer == "end" else self._quit(""))
            return
        under_way = self._day.desk
        if under_way is not None and self._day.day.session:
            self._lead(under_way, lines)
        self._tell_plan()
        while not self._over and (line := next(lines, None)) is not None:
            self._take(line)
            desk = self._day.desk
            if desk is not None and self._day.day.session:
                self._lead(desk, lines)
                self._tell_plan()

    def _tell_plan(self) -> None:
        if not self._over:
            self._say(self._plan.plan(""))

    def _say(self, lines: Iterator[str]) -> None:
        for line in lines:
            self._outside.say(line)

    def _take(self, line: str) -> None:
        name, _, rest = line.strip().partition(" ")
        if not name:
            return
        try:
            self._say(self._command(name)(rest.strip()))
        except SessionRunnerError as error:
            self._outside.say(self._words.explain(error))

    def _command(self, name: str) -> Callable[[str], Iterator[str]]:
        named = {self._words(f"programme.command.{english}"): english for english in self._commands}
        english = named.get(name.casefold(), name.casefold())
        if english not in self._commands:
            raise UnknownDayCommand(command=name)
        return self._commands[english]

    def _lead(self, desk: Desk, lines: Iterator[str]) -> None:
        """The exercise's own lines until it has ended; whoever leaves it leaves the day, to be resumed."""
        console = PlainConsole(desk, self._words, self._outside.say, self._outside.seed)
        console.run(_while_open(desk, lines))
        self._over = desk.session.stage is not Stage.CLOSED or self._day.desk is desk

    def _next(self, rest: str) -> Iterator[str]:
        """Begin the next item; in a break, end it and go straight on."""
        if waiting := self._day.points.waiting():
            yield self._words("occasions.open.first", n=waiting)
            return
        pause = self._day.desk
        if pause is not None:
            pause.close()
        if self._day.plan.coming() is None:
            yield self._words("programme.all-done")
            return
        desk = self._day.begin()
        self._day.invite(desk)
        if not self._day.day.session:
            desk.handle(Next())
            yield self._words(
                "programme.break-until", title=desk.session.exercise.title, at=f"{desk.time.ends_at():%H:%M}"
            )
            if desk.audience.wall_url:
                yield self._words("plain.wall", url=desk.audience.wall_url)

    def _end(self, rest: str) -> Iterator[str]:
        """The day is over, whatever is left of it."""
        if self._day.desk is not None:
            self._day.desk.close()
        yield from end_lines(self._day.close(), self._words)
        self._over = True

    def _help(self, rest: str) -> Iterator[str]:
        for name in self._commands:
            yield f"{self._words(f'programme.command.{name}')}: {self._words(f'programme.help.{name}')}"

    def _quit(self, rest: str) -> Iterator[str]:
        yield self._words("programme.left")
        self._over = True


def _while_open(desk: Desk, lines: Iterator[str]) -> Iterator[str]:
    """Lines as long as the session is not over and safe."""
    while desk.session.stage is not Stage.CLOSED or desk.keeping.trouble is not None:
        line = next(lines, None)
        if line is None:
            return
        yield line


def end_lines(delivery: Delivery, words: Catalogue) -> Iterator[str]:
    """Where the day's summary is."""
    if delivery.delivered and delivery.place:
        yield words("programme.saved", place=str(delivery.place))
        if delivery.overview_waits:
            yield words("overview.waiting.busy")
    elif delivery.kept:
        yield words("programme.kept", place=str(delivery.kept))
        if delivery.trouble:
            yield words.explain(delivery.trouble)
    else:
        yield words("programme.nothing")
