"""What a session asks of a new plan: what stays, what is wished for, and what contradicts itself."""

from collections.abc import Iterator
from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.acquaintance import judged
from sessionrunner.core.day import Day, Given, Round
from sessionrunner.core.groups import Division, Group, conflicts
from sessionrunner.core.plan import better
from sessionrunner.core.state import Session, Stage
from sessionrunner.core.text import Text
from sessionrunner.core.wishes import Wishes


def given(session: Session, keep: int) -> Given:
    """What the first ``keep`` steps, hands and locks have settled, and what is wished for."""
    ids = [step.id for step in session.exercise.steps]
    kept = {step: session.groups[step] for step in ids if step in session.groups and step in session.arranged}
    kept |= {step: session.groups[step] for step in ids[:keep] if step in session.groups}
    locked = {step: groups for step in session.locked if (groups := _locked(session, step))}
    return Given({step: kept[step] for step in ids if step in kept}, locked, session.wishes, session.met)


def _locked(session: Session, step: str) -> tuple[Group, ...]:
    """The step's locked groups, of those who are still here; one person alone is no group."""
    found = []
    for group in session.groups.get(step, Division()).groups:
        here = tuple(name for name in group.members if name in session.people)
        if group.label in session.locked[step] and len(here) > 1:
            reporter, host = (name if name in here else None for name in (group.reporter, group.host))
            found.append(replace(group, members=here, reporter=reporter, host=host))
    return tuple(found)


def wishes_in_conflict(session: Session, wishes: Wishes) -> Text | None:
    """Why these wishes cannot be met in some step, in words; None when they can."""
    first = session.position + 1 if session.stage is Stage.RUNNING else 0
    for step in session.exercise.steps[first:]:
        division = session.groups.get(step.id)
        if division is None:
            continue
        sizes = tuple(len(group.members) for group in division.groups)
        people = tuple(name for group in division.groups for name in group.members)
        found = conflicts(Day(people, (Round(sizes),), wishes).asked())
        if found:
            return Text("room.conflict", {"step": step.title, "reason": found[0].text(people)})
    return None


def improvements(session: Session) -> Iterator[commands.TakePlan | None]:
    """Plans that are better than the session's own, a step of a millisecond or so at a time; None in between.

    Nothing that the room has been told is changed, nor what has been arranged or locked. Ends when there can be no
    better plan, else never: the caller stops it.
    """
    first = session.position + 1 if session.stage is Stage.RUNNING else 0
    settled = given(session, first)
    best = judged(session)
    for plan in better(session.exercise, session.people, session.seed, settled):
        offered = None
        if plan is not None:
            found = judged(replace(session, groups=plan))
            if found.rank < best.rank:
                best = found
                changed = (step for step in plan if step not in settled.kept)
                offered = commands.TakePlan(tuple(commands.Planned(step, plan[step]) for step in changed))
        yield offered
