"""What must be in place before a day, as lines: numbered, with dates, ticked off one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.daydesk import DayDesk
from sessionrunner.host import Checklists
from sessionrunner.locale import Catalogue, due_dates
from sessionrunner.locale.checklist import Task, late, long_day, tasks_of_day


class NoSuchTask(SessionRunnerError):
    """A number that nothing on the list has."""

    cause = "before.no-such-task"


class NoSuchDay(SessionRunnerError):
    """What was written is no date."""

    cause = "before.no-date"


@dataclass(frozen=True, slots=True)
class BeforeDay:
    """Commands about what has to be done before the day; each gives what there is to say afterwards."""

    day: DayDesk
    words: Catalogue
    checklists: Checklists
    today: date

    def listed(self, rest: str) -> Iterator[str]:
        """Everything, with its number and whether it is ticked off."""
        prepared, tasks = self.checklists.of(self.day.day.programme), self._tasks()
        for number, task in enumerate(tasks, 1):
            yield f"{number}. [{'x' if task.key in prepared.done else ' '}] {task.text}"
        held = prepared.held
        yield self.words("before.day-said", day=long_day(self.words, held)) if held else self.words("before.no-day")
        if behind := late(tasks, prepared.done, self.today):
            yield self.words("before.late", n=behind)
        yield self.words("before.how")

    def tick(self, rest: str) -> Iterator[str]:
        """Tick the task with this number off, or take its tick away."""
        tasks, programme = self._tasks(), self.day.day.programme
        if not rest.isdecimal() or not 1 <= int(rest) <= len(tasks):
            raise NoSuchTask(given=rest)
        prepared = self.checklists.of(programme)
        done = prepared.done ^ {tasks[int(rest) - 1].key}
        self.checklists.keep(programme, replace(prepared, done=done))
        yield from self.listed("")

    def held(self, rest: str) -> Iterator[str]:
        """Say which day it will be; the list has dates from then on."""
        try:
            day = due_dates.read(rest, self.today)
        except ValueError:
            raise NoSuchDay(given=rest) from None
        if day is None:
            raise NoSuchDay(given=rest)
        programme = self.day.day.programme
        self.checklists.keep(programme, replace(self.checklists.of(programme), held=day))
        yield from self.listed("")

    def _tasks(self) -> list[Task]:
        exercises = [part.exercise for part in self.day.plan.parts() if part.exercise]
        listed = tasks_of_day(self.words, exercises, self.checklists.of(self.day.day.programme).held)
        # On the screens a key does this; here it is a command of its own.
        spoken = self.words("before.check-network")
        return [replace(task, text=spoken) if task.key == "check:network" else task for task in listed]
