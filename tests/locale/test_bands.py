"""A small room is told why values share a number."""

from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.locale import load
from sessionrunner.locale.bands import bands_note
from sessionrunner.web.payload import Counts, wall_state
from tests.web.fakes import Room
from tests.web.pictures import fill_box

SCALE = Question("nytta", "Hur användbart?", QuestionKind.SCALE)


def test_shared_numbers_are_explained_and_only_those() -> None:
    """Eleven people share; fifty at two values, and nobody elsewhere, need no words."""
    few = Collected(SCALE, tuple(str(5 + at % 6) for at in range(11)), "reflektion", 5)
    assert bands_note(few, load("sv")).startswith("Mitten av svaren: 7. Värden som färre än 5 har valt")
    told = Collected(Question("q", "?", QuestionKind.CHOICE, options=("Ja", "Nej")), ("Ja", "Nej") * 25, "r", 5)
    assert bands_note(told, load("sv")) == ""


def test_the_wall_is_told_how_few_share() -> None:
    """Beside the bars, not only in the file."""
    room = Room()
    room.go_to("reflektion")
    fill_box(room, 11)
    room.desk.reveal("reflektion")
    revealed = wall_state(room.desk.room.public(), Counts(), room.desk.room.shown())["revealed"]
    assert isinstance(revealed, list)
    assert [one["together"] for one in revealed] == [0, 5, 5]
    assert [bool(one["middle"]) for one in revealed] == [one["question"]["kind"] == "scale" for one in revealed]
