"""Voting with dots from the leader's screen."""

import pytest

from sessionrunner.core.ballot import About
from sessionrunner.core.exercise import LessonKind
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened
from tests.web.pictures import BALLOTS, HEADINGS


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """While the room sums up, with five headings."""
    desk = running(host, 5)
    for name in HEADINGS:
        desk.sorting.add_heading(name)
    return desk


def cast(desk: Desk) -> None:
    vote = desk.voting.now
    assert vote is not None
    for number, ballot in enumerate(BALLOTS):
        desk.room.submit(vote.id, f"{number:032x}", {vote.options[at].id: "1" for at in ballot})


async def test_enter_opens_counts_and_leaves(host: FakeHost, desk: Desk) -> None:
    """One key, three times; the screen says each time where the vote stands and what Enter does."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f4")
        assert "minst 5 har lagt en prick" in look.words() and desk.voting.now is None
        await look.press("enter")
        cast(desk)
        await look.press("up")
        assert "Tryck Enter när alla är klara" in look.words()
        await look.press("enter")
        assert f"1. {HEADINGS[3][:40]}" in look.words() and "Visas utan antal" in look.words()
        await look.press("enter")
        assert "Sammanfattning" in look.text()
    assert [row.dots for row in desk.voting.results()[0].rows] == [10, 9, 6]


async def test_the_leader_chooses_how_many_dots(host: FakeHost, desk: Desk) -> None:
    """Plus, minus and m; never fewer than one."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f4", "plus", "m")
        assert "Var och en får 4 prickar, högst 2 på samma." in look.words()
        await look.press(*["minus"] * 6)
        assert "Var och en får 1 prick, högst 1 på samma." in look.words()
        await look.press("enter")
    assert desk.voting.now is not None and (desk.voting.now.dots, desk.voting.now.most) == (1, 1)


async def test_an_open_vote_goes_on_while_the_leader_does_something_else(host: FakeHost, desk: Desk) -> None:
    """Esc leaves the window, not the vote; the key finds it again."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f4", "enter", "escape")
        assert desk.voting.now is not None
        cast(desk)
        await look.press("f4")
        assert "11 av 13 har röstat" in look.words()


async def test_decisions_are_voted_on_when_there_are_some(host: FakeHost, desk: Desk) -> None:
    """Tab goes back to the headings."""
    for text in ("Vi provar", "Vi läser"):
        desk.add_lesson(LessonKind.IDEA, text)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f4")
        assert "Vi läser" in look.words()
        await look.press("tab", "enter")
    assert desk.voting.now is not None and desk.voting.now.about is About.HEADINGS


async def test_nothing_to_choose_between_is_said(host: FakeHost) -> None:
    """And what to do about it."""
    async with opened(an_app(host, Start(desk=running(host, 5)))) as look:
        await look.press("f4", "enter")
        assert "minst två rubriker" in look.told()


async def test_a_mirrored_screen_shows_vote_and_result_too(host: FakeHost, desk: Desk) -> None:
    """The public view has what the wall has."""
    desk.voting.open(About.HEADINGS, 3)
    cast(desk)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("escape", "v")
        assert "11 av 13 har röstat" in look.words() and "10" not in look.words()
        desk.voting.close()
        await look.press("up")
        assert "Rubrikerna. 11 röstade, med 3 prickar var." in look.words()


async def test_dots_are_offered_only_before_the_phones_are_asked(host: FakeHost, desk: Desk) -> None:
    """Afterwards the keys would do nothing."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f4")
        assert "fler eller färre prickar" in look.text()
        await look.press("enter")
        assert "fler eller färre prickar" not in look.text() and "Esc" in look.text()
        cast(desk)
        await look.press("enter")
        assert "fler eller färre prickar" not in look.text()


async def test_votes_on_paper_are_typed_in_while_the_vote_is_open(host: FakeHost, desk: Desk) -> None:
    """Numbers as on the wall, Enter after each; a wrong one is said at once and counts for nothing."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f4", "enter", "i")
        await look.press(*"1 3", "enter")
        assert "1 är sparad" in look.words() and f"3 {HEADINGS[2]}" in look.words()
        await look.press("9", "enter")
        assert "ett nummer som inte finns: 9" in look.words()
        await look.press("escape")
        assert "1 av 13 har röstat" in look.words() and "Den sista lappen sparades inte." in look.told()
    assert desk.voting.ballots() == 1


async def test_paper_is_not_asked_for_before_the_vote(host: FakeHost, desk: Desk) -> None:
    """Control: the key does nothing yet, and is not offered."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f4", "i")
        assert "Rösta med prickar om" in look.words() and "lappar" not in look.text()


async def test_with_too_little_to_choose_between_the_window_says_what_is_missing_and_how_to_make_it(
    host: FakeHost,
) -> None:
    """Rule: nothing is explained that cannot be done yet."""
    async with opened(an_app(host, Start(desk=running(host, 5)))) as look:
        await look.press("f4")
        assert "Ni har 0 rader i sammanfattningen. Det behövs minst två" in look.words()
        assert "Tryck Esc och skriv raderna, en i taget." in look.words()
        assert "prick" not in look.words() and "Enter öppnar" not in look.words()


async def test_what_can_be_voted_on_is_offered_where_the_other_cannot(host: FakeHost, desk: Desk) -> None:
    """Tab goes to what is missing and back; Enter begins with what there is."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f4", "tab")
        assert "Tabb: rösta om rubrikerna i stället." in look.words()
        await look.press("tab")
        assert "Var och en får 3 prickar" in look.words()
