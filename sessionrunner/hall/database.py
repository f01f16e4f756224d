"""The way to PostgreSQL: every question is a transaction, and a database that has gone silent is found out.

How long the database may take to be reached stands in its URL (``?connect_timeout=30``), or is five seconds.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import ConnectionPool, PoolTimeout

from sessionrunner.core.text import SessionRunnerError

CHANNEL = "sessionrunner_rooms"
"""Where workers hear that a room has changed; the message is the room's token."""
_PATIENCE = 5
"""Seconds to wait for a connection to the database, where its URL does not say."""
_TRIES = 5
_FRESH = 0.05
"""Seconds in which no database dies and comes back: a connection used within them need not be tried again."""
_OVERTAKEN = (psycopg.errors.DeadlockDetected, psycopg.errors.ForeignKeyViolation)
"""What undoes a transaction because of another: each waited for the other, or a room went while it was written in."""

_Result = TypeVar("_Result")


class StoreAway(SessionRunnerError):
    """The database does not answer; nothing that was acknowledged is lost, and phones try again."""

    cause = "hall.store-away"


def in_turn(transaction: Callable[[], _Result]) -> _Result:
    """Do it, and again when another came in between: the database has then undone the whole of it."""
    for _ in range(_TRIES - 1):
        with suppress(*_OVERTAKEN):
            return transaction()
    return transaction()


def watchful(url: str) -> str:
    """How to connect so that a database gone silent is found out in seconds; the system would wait for hours."""
    return make_conninfo(
        url, connect_timeout=round(patience(url)), keepalives_idle=5, keepalives_interval=5, keepalives_count=2,
        tcp_user_timeout=15_000,
    )  # fmt: skip


def patience(url: str) -> float:
    """Seconds to wait for a connection to this database."""
    told = str(conninfo_to_dict(url).get("connect_timeout"))
    return float((told.isdecimal() and int(told)) or _PATIENCE)


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


class Database:
    """A pool of connections; every method blocks, and StoreAway is raised when the database cannot be reached."""

    def __init__(self, url: str, connections: int = 12) -> None:
        """So many connections at most, opened as they are needed."""
        self.url = url
        self._patience = patience(url)
        self._most = connections
        self._spoken: WeakKeyDictionary[psycopg.Connection[Any], float] = WeakKeyDictionary()
        """When each connection was last used."""
        self._pool = ConnectionPool(
            watchful(url), min_size=1, max_size=connections, timeout=self._patience, open=False, configure=_in_earnest
        )

    def open(self) -> None:
        """Reach the database."""
        try:
            self._pool.open(wait=True, timeout=self._patience)
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

    def rows(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        """One transaction; it is on disk when this returns. ValueError for what no database can keep."""
        try:
            return in_turn(lambda: self._rows(text, values))
        except psycopg.DataError as error:
            raise ValueError("not for a database") from error
        except (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout) as error:
            raise StoreAway() from error

    def _rows(self, text: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        connection = self._living()
        try:
            with connection:
                found = connection.execute(text.encode(), values).fetchall()
            self._spoken[connection] = monotonic()
            return found
        finally:
            self._pool.putconn(connection)

    def _living(self) -> psycopg.Connection[Any]:
        """A connection to give back; after the database's death all of those that lie here are dead."""
        for _ in range(self._most):
            connection = self._pool.getconn()
            if monotonic() - self._spoken.get(connection, 0.0) < _FRESH:
                return connection
            try:
                self._pool.check_connection(connection)
            except psycopg.Error:
                self._pool.putconn(connection)  # which lets it go
            else:
                return connection
        return self._pool.getconn()
