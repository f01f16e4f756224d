"""What the room sees, and what it never sees."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum

import pytest
from hypothesis import given

from sessionrunner.core.ballot import About
from sessionrunner.core.commands import (
    AddHeading,
    Close,
    Next,
    OpenVote,
    Pause,
    PauseReason,
    PutLesson,
    Reveal,
    TakeNote,
)
from sessionrunner.core.exercise import GroupRule, LessonKind, Mode, SizeRange, Source, Step, TurnsPer
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.public import Place, PublicView, places, public_view
from sessionrunner.core.session import Stage
from sessionrunner.core.timeline import Pace
from tests.core.rooms import FOUR_TABLES, HOUR, ROUNDS, SCALE, SECRET, TEXT, Hour, a_step, an_exercise, minutes, names
from tests.core.strategies import hours

LESSON = Lesson("l1", LessonKind.IDEA, "Vi provar")
CAFE = an_exercise(a_step("cafe", 19, Mode.TABLES, tables=FOUR_TABLES, rounds=ROUNDS, host_stays=True))


def seen(hour: Hour) -> PublicView:
    return public_view(hour.session, hour.now)


def strings(value: object) -> Iterator[str]:
    """Every text anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    else:
        assert value is None or isinstance(value, int | Enum | timedelta | date), f"unknown to the search: {value!r}"


@given(hours)
def test_the_room_never_sees_what_is_the_leaders(hour: Hour) -> None:
    """Whatever has happened: no notes, no follow-up questions, no line jotted down."""
    hour.give(TakeNote(f"{SECRET} note"))
    found = list(strings(seen(hour)))
    assert "The hour" in found
    assert not [text for text in found if SECRET in text]


def test_the_search_for_secrets_finds_one() -> None:
    """The control: a secret in the task would be found."""
    leaky = an_exercise(replace(a_step("one"), wall=f"{SECRET} in the task"))
    assert any(SECRET in text for text in strings(seen(Hour(leaky).give(Next()))))


def test_nothing_from_where_the_exercise_comes_is_shown() -> None:
    """Source and package are the leader's business."""
    exercise = replace(HOUR, package=SECRET, series=SECRET, source=Source(SECRET, SECRET))
    assert not any(SECRET in text for text in strings(seen(Hour(exercise).give(Next()))))


def test_the_lobby_tells_what_is_to_come() -> None:
    """Exercise and purpose, no step yet."""
    view = seen(Hour())
    assert (view.stage, view.number, view.total, view.step, view.mode) == (Stage.LOBBY, 0, 9, "", None)
    assert (view.purpose, view.people, view.pace) == (("To test",), 14, Pace.CALM)


def test_a_step_under_way_tells_task_and_time() -> None:
    """What to do and how long there is."""
    view = seen(Hour().give(Next()).wait(minutes=1))
    assert (view.number, view.step, view.task, view.mode) == (1, "Title of start", "Task of start", Mode.PLENARY)
    assert (view.remaining, view.allotted) == (minutes(2), minutes(3))


def test_a_pause_is_told_with_its_reason() -> None:
    """The room knows why it waits."""
    assert seen(Hour().give(Next())).paused is None
    assert seen(Hour().give(Next(), Pause(PauseReason.BREAK))).paused is PauseReason.BREAK


def test_lessons_are_shown_while_the_room_sums_up_and_after() -> None:
    """Not during the other steps: the leader may jot one down before its time."""
    hour = Hour().give(Next(), PutLesson(LESSON))
    assert seen(hour).lessons == ()
    assert seen(hour.go_to("end")).lessons == (LESSON,)
    assert seen(hour.give(Close())).lessons == (LESSON,)


def test_the_form_appears_when_the_step_collects_and_stays_for_a_grace() -> None:
    """And says how long it stays once its step is left."""
    hour = Hour().go_to("write")
    form = seen(hour).form
    assert form is not None
    assert (form.step, form.questions, form.closes_in) == ("write", (TEXT, SCALE), None)
    form = seen(hour.give(Next()).wait(seconds=20)).form
    assert form is not None
    assert form.closes_in == timedelta(seconds=40)
    assert seen(hour.wait(seconds=41)).form is None


def test_the_form_of_the_step_under_way_comes_before_one_in_its_grace() -> None:
    """Two reflections in a row: the phones move on, whoever writes may finish."""
    hour = Hour(an_exercise(a_step("one", collect=(TEXT,)), a_step("two", collect=(SCALE,)))).go_to("two")
    form = seen(hour).form
    assert form is not None
    assert form.step == "two"


@pytest.mark.parametrize(("steps", "asks"), [(0, True), (4, True), (7, True), (8, False), (9, False)])
def test_whether_more_will_be_asked_is_told(steps: int, asks: bool) -> None:
    """From the lobby until the last questions are there; what is asked now does not count."""
    hour = Hour().give(*[Next()] * steps)
    assert seen(hour).asks_later is asks
    assert seen(hour.give(Close())).asks_later is False


def test_questions_that_wait_for_a_vote_will_be_asked() -> None:
    """Whoever has voted still has the step's own form to come, unless its answers have been opened."""
    hour = Hour(an_exercise(a_step("write", 3, Mode.ALONE, collect=(TEXT,)))).give(Next())
    assert not seen(hour).asks_later
    hour.give(AddHeading("a1", "One"), AddHeading("a2", "Two"), OpenVote("v1", About.HEADINGS))
    assert seen(hour).asks_later
    assert not seen(hour.give(Reveal("write"))).asks_later


def test_a_form_whose_answers_are_open_is_for_those_who_write() -> None:
    """It says so, counts down and is gone after a minute."""
    hour = Hour().go_to("write").give(Reveal("write"))
    form = seen(hour.wait(seconds=20)).form
    assert form is not None
    assert (form.late, form.closes_in) == (True, timedelta(seconds=40))
    assert seen(hour.wait(seconds=41)).form is None


def test_groups_are_shown_with_their_reporters() -> None:
    """Everybody finds their own name."""
    hour = Hour().go_to("again")
    shown = places(hour.session, hour.now)
    assert sorted(name for place in shown for name in place.members) == sorted(names(14))
    assert all(place.reporter in place.members and place.table is None for place in shown)


def test_a_step_without_groups_seats_nobody() -> None:
    """And the lobby neither."""
    assert places(Hour().session, Hour().now) == ()
    assert seen(Hour().give(Next())).places == ()


def test_groups_at_tables_know_what_lies_there_and_where_they_go_next() -> None:
    """Table by table, round by round; after the last there is nowhere to go."""
    hour = Hour().go_to("tables")
    first = seen(hour).places
    assert (first[0].table, first[0].statement, first[0].next_table) == ("Table 1", "Statement 1", "Table 2")
    second = seen(hour.wait(minutes=5)).places
    assert [place.table for place in second] == [place.next_table for place in first]
    assert {place.next_table for place in seen(hour.wait(minutes=10)).places} == {None}


def test_while_walking_a_group_is_still_told_from_where_to_where() -> None:
    """The table left and the table to come are both on the wall."""
    hour = Hour().go_to("tables")
    assert seen(hour).places == seen(hour.wait(minutes=4.5)).places


def test_in_a_world_cafe_the_wall_tells_who_sits_at_each_hosts_table() -> None:
    """Host first; everybody somewhere; where guests go next differs, so no one table is told."""
    hour = Hour(CAFE).give(Next()).wait(minutes=5)
    shown = seen(hour).places
    assert [place.table for place in shown] == [table.name for table in FOUR_TABLES]
    assert all(place.members[0] == place.host and place.next_table is None for place in shown)
    assert sorted(name for place in shown for name in place.members) == sorted(names(14))


def seats(shown: tuple[Place, ...]) -> dict[str, set[str]]:
    """Who sits at each table."""
    return {place.table or "": set(place.members) for place in shown}


def test_in_a_world_cafe_the_map_of_moves_leads_to_the_next_round() -> None:
    """Whoever is in no move stays: the hosts. After the last round nobody goes anywhere."""
    hour = Hour(CAFE).give(Next())
    before, after = seen(hour).places, seen(hour.wait(minutes=5)).places
    led = {place.table: {place.host} for place in before}
    for move in (move for place in before for move in place.moves):
        led[move.table] |= set(move.members)
    assert led == seats(after)
    assert {place.moves for place in seen(hour.wait(minutes=15)).places} == {()}


def test_a_group_that_moves_whole_is_one_move() -> None:
    """The same map for both ways of rotating."""
    for place in seen(Hour().go_to("tables")).places:
        assert [(move.table, move.members) for move in place.moves] == [(place.next_table, place.members)]


def test_in_a_world_cafe_a_reporter_is_told_only_at_the_table_where_they_sit() -> None:
    """In the first round at their own, afterwards they travel."""
    hour = Hour(CAFE).give(Next())
    assert all(place.reporter in place.members for place in seen(hour).places)
    assert {place.reporter for place in seen(hour.wait(minutes=5)).places} == {None}


@pytest.mark.parametrize("people", range(2, 8))
def test_a_world_cafe_in_a_small_room_moves_whole_groups(people: int) -> None:
    """Nobody is shown alone at a table, and nobody is called a host who walks on with the others."""
    hour = Hour(CAFE, names(people)).give(Next()).wait(minutes=5)
    assert all(len(place.members) > 1 and place.host is None for place in seen(hour).places)


@pytest.mark.parametrize(
    "step",
    [
        a_step("seated", 10, Mode.TABLES, tables=FOUR_TABLES),
        a_step("turns", None, Mode.TURNS, tables=FOUR_TABLES, turn=minutes(1), turns_per=TurnsPer.PERSON),
    ],
)
def test_tables_without_rounds_keep_their_groups(step: Step) -> None:
    """Nobody is sent anywhere, however long it takes."""
    hour = Hour(an_exercise(step)).give(Next())
    before = seen(hour).places
    assert seen(hour.wait(minutes=12)).places == before
    assert [(place.table, place.next_table) for place in before] == [(table.name, None) for table in FOUR_TABLES]


def test_more_groups_than_tables_share_them() -> None:
    """Groups kept from an earlier step sit two at a table, and both are told where."""
    pairs = a_step("pairs", mode=Mode.GROUPS, groups=GroupRule(SizeRange(2, 2)))
    tables = a_step(
        "tables", 19, Mode.TABLES, tables=FOUR_TABLES, rounds=ROUNDS, groups=GroupRule(SizeRange(2, 2), same_as="pairs")
    )
    hour = Hour(an_exercise(pairs, tables), names(16)).go_to("tables")
    assert [place.table for place in seen(hour).places] == [table.name for table in FOUR_TABLES] * 2


def test_people_can_be_done_where_each_works_in_their_own_time() -> None:
    """Groups, tables and work alone; not while everybody listens, answers or walks, and every round begins anew."""
    asked = {step.id: seen(Hour().go_to(step.id)).ready_for for step in HOUR.steps}
    assert {step for step, what in asked.items() if what} == {"tables", "pairs", "again"}
    tables = Hour().go_to("tables")
    assert [seen(tables.wait(minutes=gone)).ready_for for gone in (1, 3.5, 1)] == ["tables 1", "", "tables 2"]
    assert seen(Hour()).ready_for == ""
