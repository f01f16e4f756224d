"""The room told in lines."""

from sessionrunner.locale import load
from sessionrunner.plain.lines import group_lines, status_line
from tests.web.fakes import CAFE, NAMES, Room


def told(room: Room) -> list[str]:
    """Who sits where, as lines."""
    room.go_to("borden")
    return group_lines(room.desk.session, room.desk, load("sv"))


def test_in_a_world_cafe_each_table_tells_who_goes_where() -> None:
    """Guests of one table part; the host stays."""
    room = Room(exercise=CAFE)
    for line, place in zip(told(room), room.desk.room.public().places, strict=True):
        way = "; ".join(f"{', '.join(move.members)} till {move.table}" for move in place.moves)
        assert line.endswith(f"Värd: {place.host}. Sedan går {way}.")


def test_a_group_that_moves_whole_is_told_one_table() -> None:
    """And nothing about who goes where."""
    assert all(line.endswith(f"Går sedan till Bord {table}.") for line, table in zip(told(Room()), "2341", strict=True))


def test_in_a_small_room_the_empty_tables_are_told() -> None:
    """Five people at four tables: two bikupor go round, and nobody waits for somebody to come."""
    lines = told(Room(people=NAMES[:5]))
    assert len(lines) == 3
    assert lines[-1] == "Står tomma det här varvet: Bord 3, Bord 4."


def test_answers_are_counted_once_something_has_been_asked() -> None:
    """ "0 of 12" in a step without questions would look as if nobody took part."""
    room = Room()
    room.go_to("borden")
    assert "Svar: inga frågor har ställts än." in status_line(room.desk, load("sv"))
    room.go_to("reflektion")
    assert f"Svar: 0 av {len(NAMES)}." in status_line(room.desk, load("sv"))
