"""Rooms to test in: an exercise with every kind of step, and an hour that is led by giving commands."""

from datetime import timedelta
from typing import Any

from sessionrunner.core import timeline
from sessionrunner.core.commands import Command, Next, Open, Undo
from sessionrunner.core.exercise import (
    Exercise,
    GroupRule,
    Mode,
    Notes,
    Question,
    QuestionKind,
    Rounds,
    SizeRange,
    Step,
    Table,
    TurnsPer,
)
from sessionrunner.core.session import START, Event, Instant, NotPossible, Session, apply, undo
from sessionrunner.core.timeline import Lap

SECRET = "SECRET"
"""Stands in everything that only the leader may see."""


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def names(count: int) -> tuple[str, ...]:
    return tuple(f"P{number}" for number in range(1, count + 1))


def a_step(step_id: str, length: float | None = 10, mode: Mode = Mode.PLENARY, **more: Any) -> Step:
    """A step with secrets in everything that is the leader's."""
    return Step(
        step_id,
        f"Title of {step_id}",
        mode,
        None if length is None else minutes(length),
        notes=Notes(f"{SECRET} say", f"{SECRET} do", f"{SECRET} quiet"),
        questions=(f"{SECRET} question",),
        wall=f"Task of {step_id}",
        **more,
    )


def an_exercise(*steps: Step) -> Exercise:
    total = sum((step.minutes or timedelta() for step in steps), timedelta())
    return Exercise("test/hour", "The hour", "Test", total, steps, purpose=("To test",), goals=(f"{SECRET} goal",))


TEXT = Question("text", "What do you take with you?", QuestionKind.TEXT)
SCALE = Question("scale", "How useful was it?", QuestionKind.SCALE)
CHOICE = Question("choice", "Which?", QuestionKind.CHOICE, options=("ja", "nej"))
FOUR_TABLES = tuple(Table(f"Table {number}", f"Statement {number}") for number in range(1, 5))
ROUNDS = Rounds(minutes(4), minutes(1))

HOUR = an_exercise(
    a_step("start", 3),
    a_step("tables", 19, Mode.TABLES, tables=FOUR_TABLES, rounds=ROUNDS),
    a_step("pairs", 5, Mode.GROUPS, groups=GroupRule(SizeRange(2, 3), new=True)),
    a_step("write", 3, Mode.ALONE, collect=(TEXT, SCALE)),
    a_step("again", 5, Mode.GROUPS, groups=GroupRule(SizeRange(2, 3), reporter=True, same_as="pairs")),
    a_step("turns", None, Mode.TURNS, turn=minutes(2)),
    a_step("teams", None, Mode.TURNS, turn=minutes(3), turns_per=TurnsPer.GROUP, groups=GroupRule(SizeRange(4, 6))),
    a_step("write-more", 2, Mode.ALONE, collect=(TEXT, CHOICE)),
    a_step("end", 5, Mode.SUMMARY),
)


class Hour:
    """An hour under way: what has been given, when, and the session it has led to."""

    def __init__(self, exercise: Exercise = HOUR, people: tuple[str, ...] = names(14), threshold: int = 5) -> None:
        self.now = START
        self.events: list[Event] = []
        self.session = Session(exercise)
        self.give(Open(people, seed=1, threshold=threshold))

    def wait(self, *, seconds: float = 0, minutes: float = 0) -> "Hour":
        """Let time pass."""
        self.now = Instant(self.now + timedelta(seconds=seconds, minutes=minutes))
        return self

    def give(self, *given: Command) -> "Hour":
        """Give commands now; NotPossible when one makes no sense."""
        for command in given:
            undoing = isinstance(command, Undo)
            self.session = undo(self.session, self.events) if undoing else apply(self.session, command, self.now)
            self.events.append(Event(self.now, "2026-11-21T09:00:00+01:00", command))
        return self

    def give_if_possible(self, command: Command) -> bool:
        """Give a command as a nervous leader does; False when it was refused, and nothing has happened then."""
        try:
            self.give(command)
        except NotPossible:
            return False
        return True

    def go_to(self, step_id: str) -> "Hour":
        """Press Next until the step is there."""
        while self.session.step is None or self.session.step.id != step_id:
            self.give(Next())
        return self


def left(hour: Hour) -> timedelta:
    """What the current step has left."""
    return timeline.remaining(hour.session, hour.now)


def behind(hour: Hour) -> timedelta:
    """How late the room is."""
    return timeline.behind(hour.session, hour.now)


def the_lap(hour: Hour) -> Lap:
    """The round or turn under way."""
    lap = timeline.lap(hour.session, hour.now)
    assert lap is not None
    return lap


def refusal(hour: Hour, command: Command) -> str:
    """Why the command is refused; empty when it is not. Nothing may change by a refusal."""
    before = hour.session
    try:
        hour.give(command)
    except NotPossible as why:
        assert hour.session == before
        return why.cause.removeprefix("not-possible.")
    return ""
