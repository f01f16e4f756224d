"""Voting with dots on a phone: with and without a script, in time and too late."""

import pytest
from playwright.sync_api import Browser, Page, expect

from sessionrunner.web.server import AudienceServer
from tests.web.browser import open_phone, open_wall, phone_address
from tests.web.fakes import Room
from tests.web.pictures import HEADINGS, open_vote
from tests.web.wire import ask


def placed(room: Room) -> list[dict[str, str]]:
    """Every ballot in the box, with the words of what was voted on."""
    vote = room.desk.session.votes[-1]
    names = {option.id: option.text for option in vote.options}
    return [{names[one]: dots for one, dots in ballot.answers.items()} for ballot in room.box.submissions.values()]


@pytest.fixture
def phone(room: Room, server: AudienceServer, browser: Browser) -> Page:
    """A phone that has waited for the vote to open."""
    room.go_to("avslut")
    page = open_phone(browser, server)
    open_vote(room)
    page.get_by_role("button", name="Skicka rösten").wait_for()
    return page


def test_a_vote_comes_to_the_phone_by_itself_and_is_receipted(room: Room, phone: Page) -> None:
    """Rule: three ticks and one press."""
    for name in (HEADINGS[0], HEADINGS[4]):
        phone.get_by_label(name).check()
    expect(phone.get_by_text("Prickar kvar: 1")).to_be_visible()
    phone.get_by_role("button", name="Skicka rösten").click()
    expect(phone.get_by_text("Tack, sparat.")).to_be_visible()
    assert placed(room) == [{HEADINGS[0]: "1", HEADINGS[4]: "1"}]
    phone.reload()
    expect(phone.get_by_text("Tack, sparat.")).to_be_visible()
    assert phone.get_by_role("checkbox").count() == 0


def test_too_many_dots_are_told_before_they_are_sent(room: Room, phone: Page) -> None:
    """Rule: the phone counts; nothing goes anywhere until it is right."""
    for name in HEADINGS[:4]:
        phone.get_by_label(name).check()
    phone.get_by_role("button", name="Skicka rösten").click()
    expect(phone.get_by_role("alert")).to_have_text("Du har lagt 1 för mycket. Ta bort någon prick.")
    assert placed(room) == []
    phone.get_by_label(HEADINGS[0]).uncheck()
    expect(phone.get_by_text("Prickar kvar: 0")).to_be_visible()


def test_a_vote_that_closes_under_the_fingers_says_so(room: Room, phone: Page) -> None:
    """Rule: nobody believes to have voted who has not, and the page goes on by itself."""
    room.clock.advance(minutes=2)
    phone.get_by_label(HEADINGS[0]).check()
    room.desk.voting.close()
    expect(phone.get_by_text("Omröstningen är stängd. Dina prickar hann inte med.")).to_be_visible()
    assert phone.get_by_role("checkbox").count() == 0


def test_without_a_script_the_same_ballot_is_sent(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: an old phone votes too; too many dots come back with the reason."""
    open_vote(room)
    page = open_phone(browser, server, script=False)
    for name in HEADINGS[:4]:
        page.get_by_label(name).check()
    page.get_by_role("button", name="Skicka rösten").click()
    expect(page.get_by_text("Du har lagt 4 prickar men har bara 3.")).to_be_visible()
    page.get_by_label(HEADINGS[1]).check()
    page.get_by_role("button", name="Skicka rösten").click()
    expect(page.get_by_text("Tack, sparat.")).to_be_visible()
    assert placed(room) == [{HEADINGS[1]: "1"}]


@pytest.mark.parametrize(
    ("language", "said"),
    [("sv", "Antalet visas bara för det som minst 5 har"), ("en", "A number is shown only for what at least 5")],
)
def test_the_smallest_number_is_said_before_anybody_votes(
    room: Room, server: AudienceServer, language: str, said: str
) -> None:
    """Rule: k is on the page, above what is voted on."""
    open_vote(room)
    page = ask(server.phone_url, f"?lang={language}").text
    assert 0 < page.index(said) < page.index(HEADINGS[0])


def test_several_dots_on_one_are_chosen_as_a_number(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: where the leader allows it; 0 takes a dot back."""
    open_vote(room, 4, 2)
    page = open_phone(browser, server)
    page.get_by_role("group", name=HEADINGS[0]).get_by_label("2").check()
    page.get_by_role("group", name=HEADINGS[1]).get_by_label("1").check()
    page.get_by_role("group", name=HEADINGS[1]).get_by_label("0").check()
    expect(page.get_by_text("Prickar kvar: 2")).to_be_visible()
    page.get_by_role("button", name="Skicka rösten").click()
    expect(page.get_by_text("Tack, sparat.")).to_be_visible()
    assert placed(room) == [{HEADINGS[0]: "2"}]


def test_the_wall_asks_for_votes_and_shows_them_only_when_closed(
    room: Room, server: AudienceServer, browser: Browser
) -> None:
    """Rule: how many have voted, never for what; then the ranking with bars."""
    vote = open_vote(room)
    page = open_wall(browser, server)
    for number in range(6):
        room.desk.room.submit(vote.id, f"{number:032x}", {vote.options[2].id: "1"})
    expect(page.get_by_text("6 av 13 har röstat")).to_be_visible()
    assert page.locator(".ranked").count() == 0
    room.desk.voting.close()
    expect(page.locator(".ranked li")).to_have_text(f"{HEADINGS[2]}6")
    expect(page.locator(".options li")).to_have_count(4)
    assert phone_address(server) not in page.locator("#page").inner_text()
