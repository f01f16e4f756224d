"""Numbers that may be told of a scale or a choice."""

from itertools import product

from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.core.tally import tally

SCALE = Question("s", "Hur?", QuestionKind.SCALE, 0, 10)
CHOICE = Question("c", "Vad?", QuestionKind.CHOICE, options=("Ja", "Nej", "Vet inte"))
TEXT = Question("t", "Vad?", QuestionKind.TEXT)


def told(question: Question, *answers: str, threshold: int = 5) -> list[tuple[str, int]]:
    """Labels and numbers."""
    return [(one.label, one.number) for one in tally(Collected(question, answers, "", threshold))]


def test_values_that_few_chose_are_told_as_a_band() -> None:
    """Nobody is the only one who wrote 2."""
    assert told(SCALE, *"2", *"77788899") == [("0–10", 9)]
    assert told(SCALE, *"22333", *"777889") == [("0–3", 5), ("4–10", 6)]


def test_values_that_many_chose_stand_alone() -> None:
    """A large room sees the whole picture."""
    answers = [str(value) for value in range(11) for _ in range(5)]
    assert told(SCALE, *answers) == [(str(value), 5) for value in range(11)]


def test_options_that_few_chose_are_told_together() -> None:
    """And if even they are few, with the least chosen of the others: one alone could be had by subtraction."""
    assert told(CHOICE, *["Ja"] * 6, *["Nej"] * 3, *["Vet inte"] * 2) == [("Ja", 6), ("Nej, Vet inte", 5)]
    assert told(CHOICE, *["Ja"] * 6, "Nej") == [("Ja, Nej", 7), ("Vet inte", 0)]


def test_texts_are_not_counted() -> None:
    """They are shown as they are."""
    assert told(TEXT, *"abcde") == []


def test_no_room_of_twelve_is_told_a_number_below_k() -> None:
    """However they choose; nobody at all is a number too."""
    for first, second in product(range(13), repeat=2):
        answers = [*["Ja"] * first, *["Nej"] * second, *["Vet inte"] * max(0, 12 - first - second)]
        numbers = [number for _, number in told(CHOICE, *answers)]
        assert not [number for number in numbers if 0 < number < 5], answers
