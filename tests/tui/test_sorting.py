"""Sorting the texts with the keyboard, on the leader's screen only."""

from collections.abc import Sequence

import pytest

from sessionrunner.core.showing import Turn
from sessionrunner.core.synthesis import Pile
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, answer, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import TEXTS


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    return opened_for_the_leader(host, TEXTS)


def opened_for_the_leader(host: FakeHost, texts: Sequence[str]) -> Desk:
    desk = running(host, 4)
    answer(host, desk, texts)
    desk.reveal("reflektion", on_wall=False)
    return desk


async def heading(look: Look, name: str) -> None:
    await look.press("n")
    await look.write(name)
    await look.press("enter")


def texts(desk: Desk) -> list[str]:
    return [card.text for card in desk.sorting.board().under("")]


async def test_texts_go_under_headings_and_back_with_undo(host: FakeHost, desk: Desk) -> None:
    """A new heading takes the text under the cursor; a digit puts the next one there; z takes it back."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("x")
        assert "BARA DU SER DET HÄR" in look.text()
        await heading(look, "Skriva")
        await look.press("1")
        assert desk.sorting.piles() == (Pile("Skriva", 2, 0),)
        await look.press("z")
        assert desk.sorting.piles() == (Pile("Skriva", 1, 0),)


async def test_a_text_is_hidden_with_a_reason_and_shown_again(host: FakeHost, desk: Desk) -> None:
    """1 is the usual reason; the room sees how many are hidden."""
    first = texts(desk)[0]
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("x", "d", "1", "enter")
        assert first not in texts(desk) and desk.room.shown().left_out == 1
        await look.press("end")
        assert "DOLD (om en person eller ett ärende)" in look.words()
        await look.press("d")
        assert first in texts(desk)


async def test_two_texts_that_say_the_same_are_counted_together(host: FakeHost, desk: Desk) -> None:
    """s on one, s on the other; p parts them."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("x", "s", "down", "s")
        assert [card.number for card in desk.sorting.board().cards if card.number > 1] == [2]
        assert "×2" in look.text()
        await look.press("home", "p")
        assert len(texts(desk)) == len(TEXTS)


async def test_headings_are_renamed_joined_counted_and_taken_away(host: FakeHost, desk: Desk) -> None:
    """Each key asks for the heading's number."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("x")
        await heading(look, "Ett")
        await heading(look, "Annat")
        for key, line in (("b", "1 Skriva"), ("h", "1 7"), ("i", "2 1")):
            await look.press(key)
            await look.write(line)
            await look.press("enter")
        assert desk.sorting.piles() == (Pile("Skriva", 2, 7),)
        await look.press("t", "1", "enter")
        assert desk.sorting.piles() == ()


@pytest.mark.parametrize(
    ("key", "line", "why"),
    [
        ("n", "ett", "redan"),
        ("b", "7 Skriva", "ingen rubrik 7"),
        ("i", "1 x", "ingen rubrik x"),
        ("h", "1 sju", "med siffror"),
    ],
)
async def test_a_line_that_cannot_be_taken_stays_with_the_reason(
    host: FakeHost, desk: Desk, key: str, line: str, why: str
) -> None:
    """Nothing that was written has to be written again."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("x")
        await heading(look, "Ett")
        await look.press(key)
        await look.write(line)
        await look.press("enter")
        assert line in look.words() and why in look.words()
    assert desk.sorting.piles() == (Pile("Ett", 1, 0),)


async def test_a_heading_that_is_not_there_is_told(host: FakeHost, desk: Desk) -> None:
    """Nothing happens to the text."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("x", "5")
        assert "ingen rubrik 5" in look.told()
    assert desk.session.sorting.placed == {}


async def test_the_answers_lead_on_to_sorting_and_the_summary_does_too(host: FakeHost, desk: Desk) -> None:
    """x from the answers, F3 while summing up; Esc is back."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("r", "x")
        assert "BARA DU SER DET HÄR" in look.text()
        await look.press("escape", "space", "f3")
        assert "BARA DU SER DET HÄR" in look.text()
        await look.press("escape")
        assert "Sammanfattning" in look.text()


ALIKE = ("Mallen för utredning är för lång", "Korta mallen för utredning", "Fråga barnet", "Mer tid", "Byt lokal")


@pytest.fixture
def pair(host: FakeHost) -> Desk:
    """Two of five texts are alike."""
    return opened_for_the_leader(host, ALIKE)


async def test_a_suggestion_is_easily_passed_by(host: FakeHost, pair: Desk) -> None:
    """Rule: about half of them are wrong, so Enter changes nothing, and the same two are not asked about again."""
    async with opened(an_app(host, Start(desk=pair))) as look:
        await look.press("x", "l")
        assert "ungefär vartannat stämmer" in look.words() and ALIKE[0] in look.words()
        await look.press("enter", "l")
        assert "Inga texter liknar varandra" in look.told()
    assert len(texts(pair)) == len(ALIKE) and pair.session.sorting.headings == ()


async def test_two_that_belong_together_go_under_one_heading(host: FakeHost, pair: Desk) -> None:
    """A new one, or the one that one of them has."""
    async with opened(an_app(host, Start(desk=pair))) as look:
        await look.press("x", "l", "r")
        await look.write("Mallar")
        await look.press("enter")
        assert pair.sorting.piles() == (Pile("Mallar", 2, 0),)
        await look.press("z", "l")
        assert pair.sorting.piles() == (Pile("Mallar", 1, 0),)


async def test_two_that_say_the_same_are_one_when_the_leader_says_so(host: FakeHost, pair: Desk) -> None:
    """One key."""
    async with opened(an_app(host, Start(desk=pair))) as look:
        await look.press("x", "l", "s")
        assert [card.number for card in pair.sorting.board().cards if card.number > 1] == [2]


async def test_what_the_wall_shows_is_told_as_it_is(host: FakeHost, desk: Desk) -> None:
    """With a text on the wall the screen does not say that the room sees none; hiding that text takes it down."""
    desk.show(Turn.NEXT)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("x")
        assert "Väggen visar svar 1 av 8." in look.text()
        await look.press("d", "1", "enter")
        await look.until(lambda: "inte texterna" in look.text())
