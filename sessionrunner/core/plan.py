"""The room's divisions over a whole exercise, planned before the first step."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sessionrunner.core.exercise import Exercise, GroupRule, Step
from sessionrunner.core.groups import Division, Group, deals, fit, over_tables, share, split
from sessionrunner.core.groups.division import Wish, loads

Divisions = dict[str, Division]
"""By step id."""


def divisions(exercise: Exercise, people: tuple[str, ...], seed: int, kept: Mapping[str, Division]) -> Divisions:
    """A division for every step that needs one, by step id; those in ``kept`` stay as they are.

    Steps that ask for new company are planned together, so that an early one does not spoil a later one. Steps that
    do not ask are drawn by themselves. Then turns to report and to host are shared over all of them.
    """
    wanted = [step for step in exercise.steps if (step.tables or step.groups) and step.id not in kept and people]
    known = {**kept, **{step.id: Division() for step in wanted}}
    copies = [step for step in wanted if step.groups and step.groups.same_as in known]
    drawn = [step for step in wanted if step not in copies]
    blind = [step for at, step in enumerate(drawn) if not _new(step) and (at or kept)]
    plan: Divisions = dict(kept)
    for step in blind:
        plan[step.id] = deals(people, [_sizes(step, len(people))], seed + exercise.steps.index(step))[0]
    mixed = [step for step in drawn if step not in blind]
    before = {step.id for step in drawn[: drawn.index(mixed[-1])]} if mixed else set()
    earlier = [division for step_id, division in plan.items() if step_id in kept or step_id in before]
    sizes = [_sizes(step, len(people)) for step in mixed]
    plan.update(zip((step.id for step in mixed), deals(people, sizes, seed, earlier), strict=True))
    plan = _staffed(drawn, plan, loads(kept.values()))
    for step in copies:
        plan[step.id] = _copied(step, people, plan)
        plan = _staffed([step], plan, loads(division for step_id, division in plan.items() if step_id != step.id))
    return plan


def fitted(groups: Mapping[str, Division], step: Step, people: tuple[str, ...]) -> Division:
    """The step's division in ``groups``, with those who came and without those who left."""
    others = tuple(division for step_id, division in groups.items() if step_id != step.id)
    wish = Wish(_reports(step), step.host_stays, loads=loads(others))
    return fit(groups[step.id], people, _smallest(step.groups), wish)


def _new(step: Step) -> bool:
    return step.groups is None or step.groups.new


def _reports(step: Step) -> bool:
    return step.groups.reporter if step.groups else bool(step.tables)


def _smallest(rule: GroupRule | None) -> int:
    return rule.size.low if rule else 2


def _sizes(step: Step, people: int) -> tuple[int, ...]:
    if step.tables:
        return over_tables(people, len(step.tables))
    assert step.groups is not None  # only steps with tables or a rule are divided
    return split(people, step.groups.size)


def _copied(step: Step, people: tuple[str, ...], plan: Divisions) -> Division:
    """The groups of the step it keeps, of those who are here now."""
    assert step.groups is not None and step.groups.same_as is not None  # what makes it a copy
    return fit(plan[step.groups.same_as], people, _smallest(step.groups), Wish(loads=loads(plan.values())))


def _staffed(steps: list[Step], plan: Divisions, already: Counter[str]) -> Divisions:
    """Vacant turns to host and then to report, shared as evenly as can be over all these steps."""
    for role, asked in (("host", lambda step: step.host_stays), ("reporter", _reports)):
        vacant = list(_vacant([step for step in steps if asked(step)], plan, role))
        held = already + loads(plan[step.id] for step in steps)
        turns = iter(share([_free(plan[step_id].groups[at]) for step_id, at in vacant], held))
        for step_id, at in vacant:
            groups = list(plan[step_id].groups)
            person = next(turns)
            groups[at] = replace(groups[at], host=person) if role == "host" else replace(groups[at], reporter=person)
            plan[step_id] = Division(tuple(groups))
    return plan


def _vacant(steps: list[Step], plan: Divisions, role: str) -> Iterator[tuple[str, int]]:
    """Step and group wherever nobody has the role."""
    for step in steps:
        for at, group in enumerate(plan[step.id].groups):
            if getattr(group, role) is None:
                yield step.id, at


def _free(group: Group) -> tuple[str, ...]:
    """Those who have no role in the group yet; everybody when there is nobody else."""
    return tuple(name for name in group.members if name not in (group.host, group.reporter)) or group.members
