"""The leader's window."""

import os

import pytest

from sessionrunner.core.inspection import Level
from sessionrunner.doctor.terminal import terminal

MODERN = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def levels(
    size: tuple[int, int] | None = (120, 36), encoding: str = "utf-8", environment: dict[str, str] | None = None
) -> list[Level]:
    """Size, letters, colours."""
    window = os.terminal_size(size) if size else None
    return [one.level for one in terminal(window, encoding, MODERN if environment is None else environment)]


def test_a_modern_window_is_well() -> None:
    """Rule: nothing to do."""
    assert levels() == [Level.GOOD] * 3


@pytest.mark.parametrize(("size", "level"), [((79, 24), Level.WRONG), ((80, 23), Level.WRONG), (None, Level.DOUBTFUL)])
def test_a_small_window_is_wrong(size: tuple[int, int] | None, level: Level) -> None:
    """Rule: 80×24 is the least; without a window there are lines."""
    assert levels(size)[0] is level


def test_letters_and_colours_are_looked_at() -> None:
    """Rule: an old console is doubtful; colours that are off by choice are not."""
    assert levels(encoding="cp850")[1] is Level.DOUBTFUL
    assert (levels(environment={})[2], levels(environment={"NO_COLOR": "1"})[2]) == (Level.DOUBTFUL, Level.GOOD)
