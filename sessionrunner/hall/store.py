"""Rooms, what they show and what has been handed in, in PostgreSQL; workers hold nothing of it that matters."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg_pool import ConnectionPool, PoolTimeout

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.hall import keys

CHANNEL = "sessionrunner_rooms"
"""Where workers hear that a room has changed; the message is the room's token."""
ALIVE = timedelta(seconds=15)
"""How long a worker's count of phones stands."""
_PATIENCE = 5.0
"""Seconds to wait for a connection to the database."""


class StoreAway(SessionRunnerError):
    """The database does not answer; nothing that was acknowledged is lost, and phones try again."""

    cause = "hall.store-away"


class NoSuchRoom(SessionRunnerError):
    """The room has been closed, or never was."""

    cause = "hall.no-such-room"


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room as the database has it."""

    token: str
    access_key: str
    public_key: bytes
    language: str
    following: str
    """Token of the room that comes after this one; empty for none."""
    view: Mapping[str, Any]
    """The public view as plain values."""
    version: int
    age: float
    """Seconds since the view was shown."""
    shown_at: datetime
    gone_at: datetime


@dataclass(frozen=True, slots=True)
class Opening:
    """What a leader tells to open a room."""

    token: str
    """Ten characters nobody can guess; drawn on the laptop, whose code is on the wall before the line is up."""
    public_key: bytes
    """The 32 bytes that answers are sealed to."""
    language: str
    following: str
    """Token of the room that comes after this one; empty for none."""
    view: Mapping[str, Any]
    """The first public view, as plain values."""
    lasts: timedelta
    """After so long the room is gone, closed or not."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a leader may know while the room answers: only numbers."""

    answers: Mapping[str, int]
    """Envelopes by step."""
    ready: Mapping[str, int]
    """Phones that have said that they are done, by what."""
    connected: int


_ROOM = (
    "SELECT token, access_key, public_key, language, following, view, version,"
    " extract(epoch FROM clock_timestamp() - shown_at)::float, shown_at, gone_at"
    " FROM rooms WHERE token = %s AND gone_at > now()"
)

_TALLY = (
    "SELECT (SELECT json_object_agg(step, n) FROM"
    " (SELECT step, count(*) AS n FROM envelopes WHERE token = %s GROUP BY step) AS a),"
    " (SELECT json_object_agg(what, n) FROM"
    " (SELECT what, count(*) AS n FROM marks WHERE token = %s GROUP BY what) AS m),"
    " (SELECT coalesce(sum(readers), 0) FROM presence WHERE token = %s AND seen_at > now() - %s::interval)"
)


def watchful(url: str) -> str:
    """How to connect so that a database gone silent is found out in seconds; the system would wait for hours."""
    return make_conninfo(
        url, connect_timeout=round(_PATIENCE), keepalives_idle=5, keepalives_interval=5, keepalives_count=2,
        tcp_user_timeout=15_000,
    )  # fmt: skip


def _in_earnest(connection: psycopg.Connection[Any]) -> None:
    """Acknowledged means on disk, also where the whole database has been set to be less careful."""
    connection.execute("SET synchronous_commit = on")
    connection.commit()


@contextmanager
def connected(url: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """One connection for a command; StoreAway when the database cannot be reached."""
    try:
        connection = psycopg.connect(watchful(url), autocommit=True)
    except (psycopg.OperationalError, psycopg.ProgrammingError) as error:
        raise StoreAway() from error
    with connection:
        yield connection


class Store:
    """All that workers ask of the database; every method blocks, and StoreAway is raised when it cannot be reached."""

    def __init__(self, url: str, connections: int = 12) -> None:
        """A pool of connections at most, opened as they are needed."""
        self.url = url
        self._pool = ConnectionPool(
            watchful(url), min_size=1, max_size=connections, timeout=_PATIENCE, open=False, configure=_in_earnest
        )

    def open(self) -> None:
        """Reach the database."""
        try:
            self._pool.open(wait=True, timeout=_PATIENCE)
        except PoolTimeout as error:
            raise StoreAway() from error

    def close(self) -> None:
        """Let go of it."""
        self._pool.close()

    def well(self) -> bool:
        """Whether the database answers now."""
        try:
            return bool(self.rows("SELECT 1"))
        except StoreAway:
            return False

    def leader(self, key: str, token: str = "") -> tuple[str, bool] | None:
        """The name of this access key, and whether it has opened the room; None when the key is not in force."""
        rows = self.rows(
            "SELECT name, token IS NOT NULL FROM access_keys"
            " LEFT JOIN rooms ON access_key = name AND token = %s AND gone_at > now()"
            " WHERE digest = %s AND revoked IS NULL",
            token, keys.digest(key),
        )  # fmt: skip
        return rows[0] if rows else None

    def add_room(self, access_key: str, opening: Opening) -> int | None:
        """A new room, or the same one found open; the version of its view. None when the token is another room's."""
        self.rows("DELETE FROM rooms WHERE token = %s AND gone_at <= now() RETURNING true", opening.token)
        self.rows(
            "INSERT INTO rooms (token, access_key, public_key, language, following, view, gone_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, now() + %s) ON CONFLICT DO NOTHING RETURNING true",
            opening.token, access_key, opening.public_key, opening.language, opening.following,
            json.dumps(opening.view), opening.lasts,
        )  # fmt: skip
        same = "SELECT version FROM rooms WHERE token = %s AND access_key = %s AND public_key = %s AND gone_at > now()"
        rows = self.rows(same, opening.token, access_key, opening.public_key)
        return int(rows[0][0]) if rows else None

    def room(self, token: str) -> RoomRow | None:
        """The room with this token; None when there is none, or its time is over."""
        rows = self.rows(_ROOM, token)
        return RoomRow(*rows[0]) if rows else None

    def show(self, token: str, version: int, view: Mapping[str, Any]) -> bool:
        """Show the room this; False when it shows something later already, or is gone. Workers hear of it."""
        return bool(
            self.rows(
                "WITH shown AS (UPDATE rooms SET view = %s, version = %s, shown_at = clock_timestamp()"
                " WHERE token = %s AND version < %s AND gone_at > now() RETURNING token)"
                " SELECT pg_notify(%s, token) FROM shown",
                json.dumps(view), version, token, version, CHANNEL,
            )
        )  # fmt: skip

    def put(self, token: str, step: str, number: str, content: bytes) -> bool:
        """Return when the envelope is on disk; False when one of its number was there already, or the room is gone."""
        found = self.rows(
            "INSERT INTO envelopes SELECT token, %s, %s, %s FROM rooms WHERE token = %s AND gone_at > now()"
            " ON CONFLICT DO NOTHING RETURNING true",
            step, bytes.fromhex(number), content, token,
        )  # fmt: skip
        return bool(found)

    def has(self, token: str, step: str, number: str) -> bool:
        """Whether an envelope of this number is there."""
        asked = "SELECT true FROM envelopes WHERE token = %s AND step = %s AND number = %s"
        return bool(self.rows(asked, token, step, bytes.fromhex(number)))

    def count(self, token: str, step: str) -> int:
        """Envelopes of a step."""
        rows = self.rows("SELECT count(*) FROM envelopes WHERE token = %s AND step = %s", token, step)
        return int(rows[0][0])

    def take(self, token: str, step: str, least: int) -> tuple[bytes, ...]:
        """All envelopes of a step, in an order drawn now; none while they are fewer than ``least``."""
        rows = self.rows("SELECT content FROM envelopes WHERE token = %s AND step = %s ORDER BY random()", token, step)
        return tuple(row[0] for row in rows) if len(rows) >= least else ()

    def forget(self, token: str, step: str, digests: Sequence[bytes]) -> None:
        """Remove the envelopes with these SHA-256 digests: the leader has them."""
        self.rows(
            "DELETE FROM envelopes WHERE token = %s AND step = %s AND sha256(content) = ANY(%s) RETURNING true",
            token, step, list(digests),
        )  # fmt: skip

    def mark(self, token: str, what: str, number: str, done: bool) -> None:
        """A phone says that somebody is done, or not after all."""
        if done:
            text = (
                "INSERT INTO marks SELECT token, %s, %s FROM rooms WHERE token = %s"
                " ON CONFLICT DO NOTHING RETURNING true"
            )
            self.rows(text, what, bytes.fromhex(number), token)
        else:
            text = "DELETE FROM marks WHERE token = %s AND what = %s AND number = %s RETURNING true"
            self.rows(text, token, what, bytes.fromhex(number))

    def note_readers(self, worker: UUID, readers: Mapping[str, int]) -> None:
        """How many phones follow each room at this worker now."""
        text = (
            "INSERT INTO presence (token, worker, readers) SELECT token, %s, number FROM rooms"
            " JOIN unnest(%s::text[], %s::integer[]) AS now (room, number) ON room = token"
            " ON CONFLICT (token, worker) DO UPDATE SET readers = excluded.readers, seen_at = now() RETURNING true"
        )
        self.rows(text, worker, list(readers), list(readers.values()))

    def tally(self, token: str) -> Tally:
        """The numbers of a room."""
        found = self.rows(_TALLY, token, token, token, ALIVE)[0]
        return Tally(found[0] or {}, found[1] or {}, int(found[2]))

    def close_room(self, token: str) -> None:
        """Remove the room and everything in it."""
        self.rows("DELETE FROM rooms WHERE token = %s RETURNING pg_notify(%s, token)", token, CHANNEL)

    def sweep(self) -> int:
        """Remove rooms whose time is over, and what died workers have counted; how many rooms."""
        self.rows("DELETE FROM presence WHERE seen_at < now() - %s::interval RETURNING true", 4 * ALIVE)
        self.rows("DELETE FROM gatherings WHERE gone_at <= now() RETURNING true")
        gone = "DELETE FROM rooms WHERE gone_at <= now() RETURNING pg_notify(%s, token)"
        return len(self.rows(gone, CHANNEL))

    def rows(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        """One transaction; it is on disk when this returns. ValueError for what no database can keep."""
        try:
            with self._pool.connection() as connection:
                return connection.execute(text.encode(), values).fetchall()
        except psycopg.DataError as error:
            raise ValueError("not for a database") from error
        except (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout) as error:
            raise StoreAway() from error
