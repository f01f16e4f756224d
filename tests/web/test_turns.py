"""Turns on the wall and the phones: everybody sees who has the word and who is next."""

from dataclasses import replace

from playwright.sync_api import Browser, expect

from sessionrunner.core.commands import PassOver
from sessionrunner.core.exercise import Mode, Step
from tests.web.browser import open_phone, open_wall
from tests.web.fakes import EXERCISE, Room, minutes

TURNS = replace(EXERCISE, steps=(Step("varv", "En i taget", Mode.TURNS, turn=minutes(2), wall="Säg en sak."),))
CARDS = ("1", "2", "3", "4")


def a_room() -> Room:
    """Four people without names; the turns have begun."""
    room = Room(exercise=TURNS, people=CARDS)
    room.go_to("varv")
    return room


def told(room: Room) -> str:
    """What is to be read."""
    speakers = room.desk.room.public().speakers
    assert speakers is not None
    return f"Nu: kort {speakers.now} · sedan: kort {speakers.then}"


def test_the_wall_calls_the_next_one_by_the_number_on_the_card(browser: Browser) -> None:
    """Nobody has given a name, and all the same everybody knows when it is their turn."""
    room = a_room()
    server = room.server()
    server.start()
    try:
        page = open_wall(browser, server)
        expect(page.locator("#lap")).to_contain_text(told(room))
        room.desk.handle(PassOver())
        expect(page.locator("#lap")).to_contain_text(told(room))
    finally:
        server.stop()


def test_the_phone_says_it_too(browser: Browser) -> None:
    """Who sits behind a pillar reads it in the hand."""
    room = a_room()
    server = room.server()
    server.start()
    try:
        expect(open_phone(browser, server).locator("#call")).to_have_text(told(room))
    finally:
        server.stop()
