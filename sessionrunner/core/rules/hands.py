"""Rules for groups arranged by hand: move, swap, lock."""

from collections.abc import Mapping
from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.exercise import Step
from sessionrunner.core.groups import Division
from sessionrunner.core.plan import copied
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.seats import moved, swapped
from sessionrunner.core.state import Instant, Session, Stage


def _move_person(command: commands.MovePerson, session: Session, now: Instant) -> Session:
    """A move that breaks a wish is made all the same: the leader sees the room."""
    step, division = _open_step(session, command.step)
    mine = division.group_of(command.person)
    require(mine is not None, "nobody-there")
    require(any(group.label == command.group for group in division.groups), "no-such-group")
    require(mine is not None and mine.label != command.group, "already-in-group")
    return _arranged(session, step, moved(session.groups, step, command.person, command.group))


def _swap_people(command: commands.SwapPeople, session: Session, now: Instant) -> Session:
    step, division = _open_step(session, command.step)
    mine, yours = division.group_of(command.one), division.group_of(command.other)
    require(mine is not None and yours is not None, "nobody-there")
    require(mine != yours, "already-in-group")
    return _arranged(session, step, swapped(session.groups, step, command.one, command.other))


def _lock_group(command: commands.LockGroup, session: Session, now: Instant) -> Session:
    _, division = _open_step(session, command.step)
    require(any(group.label == command.group for group in division.groups), "no-such-group")
    return _locked(session, command.step, session.locked.get(command.step, frozenset()) | {command.group})


def _unlock_group(command: commands.UnlockGroup, session: Session, now: Instant) -> Session:
    locked = session.locked.get(command.step, frozenset())
    require(command.group in locked, "not-locked")
    return _locked(session, command.step, locked - {command.group})


def _locked(session: Session, step: str, labels: frozenset[str]) -> Session:
    return replace(session, locked={**session.locked, step: labels})


def _open_step(session: Session, step_id: str) -> tuple[Step, Division]:
    """The step and its groups; NotPossible when it has none, or is over."""
    first = session.position if session.stage is Stage.RUNNING else 0
    found = {step.id: step for step in session.exercise.steps[first:] if step.id in session.groups}
    require(step_id in found, "no-groups-there")
    return found[step_id], session.groups[step_id]


def _arranged(session: Session, step: Step, division: Division) -> Session:
    """The session with these groups in the step, and in the later ones that keep its groups and were not arranged."""
    groups: Mapping[str, Division] = {**session.groups, step.id: division}
    later = session.exercise.steps[session.exercise.steps.index(step) + 1 :]
    copies = [
        other
        for other in later
        if other.id in groups and other.groups and other.groups.same_as == step.id and other.id not in session.arranged
    ]
    groups = copied(copies, groups, session.people, session.wishes)
    return replace(session, groups=groups, arranged=session.arranged | {step.id})


RULES: dict[type, Rule] = {
    commands.MovePerson: _move_person,
    commands.SwapPeople: _swap_people,
    commands.LockGroup: _lock_group,
    commands.UnlockGroup: _unlock_group,
}
