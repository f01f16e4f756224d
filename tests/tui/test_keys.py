"""A key does one thing on each screen."""

import pytest

from sessionrunner.tui.keys import Key
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.screens.before_day import BeforeDayScreen
from sessionrunner.tui.screens.day import DayScreen
from sessionrunner.tui.screens.editor import EditorScreen
from sessionrunner.tui.screens.library import LibraryScreen
from sessionrunner.tui.screens.lobby import LobbyScreen
from sessionrunner.tui.screens.preparation import PreparationScreen
from sessionrunner.tui.screens.running import RunningScreen
from sessionrunner.tui.screens.summary import SummaryScreen


def twice(keys: tuple[Key, ...]) -> list[str]:
    """Keys that stand for more than one thing."""
    pressed = [key for one in keys for key in one.keys.split(",") if key]
    return sorted({key for key in pressed if pressed.count(key) > 1})


@pytest.mark.parametrize(
    "screen",
    [
        BeforeDayScreen,
        DayScreen,
        EditorScreen,
        LibraryScreen,
        LobbyScreen,
        PreparationScreen,
        RunningScreen,
        SummaryScreen,
    ],
)
def test_no_key_is_given_away_twice(screen: type[LeaderScreen]) -> None:
    """The second one would never be heard."""
    assert twice(screen.KEYS) == []


def test_a_key_given_twice_would_have_been_noticed() -> None:
    """The control."""
    assert twice((Key("a", "x,y", "", ""), Key("b", "y", "", ""))) == ["y"]
