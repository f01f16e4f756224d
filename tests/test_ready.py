"""Those who are done are a number in memory."""

from sessionrunner.ready import Ready


def test_the_same_mark_counts_once() -> None:
    """A phone that sends again because the receipt was lost is still one."""
    ready = Ready()
    for mark in ("a", "a", "b"):
        ready.mark("bikupa", mark)
    assert ready.count("bikupa") == 2


def test_a_mark_can_be_taken_back() -> None:
    """Who was not done after all is not counted."""
    ready = Ready()
    ready.mark("bikupa", "a")
    ready.mark("bikupa", "a", done=False)
    assert ready.count("bikupa") == 0


def test_something_new_to_do_begins_at_nought() -> None:
    """The next step and the next round start over, and the old marks are gone."""
    ready = Ready()
    ready.mark("borden 1", "a")
    ready.mark("borden 2", "b")
    assert (ready.count("borden 1"), ready.count("borden 2")) == (0, 1)
