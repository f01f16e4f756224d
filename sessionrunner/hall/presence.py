"""Who is there, as numbers: phones that follow, and phones that have said that they are done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sessionrunner.hall.database import Database

ALIVE = timedelta(seconds=15)
"""How long a worker's count of phones stands."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a leader may know while the room answers: only numbers."""

    answers: Mapping[str, int]
    """Envelopes by step."""
    ready: Mapping[str, int]
    """Phones that have said that they are done, by what."""
    connected: int


_TALLY = (
    "SELECT (SELECT json_object_agg(step, n) FROM"
    " (SELECT step, count(*) AS n FROM envelopes WHERE token = %s GROUP BY step) AS a),"
    " (SELECT json_object_agg(what, n) FROM"
    " (SELECT what, count(*) AS n FROM marks WHERE token = %s GROUP BY what) AS m),"
    " (SELECT coalesce(sum(readers), 0) FROM presence WHERE token = %s AND seen_at > now() - %s::interval)"
)


MOST_MARKS = 400
"""Phones that are done with the same thing: the largest room twice over."""


class Presence:
    """The numbers of every room, each worker's share noted by itself."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, token: str, what: str, number: str, done: bool) -> None:
        """A phone says that somebody is done, or not after all."""
        if done:
            text = (
                "INSERT INTO marks SELECT token, %s, %s FROM rooms WHERE token = %s"
                " AND (SELECT count(*) FROM marks WHERE token = %s AND what = %s) < %s"
                " ON CONFLICT DO NOTHING RETURNING true"
            )
            self._database.rows(text, what, bytes.fromhex(number), token, token, what, MOST_MARKS)
        else:
            text = "DELETE FROM marks WHERE token = %s AND what = %s AND number = %s RETURNING true"
            self._database.rows(text, token, what, bytes.fromhex(number))

    def note_readers(self, worker: UUID, readers: Mapping[str, int]) -> None:
        """How many phones follow each room at this worker now."""
        text = (
            "INSERT INTO presence (token, worker, readers) SELECT token, %s, number FROM rooms"
            " JOIN unnest(%s::text[], %s::integer[]) AS now (room, number) ON room = token"
            " ON CONFLICT (token, worker) DO UPDATE SET readers = excluded.readers, seen_at = now() RETURNING true"
        )
        self._database.rows(text, worker, list(readers), list(readers.values()))

    def tally(self, token: str) -> Tally:
        """The numbers of a room."""
        found = self._database.rows(_TALLY, token, token, token, ALIVE)[0]
        return Tally(found[0] or {}, found[1] or {}, int(found[2]))

    def sweep(self) -> None:
        """Remove what workers that have died have counted."""
        self._database.rows("DELETE FROM presence WHERE seen_at < now() - %s::interval RETURNING true", 4 * ALIVE)
