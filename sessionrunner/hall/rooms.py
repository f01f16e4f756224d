"""Rooms and what they show."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.hall import keys
from sessionrunner.hall.database import CHANNEL, Database


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


_ROOM = (
    "SELECT token, access_key, public_key, language, following, view, version,"
    " extract(epoch FROM clock_timestamp() - shown_at)::float, shown_at, gone_at"
    " FROM rooms WHERE token = %s AND gone_at > now()"
)


class Rooms:
    """The rooms that leaders open with their access keys, show things in and close."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def leader(self, key: str, token: str = "") -> tuple[str, bool] | None:
        """The name of this access key, and whether it has opened the room; None when the key is not in force."""
        rows = self._database.rows(
            "SELECT name, token IS NOT NULL FROM access_keys"
            " LEFT JOIN rooms ON access_key = name AND token = %s AND gone_at > now()"
            " WHERE digest = %s AND revoked IS NULL",
            token, keys.digest(key),
        )  # fmt: skip
        return rows[0] if rows else None

    def add(self, access_key: str, opening: Opening) -> int | None:
        """A new room, or the same one found open; the version of its view. None when the token is another room's."""
        self._database.rows("DELETE FROM rooms WHERE token = %s AND gone_at <= now() RETURNING true", opening.token)
        self._database.rows(
            "INSERT INTO rooms (token, access_key, public_key, language, following, view, gone_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, now() + %s) ON CONFLICT DO NOTHING RETURNING true",
            opening.token, access_key, opening.public_key, opening.language, opening.following,
            json.dumps(opening.view), opening.lasts,
        )  # fmt: skip
        same = "SELECT version FROM rooms WHERE token = %s AND access_key = %s AND public_key = %s AND gone_at > now()"
        rows = self._database.rows(same, opening.token, access_key, opening.public_key)
        return int(rows[0][0]) if rows else None

    def find(self, token: str) -> RoomRow | None:
        """The room with this token; None when there is none, or its time is over."""
        rows = self._database.rows(_ROOM, token)
        return RoomRow(*rows[0]) if rows else None

    def show(self, token: str, version: int, view: Mapping[str, Any]) -> bool:
        """Show the room this; False when it shows something later already, or is gone. Workers hear of it."""
        return bool(
            self._database.rows(
                "WITH shown AS (UPDATE rooms SET view = %s, version = %s, shown_at = clock_timestamp()"
                " WHERE token = %s AND version < %s AND gone_at > now() RETURNING token)"
                " SELECT pg_notify(%s, token) FROM shown",
                json.dumps(view), version, token, version, CHANNEL,
            )
        )  # fmt: skip

    def close(self, token: str) -> None:
        """Remove the room and everything in it."""
        self._database.rows("DELETE FROM rooms WHERE token = %s RETURNING pg_notify(%s, token)", token, CHANNEL)

    def sweep(self) -> int:
        """Remove rooms whose time is over; how many they were."""
        gone = "DELETE FROM rooms WHERE gone_at <= now() RETURNING pg_notify(%s, token)"
        return len(self._database.rows(gone, CHANNEL))
