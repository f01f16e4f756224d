"""Turns: everybody knows who has the word, and who is next."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given

from sessionrunner.core import timeline
from sessionrunner.core.commands import Back, DrawGroups, Next, PassOver, SetPeople, Undo
from sessionrunner.core.exercise import GroupRule, Mode, SizeRange
from sessionrunner.core.public import public_view
from sessionrunner.core.session import Session
from sessionrunner.core.speaking import Speakers, order, speakers
from tests.core.rooms import Hour, a_step, an_exercise, minutes, names, refusal
from tests.core.strategies import hours

TURNS = an_exercise(a_step("start", 3), a_step("turns", None, Mode.TURNS, turn=minutes(2)), a_step("end", 5))


def turns(people: int = 5) -> Hour:
    return Hour(TURNS, names(people)).go_to("turns")


def queue(session: Session) -> tuple[str, ...]:
    return order(session, session.exercise.step("turns"))


def now(hour: Hour) -> Speakers:
    found = public_view(hour.session, hour.now).speakers
    assert found is not None
    return found


def test_everybody_has_one_turn() -> None:
    """Nobody is forgotten and nobody speaks twice."""
    assert sorted(queue(turns().session)) == sorted(names(5))


def test_the_order_is_drawn_and_not_the_list() -> None:
    """Who stands first on the list need not always begin; another draw is another order."""
    drawn = [queue(Hour(TURNS, names(8)).give(DrawGroups(seed)).session) for seed in range(4)]
    assert len({names(8), *drawn}) == 5


def test_the_word_goes_round_by_itself() -> None:
    """Ann speaks, then Bo; nobody has to keep a list."""
    hour = turns()
    first, second, third = queue(hour.session)[:3]
    assert now(hour) == Speakers(first, second)
    assert now(hour.wait(minutes=2)) == Speakers(second, third)


def test_after_the_last_there_is_nobody() -> None:
    """The last turn says so, and goes on until the leader ends it."""
    hour = turns().wait(minutes=30)
    assert now(hour) == Speakers(queue(hour.session)[-1], "")


def test_whoever_is_passed_over_comes_last() -> None:
    """Somebody has gone for coffee: the next one speaks, and the turn comes back at the end."""
    hour = turns()
    first, *others = queue(hour.session)
    assert queue(hour.wait(seconds=20).give(PassOver()).session) == (*others, first)


def test_the_next_one_gets_a_whole_turn() -> None:
    """The half minute that went to looking for somebody is not taken from a colleague."""
    hour = turns().wait(seconds=150).give(PassOver())
    lap = timeline.lap(hour.session, hour.now)
    assert lap is not None
    assert (lap.number, lap.remaining) == (2, minutes(2))


def test_passing_over_is_undone() -> None:
    """The wrong key costs nothing."""
    hour = turns()
    before = hour.session
    assert hour.wait(seconds=9).give(PassOver(), Undo()).session == before


def test_the_last_one_cannot_be_passed_over() -> None:
    """There is nobody to give the word to."""
    assert refusal(turns().wait(minutes=9), PassOver()) == "nobody-after"
    assert refusal(turns().give(Next()), PassOver()) == "no-turns"


def test_who_comes_late_speaks_last() -> None:
    """The order that the room has heard stands."""
    hour = turns()
    before = queue(hour.session)
    assert queue(hour.give(SetPeople((*names(5), "Ny"))).session) == (*before, "Ny")


def test_who_leaves_loses_only_a_turn_to_come() -> None:
    """Whoever has spoken has spoken: the word does not jump when they leave."""
    hour = turns().wait(minutes=3)
    first, second, third, *_ = before = queue(hour.session)
    hour.give(SetPeople(tuple(name for name in names(5) if name not in (first, third))))
    assert queue(hour.session) == tuple(name for name in before if name != third)
    assert now(hour).now == second


def test_the_word_goes_on_when_whoever_has_it_leaves() -> None:
    """A turn for an empty chair helps nobody; the next one gets a whole turn."""
    hour = turns().wait(minutes=1)
    first, second, *_ = queue(hour.session)
    hour.give(SetPeople(tuple(name for name in names(5) if name != first)))
    lap = timeline.lap(hour.session, hour.now)
    assert now(hour).now == second
    assert lap is not None and lap.remaining == minutes(2)


def test_groups_take_turns_by_their_letters() -> None:
    """Each group reports once, group A first."""
    hour = Hour().go_to("teams")
    assert order(hour.session, hour.session.exercise.step("teams")) == ("A", "B", "C")
    assert now(hour) == Speakers("A", "B", groups=True)


def test_where_people_sit_in_groups_the_word_goes_group_by_group() -> None:
    """Nobody has to walk across the room between two turns."""
    rule = GroupRule(SizeRange(2, 3))
    step = a_step("turns", None, Mode.TURNS, turn=minutes(2), groups=rule)
    hour = Hour(an_exercise(step), names(6)).go_to("turns")
    seats = [name for group in hour.session.groups["turns"].groups for name in group.members]
    assert list(queue(hour.session)) == seats


def test_going_back_gives_the_word_to_the_same_one() -> None:
    """A step pressed too early is not a new draw."""
    hour = turns().wait(minutes=3)
    before = now(hour)
    assert now(hour.give(Next()).wait(minutes=1).give(Back())) == before


def test_nobody_is_named_where_no_turns_are_taken() -> None:
    """In plenary, and in groups whose number is not known, no name is shown."""
    hour = Hour(TURNS, names(5))
    assert speakers(hour.session, 1) is None
    assert speakers(hour.give(Next()).session, 1) is None
    groupless = replace(turns().session, queues={"turns": ()})
    assert speakers(groupless, 1) is None


@given(hours)
def test_somebody_has_the_word_as_long_as_turns_are_taken(hour: Hour) -> None:
    """Whatever is pressed, and whoever comes and goes."""
    step = hour.session.step
    if step is not None and step.mode is Mode.TURNS:
        queue = order(hour.session, step)
        assert now(hour).now in queue
        assert len(set(queue)) == len(queue)
        assert timeline.planned(hour.session, step) == (step.turn or timedelta()) * len(queue)
