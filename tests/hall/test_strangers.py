"""Guessing is slow; those who have what they show do not notice."""

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from sessionrunner.hall.leaders import Leaders
from sessionrunner.hall.phones import MOST_STREAMS, stream_of
from sessionrunner.hall.store import Store
from sessionrunner.hall.strangers import Strangers
from sessionrunner.web.flow import BURST, Flow, TooBusy


@pytest.fixture
def strangers() -> Strangers:
    """At a moment that does not pass."""
    return Strangers(Flow(clock=lambda: 0.0))


@pytest.fixture
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as found:
        yield found


def guess(strangers: Strangers, address: str) -> None:
    """More than anybody mistypes."""
    for at in range(2 * BURST):
        strangers.let_in(f"{at}", address)
        strangers.learn(f"{at}", False)


def test_who_guesses_is_slowed_down(strangers: Strangers) -> None:
    """Rule: before the database is asked; another address is not."""
    with pytest.raises(TooBusy):
        guess(strangers, "a")
    strangers.let_in("new", "b")


def test_what_exists_passes_however_much_is_guessed_beside_it(strangers: Strangers) -> None:
    """Rule: one address is often a whole building; what has gone since counts as guessed."""
    strangers.learn("mine", True)
    with pytest.raises(TooBusy):
        guess(strangers, "a")
    for _ in range(2 * BURST):
        strangers.let_in("mine", "a")
    strangers.learn("mine", False)
    with pytest.raises(TooBusy):
        strangers.let_in("mine", "a")


def shows(key: str) -> web.Request:
    """A request of somebody who shows this key."""
    return make_mocked_request("GET", "/", headers={"Authorization": f"Bearer {key}"})


async def test_a_guessed_key_is_not_looked_up_for_long(
    store: Store, key: str, threads: Executor, strangers: Strangers
) -> None:
    """Rule: a leader behind the same address goes on."""
    leaders = Leaders(store, threads, strangers)
    assert await leaders.name(shows(key)) == "Norr"
    for _ in range(BURST - 1):
        with pytest.raises(web.HTTPUnauthorized):
            await leaders.name(shows("x" * 43))
    with pytest.raises(TooBusy):
        await leaders.name(shows("x" * 43))
    assert await leaders.name(shows(key)) == "Norr"


def test_nobody_holds_more_streams_than_a_room_needs() -> None:
    """Rule: a flood of followers costs its own room's newcomers, not the other rooms."""
    phones: Any = SimpleNamespace(feed=SimpleNamespace(readers=MOST_STREAMS - 1, serve="stream"))
    assert str(stream_of(phones)) == "stream"
    phones.feed.readers += 1
    with pytest.raises(TooBusy):
        stream_of(phones)
