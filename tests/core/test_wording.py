"""Minutes in texts: what is read aloud and what stands on the wall never contradict the clock."""

from dataclasses import replace

import pytest

from sessionrunner.core.commands import AddTime
from sessionrunner.core.exercise import Mode, Notes, Rounds, Step
from sessionrunner.core.faults import faults
from sessionrunner.core.public import public_view
from sessionrunner.core.wording import as_led, as_written, filled, on_one_line
from tests.core.rooms import FOUR_TABLES, Hour, a_step, an_exercise, minutes, names


def a_text(text: str, step: Step) -> Step:
    return replace(step, notes=Notes(say=text), wall=text)


PAIRS = a_text("Ni har <minuter>.", a_step("pairs", 5))
TABLES = a_text(
    "Byt efter <minuter per varv>.",
    a_step("tables", 19, Mode.TABLES, tables=FOUR_TABLES, rounds=Rounds(minutes(4), minutes(1))),
)
TURNS = a_text("<minutes per turn> each, <minutes> in all.", a_step("turns", None, Mode.TURNS, turn=minutes(1)))


def test_the_minutes_are_the_plan_until_something_is_bargained() -> None:
    """Print and preparation say what the file says."""
    assert as_written(an_exercise(PAIRS), PAIRS).notes.say == "Ni har 5 minuter."
    assert as_written(an_exercise(TABLES), TABLES).wall == "Byt efter 4 minuter."


def test_a_bargain_changes_what_is_said_and_what_the_wall_says() -> None:
    """Two minutes fewer are two minutes fewer in every text."""
    hour = Hour(an_exercise(PAIRS)).go_to("pairs").give(AddTime(-minutes(2)))
    assert as_led(hour.session, PAIRS).notes.say == "Ni har 3 minuter."
    assert public_view(hour.session, hour.now).task == "Ni har 3 minuter."


def test_one_minute_is_one() -> None:
    """Nobody reads ``1 minuter`` aloud."""
    assert as_written(an_exercise(PAIRS), replace(PAIRS, minutes=minutes(1))).wall == "Ni har 1 minut."


def test_turns_have_their_own_minutes() -> None:
    """A turn and all of them, in the language of the text."""
    hour = Hour(an_exercise(TURNS), names(4)).go_to("turns")
    assert as_led(hour.session, TURNS).wall == "1 minute each, 4 minutes in all."


def test_what_rounds_share_is_in_the_minutes_of_a_round() -> None:
    """Minutes given before the step began are in every round."""
    hour = Hour(an_exercise(a_step("start", 3), TABLES)).go_to("tables")
    longer = replace(hour.session, added={"tables": minutes(4)})
    assert as_led(longer, TABLES).wall == "Byt efter 5 minuter."


def test_the_whole_hours_minutes_follow_its_variant_and_every_bargain() -> None:
    """Nobody promises 35 minutes at the start of an hour that has become another."""
    start = a_text("På <minuter för övningen>.", a_step("start", 3))
    hour = Hour(an_exercise(start, PAIRS)).go_to("start")
    assert as_led(hour.session, start).wall == "På 8 minuter."
    hour.give(AddTime(minutes(2)))
    assert as_led(hour.session, start).wall == "På 10 minuter."
    assert filled(an_exercise(start, PAIRS)).steps[0].wall == "På 8 minuter."


@pytest.mark.parametrize("text", ["<minuter per varv>", "<minuter per tur>", "<minuter kvar>", "<minut>"])
@pytest.mark.parametrize("key", [("notes", "say"), ("wall",)])
def test_a_length_that_the_step_does_not_have_is_a_fault(text: str, key: tuple[str, ...]) -> None:
    """Found when the file is checked, not when it is read aloud."""
    wrong = replace(PAIRS, wall="", notes=Notes())
    wrong = replace(wrong, wall=text) if key == ("wall",) else replace(wrong, notes=Notes(say=text))
    (fault,) = faults(an_exercise(wrong))
    assert (fault.code, fault.path) == ("no-such-length", ("steps", 0, *key))


def test_signs_that_mean_nothing_are_left_alone() -> None:
    """A smaller-than sign is a smaller-than sign."""
    wrong = replace(PAIRS, wall="3 < 5 > 4, <3, <minuter kvar>")
    assert as_written(an_exercise(wrong), wrong).wall == wrong.wall


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("2 min: berätta\n4 min: vi ger idéer\n", "2 min: berätta · 4 min: vi ger idéer"),
        ("Skriv om målet\nså att alla förstår.\nByt.", "Skriv om målet så att alla förstår. Byt."),
        ("Ett mål är …\nTio ord.", "Ett mål är … · Tio ord."),
        ("Boendet ringer:\n”Vad vill ni?”\n40 minuter.", "Boendet ringer: ”Vad vill ni?” 40 minuter."),
        ("1 Bort   2 Ordning\n3 Barnet", "1 Bort · 2 Ordning · 3 Barnet"),
        ("streck = ni sågs\npunkt = ni ringde", "streck = ni sågs · punkt = ni ringde"),
        ("", ""),
    ],
)
def test_lines_are_joined_as_they_would_be_read(lines: str, read: str) -> None:
    """Only those that nothing else sets apart get a dot between them; a sentence over two lines stays one."""
    assert on_one_line(lines) == read
