"""What leaves the room as figures: counts of enough people, and never a text somebody has written alone."""

from dataclasses import replace

from sessionrunner.core.lesson import Collected
from sessionrunner.core.outcome import outcome
from tests.output.records import USE, full


def test_a_scale_is_told_with_every_value_there_was() -> None:
    """A value nobody chose is told as well: the shape of the answers is the answer."""
    use = outcome(full()).tallies[0]
    assert (use.question, len(use.counts)) == ("nytta", 11)
    assert dict(use.counts)["8"] == 3
    assert dict(use.counts)["0"] == 0


def test_of_a_long_scale_only_what_was_chosen_is_told() -> None:
    """A thousand zeros help nobody."""
    asked = replace(USE, most=1000)
    record = replace(full(), collected=(Collected(asked, ("9", "800", "9", "10", "9"), "bikupa"),))
    assert outcome(record).tallies[0].counts == (("9", 3), ("10", 1), ("800", 1))


def test_a_choice_is_told_in_the_order_of_its_options() -> None:
    """As the form showed them."""
    assert outcome(full()).tallies[1].counts == (("För låg", 1), ("Lagom", 5), ("För hög", 1))


def test_fewer_than_k_answers_are_not_even_counted() -> None:
    """The rule holds for figures too; and no written answer is ever part of the outcome."""
    assert outcome(replace(full(), threshold=8)).tallies == ()
    assert {one.question for one in outcome(full()).tallies} == {"nytta", "takt"}
