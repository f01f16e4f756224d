"""A series is best done in order: what has been left out is told, never forbidden."""

from dataclasses import replace
from datetime import date

from sessionrunner.core.followup import Past, PastSession
from sessionrunner.core.progress import done, left_out, progress
from tests.core.rooms import a_step, an_exercise

PLAIN = an_exercise(a_step("talk"))
FIRST, SECOND, THIRD = (
    replace(PLAIN, id=f"test/{name}", title=name, series="Series") for name in ("first", "second", "third")
)
OTHER = replace(PLAIN, id="test/other", series="Another")
INSTEAD = replace(FIRST, id="test/instead", alternative_to=("test/first",))
LIBRARY = (FIRST, OTHER, SECOND, THIRD)


def session(exercise: str, day: int, finished: bool = True) -> PastSession:
    return PastSession(f"{day:08}", date(2026, 11, day), exercise, exercise, "place", finished=finished)


def test_the_latest_time_counts_and_only_what_was_finished() -> None:
    """Whatever order the folder gives them in."""
    past = Past((session("a", 9), session("a", 3), session("b", 4, finished=False)))
    assert done(past) == {"a": date(2026, 11, 9)}


def test_what_was_left_out_earlier_in_the_series_is_told() -> None:
    """In the order of the series; another series is another matter."""
    assert left_out(THIRD, LIBRARY, ["test/second"]) == (FIRST,)
    assert left_out(THIRD, LIBRARY, ["test/first", "test/second"]) == ()
    assert left_out(FIRST, LIBRARY, []) == ()


def test_an_alternative_that_was_done_counts() -> None:
    """One of two openings is enough."""
    first = replace(FIRST, alternative_to=("test/instead",))
    assert left_out(SECOND, (first, INSTEAD, SECOND), ["test/instead"]) == ()


def test_an_exercise_outside_any_series_has_no_order() -> None:
    """It can be led on any day."""
    loose = replace(PLAIN, id="test/loose")
    assert left_out(loose, LIBRARY, []) == ()
    assert progress(Past((session("test/loose", 9),)), (loose, *LIBRARY)).upcoming == frozenset()


def test_progress_counts_what_was_done_and_how_often() -> None:
    """Per package in the library, as the lessons folder tells it."""
    found = progress(Past((session("test/first", 9), session("test/first", 3), session("gone", 4))), LIBRARY)
    assert found.count(LIBRARY) == 1
    assert (found.done["test/first"], found.times["test/first"]) == (date(2026, 11, 9), 2)


def test_the_next_of_a_series_follows_the_latest_that_was_done() -> None:
    """What was passed over is warned about elsewhere; a series nobody has begun suggests nothing."""
    assert progress(Past((session("test/first", 9),)), LIBRARY).upcoming == {"test/second"}
    assert progress(Past((session("test/second", 9),)), LIBRARY).upcoming == {"test/third"}
    assert progress(Past((session("test/third", 9),)), LIBRARY).upcoming == frozenset()
    assert progress(Past(), LIBRARY).upcoming == frozenset()


def test_an_alternative_to_what_was_done_is_not_next() -> None:
    """One of two openings is enough here too."""
    library = (FIRST, replace(INSTEAD, alternative_to=("test/first",)), SECOND)
    assert progress(Past((session("test/first", 9),)), library).upcoming == {"test/second"}
