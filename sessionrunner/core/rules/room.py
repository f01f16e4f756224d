"""Rules for the room: who is here, and how they are divided anew."""

from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.history import with_minutes
from sessionrunner.core.plan import divisions
from sessionrunner.core.planning import given, wishes_in_conflict
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.rules.moving import refitted, seated
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.rules.speaking import queued
from sessionrunner.core.state import Instant, NotPossible, Session, Stage
from sessionrunner.core.text import Text
from sessionrunner.core.variants import varied
from sessionrunner.core.wishes import Wishes


class WishesConflict(NotPossible):
    """What is asked for cannot be had: the message names the people and the step."""

    cause = "not-possible.wishes-conflict"

    def __init__(self, reason: Text) -> None:
        super().__init__("wishes-conflict", reason=reason)


def _open(command: commands.Open, session: Session, now: Instant) -> Session:
    require(session.stage is Stage.LOBBY, "already-started")
    exercise = with_minutes(varied(session.exercise, command.variant), command.lengths)
    exercise = replace(exercise, title=command.title or exercise.title)
    threshold = max(command.threshold, FLOOR)
    opened = replace(session, exercise=exercise, people=command.people, seed=command.seed, threshold=threshold)
    opened = replace(opened, met=command.met, decisions=command.decisions, before=command.before)
    return _divided(replace(opened, locked={}, arranged=frozenset()), keep=0)


def _set_people(command: commands.SetPeople, session: Session, now: Instant) -> Session:
    running = session.stage is Stage.RUNNING
    changed = seated(replace(session, people=command.people))
    keep = session.position + 1 if running else 0
    for step in changed.exercise.steps[keep:]:
        if step.id in changed.arranged:
            changed = refitted(changed, step)
    return queued(_divided(changed, keep), now)


def _draw_groups(command: commands.DrawGroups, session: Session, now: Instant) -> Session:
    """What was arranged by hand in these steps is drawn anew too; only what is locked stays."""
    anew = {step.id for step in session.exercise.steps[session.position :]}
    drawn = _divided(replace(session, seed=command.seed, arranged=session.arranged - anew), keep=session.position)
    return queued(drawn, now)


def _set_wishes(command: commands.SetWishes, session: Session, now: Instant) -> Session:
    """Wishes that cannot be met are refused by name; the groups that the room has been told stay."""
    wishes = _cleaned(command.wishes)
    wrong = wishes_in_conflict(session, wishes)
    if wrong is not None:
        raise WishesConflict(wrong)
    keep = session.position + 1 if session.stage is Stage.RUNNING else 0
    return _divided(replace(session, wishes=wishes), keep)


def _cleaned(wishes: Wishes) -> Wishes:
    """Nobody twice in a wish, and no wish about one person."""
    apart = (tuple(dict.fromkeys(names)) for names in wishes.apart)
    together = (tuple(dict.fromkeys(names)) for names in wishes.together)
    return replace(
        wishes,
        apart=tuple(dict.fromkeys(names for names in apart if len(names) > 1)),
        together=tuple(dict.fromkeys(names for names in together if len(names) > 1)),
    )


def _take_plan(command: commands.TakePlan, session: Session, now: Instant) -> Session:
    """Only before anybody has been told, and only where exactly those who are here have a seat."""
    first = session.position + 1 if session.stage is Stage.RUNNING else 0
    free = {step.id for step in session.exercise.steps[first:] if step.id in session.groups}
    for planned in command.plan:
        require(planned.step in free, "groups-already-told")
        seats = sorted(name for group in planned.division.groups for name in group.members)
        require(seats == sorted(session.people), "plan-for-others")
    plan = {planned.step: planned.division for planned in command.plan}
    arranged = session.arranged | (set(plan) if command.arranged else set())
    return replace(session, groups={**session.groups, **plan}, arranged=arranged)


def _forget_meetings(command: commands.ForgetMeetings, session: Session, now: Instant) -> Session:
    keep = session.position + 1 if session.stage is Stage.RUNNING else 0
    return _divided(replace(session, met=()), keep)


def _divided(session: Session, keep: int) -> Session:
    """Divide the room anew, but for the first ``keep`` steps and what was arranged: what was done has been done."""
    return replace(session, groups=divisions(session.exercise, session.people, session.seed, given(session, keep)))


RULES: dict[type, Rule] = {
    commands.Open: _open,
    commands.SetPeople: _set_people,
    commands.DrawGroups: _draw_groups,
    commands.SetWishes: _set_wishes,
    commands.TakePlan: _take_plan,
    commands.ForgetMeetings: _forget_meetings,
}
