"""Voting with dots in lines."""

import pytest

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import load
from sessionrunner.plain.voting import vote
from tests.web.fakes import Room
from tests.web.pictures import BALLOTS, HEADINGS, cast

WORDS = load("sv")


@pytest.fixture
def room() -> Room:
    """Five headings, no vote."""
    room = Room()
    room.go_to("avslut")
    for name in HEADINGS:
        room.desk.sorting.add_heading(name)
    return room


def say(room: Room, rest: str = "") -> str:
    return "\n".join(vote(room.desk, WORDS, rest))


def test_a_vote_is_opened_followed_and_counted_in_three_lines(room: Room) -> None:
    """What to say aloud, how many have voted, how it went."""
    assert "Var och en har 3 prickar" in say(room, "rubriker")
    cast(room, *BALLOTS)
    assert say(room).startswith("Omröstningen är öppen: 11 har röstat.")
    told = say(room, "stäng").splitlines()
    assert told[0] == "Rubrikerna. 11 röstade, med 3 prickar var."
    assert told[1] == f"1. {HEADINGS[3]}: 10 prickar"
    assert told[-1].startswith(f"Visas utan antal, så att ingens röst går att räkna ut: {HEADINGS[2]}; {HEADINGS[4]}.")
    assert say(room).splitlines() == told


def test_too_few_votes_are_said_and_nothing_else(room: Room) -> None:
    """Four are not told apart."""
    say(room, "headings 2 2")
    cast(room, (0,), (1, 2), (0,), (3,))
    assert say(room, "close") == (
        "Rubrikerna. 4 röstade, med 2 prickar var.\nBara 4 röstade. Det behövs minst 5 för att visa något."
    )


@pytest.mark.parametrize("line", ["kanske", "rubriker många", "rubriker 0", "rader 3", "stäng"])
def test_what_cannot_be_done_is_said_with_a_remedy(room: Room, line: str) -> None:
    """No line ends in silence."""
    with pytest.raises(SessionRunnerError) as refused:
        say(room, line)
    assert WORDS.explain(refused.value)
    assert say(room) == "Ingen omröstning pågår."


def test_a_ballot_on_paper_is_a_line_of_numbers(room: Room) -> None:
    """The options are listed with the wall's numbers."""
    say(room, "rubriker")
    cast(room, *BALLOTS)
    assert say(room, "lapp 1 3") == "Lappen är sparad. 12 har röstat."
    assert f"3. {HEADINGS[2]}" in say(room)
    with pytest.raises(SessionRunnerError, match="no-such-number"):
        say(room, "lapp 9")
