"""Rules for what became of earlier decisions."""

from dataclasses import replace
from datetime import timedelta

from sessionrunner.core import commands
from sessionrunner.core.cleaning import clean
from sessionrunner.core.discussion import STEP
from sessionrunner.core.exercise import Exercise, Keep, Mode, Notes, Step
from sessionrunner.core.followup import Status, Update
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.state import Instant, Session, Stage


def _follow_first(command: commands.FollowFirst, session: Session, now: Instant) -> Session:
    require(session.stage is Stage.LOBBY, "already-started")
    require(bool(session.decisions), "nothing-to-follow-up")
    without = without_follow_up(session.exercise)
    if command.minutes <= 0:
        return replace(session, exercise=without)
    length = timedelta(minutes=command.minutes)
    notes = Notes(command.say, command.do, command.if_quiet)
    step = Step(STEP, command.title, Mode.FOLLOW_UP, length, notes=notes, wall=command.task)
    opened = replace(without, steps=(step, *without.steps), minutes=without.minutes + length)
    return replace(session, exercise=opened)


def without_follow_up(exercise: Exercise) -> Exercise:
    """The exercise as it is without the step that was put first."""
    first = exercise.steps[0]
    if first.id != STEP:
        return exercise
    return replace(exercise, steps=exercise.steps[1:], minutes=exercise.minutes - (first.minutes or timedelta()))


def _discuss(command: commands.Discuss, session: Session, now: Instant) -> Session:
    _require_known(session, command.key)
    return replace(session, discussed=command.key)


def _update_lesson(command: commands.UpdateLesson, session: Session, now: Instant) -> Session:
    """Said again, it replaces what was said; the next decision that has not been taken up is then up."""
    require(session.stage is Stage.RUNNING, "not-started")
    _require_known(session, command.key)
    update = Update(command.key, command.status, clean(command.note))
    require(bool(update.note) or command.status is not Status.DROPPED, "why-dropped")
    others = tuple(one for one in session.updates if one.lesson != command.key)
    return replace(session, updates=(*others, update), discussed="")


def _set_follow_up(command: commands.SetFollowUp, session: Session, now: Instant) -> Session:
    """The room's yes to the summary stands: when to meet again is often agreed on after it."""
    require(session.exercise.keep is not Keep.NOTHING, "keeps-nothing")
    require(session.stage is Stage.RUNNING, "not-started")
    return replace(session, follow_up=command.day)


def _require_known(session: Session, key: str) -> None:
    require(any(one.key == key for one in session.decisions), "no-such-decision")


RULES: dict[type, Rule] = {
    commands.FollowFirst: _follow_first,
    commands.Discuss: _discuss,
    commands.UpdateLesson: _update_lesson,
    commands.SetFollowUp: _set_follow_up,
}
