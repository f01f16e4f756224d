"""The room's divisions over a whole exercise, planned before the first step."""

from collections.abc import Mapping

from sessionrunner.core.exercise import Exercise, GroupRule, Step
from sessionrunner.core.groups import Division, divide, divide_over_tables
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


def _divide_for(step: Step, people: tuple[str, ...], seed: int, plan: Mapping[str, Division]) -> Division:
    rule = step.groups
    if rule and rule.same_as is not None and rule.same_as in plan:
        return plan[rule.same_as]
    earlier = tuple(plan.values())
    wish = Wish(_reports(step, rule), step.host_stays, earlier if rule is None or rule.new else (), loads(earlier))
    if step.tables:
        return divide_over_tables(people, len(step.tables), seed, wish)
    assert rule is not None  # the caller asks only for steps with tables or a rule
    return divide(people, rule.size, seed, wish)


def _reports(step: Step, rule: GroupRule | None) -> bool:
    return rule.reporter if rule else bool(step.tables)
