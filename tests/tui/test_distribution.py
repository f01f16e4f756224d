"""Scales and choices as the leader and the room see them in the terminal."""

from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.locale import load
from sessionrunner.tui.widgets.answers import distribution

SWEDISH = load("sv")
USEFUL = Question("nytta", "Hur användbart var det?", QuestionKind.SCALE, least=1, most=3)


def lines(answers: dict[str, int]) -> list[str]:
    """The distribution of so many answers of each value, as plain text."""
    given = tuple(value for value, count in answers.items() for _ in range(count))
    return [line.plain for line in distribution(SWEDISH, Collected(USEFUL, given))]


def test_the_longest_bar_is_the_most_chosen_value() -> None:
    """Ten, five and twenty: half as long, a quarter as long, and as long as there is room."""
    assert lines({"1": 10, "2": 5, "3": 20}) == [
        f"1 {'█' * 10} 10",
        f"2 {'█' * 5} 5",
        f"3 {'█' * 20} 20",
        "35 svar",
    ]


def test_how_many_answered_is_always_told() -> None:
    """A picture of nine is not a picture of ninety."""
    assert lines({"1": 0, "2": 9, "3": 0})[-1] == "9 svar"


def test_few_are_told_together_here_too() -> None:
    """No bar stands for one person: what few chose is counted with its neighbour."""
    assert not any(line.endswith(" 1") for line in lines({"1": 1, "2": 12, "3": 12}))
