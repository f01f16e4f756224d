"""However fast and however wildly somebody presses, the hour goes on."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.screen import Screen

from sessionrunner.tui.screens.noting import NoteLine
from tests.fuzz.monkey.fingers import Fingers
from tests.fuzz.monkey.places import PLACES
from tests.fuzz.monkey.storm import Judge, Storm, quiet_threads, target
from tests.fuzz.targets import broken

STEADY = ("lobby", "form", "sorting", "day", "people")
"""Where a leader is most; the long run begins everywhere."""


@pytest.mark.parametrize("place", STEADY)
def test_a_storm_of_keys_ends_where_the_leader_can_go_on(place: str, tmp_path: Path) -> None:
    """Rule: the program stays up, the journal tells the same session, and Esc leads home."""
    assert list(broken(target(), iter([Storm(place, 1, 30).line()]), tmp_path)) == []


def test_storms_that_once_ended_the_program_are_weathered(tmp_path: Path) -> None:
    """Rule: every case that was found is kept."""
    kept = [file.read_bytes() for file in target().kept()]
    assert list(broken(target(), iter(kept), tmp_path)) == []


def test_a_screen_that_goes_twice_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the fault that was found first, put back."""
    presses = iter(("a", "b", "enter", "enter", "enter"))
    monkeypatch.setattr(NoteLine, "dismiss", Screen.dismiss)
    monkeypatch.setattr(Fingers, "act", lambda fingers: fingers.press(next(presses)))
    assert list(broken(target(), iter([Storm("tables", 1, 5).line()]), tmp_path))


def test_a_thread_that_falls_is_found_out() -> None:
    """The control: a thread that ends by an exception, which no screen would tell."""
    with pytest.raises(ZeroDivisionError), quiet_threads():
        fallen = threading.Thread(target=lambda: 1 / 0)
        fallen.start()
        fallen.join()


def test_the_same_dice_throw_the_same_storms() -> None:
    """Rule: a find can be repeated, from every place in the program."""
    storms = list(target().cases(len(PLACES), seed=4))
    assert storms == list(target().cases(len(PLACES), seed=4))
    assert {Storm.read(case).place for case in storms} == set(PLACES)


def test_what_was_reached_is_told(tmp_path: Path) -> None:
    """Rule: a monkey that never leaves the first screen would be noticed."""
    judge: Callable[[bytes, Path], None] = Judge()
    judge(Storm("library", 1, 20).line(), tmp_path)
    assert isinstance(judge, Judge) and "LibraryScreen" in judge.told()
