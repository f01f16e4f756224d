"""What the lines tell unasked."""

import pytest

from sessionrunner.core.network.reach import Reach
from sessionrunner.locale import load
from sessionrunner.plain.news import News
from tests.tui.fakes import FakeAudience, FakeNetwork
from tests.web.fakes import Room


def latest(reach: Reach) -> list[list[str]]:
    """What is told at the first looks, when this was known before anybody looked."""
    room, audience = Room(), FakeAudience()
    audience.network = network = FakeNetwork()
    network.reach = reach
    room.desk.audience = audience
    news = News(room.desk, load("sv"))
    return [news.latest() for _ in range(2)]


@pytest.mark.parametrize("reach", [Reach.VPN, Reach.ISOLATED, Reach.FIREWALL])
def test_why_nobody_comes_is_told_once_however_long_it_took_to_begin(reach: Reach) -> None:
    """The laptop was slow, and the first line came after the network had been seen through."""
    (told,), *later = latest(reach)
    assert load("sv").render(reach.said) in told
    assert later == [[]]


@pytest.mark.parametrize("reach", [Reach.WAITING, Reach.LOCAL, Reach.VIA])
def test_nothing_is_said_while_there_is_nothing_to_say(reach: Reach) -> None:
    """The control."""
    assert latest(reach) == [[], []]
