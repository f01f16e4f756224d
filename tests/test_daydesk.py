"""The desk for a whole day: on disk before it is told, people carried over, nothing given without a yes."""

from dataclasses import replace
from datetime import date, time

import pytest

from sessionrunner.core.commands import Next, SetPeople
from sessionrunner.core.exercise import GroupRule, Mode, SizeRange, StepLength, Variant
from sessionrunner.core.programme import Item, Programme
from sessionrunner.core.programme_day import Day, State
from sessionrunner.core.session import NotPossible
from sessionrunner.daydesk import DayDesk
from tests.core.rooms import a_step, an_exercise, minutes
from tests.fake_day import FakeDay
from tests.fakes import FakeClock

PAIRS = a_step("pairs", 10, Mode.GROUPS, groups=GroupRule(SizeRange(2, 3)))
FIRST = replace(an_exercise(PAIRS, a_step("end", 5)), id="t/first", alternative_to=("t/other", "t/gone"))
LONG = Variant("long", "Long", minutes=minutes(40), steps=(StepLength("talk", minutes(40)),))
OTHER = replace(an_exercise(a_step("talk", 30)), id="t/other", title="Other", variants=(LONG,))
ITEMS = (Item("t/first"), Item(pause="Fika", minutes=minutes(20)), Item("t/other"))
PEOPLE = ("1", "2", "3", "4")


def a_day(*items: Item, end: time | None = None) -> tuple[DayDesk, FakeDay]:
    host = FakeDay([FIRST, OTHER])
    programme = Programme("day", "A day", items or ITEMS, end=end)
    return DayDesk(Day("abcdef01", host.wall().date(), programme, PEOPLE), host), host


def held(day: DayDesk) -> None:
    """The next exercise, from its first step to its end."""
    desk = day.begin()
    while desk.session.next_step is not None:
        desk.handle(Next())
    desk.close()


def test_an_item_that_is_over_is_on_disk_before_anything_is_removed() -> None:
    """The day moves on by itself when the record is safe, and its summary is told."""
    day, host = a_day()
    desk = day.begin()
    assert (day.desk, host.kept[-1].session) == (desk, "12345678")
    desk.handle(Next())
    desk.close()
    assert (day.desk, day.day.position, host.kept[-1].held[0].session) == (None, 1, "12345678")
    assert host.told == [False]


def test_people_who_came_or_left_are_carried_over() -> None:
    """Whoever sits in the room when an exercise ends is who the next one begins with."""
    day, _ = a_day()
    desk = day.begin()
    desk.handle(Next())
    desk.handle(SetPeople((*PEOPLE, "5")))
    desk.close()
    assert day.day.people == (*PEOPLE, "5")
    day.plan.set_people(("1", "2", "3"))
    assert day.begin().session.people == ("1", "2", "3")


def test_who_has_met_is_remembered_for_the_rest_of_the_day() -> None:
    """People with card numbers, whom no other memory holds; an exercise without groups adds nobody."""
    day, _ = a_day(Item("t/first"), Item("t/other"))
    held(day)
    assert len(day.day.met) == 2
    held(day)
    assert len(day.day.met) == 2


def test_only_one_item_is_under_way() -> None:
    """A second key press opens nothing, and after the last item there is nothing to open."""
    day, _ = a_day(Item("t/first"))
    day.begin()
    with pytest.raises(NotPossible):
        day.begin()
    assert day.desk is not None
    day.desk.handle(Next())
    day.desk.close()
    assert day.plan.coming() is None
    with pytest.raises(NotPossible):
        day.begin()


def test_the_clock_of_the_session_under_way_moves_the_day() -> None:
    """Before it starts, its planned length counts; then what it says itself."""
    day, host = a_day()
    desk = day.begin()
    before = day.plan.table()[1].starts
    desk.handle(Next())
    host.clock.advance(minutes=12)
    assert day.plan.table()[1].starts - before == minutes(2)


def test_another_exercise_is_chosen_in_turn() -> None:
    """Its alternative, that one's variants, and round again; what is over or has no alternative stays."""
    day, _ = a_day()
    assert [day.plan.swaps.swap(0), day.plan.swaps.swap(1)] == [True, False]
    assert day.day.programme.items[0].exercise == "t/other"
    held(day)
    assert not day.plan.swaps.swap(0)
    assert day.plan.swaps.swap(2) and day.day.programme.items[2].variant == "long"


def test_a_change_of_the_plan_can_be_taken_back() -> None:
    """Once, and not after something else has begun."""
    day, _ = a_day()
    assert not day.plan.undo()
    day.plan.skip()
    assert day.day.position == 1 and day.plan.undo() and day.day.position == 0
    day.plan.skip()
    day.begin()
    assert not day.plan.undo()


def test_nothing_gives_before_the_leader_has_said_yes() -> None:
    """Looking at the offers changes nothing; taking one does."""
    day, _ = a_day(*ITEMS, end=(FakeClock().wall() + minutes(60)).time())
    lengths = [part.length for part in day.plan.parts()]
    offers = day.plan.offers()
    assert offers and [part.length for part in day.plan.parts()] == lengths
    day.plan.accept(offers[0])
    assert [wall.slack for wall in day.plan.walls()] == [minutes(0)]


def test_a_day_can_end_early() -> None:
    """What is left waits for another day; the summary is told for the last time."""
    day, host = a_day()
    held(day)
    assert [row.state for row in day.plan.table()] == [State.DONE, State.LATER, State.LATER]
    day.close()
    assert host.told == [False, True]


def test_the_order_of_a_series_is_told_and_never_forced() -> None:
    """What was done on another day, or earlier today, counts; the exercise can be begun whatever is left out."""
    day, host = a_day(Item("t/other"), Item("t/first"))
    host.known = {one.id: replace(one, series="S", alternative_to=()) for one in (FIRST, OTHER)}
    assert day.plan.earlier.left_out() == (FIRST.title,)
    host.done["t/first"] = date(2026, 11, 2)
    assert day.plan.earlier.left_out() == ()
    coming = day.plan.table()[1]
    assert day.plan.earlier.done_before(coming) == date(2026, 11, 2)
    host.done.clear()
    held(day)
    assert (day.day.position, day.plan.earlier.left_out()) == (1, ())
    held(day)
    assert (day.plan.earlier.left_out(), day.plan.earlier.done_before(day.plan.table()[1])) == ((), None)


def test_open_points_are_given_their_minutes_before_the_exercise_and_that_can_be_taken_back() -> None:
    """The plan shows the whole length, and the session is as long as was said."""
    day, host = a_day(Item("t/open"))
    meeting = an_exercise(a_step("start", 5), a_step("why", None, open=True), a_step("plan", None, open=True))
    host.known["t/open"] = replace(meeting, id="t/open")
    assert day.points.waiting() == 2
    day.points.share_out(21)
    assert (day.points.waiting(), day.plan.table()[0].part.length) == (0, minutes(26))
    assert day.plan.undo() and day.points.waiting() == 2
    day.points.share_out(20)
    assert [step.minutes for step in day.begin().session.exercise.steps] == [minutes(5), minutes(10), minutes(10)]


def test_nothing_is_asked_of_a_break_or_of_an_exercise_with_lengths() -> None:
    """Nor when everything is over."""
    day, _ = a_day(Item(pause="Fika", minutes=minutes(20)))
    day.points.share_out(10)
    assert (day.points.waiting(), day.day.agreed) == (0, {})
