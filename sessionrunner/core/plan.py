"""The room's divisions over a whole exercise, planned before the first step."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sessionrunner.core.day import NOTHING_GIVEN, Day, Given, Round
from sessionrunner.core.exercise import Exercise, GroupRule, Step
from sessionrunner.core.groups import Division, Group, fit, over_tables, share, split
from sessionrunner.core.groups.division import Wish, loads
from sessionrunner.core.groups.reseating import can_keep, reseated
from sessionrunner.core.wishes import NO_WISHES, Wishes

Divisions = dict[str, Division]
"""By step id."""


def divisions(exercise: Exercise, people: tuple[str, ...], seed: int, given: Given = NOTHING_GIVEN) -> Divisions:
    """A division for every step that needs one, by step id; those that are kept stay as they are.

    Steps that ask for new company are planned together, so that an early one does not spoil a later one. Steps that
    do not ask are drawn by themselves. Then turns to report and to host are shared over all of them.
    """
    outline = _Outline.of(exercise, people, seed, given)
    return outline.finished(outline.day().drawn(seed))


def better(
    exercise: Exercise, people: tuple[str, ...], seed: int, given: Given = NOTHING_GIVEN
) -> Iterator[Divisions | None]:
    """Other plans than the first, a step of a millisecond or so at a time; None where a step found none.

    Ends when no plan can be better, else never: the caller stops it.
    """
    outline = _Outline.of(exercise, people, seed, given)
    if not outline.mixed:
        return
    for found in outline.day().improved(seed):
        yield outline.finished(found) if found is not None else None


@dataclass(frozen=True, slots=True)
class _Outline:
    """Which steps are drawn how, and what is known before those that ask for new company are drawn."""

    people: tuple[str, ...]
    given: Given
    drawn: tuple[Step, ...]
    """Steps that are drawn anew, in their order."""
    mixed: tuple[Step, ...]
    """Those of them that are drawn together."""
    copies: tuple[Step, ...]
    """Steps that keep the groups of another."""
    blind: Mapping[str, Division]
    """Steps that are drawn by themselves."""

    @staticmethod
    def of(exercise: Exercise, people: tuple[str, ...], seed: int, given: Given) -> "_Outline":
        """The outline of an exercise for these people."""
        wanted = [step for step in exercise.steps if divided(step) and step.id not in given.kept and people]
        known = {*given.kept, *(step.id for step in wanted)}
        copies = tuple(step for step in wanted if step.groups and step.groups.same_as in known)
        drawn = tuple(step for step in wanted if step not in copies)
        alone = [step for at, step in enumerate(drawn) if not _new(step) and (at or given.kept)]
        blind = {}
        for step in alone:
            (blind[step.id],) = _day([step], people, given).drawn(seed + exercise.steps.index(step))
        return _Outline(people, given, drawn, tuple(step for step in drawn if step not in alone), copies, blind)

    def day(self) -> Day:
        """The steps that are drawn together; a later step that is drawn by itself has no say."""
        before = {step.id for step in self.drawn[: self.drawn.index(self.mixed[-1])]} if self.mixed else set()
        met = [division for step_id, division in self.blind.items() if step_id in before]
        earlier = [group.members for one in [*self.given.kept.values(), *met] for group in one.groups]
        return _day(self.mixed, self.people, self.given, (*self.given.met, *earlier))

    def finished(self, drawn: Sequence[Division]) -> Divisions:
        """The whole plan, once these are the divisions of the steps that are drawn together."""
        kept = self.given.kept
        plan = {**kept, **self.blind, **{step.id: one for step, one in zip(self.mixed, drawn, strict=True)}}
        plan = _staffed(self.drawn, plan, loads(kept.values()))
        return copied(self.copies, plan, self.people, self.given.wishes)


def divided(step: Step) -> bool:
    """Whether the step divides the room."""
    return bool(step.tables or step.groups)


def copied(
    copies: Sequence[Step], plan: Mapping[str, Division], people: tuple[str, ...], wishes: Wishes = NO_WISHES
) -> Divisions:
    """The plan with the groups of these steps taken over from the steps they keep the groups of."""
    done = dict(plan)
    for step in copies:
        assert step.groups is not None and step.groups.same_as is not None  # what makes it a copy
        source = done[step.groups.same_as]
        here = sorted(name for group in source.groups for name in group.members) == sorted(people)
        wish = Wish(loads=loads(done.values()))
        # What a hand has arranged for those who are here is kept to the letter, somebody left alone too.
        done[step.id] = source if here else fit(_in_range(source, step, people, wishes), people, smallest(step), wish)
        done = _staffed([step], done, loads(division for step_id, division in done.items() if step_id != step.id))
    return done


def _in_range(source: Division, step: Step, people: tuple[str, ...], wishes: Wishes) -> Division:
    """The groups that a copy keeps, brought within its range for these people where that can be."""
    assert step.groups is not None  # what makes it a copy
    size = step.groups.size
    if not can_keep(source, len(people), size):
        return source
    return reseated(source, people, size, apart=wishes.apart, together=wishes.together)


def staffed(step: Step, plan: Mapping[str, Division]) -> Divisions:
    """The plan with the step's vacant roles given to those who have had fewest."""
    others = (division for step_id, division in plan.items() if step_id != step.id)
    return _staffed([step], dict(plan), loads(others))


def role_wish(step: Step, plan: Mapping[str, Division]) -> Wish:
    """The roles that the step asks for, and how often everybody has had one in the other steps."""
    others = tuple(division for step_id, division in plan.items() if step_id != step.id)
    return Wish(_reports(step), step.host_stays, loads=loads(others))


def smallest(step: Step) -> int:
    """Fewest people that the step wants in a group."""
    return step.groups.size.low if step.groups else 2


def _new(step: Step) -> bool:
    return step.groups is None or step.groups.new


def _reports(step: Step) -> bool:
    return step.groups.reporter if step.groups else bool(step.tables)


def _day(steps: Sequence[Step], people: tuple[str, ...], given: Given, met: Sequence[tuple[str, ...]] = ()) -> Day:
    rounds = tuple(_round(step, people, given.locked.get(step.id, ())) for step in steps)
    return Day(people, rounds, given.wishes, tuple(met))


def _round(step: Step, people: Sequence[str], locked: tuple[Group, ...]) -> Round:
    """The groups that are locked, and the sizes of the others."""
    left = len(people) - sum(len(group.members) for group in locked)
    if step.tables:
        return Round(over_tables(left, max(1, len(step.tables) - len(locked))), locked)
    assert step.groups is not None  # only steps with tables or a rule are divided
    return Round(_beside(left, step.groups) if locked else split(left, step.groups.size), locked)


def _beside(left: int, rule: GroupRule) -> tuple[int, ...]:
    """Sizes of the groups beside those that are locked: one more group may be undivided."""
    return (left,) if rule.size.low <= left <= rule.size.high else split(left, rule.size)


def _staffed(steps: Sequence[Step], plan: Divisions, already: Counter[str]) -> Divisions:
    """Vacant turns to host and then to report, shared as evenly as can be over all these steps."""
    for role, asked in (("host", lambda step: step.host_stays), ("reporter", _reports)):
        vacant = list(_vacant([step for step in steps if asked(step)], plan, role))
        held = already + loads(plan[step.id] for step in steps)
        turns = iter(share([_free(plan[step_id].groups[at]) for step_id, at in vacant], held))
        for step_id, at in vacant:
            groups = list(plan[step_id].groups)
            person = next(turns)
            groups[at] = replace(groups[at], host=person) if role == "host" else replace(groups[at], reporter=person)
            plan[step_id] = replace(plan[step_id], groups=tuple(groups))
    return plan


def _vacant(steps: Sequence[Step], plan: Divisions, role: str) -> Iterator[tuple[str, int]]:
    """Step and group wherever nobody has the role."""
    for step in steps:
        for at, group in enumerate(plan[step.id].groups):
            if getattr(group, role) is None:
                yield step.id, at


def _free(group: Group) -> tuple[str, ...]:
    """Those who have no role in the group yet; everybody when there is nobody else."""
    return tuple(name for name in group.members if name not in (group.host, group.reporter)) or group.members
