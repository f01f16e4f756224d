"""What a crash must not take away though it is no event."""

import pytest

from sessionrunner.cli.pulse import taken_up
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import EMPTY_SKETCH, Sketch


@pytest.mark.parametrize("fields", [{}, {"kind": "nonsense", "text": "x"}])
def test_a_line_that_cannot_be_read_is_an_empty_one(fields: dict[str, object]) -> None:
    """A damaged file never stands in the way of taking the hour up."""
    assert taken_up(fields) == EMPTY_SKETCH


def test_a_line_comes_back_as_it_was_typed() -> None:
    """Half a word and a date in words included."""
    fields = {"kind": "activity", "text": "Mall för över", "due": "nästa fre", "replaces": "l2"}
    assert taken_up(fields) == Sketch(LessonKind.ACTIVITY, "Mall för över", "", "nästa fre", "", "l2")
