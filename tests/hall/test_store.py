"""What the database keeps, and what of it outlives its death."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import psycopg
import pytest

from sessionrunner.hall import keys
from sessionrunner.hall.database import Database, StoreAway
from sessionrunner.hall.keys import KeyNameTaken, NoSuchKey
from sessionrunner.hall.migrating import migrate, missing
from sessionrunner.hall.store import Store
from sessionrunner.storage.sealing import SessionKey
from tests.hall.postgres import Postgres
from tests.hall.rooms import FORM, TOKEN, an_opening, sealed


@pytest.fixture
def room(store: Store, key: str) -> SessionKey:
    """A room that is open; the key that opens its envelopes."""
    session = SessionKey.generate()
    store.rooms.add("Norr", an_opening(session))
    return session


def number(at: int) -> str:
    return f"{at:032x}"


def test_an_acknowledged_envelope_survives_the_databases_death(
    store: Store, room: SessionKey, database: Postgres
) -> None:
    """Rule: acknowledged means on disk; kill -9 of PostgreSQL takes nothing that was."""
    for at in range(30):
        store.envelopes.put(TOKEN, FORM, number(at), sealed(room, at))
    database.kill()
    database.start()
    found = store.envelopes.take(TOKEN, FORM, 1)
    assert {one.id for one in map(room.open, found) if one} == {number(at) for at in range(30)}


def test_a_database_that_has_come_back_answers_the_first_who_asks(
    store: Store, room: SessionKey, database: Postgres
) -> None:
    """Rule: connections that died with it are found out before they are used, all of them."""
    with ThreadPoolExecutor(4) as threads, psycopg.connect(database.url) as holding:
        holding.execute("LOCK TABLE envelopes")
        waiting = [threads.submit(store.envelopes.count, TOKEN, FORM) for _ in range(4)]
        until_waited_for(database, 4)
        holding.rollback()
        assert [one.result() for one in waiting] == [0] * 4
    database.kill()
    database.start()
    assert [store.envelopes.count(TOKEN, FORM) for _ in range(5)] == [0] * 5


def until_waited_for(database: Postgres, number: int) -> None:
    """Return when so many wait for somebody else's lock."""
    asked = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    with psycopg.connect(database.url, autocommit=True) as connection:
        while connection.execute(asked).fetchone() != (number,):
            time.sleep(0.01)


def test_the_order_is_drawn_anew_every_time(store: Store, room: SessionKey) -> None:
    """Rule: the leader gets content but never arrival."""
    for at in range(30):
        store.envelopes.put(TOKEN, FORM, number(at), sealed(room, at))
    orders = {store.envelopes.take(TOKEN, FORM, 1) for _ in range(5)}
    assert len(orders) == 5


def test_a_room_whose_time_is_over_is_not_there_and_is_swept(store: Store, key: str, database: Postgres) -> None:
    """Rule: a room and everything in it is gone after a set time, though nobody closes it."""
    session = SessionKey.generate()
    store.rooms.add("Norr", an_opening(session, hours=-1))
    assert store.rooms.find(TOKEN) is None
    assert not store.envelopes.put(TOKEN, FORM, number(1), sealed(session, 1))
    assert store.sweep() == 1
    with psycopg.connect(database.url) as connection:
        assert connection.execute("SELECT count(*) FROM rooms").fetchone() == (0,)


def test_readers_of_a_worker_that_has_died_are_not_counted_for_long(
    store: Store, room: SessionKey, database: Postgres
) -> None:
    """Rule: nobody is counted who is not there."""
    from uuid import uuid4

    store.presence.note_readers(uuid4(), {TOKEN: 3})
    store.presence.note_readers(uuid4(), {TOKEN: 4})
    assert store.presence.tally(TOKEN).connected == 7
    with psycopg.connect(database.url, autocommit=True) as connection:
        connection.execute("UPDATE presence SET seen_at = seen_at - interval '1 minute' WHERE readers = 4")
    assert store.presence.tally(TOKEN).connected == 3


def test_those_who_are_done_are_a_number(store: Store, room: SessionKey) -> None:
    """Rule: pressing twice counts once, and can be taken back."""
    for at in (1, 1, 2):
        store.presence.mark(TOKEN, "borden 1", number(at), done=True)
    assert store.presence.tally(TOKEN).ready == {"borden 1": 2}
    store.presence.mark(TOKEN, "borden 1", number(2), done=False)
    assert store.presence.tally(TOKEN).ready == {"borden 1": 1}


def test_a_key_is_kept_as_a_digest_and_can_be_taken_back(store: Store, key: str, database: Postgres) -> None:
    """Rule: whoever reads the database can lead nothing."""
    assert store.rooms.leader(key) == ("Norr", False)
    with psycopg.connect(database.url, autocommit=True) as connection:
        assert key not in str(connection.execute("SELECT * FROM access_keys").fetchall())
        with pytest.raises(KeyNameTaken):
            keys.make(connection, "Norr")
        keys.revoke(connection, "Norr")
        with pytest.raises(NoSuchKey):
            keys.revoke(connection, "Norr")
        assert [one.revoked is not None for one in keys.listed(connection)] == [True]
    assert store.rooms.leader(key) is None


def test_steps_are_taken_once(database: Postgres) -> None:
    """Rule: after every update the same command is right."""
    with psycopg.connect(database.url, autocommit=True) as connection:
        assert missing(connection) == migrate(connection) == ()


@pytest.fixture
def nothing() -> Iterator[Database]:
    database = Database("postgresql://postgres@127.0.0.1:1/postgres")
    yield database
    database.close()


def test_a_database_that_is_not_there_is_told(nothing: Database) -> None:
    """Rule: plain words, not a traceback."""
    with pytest.raises(StoreAway):
        nothing.open()


def test_rooms_have_hours_and_no_more(store: Store, room: SessionKey) -> None:
    """Rule: what is forgotten goes by itself."""
    row = store.rooms.find(TOKEN)
    assert row is not None
    assert row.gone_at.utcoffset() is not None
    assert timedelta(seconds=row.age) < timedelta(minutes=5)


def test_a_database_set_to_be_careless_is_careful_here(store: Store, room: SessionKey, database: Postgres) -> None:
    """Rule: acknowledged means on disk; the control is a table that is written as the database was set to."""
    with psycopg.connect(database.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE careless (number integer)")
        connection.execute("SET synchronous_commit = off")
        stop_writer(connection)
        for at in range(20):
            store.envelopes.put(TOKEN, FORM, number(at), sealed(room, at))
        connection.execute("INSERT INTO careless VALUES (1)")
        database.kill()
    database.start()
    assert len(store.envelopes.take(TOKEN, FORM, 1)) == 20
    with psycopg.connect(database.url, autocommit=True) as connection:
        assert connection.execute("SELECT count(*) FROM careless").fetchone() == (0,)
        connection.execute("DROP TABLE careless")


def stop_writer(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """From now on nothing comes to disk but what somebody waits for."""
    found = connection.execute("SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'").fetchone()
    assert found is not None
    os.kill(int(str(found[0])), signal.SIGSTOP)


_WAITED_FOR = """
CREATE SEQUENCE meetings;
CREATE FUNCTION meet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('meetings') <= {times} THEN
        RAISE EXCEPTION 'deadlock detected' USING ERRCODE = 'deadlock_detected';
    END IF;
    RETURN old;
END $$;
CREATE TRIGGER meeting BEFORE DELETE ON rooms FOR EACH ROW EXECUTE FUNCTION meet()
"""


@contextmanager
def meeting(database: Postgres, times: int) -> Iterator[None]:
    """Whoever removes a room is undone so many times, as when two transactions wait for each other."""
    with psycopg.connect(database.url, autocommit=True) as connection:
        connection.execute(_WAITED_FOR.format(times=times).encode())
        yield
        connection.execute("DROP TRIGGER meeting ON rooms; DROP FUNCTION meet; DROP SEQUENCE meetings")


def test_what_was_undone_because_of_another_is_done_again(store: Store, room: SessionKey, database: Postgres) -> None:
    """Rule: two who wait for each other both have their way, a worker as well as IT."""
    with meeting(database, 3):
        store.rooms.close(TOKEN)
    assert store.rooms.find(TOKEN) is None
    store.rooms.add("Norr", an_opening(room))
    with meeting(database, 3), psycopg.connect(database.url, autocommit=True) as connection:
        keys.revoke(connection, "Norr")
    assert store.rooms.find(TOKEN) is None


def test_who_never_gets_a_turn_is_told(store: Store, room: SessionKey, database: Postgres) -> None:
    """The control: trying again has an end, and nothing has been removed."""
    with meeting(database, 100), pytest.raises(StoreAway):
        store.rooms.close(TOKEN)
    assert store.rooms.find(TOKEN) is not None


def test_a_room_that_goes_while_its_phones_are_counted_is_passed_over(
    store: Store, room: SessionKey, database: Postgres
) -> None:
    """Rule: the worker goes on counting in the other rooms."""
    from uuid import uuid4

    store.rooms.add("Norr", replace(an_opening(room), token="b" * 10))
    with ThreadPoolExecutor(1) as threads, psycopg.connect(database.url) as closing:
        closing.execute("DELETE FROM rooms WHERE token = %s", (TOKEN,))
        counted = threads.submit(store.presence.note_readers, uuid4(), {TOKEN: 3, "b" * 10: 4})
        until_waited_for(database, 1)
        closing.commit()
        counted.result()
    assert (store.presence.tally(TOKEN).connected, store.presence.tally("b" * 10).connected) == (0, 4)
