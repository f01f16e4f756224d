"""Where minutes come from and where they go."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sessionrunner.core import bargain, timeline
from sessionrunner.core.bargain import Cost, Offer
from sessionrunner.core.commands import AddTime, Back, Next, Taken, Undo
from sessionrunner.core.exercise import Mode
from sessionrunner.core.session import Session
from tests.core.rooms import TEXT, Hour, a_step, an_exercise, minutes, refusal
from tests.core.strategies import hours

HOUR = an_exercise(
    a_step("talk", 10),
    a_step("pairs", 5, Mode.GROUPS, least=minutes(3)),
    a_step("long", 20),
    a_step("write", 10, Mode.ALONE, collect=(TEXT,)),
    a_step("end", 5, Mode.SUMMARY, protect=True),
)
amounts = st.integers(1, 900).map(lambda seconds: timedelta(seconds=seconds))
slacks = st.none() | st.integers(-600, 900).map(lambda seconds: timedelta(seconds=seconds))


def an_hour() -> Hour:
    """The talk, five minutes in."""
    return Hour(HOUR).give(Next()).wait(minutes=5)


def more(hour: Hour, length: float, slack: timedelta | None = None) -> list[tuple[Taken, ...]]:
    return [offer.taken for offer in bargain.more(hour.session, hour.now, minutes(length), slack)]


def whole(session: Session) -> timedelta:
    return sum((timeline.allotted(session, step) for step in session.exercise.steps), timedelta())


def every_offer(hour: Hour, length: timedelta, slack: timedelta | None) -> list[Offer]:
    ways = (bargain.more, bargain.less, bargain.catch_up, bargain.spend)
    return [offer for way in ways for offer in way(hour.session, hour.now, length, slack)]


@given(hours, amounts, slacks)
def test_minutes_are_conserved(hour: Hour, length: timedelta, slack: timedelta | None) -> None:
    """What one step gets another gives, or the end moves, and by just as much as the offer says."""
    for offer in every_offer(hour, length, slack):
        before, end = whole(hour.session), timeline.time_to_end(hour.session, hour.now)
        hour.give(offer.command)
        assert whole(hour.session) - before == offer.length - sum((one.length for one in offer.taken), timedelta())
        assert timeline.time_to_end(hour.session, hour.now) - end == offer.end
        hour.give(Undo())


@given(hours, amounts, slacks)
def test_no_step_goes_below_its_least(hour: Hour, length: timedelta, slack: timedelta | None) -> None:
    """Nor below what has been used of it, nor does a protected one shrink; the steps before are left alone."""
    later = hour.session.exercise.steps[hour.session.position + 1 :]
    for offer in every_offer(hour, length, slack):
        for taken in offer.taken:
            step = next(step for step in later if step.id == taken.step)
            assert taken.length <= timeline.spare(hour.session, step, hour.now)


@given(st.sets(st.sampled_from(["pairs", "long", "write", "end"])), amounts)
def test_protected_steps_never_shrink(safe: set[str], length: timedelta) -> None:
    """Whichever steps an exercise protects, no offer takes from them."""
    steps = tuple(replace(step, protect=step.id in safe) for step in HOUR.steps)
    for offer in every_offer(Hour(replace(HOUR, steps=steps)).give(Next()), length, None):
        assert not [one for one in offer.taken if one.step in safe and one.length > timedelta()]


@given(hours, amounts, st.integers(0, 900).map(lambda seconds: timedelta(seconds=seconds)))
def test_the_end_never_passes_a_fixed_point_unless_the_leader_says_so(
    hour: Hour, length: timedelta, slack: timedelta
) -> None:
    """An offer that passes it says by how much, and never stands before one that does not."""
    for way in (bargain.more, bargain.less, bargain.catch_up, bargain.spend):
        offers = way(hour.session, hour.now, length, slack)
        assert all(offer.past == max(offer.end - slack, timedelta()) for offer in offers)
        assert [bool(offer.past) for offer in offers] == sorted(bool(offer.past) for offer in offers)


@given(hours, amounts, slacks)
def test_an_accepted_offer_is_one_thing_to_undo(hour: Hour, length: timedelta, slack: timedelta | None) -> None:
    """The step and those that gave come back together."""
    before = hour.session
    for offer in every_offer(hour, length, slack):
        assert hour.give(offer.command).give(Undo()).session == before


def test_it_is_taken_where_it_hurts_least() -> None:
    """Two of twenty before two of five; what is written and what must be kept come last or not at all."""
    assert more(an_hour(), 2)[0] == (Taken("long", minutes(2)),)
    assert more(an_hour(), 2)[1:] == [(Taken("pairs", minutes(2)),), (Taken("write", minutes(2)),), ()]


def test_what_no_step_can_give_alone_is_taken_from_as_few_as_can() -> None:
    """Ten of a room that can give eight and two and four."""
    assert more(an_hour(), 10) == [(Taken("long", minutes(8)), Taken("pairs", minutes(2))), ()]


def test_what_nobody_can_give_moves_the_end() -> None:
    """Twenty, where fourteen can be found: six later."""
    hour = an_hour()
    first = bargain.more(hour.session, hour.now, minutes(20))[0]
    assert sum((one.length for one in first.taken), timedelta()) == minutes(14)
    assert first.end == minutes(6)


def test_time_that_is_free_is_taken_first() -> None:
    """The room is booked five minutes longer than the exercise: nobody needs to give anything."""
    assert more(an_hour(), 2, slack=minutes(5))[0] == ()
    assert more(an_hour(), 7, slack=minutes(5))[0] == (Taken("long", minutes(7)),)


def test_in_the_last_step_only_the_end_can_move() -> None:
    """And past the time when the room must be left it says so."""
    hour = Hour(HOUR).go_to("end")
    (only,) = bargain.more(hour.session, hour.now, minutes(3), minutes(1))
    assert (only.taken, only.end, only.past) == ((), minutes(3), minutes(2))


def test_what_is_given_back_goes_first_to_those_who_gave() -> None:
    """Then the end is earlier, then any other step."""
    hour = an_hour().give(AddTime(minutes(2), (Taken("pairs", minutes(2)),)))
    offers = bargain.less(hour.session, hour.now, minutes(2))
    assert [offer.taken for offer in offers][:2] == [(Taken("pairs", minutes(-2)),), ()]
    assert offers[0].length == minutes(-2)


def test_no_more_is_given_back_than_there_is() -> None:
    """Five minutes are left; ten cannot be given. When none is left there is no offer."""
    hour = an_hour()
    assert bargain.less(hour.session, hour.now, minutes(10))[0].length == minutes(-5)
    late = hour.wait(minutes=6)
    assert bargain.less(late.session, late.now, minutes(1)) == ()


def test_lost_time_is_caught_up_from_later_steps() -> None:
    """The current step keeps what it has; the end comes back to where it was."""
    hour = an_hour().wait(minutes=8)
    offer = bargain.catch_up(hour.session, hour.now, timeline.behind(hour.session, hour.now))[0]
    assert offer.taken == (Taken("long", minutes(3)),)
    assert timeline.behind(hour.give(offer.command).session, hour.now) == timedelta()


def test_time_gained_is_spent_where_the_leader_says() -> None:
    """Here, or in any later step; none when the room is not ahead."""
    hour = an_hour().give(Next())
    ahead = -timeline.behind(hour.session, hour.now)
    assert ahead == minutes(5)
    offers = bargain.spend(hour.session, hour.now, ahead)
    assert (offers[0].length, offers[0].taken) == (minutes(5), ())
    assert [offer.taken for offer in offers[1:]] == [(Taken(step, minutes(-5)),) for step in ("long", "write", "end")]
    assert bargain.spend(hour.session, hour.now, timedelta()) == ()


def test_before_the_start_there_is_nothing_to_bargain_about() -> None:
    """In the lobby no clock runs."""
    hour = Hour(HOUR)
    assert every_offer(hour, minutes(1), None) == []
    assert bargain.overtime(hour.session, hour.now) is None


def test_overtime_says_what_it_costs() -> None:
    """One and a half minutes over are taken from the long step, if the leader agrees."""
    hour = an_hour()
    assert bargain.overtime(hour.session, hour.now) is None
    hour.wait(minutes=6.5)
    assert bargain.overtime(hour.session, hour.now) == Cost(minutes(1.5), (Taken("long", minutes(1.5)),), timedelta())


def test_overtime_that_nobody_can_give_moves_the_end() -> None:
    """Fourteen minutes can be found for twenty."""
    hour = an_hour().wait(minutes=25)
    cost = bargain.overtime(hour.session, hour.now)
    assert cost is not None
    assert (cost.over, cost.rest) == (minutes(20), minutes(6))


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (AddTime(minutes(1), (Taken("talk", minutes(1)),)), "no-later-step"),
        (AddTime(minutes(1), (Taken("nothing", minutes(1)),)), "no-later-step"),
        (AddTime(minutes(1), (Taken("end", minutes(1)),)), "nothing-to-spare"),
        (AddTime(minutes(3), (Taken("pairs", minutes(3)),)), "nothing-to-spare"),
        (AddTime(minutes(-6), (Taken("pairs", minutes(-6)),)), "no-time-left"),
        (AddTime(timedelta(), (Taken("pairs", timedelta(days=-1)),)), "too-much-time"),
    ],
)
def test_what_cannot_be_taken_is_refused(command: AddTime, why: str) -> None:
    """Whoever asks: not from what has been, not from what is protected, not below the least."""
    assert refusal(an_hour(), command) == why


@given(hours, amounts)
def test_a_step_that_was_begun_gives_only_what_it_has_not_used(hour: Hour, length: timedelta) -> None:
    """Going back does not give used minutes away."""
    hour.give_if_possible(Next())
    hour.give_if_possible(Next())
    assume(hour.give_if_possible(Back()))
    left = hour.session.next_step
    assert left is not None
    assert timeline.spare(hour.session, left, hour.now) <= max(
        timeline.allotted(hour.session, left) - timeline.used(hour.session, left, hour.now), timedelta()
    )
