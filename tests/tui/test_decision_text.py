"""Earlier decisions as the room goes through them."""

from datetime import date, timedelta

from sessionrunner.locale import load
from sessionrunner.tui.widgets.decision_text import decision_line, decision_text
from tests.tui.earlier import remembering
from tests.tui.fakes import NAMES, my_task

WORDS, TODAY = load("sv"), date(2026, 11, 21)
SESSION = remembering().open(my_task(), tuple(NAMES)).session
FIRST = SESSION.decisions[0]


def test_a_decision_that_nobody_has_spoken_of_has_a_dot() -> None:
    """A sign for each thing the room can say."""
    assert decision_line(WORDS, SESSION, FIRST).plain.lstrip().startswith("·")


def test_the_decision_is_numbered_among_all() -> None:
    """The room sees how far it has come."""
    heading = WORDS("lessons.follow-up.number", number=1, total=len(SESSION.decisions))
    assert decision_text(WORDS, SESSION, FIRST, TODAY).plain.startswith(heading)


def test_a_decision_past_its_day_is_coloured() -> None:
    """On the day itself it is not late."""
    dated = next(one for one in SESSION.decisions if one.due is not None)
    assert dated.due is not None
    for today, late in ((dated.due, False), (dated.due + timedelta(days=1), True)):
        spans = decision_text(WORDS, SESSION, dated, today).spans
        assert any(str(span.style) == "$soon" for span in spans) is late


def test_when_all_have_been_spoken_of_the_next_key_is_told() -> None:
    """Nobody sits and waits."""
    assert decision_text(WORDS, SESSION, None, TODAY).plain == WORDS("lessons.follow-up.all-done-next")
