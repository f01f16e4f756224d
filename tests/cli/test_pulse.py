"""What a crash must not take away though it is no event."""

from pathlib import Path

import pytest

from sessionrunner.cli.pulse import Door, Pulse, taken_up
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import EMPTY_SKETCH, Sketch
from sessionrunner.storage.session_folder import SessionFolder
from tests.web.fakes import Room


@pytest.mark.parametrize("fields", [{}, {"kind": "nonsense", "text": "x"}])
def test_a_line_that_cannot_be_read_is_an_empty_one(fields: dict[str, object]) -> None:
    """A damaged file never stands in the way of taking the hour up."""
    assert taken_up(fields) == EMPTY_SKETCH


def test_a_line_comes_back_as_it_was_typed() -> None:
    """Half a word and a date in words included."""
    fields = {"kind": "activity", "text": "Mall för över", "due": "nästa fre", "replaces": "l2"}
    assert taken_up(fields) == Sketch(LessonKind.ACTIVITY, "Mall för över", "", "nästa fre", "", "l2")


def test_the_line_being_typed_is_on_disk_with_the_next_beat(tmp_path: Path) -> None:
    """A power cut takes a second of typing at most; the session's other files say nothing about it."""
    room, folder = Room(), SessionFolder.create(tmp_path)
    assert taken_up(folder.read_sketch()) == EMPTY_SKETCH
    room.desk.room.sketch = Sketch(LessonKind.IDEA, "Vi provar biku", "arbetsledare", "nästa fre", "chefen")
    Pulse(room.desk, folder, Door("token")).beat()
    assert taken_up(folder.read_sketch()) == room.desk.room.sketch
    assert "Vi provar" not in folder.status.read_text("utf-8")


def test_a_disk_that_refuses_the_line_stops_nothing(tmp_path: Path) -> None:
    """The hour goes on; the next beat tries again."""
    folder = SessionFolder.create(tmp_path)
    folder.remove()
    assert not folder.write_sketch({"text": "x"})
    folder.path.mkdir()
    folder.sketch.write_text("[]", "utf-8")
    assert folder.read_sketch() == {}
