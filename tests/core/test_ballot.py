"""Voting with dots: who may open and close it, what a ballot may hold, and what is told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.ballot import About, Option, Result, Vote, counted, places, sheet, usual_dots
from sessionrunner.core.commands import AddHeading, Close, CloseVote, Hide, Next, OpenVote, RenameHeading, Reveal, Undo
from sessionrunner.core.exercise import Keep
from sessionrunner.core.public import public_view
from sessionrunner.core.reflections import accept, form_of, open_forms
from sessionrunner.core.session import START, Event, Session, replay
from sessionrunner.core.showing import Turn, turned, vote_on_wall
from sessionrunner.core.state import open_vote
from tests.core.rooms import HOUR, Hour, refusal

NAMES = ("Stöd", "Tid", "Journaler", "Möten")


def an_hour(headings: int = 4) -> Hour:
    """In the last step, with headings."""
    hour = Hour().go_to("end")
    return hour.give(*(AddHeading(f"h{at}", name) for at, name in enumerate(NAMES[:headings])))


def voting(dots: int = 3, most: int = 1) -> Hour:
    return an_hour().give(OpenVote("v1", About.HEADINGS, dots, most))


def a_vote(dots: int = 3, most: int = 1, options: int = 4) -> Vote:
    return Vote("v1", About.HEADINGS, tuple(Option(f"h{at}", NAMES[at]) for at in range(options)), dots, most, "End")


def tell(ballots: Sequence[Mapping[str, int]], dots: int = 3, most: int = 1, least: int = 5) -> Result:
    """The result of these ballots, given as the box gives them: each option's answers by themselves."""
    placed = {f"h{at}": [str(one[f"h{at}"]) for one in ballots if f"h{at}" in one] for at in range(4)}
    return counted(a_vote(dots, most), len(ballots), placed, least)


def test_everybody_places_dots_on_what_there_was_when_the_vote_was_opened() -> None:
    """A heading that is renamed meanwhile is still the one people voted on."""
    hour = voting().give(RenameHeading("h0", "Handledning"))
    form = public_view(hour.session, hour.now).form
    assert form is not None
    assert (form.step, form.dots) == ("v1", 3)
    assert [question.ask for question in form.questions] == list(NAMES)


def test_a_vote_goes_before_a_form_that_is_still_open() -> None:
    """The room does one thing at a time."""
    hour = Hour().go_to("write").give(AddHeading("h0", "Stöd"), AddHeading("h1", "Tid"))
    hour.give(OpenVote("v1", About.HEADINGS))
    form = public_view(hour.session, hour.now).form
    assert form is not None and form.step == "v1"
    assert [one.id for one in open_forms(hour.session, hour.now)] == ["v1", "write"]


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (OpenVote("v2", About.HEADINGS), "vote-open"),
        (OpenVote("v1", About.LESSONS), "vote-open"),
    ],
)
def test_there_is_one_vote_at_a_time(command: OpenVote, why: str) -> None:
    """Nobody must wonder which one the dots go to."""
    assert refusal(voting(), command) == why


@pytest.mark.parametrize(
    ("dots", "most", "why"), [(0, 0, "no-such-dots"), (3, 4, "no-such-dots"), (11, 1, "no-such-dots")]
)
def test_dots_are_few(dots: int, most: int, why: str) -> None:
    """One to ten, and never more on one than there are."""
    assert refusal(an_hour(), OpenVote("v1", About.HEADINGS, dots, most)) == why


def test_a_vote_needs_something_to_choose_between() -> None:
    """One heading, or no lines yet, is no choice; more than a phone can show is too much."""
    assert refusal(an_hour(1), OpenVote("v1", About.HEADINGS)) == "nothing-to-vote-on"
    assert refusal(an_hour(), OpenVote("v1", About.LESSONS)) == "nothing-to-vote-on"
    many = an_hour(0).give(*(AddHeading(f"h{at}", f"Nr {at}") for at in range(31)))
    assert refusal(many, OpenVote("v1", About.HEADINGS)) == "too-much-to-vote-on"


def test_a_number_is_never_used_again() -> None:
    """A phone that has voted under it would not be asked again."""
    hour = voting().give(CloseVote())
    assert refusal(hour, OpenVote("v1", About.HEADINGS)) == "vote-open"
    assert refusal(hour, OpenVote("v2", About.HEADINGS)) == ""


def test_nothing_is_voted_on_before_the_hour_or_where_nothing_is_kept() -> None:
    """There is no phone with a page then, or nothing may be left."""
    assert refusal(Hour(), OpenVote("v1", About.HEADINGS)) == "not-started"
    quiet = Hour(replace(HOUR, keep=Keep.NOTHING)).give(Next())
    assert refusal(quiet, OpenVote("v1", About.HEADINGS)) == "keeps-nothing"


def test_closing_needs_an_open_vote() -> None:
    """Twice is once too often."""
    hour = voting().give(CloseVote())
    assert refusal(hour, CloseVote()) == "no-vote"
    assert open_vote(hour.session) is None
    assert all(not form.dots for form in open_forms(hour.session, hour.now))


def test_opening_can_be_undone_and_counting_cannot() -> None:
    """A vote that opened again after it was seen would give the next dot away."""
    taken_back = voting().give(Undo())
    assert taken_back.session.votes == ()
    assert form_of(taken_back.session, "v1") is None
    assert refusal(voting().give(CloseVote()), Undo()) == "answers-are-open"


def test_the_end_of_the_hour_ends_every_vote() -> None:
    """Nothing is taken after the end."""
    assert open_vote(voting().give(Close()).session) is None


def test_the_result_stays_on_the_wall_until_it_is_taken_down() -> None:
    """Nobody has to show it; a key hides it."""
    hour = voting()
    assert vote_on_wall(hour.session) == ""
    assert vote_on_wall(hour.give(CloseVote()).session) == "v1"
    assert vote_on_wall(hour.give(Hide()).session) == ""


def test_answers_come_back_on_the_wall_after_a_vote() -> None:
    """The key that shows the next answer finds the answers, not the vote."""
    hour = Hour().go_to("write").give(Reveal("write")).go_to("end")
    hour.give(AddHeading("h0", "Stöd"), AddHeading("h1", "Tid"), OpenVote("v1", About.HEADINGS), CloseVote())
    assert vote_on_wall(hour.session) == "v1"
    shown = turned(hour.session, (), Turn.ALL)
    assert vote_on_wall(hour.give(shown).session) == ""


def why_not(raw: Mapping[str, str], dots: int = 3, most: int = 1) -> list[str]:
    return [one.reason.key for one in accept(sheet(a_vote(dots, most)), raw)[1]]


def test_a_ballot_holds_one_dot_at_least_and_all_at_most() -> None:
    """What is not placed is not counted."""
    assert accept(sheet(a_vote()), {"h0": "1", "h2": "1", "h3": "0", "other": "1"}) == ({"h0": "1", "h2": "1"}, [])
    assert why_not({}) == ["vote.no-dots"]
    assert why_not({"h0": "0"}) == ["vote.no-dots"]
    assert why_not({f"h{at}": "1" for at in range(4)}) == ["vote.too-many-dots"]


@pytest.mark.parametrize("value", ["2", "-1", "x", "1.0", "²"])
def test_a_ballot_holds_only_dots(value: str) -> None:
    """Whatever a program sends in."""
    assert why_not({"h0": value}) == ["form.not-on-scale"]


def test_several_dots_may_lie_on_one_when_the_leader_says_so() -> None:
    """Two and one are three."""
    assert why_not({"h0": "2", "h1": "1"}, most=2) == []
    assert why_not({"h0": "2", "h1": "2"}, most=2) == ["vote.too-many-dots"]


def test_the_most_dots_stand_first_and_a_tie_shares_a_place() -> None:
    """The room sees at once what weighs."""
    result = tell([{"h0": 1, "h1": 1, "h2": 1}] * 5 + [{"h1": 1}] * 2)
    assert [(row.text, row.dots) for row in result.rows] == [("Tid", 7), ("Stöd", 5), ("Journaler", 5)]
    assert places(result) == [1, 2, 2]
    assert result.others == ("Möten",)
    assert (result.dots_of("h1"), result.dots_of("h3")) == (7, 0)


def test_fewer_than_k_ballots_tell_nothing() -> None:
    """How many voted may be told, nothing else."""
    result = tell([{"h0": 1}] * 4)
    assert (result.enough, result.ballots, result.rows) == (False, 4, ())
    assert result.others == NAMES


def test_what_fewer_than_k_chose_has_no_number_however_many_dots_they_placed() -> None:
    """Two people with three dots each are two people."""
    result = tell([{"h0": 3}] * 2 + [{"h1": 1}] * 6, most=3)
    assert [(row.text, row.dots) for row in result.rows] == [("Tid", 6)]
    assert result.others == ("Stöd", "Journaler", "Möten")


def test_with_one_dot_each_nothing_is_had_by_subtraction() -> None:
    """Twelve voted, six here and five there: the last one would stand alone."""
    result = tell([{"h0": 1}] * 6 + [{"h1": 1}] * 5 + [{"h2": 1}], dots=1)
    assert [(row.text, row.dots) for row in result.rows] == [("Stöd", 6)]


ballots = st.lists(
    st.dictionaries(st.sampled_from(["h0", "h1", "h2", "h3"]), st.just(1), min_size=1, max_size=3), max_size=30
)
single = st.lists(st.sampled_from(["h0", "h1", "h2", "h3"]).map(lambda one: {one: 1}), max_size=30)


@given(ballots, st.integers(3, 6))
def test_every_number_told_stands_for_k_people_or_more(given_ballots: list[dict[str, int]], least: int) -> None:
    """Whoever votes how."""
    result = tell(given_ballots, least=least)
    assert all(sum(row.id in one for one in given_ballots) >= least for row in result.rows)


@given(single, st.integers(3, 6))
def test_with_one_dot_each_what_is_left_stands_for_k_people_or_nobody(
    given_ballots: list[dict[str, int]], least: int
) -> None:
    """All numbers told taken from how many voted."""
    result = tell(given_ballots, dots=1, least=least)
    left = result.ballots - sum(row.dots for row in result.rows)
    assert left == 0 or left >= least or not result.enough


def test_counted_plainly_somebody_would_stand_alone() -> None:
    """Control: without the rule the same ballots tell what a single person chose."""
    result = tell([{"h0": 1}] * 6 + [{"h1": 1}] * 5 + [{"h2": 1}], dots=1, least=1)
    assert [row.dots for row in result.rows] == [6, 5, 1]


def test_as_many_dots_as_options_are_never_proposed() -> None:
    """Nobody would have to choose."""
    assert [usual_dots(number) for number in (2, 3, 4, 9)] == [1, 2, 3, 3]


def test_a_vote_from_a_journal_is_the_same_vote() -> None:
    """A laptop that died goes on."""
    hour = voting()
    events = [Event(START, "", event.command) for event in hour.events]
    assert replay(HOUR, events).votes == hour.session.votes != Session(HOUR).votes
