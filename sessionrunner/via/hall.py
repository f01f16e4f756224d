"""What the laptop asks of the server for many rooms; every question begins here, none comes from outside."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from sessionrunner.core.text import SessionRunnerError

_PATIENCE = aiohttp.ClientTimeout(total=10)
_ANSWERS = {401: "key-refused", 404: "room-gone", 409: "other-version"}


class HallAway(SessionRunnerError):
    """The server cannot be reached just now; what has been handed in is safe there."""

    cause = "via.away"


class HallRefuses(SessionRunnerError):
    """The server says no, and will go on saying so until somebody does something."""

    def __init__(self, why: str) -> None:
        self.cause = f"via.{why}"
        super().__init__()


class NotAnAddress(SessionRunnerError):
    """What was given as the server's address is none."""

    cause = "via.not-an-address"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the server counts for a room."""

    answers: Mapping[str, int]
    ready: Mapping[str, int]
    connected: int


@dataclass(frozen=True, slots=True)
class Opening:
    """What a room is opened with, beside its first view."""

    public_key: bytes
    language: str
    following: str
    """Token of the room after this one; empty for none."""
    hours: float
    """After so long the room is gone if nobody has closed it."""


class Hall:
    """One room at the server, as its leader asks about it; to be used in one loop."""

    def __init__(self, url: str, key: str, token: str) -> None:
        """``url`` of the server, the leader's access key, and the room's token; NotAnAddress for another scheme."""
        parts = urlsplit(url)
        local = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost"}
        if not parts.hostname or not (parts.scheme == "https" or local):
            raise NotAnAddress(url=url)
        self._base = f"{parts.scheme}://{parts.netloc}"
        self._key = key
        self.token = token
        self._session: aiohttp.ClientSession | None = None

    @property
    def phone_url(self) -> str:
        """Where phones go."""
        return f"{self._base}/s/{self.token}/"

    async def open(self, opening: Opening, view: Mapping[str, Any]) -> int:
        """Open the room, or find it open; the version of the view that it shows."""
        told = {
            "token": self.token,
            "public_key": base64.b64encode(opening.public_key).decode(),
            "language": opening.language,
            "following": opening.following,
            "view": view,
            "hours": opening.hours,
        }
        found = await self._ask("POST", "", told)
        return int(found["version"])

    async def show(self, version: int, view: Mapping[str, Any]) -> None:
        """Show the room this."""
        await self._ask("PUT", f"/{self.token}/view", {"version": version, "view": view})

    async def numbers(self) -> Numbers:
        """How many have answered, are done, and follow."""
        found = await self._ask("GET", f"/{self.token}/tally")
        return Numbers(found["answers"], found["ready"], int(found["connected"]))

    async def take(self, step: str, least: int) -> tuple[bytes, ...]:
        """Every envelope of a step, mixed; none while they are fewer than ``least``."""
        found = await self._ask("POST", f"/{self.token}/take", {"step": step, "least": least})
        return tuple(base64.b64decode(one) for one in found["envelopes"])

    async def forget(self, step: str, envelopes: Sequence[bytes]) -> None:
        """These are at home now."""
        digests = [sha256(one).hexdigest() for one in envelopes]
        await self._ask("POST", f"/{self.token}/forget", {"step": step, "digests": digests})

    async def close_room(self) -> None:
        """Let the server forget the room and everything in it."""
        await self._ask("DELETE", f"/{self.token}")

    async def leave(self) -> None:
        """Close the connection; the room stays open."""
        if self._session is not None:
            await self._session.close()

    async def _ask(self, method: str, path: str, told: object = None) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                headers={"Authorization": f"Bearer {self._key}"}, timeout=_PATIENCE, trust_env=True
            )
        try:
            async with self._session.request(method, f"{self._base}/leader/rooms{path}", json=told) as reply:
                if reply.status in _ANSWERS:
                    raise HallRefuses(_ANSWERS[reply.status])
                if reply.status >= 400:
                    raise HallAway()
                return await reply.json() if reply.status != 204 else None
        except (TimeoutError, aiohttp.ClientError, ValueError) as error:
            raise HallAway() from error
