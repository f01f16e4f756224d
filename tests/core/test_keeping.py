"""Routes that were announced hold when somebody comes or leaves in the middle of a rotation."""

from hypothesis import assume, given
from hypothesis import strategies as st

from sessionrunner.core.commands import Next, SetPeople
from sessionrunner.core.exercise import Mode
from sessionrunner.core.groups import Division
from sessionrunner.core.rotation import hosted, seatings, table_of
from tests.core.rooms import FOUR_TABLES, ROUNDS, Hour, a_step, an_exercise, names
from tests.core.test_public import CAFE

CAROUSEL = an_exercise(a_step("cafe", 19, Mode.TABLES, tables=FOUR_TABLES, rounds=ROUNDS))


def division(hour: Hour) -> Division:
    """Who belongs to which table's group now."""
    return hour.session.groups["cafe"]


def ways(hour: Hour) -> dict[str, list[int | None]]:
    """Everybody's tables, round by round."""
    rounds = seatings(division(hour), 4, hour.session.exercise.steps[0].host_stays)
    return {name: [table_of(seating, name) for seating in rounds] for name in hour.session.people}


def roles(hour: Hour) -> dict[str, tuple[str, bool]]:
    """Each person's group, and whether they are its host."""
    return {name: (group.label, name == group.host) for group in division(hour).groups for name in group.members}


@given(st.integers(10, 40), st.data())
def test_who_stays_in_a_cafe_walks_on_as_announced(people: int, data: st.DataObject) -> None:
    """Whoever leaves or comes: the others sit where they sat and go where they were told to go."""
    hour = Hour(CAFE, names(people)).give(Next()).wait(minutes=6)
    ways_before, roles_before = ways(hour), roles(hour)
    gone = data.draw(st.sets(st.sampled_from(names(people)), max_size=3))
    left = tuple(name for name in names(people) if name not in gone)
    hour.give(SetPeople(left))
    assume(hosted(division(hour), 4))
    hour.give(SetPeople((*left, *(f"New {number}" for number in range(len(gone))))))
    same = [name for name in left if roles(hour)[name] == roles_before[name]]
    assert len(same) >= len(left) - 2 * len(gone)
    assert {name: ways(hour)[name] for name in same} == {name: ways_before[name] for name in same}


@given(st.integers(10, 40), st.data())
def test_after_any_change_everybody_sits_somewhere_once_and_guests_see_every_table(
    people: int, data: st.DataObject
) -> None:
    """Nobody is lost between those who have left, and nobody comes to a table twice."""
    hour = Hour(CAFE, names(people)).give(Next())
    for _ in range(3):
        here = data.draw(st.sets(st.sampled_from(names(44)), min_size=8))
        hour.give(SetPeople(tuple(sorted(here))))
    rounds = seatings(division(hour), 4, host_stays=True)
    for seating in rounds:
        assert sorted(name for table in seating.tables for name in table) == sorted(hour.session.people)
    travelling = [name for name, (_, host) in roles(hour).items() if not (host and hosted(division(hour), 4))]
    assert all(len(set(ways(hour)[name])) == 4 for name in travelling)


def test_a_newcomer_takes_over_the_route_that_was_left() -> None:
    """So that the tables stay as even as they were."""
    hour = Hour(CAFE, names(16)).give(Next())
    leaver = next(name for name, (_, host) in roles(hour).items() if not host)
    way = ways(hour)[leaver]
    there = tuple(name for name in names(16) if name != leaver)
    hour.give(SetPeople(there), SetPeople((*there, "Newcomer")))
    assert ways(hour)["Newcomer"] == way


def test_a_group_walks_on_as_announced_when_the_one_before_it_is_gone() -> None:
    """Eight people at four tables: one leaves, the other half of the pair joins a pair, the last pair goes on."""
    hour = Hour(CAROUSEL, names(8)).give(Next()).wait(minutes=6)
    before, leaving = ways(hour), division(hour).groups[1].members[0]
    hour.give(SetPeople(tuple(name for name in names(8) if name != leaving)))
    assert [group.label for group in division(hour).groups] == ["A", "C", "D"]
    for group in division(hour).groups:
        assert all(ways(hour)[name] == before[group.members[0]] for name in group.members)


def test_where_nobody_has_come_or_left_nothing_is_noted() -> None:
    """A division is the same before and after, so that a print and the wall agree."""
    hour = Hour(CAFE, names(14)).give(Next())
    before = division(hour)
    assert division(hour.give(SetPeople(names(14)))) == before
