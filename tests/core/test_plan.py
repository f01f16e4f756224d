"""The room's divisions over a whole exercise."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.day import Given
from sessionrunner.core.exercise import GroupRule, Mode, SizeRange
from sessionrunner.core.groups import Division, Group
from sessionrunner.core.groups.division import loads
from sessionrunner.core.plan import divisions
from sessionrunner.core.seats import fitted
from sessionrunner.core.wishes import Wishes
from tests.core.rooms import FOUR_TABLES, HOUR, a_step, an_exercise, names
from tests.core.test_division import meetings

PAIRS = SizeRange(2, 2)


def two_times_pairs(new: bool, seed: int) -> Mapping[str, Division]:
    """Twelve people talk in pairs twice."""
    first = a_step("first", mode=Mode.GROUPS, groups=GroupRule(PAIRS))
    second = a_step("second", mode=Mode.GROUPS, groups=GroupRule(PAIRS, new=new))
    return divisions(an_exercise(first, second), names(12), seed)


@given(st.integers(2, 60), st.integers(0, 99))
def test_every_step_that_divides_the_room_has_everybody(people: int, seed: int) -> None:
    """Planned before the first step, so that the print and the wall agree."""
    plan = divisions(HOUR, names(people), seed)
    assert set(plan) == {"tables", "pairs", "again", "teams"}
    for division in plan.values():
        assert sorted(name for group in division.groups for name in group.members) == sorted(names(people))


def test_an_empty_room_has_no_plan() -> None:
    """There is nobody to divide yet."""
    assert divisions(HOUR, (), 1) == {}


def test_groups_that_are_kept_are_the_same_people() -> None:
    """Only the reporters that the step asks for are added."""
    plan = divisions(HOUR, names(14), 1)
    assert [group.members for group in plan["again"].groups] == [group.members for group in plan["pairs"].groups]
    assert all(group.reporter in group.members for group in plan["again"].groups)
    assert {group.reporter for group in plan["pairs"].groups} == {None}


def test_divisions_of_steps_already_led_stay() -> None:
    """What has been done has been done."""
    led = Division((Group("A", names(14)),))
    assert divisions(HOUR, names(14), 1, Given({"tables": led}))["tables"] is led


def test_groups_asked_to_be_new_are_new() -> None:
    """In a room of twelve nobody has to meet the same person twice, and without asking somebody does."""
    repeats = {
        new: sum(count - 1 for seed in range(10) for count in meetings(*two_times_pairs(new, seed).values()).values())
        for new in (True, False)
    }
    assert repeats == {True: 0, False: repeats[False]}
    assert repeats[False] > 0


def test_reporters_take_turns_over_the_hour() -> None:
    """Whoever reported at the tables does not report again while others have not."""
    tables = a_step("tables", mode=Mode.TABLES, tables=FOUR_TABLES)
    groups = a_step("groups", mode=Mode.GROUPS, groups=GroupRule(SizeRange(3, 3), reporter=True))
    plan = divisions(an_exercise(tables, groups), names(12), 1)
    reporters = [{group.reporter for group in plan[step].groups} for step in ("tables", "groups")]
    assert not reporters[0] & reporters[1]


def test_pairs_at_tables_may_stay_pairs_when_somebody_leaves() -> None:
    """Where the exercise asks for no size, two are enough."""
    step = a_step("tables", mode=Mode.TABLES, tables=FOUR_TABLES)
    seated = Division((Group("A", ("Anna", "Bo", "Cia")), Group("B", ("Dan", "Eva", "Fia")), Group("C", names(4))))
    here = ("Anna", "Bo", "Dan", "Eva", "Fia", *names(4))
    assert fitted({"tables": seated}, step, here, frozenset(), Wishes()).explanation == "2+3+4"


def test_those_who_report_for_groups_that_are_kept_go_on() -> None:
    """The same groups, the same reporters: nobody is asked twice."""
    rule = GroupRule(SizeRange(3, 3), reporter=True)
    again = GroupRule(SizeRange(3, 3), reporter=True, same_as="first")
    steps = a_step("first", mode=Mode.GROUPS, groups=rule), a_step("again", mode=Mode.GROUPS, groups=again)
    plan = divisions(an_exercise(*steps), names(12), 1)
    assert plan["again"] == plan["first"]


@given(st.integers(2, 4), st.integers(2, 5), st.integers(0, 99))
def test_over_a_day_turns_to_report_differ_by_one_at_most(size: int, groups: int, seed: int) -> None:
    """Five steps with a reporter in every group, planned before the first."""
    rule = GroupRule(SizeRange(size, size), reporter=True, new=True)
    day = an_exercise(*(a_step(f"s{number}", mode=Mode.GROUPS, groups=rule) for number in range(5)))
    turns = loads(divisions(day, names(size * groups), seed).values())
    counts = [turns[name] for name in names(size * groups)]
    assert max(counts) - min(counts) <= 1 or size * groups in (4, 6)


def test_a_division_early_in_the_day_does_not_spoil_a_later_one() -> None:
    """Sixteen people in fours, five times: the whole day is planned at once, and everybody meets everybody once."""
    rule = GroupRule(SizeRange(4, 4), new=True)
    day = an_exercise(*(a_step(f"s{number}", mode=Mode.GROUPS, groups=rule) for number in range(5)))
    assert set(meetings(*divisions(day, names(16), 7).values()).values()) == {1}
