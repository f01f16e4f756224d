"""What leaves the room as figures: no number for fewer than k, and never a text somebody has written alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.lesson import Collected
from sessionrunner.core.outcome import outcome
from sessionrunner.core.record import Record
from sessionrunner.core.tally import tally
from tests.output.records import CHOICES, PACE, SCALE, USE, full


def told(*collected: Collected) -> Record:
    return replace(full(), collected=collected)


def test_a_scale_is_told_in_the_bands_that_the_room_was_told() -> None:
    """The file says no more than the wall did; the middle is told beside."""
    use = outcome(full()).tallies[0]
    assert (use.question, use.counts, use.middle) == ("nytta", (("0–7", 3), ("8–10", 4)), 8)


def test_a_choice_is_told_as_the_room_was_told() -> None:
    """The one who thought it too slow is not alone in the file."""
    (pace,) = outcome(told(Collected(PACE, CHOICES, "bikupa"))).tallies
    assert (pace.counts, pace.middle) == ((("För låg, Lagom, För hög", 7),), None)


@given(st.lists(st.integers(0, 10).map(str), max_size=30), st.integers(3, 7), st.booleans())
def test_no_number_in_the_file_stands_for_fewer_than_k(answers: list[str], least: int, scale: bool) -> None:
    """Whatever the room answers."""
    given = tuple(answers) if scale else tuple(PACE.options[int(answer) % 3] for answer in answers)
    found = outcome(told(Collected(USE if scale else PACE, given, "bikupa", least))).tallies
    numbers = [number for one in found for _, number in one.counts]
    assert sum(numbers) in (0, len(answers))
    assert not [number for number in numbers if 0 < number < least]


def test_every_value_with_its_own_number_would_not_do() -> None:
    """The control: one of seven had written 5, and one 10."""
    assert [SCALE.count(value) for value in ("5", "10")] == [1, 1]


@given(st.lists(st.integers(2, 4), min_size=4, max_size=8), st.integers(5, 10), st.integers(5, 10))
def test_who_is_alone_at_an_end_can_be_anywhere_beyond_it(others: list[int], one: int, other: int) -> None:
    """In a small room, neither the numbers nor the middle say what the one wrote who was furthest out."""
    rooms = [Collected(USE, tuple(map(str, (*others, alone))), "bikupa", 5) for alone in (one, other)]
    assert len({outcome(told(room)).tallies for room in rooms}) == 1


def test_fewer_than_k_answers_are_not_even_counted() -> None:
    """The rule holds for figures too."""
    few = replace(full(), collected=tuple(replace(one, least=8) for one in full().collected))
    assert outcome(few).tallies == ()


def test_no_written_answer_is_ever_part_of_the_outcome() -> None:
    """Only scales and choices are."""
    assert {one.question for one in outcome(full()).tallies} == {"nytta", "takt"}


@pytest.mark.parametrize("answers", [("8",), ("2", "9")])
def test_what_groups_answered_is_told_from_the_first(answers: tuple[str, ...]) -> None:
    """A group's answer is common words; the file tells what the wall told."""
    common = Collected(USE, answers, "bikupa", 1)
    assert outcome(told(common)).tallies[0].counts == tuple((one.label, one.number) for one in tally(common))
