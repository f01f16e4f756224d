"""A flood of answers from one address does not cost the others theirs."""

import pytest

from sessionrunner.core.reflections import most_answers
from sessionrunner.web.flow import BURST, RATE, SHARE, Flow, TooBusy
from sessionrunner.web.server import AudienceServer
from tests.web.fakes import NAMES, Room, sheet
from tests.web.wire import post


def let_through(flow: Flow, tries: int, address: str = "a") -> int:
    """How many of so many get through."""
    through = 0
    for _ in range(tries):
        try:
            flow.pass_one(address)
        except TooBusy:
            continue
        through += 1
    return through


def test_a_whole_room_behind_one_address_may_send_at_once() -> None:
    """Rule: two hundred phones look like one, and each may press twice now and then."""
    assert let_through(Flow(clock=lambda: 0.0), 200) == 200


def test_a_flood_is_slowed_down_and_gets_on_with_time() -> None:
    """Rule: so many at once, then so many a second."""
    now = [0.0]
    flow = Flow(clock=lambda: now[0])
    assert let_through(flow, 10_000) == BURST
    now[0] = 2.0
    assert let_through(flow, 10_000) == 2 * RATE


def test_one_address_does_not_slow_another_down() -> None:
    """Rule: each has its own measure."""
    flow = Flow(clock=lambda: 0.0)
    let_through(flow, 10_000)
    assert let_through(flow, 10, "b") == 10


def test_addresses_without_end_are_forgotten() -> None:
    """Rule: nobody fills the memory with addresses."""
    flow = Flow(clock=lambda: 0.0)
    assert sum(let_through(flow, 1, f"{number}") for number in range(5000)) == 5000


def test_a_full_form_lets_an_address_have_its_share() -> None:
    """Rule: somebody else has filled it; a phone of its own still gets its answer in."""
    flow = Flow()
    for _ in range(SHARE):
        flow.pass_full("s", "a")
        flow.note("s", "a")
    with pytest.raises(TooBusy):
        flow.pass_full("s", "a")
    flow.pass_full("other", "a")


@pytest.mark.parametrize(("capped", "stored"), [(True, most_answers(len(NAMES)) + 10), (False, 70)])
def test_who_fills_the_form_does_not_keep_the_others_out(
    room: Room, server: AudienceServer, monkeypatch: pytest.MonkeyPatch, capped: bool, stored: int
) -> None:
    """Rule: the flood ends where the room's answers could; ten honest phones get in all the same."""
    room.go_to("reflektion")
    if not capped:
        monkeypatch.setattr(room.desk.answers.receiving, "full", lambda step: False)
    flood = [post(server, sheet(number)).status for number in range(60)]
    honest = [post(server, sheet(100 + number), source=f"127.0.2.{number + 1}").status for number in range(10)]
    assert set(honest) == {201}
    assert (503 in flood, len(room.box.submissions)) == (capped, stored)
    assert (room.desk.answers.alarm() is not None) is capped


def test_the_leader_can_take_more(room: Room, server: AudienceServer) -> None:
    """Rule: a refused phone keeps its text and tries again; then it gets in."""
    room.go_to("reflektion")
    for number in range(most_answers(len(NAMES))):
        post(server, sheet(number))
    assert post(server, sheet(999)).status == 503
    room.desk.answers.receiving.let_in("reflektion")
    assert post(server, sheet(999)).status == 201
