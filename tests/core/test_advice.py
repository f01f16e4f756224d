"""What a leader who has never done this is told to do now."""

from dataclasses import replace

from sessionrunner.core.advice import advice
from sessionrunner.core.commands import Close, Pause, Reveal
from sessionrunner.core.exercise import Confidentiality, GroupRule, Mode, SizeRange
from sessionrunner.core.role import Role
from sessionrunner.locale import load
from tests.core.rooms import TEXT, Hour, a_step, an_exercise

TWO = an_exercise(a_step("tyst", 10, Mode.ALONE, collect=(TEXT,)), a_step("slut", 5, Mode.SUMMARY))


def told(hour: Hour, answers: int = 0, phones: int = 0) -> list[str]:
    return [text.key for text in advice(hour.session, hour.now, answers, phones)]


def test_while_people_come_in_the_wall_comes_first_and_the_beginning_last() -> None:
    """Whether phones have found the way decides what is said about them."""
    assert told(Hour(TWO)) == ["now.wall", "now.no-phones", "now.begin"]
    assert told(Hour(TWO), phones=3) == ["now.wall", "now.phones", "now.begin"]


def test_who_has_no_name_is_given_a_number_before_anybody_is_called_by_it() -> None:
    """Only where groups or turns are coming, and only where nobody has a name."""
    pairs = an_exercise(a_step("par", 5, Mode.GROUPS, groups=GroupRule(SizeRange(2, 3))))

    assert "now.numbers" in told(Hour(pairs, people=("1", "2", "3", "4")))
    assert "now.numbers" not in told(Hour(pairs, people=("ann", "2", "3", "4")))
    assert "now.numbers" not in told(Hour(TWO, people=("1", "2", "3", "4")))


def test_where_cases_are_told_of_the_question_before_the_start_is_foretold() -> None:
    """Nobody is surprised in front of the room."""
    cases = replace(TWO, confidential=Confidentiality.OWN_CASES)

    assert told(Hour(cases)) == ["now.wall", "now.no-phones", "now.secrecy", "now.begin"]


def test_after_the_end_it_says_what_is_left_to_do() -> None:
    """The exercise's own last tasks only where it has any."""
    tidy = replace(TWO, after=("Samla in papperen",))

    assert told(Hour(TWO).go_to("slut").give(Close())) == ["now.ended", "now.copies"]
    assert told(Hour(tidy).go_to("slut").give(Close())) == ["now.ended", "now.left", "now.copies"]


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


def test_where_roles_have_the_word_the_leader_is_not_told_that_everybody_listens() -> None:
    """A reflecting team talks and the leader is silent: the roles say who does what, groups stay groups."""
    team = (Role("Teamet", 2, "Reflektera"), Role("Ledaren", speaks=False))
    talk = an_exercise(a_step("tala", roles=team), a_step("par", 5, Mode.GROUPS, roles=team))

    assert told(Hour(talk).go_to("tala"))[0] == "now.mode.roles"
    assert told(Hour(talk).go_to("par"))[0] == "now.mode.groups"


def test_every_way_of_working_has_a_word() -> None:
    """Nobody is left without help, in either language."""
    for language in ("sv", "en"):
        assert all(load(language)(f"now.mode.{mode.value}") for mode in Mode)
