"""When no phone has come: what it looks like is told by the signs, the surest first."""

import pytest

from sessionrunner.core.network.addresses import Address, Kind
from sessionrunner.core.network.reach import Reach, Signs, judge

ROOM = Address("192.168.1.20", "wlan0", Kind.ROOM)
VPN = Address("10.8.0.2", "tun0", Kind.VPN)


@pytest.mark.parametrize(
    ("signs", "reach"),
    [
        (Signs(None), Reach.NO_NETWORK),
        (Signs(ROOM, reached=True, reaches_itself=False), Reach.REACHED),
        (Signs(ROOM, patient=True, neighbours=3), Reach.WAITING),
        (Signs(VPN, [ROOM]), Reach.WRONG_ADAPTER),
        (Signs(ROOM, knocked=True), Reach.OLD_CODE),
        (Signs(ROOM, reaches_itself=False, neighbours=2), Reach.BLOCKED),
        (Signs(ROOM, [VPN], neighbours=2), Reach.VPN),
        (Signs(ROOM, neighbours=1), Reach.FIREWALL),
        (Signs(ROOM), Reach.ISOLATED),
    ],
)
def test_the_surest_sign_decides(signs: Signs, reach: Reach) -> None:
    """Rule: the leader is told one thing to try, and it is the likeliest."""
    assert judge(signs) is reach


def test_nothing_is_worrying_while_all_may_be_well() -> None:
    """Rule: a room where people are still looking for their phones is not alarmed."""
    calm = [reach for reach in Reach if not reach.worrying]
    assert calm == [Reach.REACHED, Reach.WAITING, Reach.LOCAL, Reach.VIA, Reach.VIA_REACHED]


def test_where_phones_go_elsewhere_nothing_here_matters() -> None:
    """Rule: no address and no Wi-Fi of this room is asked for then."""
    assert [reach for reach in Reach if reach.far] == [Reach.VIA, Reach.VIA_REACHED, Reach.VIA_AWAY]


def test_every_judgement_has_its_words() -> None:
    """Rule: what it looks like, and what to do, under keys of their own."""
    assert {reach.said.key for reach in Reach}.isdisjoint(reach.remedy.key for reach in Reach)
