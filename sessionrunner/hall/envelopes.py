"""Envelopes: sealed answers on their way from a phone to the leader who can open them."""

from collections.abc import Sequence

from sessionrunner.hall.database import Database


class Envelopes:
    """What has been handed in and not been fetched yet, by room and step; nothing tells when it came."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, token: str, step: str, number: str, content: bytes) -> bool:
        """Return when the envelope is on disk; False when one of its number was there already, or the room is gone."""
        found = self._database.rows(
            "INSERT INTO envelopes SELECT token, %s, %s, %s FROM rooms WHERE token = %s AND gone_at > now()"
            " ON CONFLICT DO NOTHING RETURNING true",
            step, bytes.fromhex(number), content, token,
        )  # fmt: skip
        return bool(found)

    def has(self, token: str, step: str, number: str) -> bool:
        """Whether an envelope of this number is there."""
        asked = "SELECT true FROM envelopes WHERE token = %s AND step = %s AND number = %s"
        return bool(self._database.rows(asked, token, step, bytes.fromhex(number)))

    def count(self, token: str, step: str) -> int:
        """Envelopes of a step."""
        rows = self._database.rows("SELECT count(*) FROM envelopes WHERE token = %s AND step = %s", token, step)
        return int(rows[0][0])

    def take(self, token: str, step: str, least: int) -> tuple[bytes, ...]:
        """All envelopes of a step, in an order drawn now; none while they are fewer than ``least``."""
        rows = self._database.rows(
            "SELECT content FROM envelopes WHERE token = %s AND step = %s ORDER BY random()", token, step
        )
        return tuple(row[0] for row in rows) if len(rows) >= least else ()

    def forget(self, token: str, step: str, digests: Sequence[bytes]) -> None:
        """Remove the envelopes with these SHA-256 digests: the leader has them."""
        self._database.rows(
            "DELETE FROM envelopes WHERE token = %s AND step = %s AND sha256(content) = ANY(%s) RETURNING true",
            token, step, list(digests),
        )  # fmt: skip
