"""Rules for the room: who is here and how they sit."""

from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.plan import divisions
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.rules.moving import seated
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.state import Instant, Session, Stage
from sessionrunner.core.variants import varied


def _open(command: commands.Open, session: Session, now: Instant) -> Session:
    require(session.stage is Stage.LOBBY, "already-started")
    threshold = max(command.threshold, FLOOR)
    exercise = varied(session.exercise, command.variant)
    opened = replace(session, exercise=exercise, people=command.people, seed=command.seed, threshold=threshold)
    return _divided(opened, keep=0)


def _set_people(command: commands.SetPeople, session: Session, now: Instant) -> Session:
    running = session.stage is Stage.RUNNING
    changed = seated(replace(session, people=command.people))
    return _divided(changed, keep=session.position + 1 if running else 0)


def _draw_groups(command: commands.DrawGroups, session: Session, now: Instant) -> Session:
    return _divided(replace(session, seed=command.seed), keep=session.position)


def _divided(session: Session, keep: int) -> Session:
    """Divide the room anew, but for the first ``keep`` steps: what has been done has been done."""
    steps = session.exercise.steps[:keep]
    kept = {step.id: session.groups[step.id] for step in steps if step.id in session.groups}
    return replace(session, groups=divisions(session.exercise, session.people, session.seed, kept))


RULES: dict[type, Rule] = {
    commands.Open: _open,
    commands.SetPeople: _set_people,
    commands.DrawGroups: _draw_groups,
}
