"""Leaders' access keys: shown once when they are made, kept as digests, taken back by name."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date

from psycopg import Connection, errors

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.hall.database import CHANNEL, in_turn

_LENGTH = 32
"""Bytes of chance in a key: nobody guesses it, so a plain digest is enough to keep it by."""


class KeyNameTaken(SessionRunnerError):
    """There is a key of this name already."""

    cause = "hall.key-taken"


class NoSuchKey(SessionRunnerError):
    """No key of this name is in force."""

    cause = "hall.no-such-key"


@dataclass(frozen=True, slots=True)
class AccessKey:
    """A key as the list shows it; the key itself is not known any more."""

    name: str
    made: date
    revoked: date | None


def make(connection: Connection[tuple[object, ...]], name: str) -> str:
    """A new key under this name; KeyNameTaken when there is one."""
    key = secrets.token_urlsafe(_LENGTH)
    try:
        with connection.transaction():
            connection.execute("INSERT INTO access_keys (name, digest) VALUES (%s, %s)", (name, digest(key)))
    except errors.UniqueViolation as error:
        raise KeyNameTaken(name=name) from error
    return key


def revoke(connection: Connection[tuple[object, ...]], name: str) -> None:
    """Let nobody lead with this key from now on, and close its rooms; NoSuchKey when none is in force."""
    if not in_turn(lambda: _taken_back(connection, name)):
        raise NoSuchKey(name=name)


def _taken_back(connection: Connection[tuple[object, ...]], name: str) -> int:
    """How many keys were in force under this name."""
    with connection.transaction():
        changed = connection.execute(
            "UPDATE access_keys SET revoked = current_date WHERE name = %s AND revoked IS NULL", (name,)
        )
        # Workers have the rooms in memory.
        connection.execute(
            "WITH gone AS (DELETE FROM rooms WHERE access_key = %s RETURNING token)"
            " SELECT pg_notify(%s, token) FROM gone",
            (name, CHANNEL),
        )
    return changed.rowcount


def listed(connection: Connection[tuple[object, ...]]) -> tuple[AccessKey, ...]:
    """Every key that has been made, by name."""
    rows = connection.execute("SELECT name, made, revoked FROM access_keys ORDER BY name").fetchall()
    return tuple(AccessKey(*row) for row in rows)  # type: ignore[arg-type]  # the columns' own types


def digest(key: str) -> bytes:
    """What a key is kept as."""
    return hashlib.sha256(key.encode()).digest()
