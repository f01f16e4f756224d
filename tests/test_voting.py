"""Voting with dots at the leader's desk: opened, counted, kept, forgotten."""

from itertools import cycle

import pytest

from sessionrunner.core.ballot import About
from sessionrunner.core.commands import Back
from sessionrunner.core.session import NotPossible, Session
from tests.web.fakes import Room
from tests.web.pictures import BALLOTS, HEADINGS, cast, open_vote


@pytest.fixture
def room() -> Room:
    """Eleven have voted; the vote is open."""
    room = Room()
    open_vote(room)
    cast(room, *BALLOTS)
    return room


def votes(room: Room) -> list[list[int]]:
    return [[row.dots for row in result.rows] for result in room.desk.voting.results()]


def test_nothing_is_told_of_a_vote_that_is_open(room: Room) -> None:
    """Rule: who sees how the others vote votes otherwise; only how many have voted is told."""
    assert (room.desk.room.answered(), room.desk.voting.ballots()) == (11, 11)
    assert (votes(room), room.desk.room.shown().vote) == ([], None)


def test_closing_shows_the_room_how_it_voted(room: Room) -> None:
    """Rule: the most dots first, without a key more."""
    result = room.desk.voting.close()
    assert [(row.text, row.dots) for row in result.rows] == [(HEADINGS[3], 10), (HEADINGS[0], 9), (HEADINGS[1], 6)]
    assert room.desk.room.shown().vote == result
    assert [pile.dots for pile in room.desk.room.shown().piles] == [9, 6, 0, 10, 0]


def test_a_ballot_that_comes_after_is_told_so(room: Room) -> None:
    """Rule: nobody believes to have voted who has not."""
    vote = room.desk.voting.now
    assert vote is not None
    room.desk.voting.close()
    refused = room.desk.room.submit(vote.id, "f" * 32, {vote.options[0].id: "1"})
    assert [one.reason.key for one in refused] == ["vote.closed"]
    assert votes(room) == [[10, 9, 6]]


def test_a_ballot_sent_again_counts_once_and_is_acknowledged(room: Room) -> None:
    """Rule: a lost receipt is given again, also when the vote has closed since."""
    vote = room.desk.voting.now
    assert vote is not None
    dots = {vote.options[at].id: "1" for at in BALLOTS[0]}
    assert room.desk.room.submit(vote.id, f"{0:032x}", dots) == []
    room.desk.voting.close()
    assert room.desk.room.submit(vote.id, f"{0:032x}", dots) == []
    assert room.desk.voting.results()[0].ballots == 11


def test_a_vote_closes_with_its_step_and_stays_closed(room: Room) -> None:
    """Rule: neither going on nor undoing that opens it again after it was seen."""
    room.desk.handle(Back())
    assert room.desk.voting.now is None
    room.desk.undo()
    assert (room.desk.voting.now, votes(room)) == (None, [[10, 9, 6]])


def test_a_vote_that_is_taken_back_takes_its_dots_with_it(room: Room) -> None:
    """Rule: undo right after opening, and nobody's phone asks any more."""
    vote = room.desk.voting.now
    assert vote is not None
    room.desk.undo()
    assert room.desk.voting.now is None and votes(room) == []
    refused = room.desk.room.submit(vote.id, f"{0:032x}", {vote.options[0].id: "1"})
    assert [one.reason.key for one in refused] == ["form.closed"]


def test_the_result_is_in_the_record_when_the_ballots_are_gone(room: Room) -> None:
    """Rule: the hour ends, the vote closes by itself, its result stays and no ballot does."""
    room.desk.close()
    assert room.box.destroyed
    assert [row.dots for row in room.desk.keeping.record().votes[0].rows] == [10, 9, 6]


def test_ballots_are_not_counted_as_reflections(room: Room) -> None:
    """Rule: the file says how many wrote something."""
    assert sum(room.desk.answers.received().values()) == 0


def test_the_room_can_vote_on_its_decisions() -> None:
    """Rule: which of the lines matters most; the hand count stays as it was."""
    room = Room()
    room.go_to("avslut")
    with pytest.raises(NotPossible):
        room.desk.voting.open(About.LESSONS, 1)
    for text in ("Vi provar", "Vi läser", "Vi frågar"):
        room.desk.add_lesson(room.desk.session.exercise.steps[-1].outputs[0], text)
    vote = room.desk.voting.open(About.LESSONS, 2)
    assert [one.text for one in vote.options] == ["Vi provar", "Vi läser", "Vi frågar"]
    room.desk.close()
    assert room.desk.voting.results()[0].ballots == 0


def test_ballots_on_paper_are_counted_with_the_phones(room: Room) -> None:
    """Rule: who has no phone votes too, and the same few are left without a number."""
    for line in ("3", "3 1", "3", "5"):
        room.desk.voting.paper(line)
    result = room.desk.voting.close()
    assert result.ballots == 15
    assert {row.text: row.dots for row in result.rows} == {HEADINGS[3]: 10, HEADINGS[0]: 10, HEADINGS[1]: 6}
    assert set(result.others) == {HEADINGS[2], HEADINGS[4]}


def test_a_paper_ballot_after_the_vote_is_not_taken(room: Room) -> None:
    """Rule: a counted vote stays as it was told."""
    room.desk.voting.close()
    with pytest.raises(NotPossible):
        room.desk.voting.paper("1")
    assert room.desk.voting.results()[0].ballots == 11


class Restless:
    """Stands for a runner whose leader goes on, or takes it back, between any two looks at the session."""

    def __init__(self, *sessions: Session) -> None:
        self._sessions = cycle(sessions)

    @property
    def session(self) -> Session:
        """Each time another one."""
        return next(self._sessions)


def test_a_vote_that_is_closed_while_the_wall_asks_is_told_as_before_or_after(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: the wall asks in a thread of its own, and what it asks never fails halfway."""
    voting, before = room.desk.voting, room.desk.session
    result = voting.close()
    after = room.desk.session
    for sessions in ((before, after), (after, before)):
        monkeypatch.setattr(voting, "_runner", Restless(*sessions))
        assert {voting.ballots() for _ in range(4)} <= {0, 11}
        assert all(voting.result(after.votes[0].id) in (None, result) for _ in range(4))
        assert {voting.dots_of(after.votes[0].options[0].id) for _ in range(4)} <= {0, 9}


def test_a_heading_that_comes_while_the_wall_asks_is_told_or_not_yet(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: names and numbers on the wall are of one moment."""
    before = room.desk.session
    room.desk.sorting.add_heading("Väntetider")
    after = room.desk.session
    for sessions in ((before, after), (after, before)):
        monkeypatch.setattr(room.desk.sorting, "_runner", Restless(*sessions))
        told = [len(room.desk.room.shown().piles) for _ in range(4)]
        assert set(told) <= {len(HEADINGS), len(HEADINGS) + 1}
