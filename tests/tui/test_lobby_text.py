"""What the lobby says, drawn from the session alone."""

from dataclasses import replace

import pytest

from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from sessionrunner.tui.widgets.lobby_text import Lobby, lobby_text
from tests.tui.earlier import remembering
from tests.tui.fakes import NAMES, FakeHost, FakeNetwork, my_task

OPEN = Lobby(inviting=False, folder=True, wide=False)


def a_desk(host: FakeHost, people: int = 13) -> Desk:
    """People are on their way in, and phones can come."""
    desk = host.open(my_task(), tuple(NAMES[:people]))
    host.invite(desk)
    return desk


def said(desk: Desk, lobby: Lobby = OPEN) -> str:
    """The lobby's words."""
    return lobby_text(load("sv"), desk, lobby).plain


def test_while_the_page_is_opened_no_address_is_promised() -> None:
    """The leader waits a moment, and knows what for."""
    desk = a_desk(FakeHost())
    assert desk.audience.phone_url not in said(desk, replace(OPEN, inviting=True))
    assert desk.audience.phone_url in said(desk)


def test_the_wifi_is_told_before_the_address() -> None:
    """Whoever is not on the network cannot open the page."""
    desk = a_desk(FakeHost())
    desk.audience.network.offer(Wifi("Gäst", "hemligt"))
    text = said(desk)
    assert text.index("Gäst") < text.index(desk.audience.phone_url)


def test_what_to_do_is_told_where_there_is_room() -> None:
    """A narrow lobby has one line for it."""
    desk = a_desk(FakeHost())
    assert isinstance(desk.audience.network, FakeNetwork)
    desk.audience.network.reach = Reach.FIREWALL
    assert len(said(desk, replace(OPEN, wide=True))) > len(said(desk))


@pytest.mark.parametrize(("people", "told"), [(4, True), (5, False)])
def test_too_few_for_any_answer_is_said_to_the_person(people: int, told: bool) -> None:
    """Five is the first number that can be shown."""
    assert ("visas inga svar" in said(a_desk(FakeHost(), people))) is told


def test_decisions_past_their_day_are_counted() -> None:
    """The reminder says how many are late, as of the laptop's date."""
    host = remembering()
    assert load("sv")("lessons.late-of", n=1) in said(a_desk(host))
