"""A programme: parts with lengths that follow variant, headcount and what the file says."""

from dataclasses import replace
from datetime import time

import pytest

from sessionrunner.core.exercise import StepLength, Variant
from sessionrunner.core.programme import Item, Programme, part, parts, total
from sessionrunner.core.programme_faults import faults
from tests.core.rooms import HOUR, a_step, an_exercise, minutes

SHORT = replace(an_exercise(a_step("talk", 20), a_step("end", 5, protect=True)), id="test/short")
VARIED = replace(
    SHORT, variants=(Variant("long", "Long", minutes=minutes(35), steps=(StepLength("talk", minutes(30)),)),)
)
KNOWN = {"test/hour": HOUR, "test/short": VARIED}
COFFEE = Item(pause="Coffee", minutes=minutes(15))


def a_programme(*items: Item, start: time | None = None, end: time | None = None) -> Programme:
    return Programme("day", "A day", items, start=start, end=end)


def codes(programme: Programme) -> list[tuple[tuple[str | int, ...], str]]:
    return [(fault.path, fault.code) for fault in faults(programme, KNOWN)]


def test_the_total_follows_the_headcount_and_the_variant() -> None:
    """More people have more turns; another variant has another length."""
    day = a_programme(Item("test/hour"), COFFEE, Item("test/short"))
    assert total(parts(day, KNOWN, 12)) == minutes(72 + 15 + 25)
    assert total(parts(day, KNOWN, 30)) == minutes(120 + 15 + 25)
    assert part(Item("test/short", variant="long"), KNOWN, 12).length == minutes(35)


def test_what_is_left_of_a_whole_is_for_the_points_without_a_length() -> None:
    """Thirty minutes, ten of them given: the two points have ten each."""
    meeting = an_exercise(a_step("start", 10), a_step("why", None, open=True), a_step("plan", None, open=True))
    found = part(Item("test/open", minutes=minutes(30)), {"test/open": meeting}, 12)
    assert found.exercise is not None
    assert [step.minutes for step in found.exercise.steps] == [minutes(10)] * 3


def test_an_exercise_can_be_given_another_length() -> None:
    """Twenty minutes instead of twenty-five: the ending stays as long as it was."""
    found = part(Item("test/short", minutes=minutes(20)), KNOWN, 12)
    assert found.length == minutes(20)
    assert found.exercise is not None
    assert found.exercise.step("end").minutes == minutes(5)


def test_a_break_keeps_its_least_or_most_of_itself() -> None:
    """``min`` where it is written, else 60 %."""
    assert part(COFFEE, KNOWN, 12).least == minutes(9)
    assert part(replace(COFFEE, least=minutes(12)), KNOWN, 12).least == minutes(12)


def test_an_unknown_exercise_keeps_its_place() -> None:
    """The day can be told though one of its files is gone."""
    assert part(Item("test/gone", minutes=minutes(30)), KNOWN, 12).length == minutes(30)
    assert part(Item("test/gone"), KNOWN, 12).title == "test/gone"


@pytest.mark.parametrize(
    ("item", "path", "code"),
    [
        (Item(), (), "item-neither"),
        (Item("test/hour", "Coffee", minutes=minutes(5)), (), "item-both"),
        (Item(pause="Coffee"), (), "break-without-minutes"),
        (replace(COFFEE, variant="x"), ("variant",), "break-with-variant"),
        (Item("test/short", least=minutes(5)), ("min",), "min-of-exercise"),
        (replace(COFFEE, least=minutes(20)), ("min",), "min-above-minutes"),
        (Item("test/gone"), ("exercise",), "item-unknown-exercise"),
        (Item("test/short", variant="x"), ("variant",), "item-unknown-variant"),
        (Item("test/short", minutes=minutes(10)), ("minutes",), "item-minutes-impossible"),
    ],
)
def test_a_faulty_item_is_told_with_its_place(item: Item, path: tuple[str | int, ...], code: str) -> None:
    """One fault, one line, where it stands."""
    assert (("items", 0, *path), code) in codes(a_programme(item))


def test_a_programme_needs_items() -> None:
    """Nothing to lead."""
    assert codes(a_programme()) == [(("items",), "no-items")]


@pytest.mark.parametrize(
    ("start", "at", "end", "where"),
    [
        (time(10), time(9), None, ("items", 0, "at")),
        (None, time(10), time(9), ("end",)),
        (None, time(10), time(10), ("end",)),
    ],
)
def test_clock_times_come_one_after_the_other(start: time | None, at: time, end: time, where: tuple[str | int]) -> None:
    """A slip of the pen is told, not planned around."""
    day = a_programme(replace(COFFEE, at=at), start=start, end=end)
    assert codes(day) == [(where, "at-before")]


def test_what_cannot_fit_before_a_wall_is_told() -> None:
    """Even squeezed, the exercise takes 17 minutes."""
    day = a_programme(Item("test/short"), replace(COFFEE, at=time(9, 10)), start=time(9), end=time(9, 12))
    assert codes(day) == [(("items", 1, "at"), "at-too-early"), (("end",), "at-too-early")]
    assert codes(replace(day, items=(day.items[0], replace(COFFEE, at=time(9, 17))), end=time(10))) == []


def test_without_a_start_nothing_is_too_late() -> None:
    """The first clock time is then where the day begins to be counted."""
    assert codes(a_programme(Item("test/short"), replace(COFFEE, at=time(9, 1)))) == []


def test_without_the_exercises_only_the_file_itself_is_judged() -> None:
    """A file can be read where the library cannot."""
    assert faults(a_programme(Item("test/gone"))) == []
