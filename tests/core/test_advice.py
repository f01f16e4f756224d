"""What a leader who has never done this is told to do now."""

from sessionrunner.core.advice import advice
from sessionrunner.core.commands import Pause, Reveal
from sessionrunner.core.exercise import Mode
from sessionrunner.locale import load
from tests.core.rooms import TEXT, Hour, a_step, an_exercise

TWO = an_exercise(a_step("tyst", 10, Mode.ALONE, collect=(TEXT,)), a_step("slut", 5, Mode.SUMMARY))


def told(hour: Hour, answers: int = 0) -> list[str]:
    return [text.key for text in advice(hour.session, hour.now, answers)]


def test_before_the_first_step_there_is_nothing_to_say() -> None:
    """The lobby has its own words."""
    assert told(Hour(TWO)) == []


def test_the_way_of_working_says_what_to_do_and_the_end_says_what_then() -> None:
    """A step that collects tells when the answers can be read."""
    hour = Hour(TWO).go_to("tyst")

    assert told(hour) == ["now.mode.alone", "now.collecting", "now.next"]
    assert told(hour, answers=5) == ["now.mode.alone", "now.enough", "now.next"]
    assert told(hour.give(Reveal("tyst"))) == ["now.mode.alone", "now.opened", "now.next"]


def test_what_is_urgent_stands_first() -> None:
    """Time first, then the task."""
    hour = Hour(TWO).go_to("slut")

    assert told(hour) == ["now.mode.summary", "now.last"]
    assert told(hour.wait(minutes=4.5))[0] == "now.soon"
    assert told(hour.wait(minutes=1))[0] == "now.over"
    assert told(hour.give(Pause()))[0] == "now.paused"


def test_every_way_of_working_has_a_word() -> None:
    """Nobody is left without help, in either language."""
    for language in ("sv", "en"):
        assert all(load(language)(f"now.mode.{mode.value}") for mode in Mode)
