"""Numbers that may be told of a scale or a choice."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.core.tally import tally, told_again

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


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ([("5", 1), ("8", 3), ("7", 2), ("6", 0)], [("5–7", 3), ("8", 3)]),
        ([("0–3", 5), ("4–10", 6)], [("0–3", 5), ("4–10", 6)]),
        ([("-2", 1), ("-1", 1), ("0", 4)], [("-2–0", 6)]),
        (
            [("Lagom", 5), ("För hög", 1), ("För låg", 1), ("Vet inte", 0)],
            [("Lagom, För hög, För låg", 7), ("Vet inte", 0)],
        ),
        ([("1", 1), ("2", 1)], []),
        ([], []),
    ],
)
def test_an_older_files_numbers_are_told_as_todays_would_be(
    file: list[tuple[str, int]], told: list[tuple[str, int]]
) -> None:
    """Rule: what was written with every value by itself is not passed on so."""
    assert list(told_again(file)) == told


@given(st.lists(st.integers(0, 6), min_size=2, max_size=11), st.integers(3, 6))
def test_what_is_written_today_is_read_as_it_is(counts: list[int], least: int) -> None:
    """Rule: reading changes nothing that may be told."""
    scale = Question("q", "Hur?", QuestionKind.SCALE, 0, len(counts) - 1)
    choice = Question("q", "Vad?", QuestionKind.CHOICE, options=tuple("abcdefghijk"[: len(counts)]))
    for question, values in ((scale, [str(at) for at in range(len(counts))]), (choice, list(choice.options))):
        answers = tuple(value for value, number in zip(values, counts, strict=True) for _ in range(number))
        written = [(one.label, one.number) for one in tally(Collected(question, answers, "s", least))]
        assert list(told_again(written)) == written
