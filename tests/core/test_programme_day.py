"""A day under way: plan, slack to the next wall, and what gives when it is late; never anything by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.day_offers import DayOffer, Gives, accepted, offers
from sessionrunner.core.programme import Item, Programme
from sessionrunner.core.programme_day import (
    Day,
    Held,
    Row,
    State,
    behind,
    day_parts,
    ended,
    is_old,
    last_date,
    renewed,
    rows,
    skip,
    started,
    swapped,
    walls,
)
from tests.core.rooms import a_step, an_exercise, minutes

TALK = replace(an_exercise(a_step("talk", 20), a_step("more", 10), a_step("end", 5, protect=True)), id="t/talk")
OTHER = replace(an_exercise(a_step("talk", 50)), id="t/other")
KNOWN = {"t/talk": TALK, "t/other": OTHER}
TALKING, COFFEE = Item("t/talk"), Item(pause="Fika", minutes=minutes(20), least=minutes(15))
LUNCH = Item(pause="Lunch", minutes=minutes(60), at=time(10))
MORNING = Programme("day", "A day", (TALKING, COFFEE, TALKING, LUNCH, TALKING), start=time(8, 30), end=time(12))
DAY = Day("abcdef01", date(2026, 11, 21), MORNING, ("1", "2", "3", "4"))


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 21, hour, minute, tzinfo=UTC)


def table(day: Day, now: datetime, ends: datetime | None = None) -> tuple[Row, ...]:
    return rows(day, day_parts(day, KNOWN), now, ends)


def led(now: datetime, programme: Programme = MORNING) -> Day:
    """The first exercise is over now."""
    day = started(replace(DAY, programme=programme), at(8, 30), "11111111")
    return ended(day, Held(at(8, 30), now, TALK.title, "11111111"), (("1", "2"),))


def ways(day: Day, now: datetime) -> list[tuple[str, list[int], int]]:
    """What gives, so many minutes of each, and what is still missing."""
    found = offers(day, table(day, now))
    return [(one.gives.value, [cut.length // minutes(1) for cut in one.cuts], one.past // minutes(1)) for one in found]


def test_a_day_is_planned_from_its_start_and_waits_at_its_walls() -> None:
    """Before it begins, the plan stands; lunch is at ten and not before."""
    assert [row.starts for row in table(DAY, at(8))] == [at(8, 30), at(9, 5), at(9, 25), at(10), at(11)]
    assert [row.planned for row in table(DAY, at(8, 50))] == [row.starts for row in table(DAY, at(8))]


def test_a_late_start_is_seen_at_the_next_wall() -> None:
    """Ten minutes late at nine is ten minutes missing at ten; the end has its own slack."""
    late = replace(DAY, programme=replace(MORNING, items=(TALKING, COFFEE, TALKING, replace(LUNCH, at=time(10, 5)))))
    found = walls(late, table(late, at(8, 40)))
    assert [(wall.number, wall.at, wall.slack) for wall in found] == [
        (3, at(10, 5), minutes(-5)),
        (4, at(12), minutes(50)),
    ]


def test_a_day_without_times_begins_when_it_begins() -> None:
    """No start, no walls: nothing is late before anything has begun."""
    free = replace(DAY, programme=replace(MORNING, items=(TALKING, COFFEE), start=None, end=None))
    assert behind(table(free, at(13))) == minutes(0)
    assert (walls(free, table(free, at(13))), offers(free, table(free, at(13)))) == ((), ())


def test_the_item_under_way_pushes_what_comes_after() -> None:
    """What the session itself says of its end counts, else its planned length."""
    day = started(DAY, at(8, 30), "11111111")
    assert [row.state for row in table(day, at(8, 40))[:2]] == [State.NOW, State.LATER]
    assert table(day, at(8, 40))[1].starts == at(9, 5)
    assert table(day, at(8, 40), at(9, 15))[1].starts == at(9, 15)
    assert behind(table(day, at(9, 20))) == minutes(15)


def test_what_is_over_keeps_its_real_times() -> None:
    """Planned and actual stand beside each other."""
    first = table(led(at(9, 12)), at(9, 13))[0]
    assert (first.state, first.planned, first.starts, first.ends) == (State.DONE, at(8, 30), at(8, 30), at(9, 12))
    assert led(at(9, 12)).met == (("1", "2"),)


def test_the_last_item_is_behind_only_when_it_runs_over() -> None:
    """After it nothing is late."""
    only = replace(MORNING, items=(TALKING,), end=None)
    day = started(replace(DAY, programme=only), at(8, 30))
    assert behind(table(day, at(8, 40))) == minutes(0)
    assert behind(table(day, at(9, 10))) == minutes(5)
    done = ended(day, Held(at(8, 30), at(9, 10), TALK.title))
    assert done.over and behind(table(done, at(9, 30))) == minutes(0)


def test_a_break_alone_is_enough_when_little_is_missing() -> None:
    """Three minutes late: the coffee gives three, or the exercise does, or lunch waits."""
    day = led(at(9, 8))
    assert ways(day, at(9, 8)) == [("breaks", [3], 0), ("exercises", [3], 0), ("wall", [], 3)]


def test_more_takes_both_and_then_a_whole_exercise() -> None:
    """Fifteen minutes late: breaks and exercises together; at twenty-two an exercise has to wait for another day."""
    assert ways(led(at(9, 20)), at(9, 20)) == [
        ("both", [5, 10], 0),
        ("one", [35], 0),
        ("breaks", [5], 10),
        ("exercises", [12], 3),
        ("wall", [], 15),
    ]
    assert [gives for gives, _, past in ways(led(at(9, 27)), at(9, 27)) if not past] == ["one"]


def test_where_only_breaks_can_give_nothing_is_said_twice() -> None:
    """Both together would be the same offer again."""
    breaks = replace(MORNING, items=(TALKING, COFFEE, LUNCH))
    assert ways(led(at(9, 50), breaks), at(9, 50)) == [("breaks", [5], 5), ("wall", [], 10)]


def test_what_ends_before_an_earlier_wall_is_left_alone() -> None:
    """A shorter coffee before lunch does not help the afternoon: it only makes people wait for lunch."""
    tight = replace(MORNING, end=time(11, 30))
    found = offers(replace(DAY, programme=tight), table(replace(DAY, programme=tight), at(8)))
    assert {cut.number for offer in found for cut in offer.cuts} <= {3, 4}


def test_a_wall_that_may_be_passed_is_a_wall_no_more() -> None:
    """The leader says so; lunch then comes when it comes, and the end can be given up too."""
    day, now = led(at(9, 20)), at(9, 20)
    found = offers(day, table(day, now))
    late = accepted(day, found[-1], table(day, now))
    assert table(late, now)[3].starts == at(10, 15)
    assert [wall.number for wall in walls(late, table(late, now))] == [5]
    assert walls(replace(late, passed=frozenset({3, 5})), table(late, now)) == ()


def test_an_exercise_that_is_left_for_another_day_takes_no_time() -> None:
    """It is told as skipped, and the day goes on after it."""
    day, now = led(at(9, 27)), at(9, 27)
    (offer,) = [one for one in offers(day, table(day, now)) if one.gives is Gives.ONE]
    after = accepted(day, offer, table(day, now))
    assert [row.state for row in table(after, now)][:3] == [State.DONE, State.LATER, State.SKIPPED]
    assert skip(after, 1).position == 3


def test_another_exercise_takes_its_place_and_its_time() -> None:
    """An alternative is fifty minutes instead of thirty-five; what was agreed for the first does not follow."""
    day = swapped(replace(DAY, agreed={2: minutes(30), 0: minutes(32)}), 2, "t/other")
    assert [part.length for part in day_parts(day, KNOWN)][:3] == [minutes(32), minutes(20), minutes(50)]


late_starts = st.integers(0, 120)
lengths = st.lists(st.integers(10, 90), min_size=1, max_size=6)


@st.composite
def days(draw: st.DrawFn) -> tuple[Day, datetime]:
    """Exercises and breaks in any order, a wall or two, and a morning that is more or less late."""
    items = draw(st.lists(st.sampled_from([TALKING, COFFEE, Item("t/other")]), min_size=1, max_size=6))
    wall = draw(st.integers(0, len(items) - 1))
    items[wall] = replace(items[wall], at=time(9 + draw(st.integers(0, 2)), draw(st.sampled_from([0, 20, 45]))))
    end = draw(st.sampled_from([None, time(12), time(14)]))
    programme = Programme("day", "A day", tuple(items), start=time(8, 30), end=end)
    return replace(DAY, programme=programme), at(8, 30) + timedelta(seconds=draw(st.integers(0, 7200)))


@given(days())
def test_minutes_are_conserved(drawn: tuple[Day, datetime]) -> None:
    """What is given and what is still missing make what was missing, and not more than a minute more."""
    day, now = drawn
    for offer in offers(day, table(day, now)):
        taken = sum((cut.length for cut in offer.cuts), timedelta())
        missing = -offer.wall.slack
        assert offer.gives is Gives.ONE or missing <= taken + offer.past < missing + minutes(1)


@given(days())
def test_nothing_goes_below_its_least(drawn: tuple[Day, datetime]) -> None:
    """Breaks and steps keep what they cannot do without."""
    day, now = drawn
    for offer in offers(day, table(day, now)):
        after = accepted(day, offer, table(day, now))
        assert all(part.length >= part.least for part in day_parts(after, KNOWN))


@given(days())
def test_no_wall_is_passed_unless_the_leader_says_so(drawn: tuple[Day, datetime]) -> None:
    """An offer without anything missing makes the wall hold; one with something missing says how much."""
    day, now = drawn
    for offer in offers(day, table(day, now)):
        after = accepted(day, offer, table(day, now))
        left = {wall.number: wall.slack for wall in walls(after, table(after, now))}
        assert _holds(offer, left)


def _holds(offer: DayOffer, left: dict[int, timedelta]) -> bool:
    if offer.gives is Gives.WALL:
        return offer.wall.number not in left
    if not left:
        return True  # the only exercise was given up: nothing is left that could be late
    slack = left.get(offer.wall.number)
    return slack is not None and slack >= -offer.past


@given(days())
def test_looking_changes_nothing(drawn: tuple[Day, datetime]) -> None:
    """The plan and the offers are the same however often they are asked for."""
    day, now = drawn
    assert offers(day, table(day, now)) == offers(day, table(day, now))
    assert all(one.ends <= other.starts for one, other in zip(table(day, now), table(day, now)[1:], strict=False))


def test_a_day_taken_up_on_a_later_date_counts_from_now() -> None:
    """What is over stays as it was; what is left begins now, is not late, and waits for no old clock time."""
    over = led(at(9, 10))
    later = at(15) + timedelta(days=3)
    again = renewed(over, day_parts(over, KNOWN), later)
    seen = table(again, later)
    assert (seen[0].starts, seen[1].starts, seen[3].wall) == (at(8, 30), later, None)
    assert behind(seen) == timedelta()
    assert walls(again, seen) == ()
    assert renewed(started(over, at(9, 10)), day_parts(over, KNOWN), later).began == later


def test_a_day_is_from_the_date_it_was_last_about() -> None:
    """Its own until it is taken up on another."""
    over = led(at(9, 10))
    again = renewed(over, day_parts(over, KNOWN), at(15) + timedelta(days=3))
    assert (last_date(DAY), last_date(over), last_date(again)) == (DAY.date, DAY.date, date(2026, 11, 24))


def test_a_day_that_goes_on_over_midnight_is_not_from_an_earlier_date() -> None:
    """The night's people are still there; next morning somebody is asked, and a plan for yesterday is old at once."""
    evening, midnight = led(at(23, 50)), at(0, 5) + timedelta(days=1)
    assert not is_old(evening, at(23, 55)) and not is_old(evening, midnight)
    assert not is_old(started(evening, at(23, 55)), at(5, 50) + timedelta(days=1))
    assert is_old(evening, at(8) + timedelta(days=1)) and is_old(DAY, midnight)
    assert not is_old(renewed(evening, day_parts(evening, KNOWN), midnight + minutes(1)), midnight + minutes(2))
