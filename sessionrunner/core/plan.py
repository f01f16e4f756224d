"""The room's divisions over a whole exercise, planned before the first step."""

from collections.abc import Mapping

from sessionrunner.core.exercise import Exercise, GroupRule, Step
from sessionrunner.core.groups import Division, divide, divide_over_tables, fit
from sessionrunner.core.groups.division import Wish, loads


def divisions(
    exercise: Exercise, people: tuple[str, ...], seed: int, kept: Mapping[str, Division]
) -> dict[str, Division]:
    """A division for every step that needs one, by step id; those in ``kept`` stay as they are."""
    plan: dict[str, Division] = dict(kept)
    for number, step in enumerate(exercise.steps):
        if people and step.id not in plan and (step.tables or step.groups):
            plan[step.id] = _divide_for(step, people, seed + number, plan)
    return plan


def fitted(groups: Mapping[str, Division], step: Step, people: tuple[str, ...]) -> Division:
    """The step's division in ``groups``, with those who came and without those who left."""
    others = tuple(division for step_id, division in groups.items() if step_id != step.id)
    return fit(groups[step.id], people, _smallest(step.groups), _wish(step, others))


def _divide_for(step: Step, people: tuple[str, ...], seed: int, plan: Mapping[str, Division]) -> Division:
    rule = step.groups
    wish = _wish(step, tuple(plan.values()))
    if rule and rule.same_as is not None and rule.same_as in plan:
        return fit(plan[rule.same_as], people, _smallest(rule), wish)
    if step.tables:
        return divide_over_tables(people, len(step.tables), seed, wish)
    assert rule is not None  # the caller asks only for steps with tables or a rule
    return divide(people, rule.size, seed, wish)


def _wish(step: Step, earlier: tuple[Division, ...]) -> Wish:
    rule = step.groups
    reporter = rule.reporter if rule else bool(step.tables)
    return Wish(reporter, step.host_stays, earlier if rule is None or rule.new else (), loads(earlier))


def _smallest(rule: GroupRule | None) -> int:
    return rule.size.low if rule else 2
