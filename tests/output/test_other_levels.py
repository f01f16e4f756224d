"""What the group cannot settle itself reaches the one who can."""

from dataclasses import replace

import pytest

from sessionrunner.core.outcome import Outcome, outcome
from sessionrunner.locale import load
from sessionrunner.output import markdown
from sessionrunner.output.other_levels import NothingToPassOn, render
from tests.output.records import full


def marked(*levels: str) -> Outcome:
    """The full hour with its first lines marked for these levels."""
    found = outcome(full())
    lessons = (replace(one, level=level) for one, level in zip(found.lessons, levels, strict=False))
    return replace(found, lessons=(*lessons, *found.lessons[len(levels) :]))


def test_each_level_gets_its_own_lines() -> None:
    """Ready to paste into a letter, with where it comes from."""
    text = render(marked("enhetschefen", "nämnden", "enhetschefen"), load("sv")).decode("utf-8-sig")
    chief, board = text.split("\r\n\r\nTill nämnden")
    assert chief.startswith("Till enhetschefen\r\nFrån övningen ”Min uppgift som socialsekreterare”, 21 november 2026.")
    assert chief.count("\r\n- ") == 2
    assert board.endswith("- Överenskommelse: Vi läser varandras beslut varannan tisdag.\r\n")


def test_nothing_that_is_not_marked_is_passed_on() -> None:
    """The rest stays in the group."""
    assert "Spelregel" not in render(marked("enhetschefen"), load("sv")).decode()


def test_when_nothing_is_marked_the_leader_is_told() -> None:
    """No empty letter."""
    with pytest.raises(NothingToPassOn):
        render(marked(), load("sv"))


def test_the_lessons_say_what_was_passed_on() -> None:
    """So that the next session can ask what became of it."""
    found = full()
    passed_on = replace(found, lessons=(replace(found.lessons[3], level="enhetschefen"),))
    assert "på tre sätt. Förs vidare till enhetschefen." in markdown.render(passed_on, load("sv"))
