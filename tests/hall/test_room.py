"""One room as a worker sees it, when news of it is still on the way."""

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from sessionrunner.hall.database import StoreAway
from sessionrunner.hall.metrics import Metrics
from sessionrunner.hall.phones import HallPhones
from sessionrunner.hall.room import HallRoom
from sessionrunner.hall.rooms import RoomRow, Rooms
from sessionrunner.hall.store import Store
from sessionrunner.hall.worker import despite_trouble
from sessionrunner.locale import load
from sessionrunner.storage.plain_values import plain
from sessionrunner.storage.sealing import SessionKey
from sessionrunner.web.border import Border, quiet_log
from tests.hall.rooms import FORM, TOKEN, a_view, an_opening, sealed

BORDER = Border(frozenset(), "", load("sv"), "", "", quiet_log("test"))


@pytest.fixture
def session(store: Store, key: str) -> SessionKey:
    """What opens the envelopes of a room that shows the step before the form."""
    found = SessionKey.generate()
    store.rooms.add("Norr", an_opening(found, "bikupa"))
    return found


@pytest.fixture
def room(store: Store, session: SessionKey) -> HallRoom:
    """The room as a worker has read it."""
    row = store.rooms.find(TOKEN)
    assert row is not None
    return HallRoom(store, row)


def test_a_form_seen_at_another_worker_is_open_here(store: Store, room: HallRoom, session: SessionKey) -> None:
    """Rule: whoever has just been shown the form is not told that it has closed."""
    store.rooms.show(TOKEN, 1, plain(a_view(FORM)))
    assert room.submit_sealed(FORM, f"{1:032x}", b64encode(sealed(session, 1)).decode()) == ()
    assert room.submit(FORM, f"{2:032x}", {"tar-med": "Att fråga."}) == ()
    assert store.envelopes.count(TOKEN, FORM) == 2


def test_a_form_that_is_not_open_anywhere_is_closed(room: HallRoom, session: SessionKey) -> None:
    """The control: looking again opens nothing."""
    (rejection,) = room.submit_sealed(FORM, f"{1:032x}", b64encode(sealed(session, 1)).decode())
    assert rejection.reason.key == "form.closed"


def test_somebody_who_is_done_with_what_another_worker_shows_counts(store: Store, room: HallRoom) -> None:
    """Rule: pressing done at once is not lost."""
    view = a_view("borden")
    store.rooms.show(TOKEN, 1, plain(view))
    room.mark_ready(view.ready_for, f"{1:032x}")
    assert store.presence.tally(TOKEN).ready == {view.ready_for: 1}


async def test_a_room_that_changes_while_it_is_read_is_shown_as_it_is(
    store: Store, session: SessionKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: the first phone of a worker sees the step that the leader has just begun."""
    find = Rooms.find

    def slow(rooms: Rooms, token: str) -> RoomRow | None:
        found = find(rooms, token)
        rooms.show(token, 1, plain(a_view(FORM)))
        return found

    monkeypatch.setattr(Rooms, "find", slow)
    with ThreadPoolExecutor(1) as threads:
        phones = HallPhones(store, BORDER, threads, Metrics())
        found: Any = await phones._find(TOKEN, "192.0.2.7")
        assert found._room.public().form.step == FORM
        await phones.close()


async def test_what_is_told_while_the_database_is_away_is_looked_at_afterwards() -> None:
    """Rule: a phone that follows does not miss the step because the database came back a moment too late."""
    answers = iter((False, False, True))

    async def look() -> None:
        if not next(answers):
            raise StoreAway

    await despite_trouble(look, again=0)
    assert list(answers) == []
