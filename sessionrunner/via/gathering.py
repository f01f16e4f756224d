"""Where several rooms sum up together: their sheets, sealed with the key in the joining code, and what walls show."""

import base64
import json
import secrets
import string
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sessionrunner.core.joint import Sheet, sheet_of
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.via.hall import HallAway, HallRefuses

_KEY, _NONCE, _TOKEN = 16, 12, 10
_SIGNS = string.ascii_letters + string.digits
"""A code is given on a command line, so it must not begin as an option does."""
_PATIENCE = 10.0
_REFUSALS = {401: "key-refused", 403: "not-the-maker", 404: "no-gathering", 409: "other-version"}


class NotACode(SessionRunnerError):
    """What was given as the joining code is none."""

    cause = "via.not-a-code"


@dataclass(frozen=True, slots=True)
class Code:
    """What leaders give each other: where the rooms meet, and the key that the server never sees."""

    token: str
    key: str

    @classmethod
    def fresh(cls) -> "Code":
        """A new one."""
        token = "".join(secrets.choice(_SIGNS) for _ in range(_TOKEN))
        return cls(token, _text(secrets.token_bytes(_KEY)))

    @classmethod
    def read(cls, text: str) -> "Code":
        """The code in this text; NotACode when there is none."""
        token, _, key = text.strip().partition(".")
        if len(token) != _TOKEN or len(key) != 22 or not f"{token}{key}".replace("-", "").replace("_", "").isalnum():
            raise NotACode()
        return cls(token, key)

    def __str__(self) -> str:
        return f"{self.token}.{self.key}"

    def seal(self, sheet: Mapping[str, object]) -> bytes:
        """A room's sheet for whoever has the code."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(_bytes(self.key)).encrypt(nonce, json.dumps(sheet).encode(), None)

    def open(self, sealed: bytes) -> Mapping[str, Any] | None:
        """The sheet; None when it was sealed with another key."""
        try:
            found = json.loads(AESGCM(_bytes(self.key)).decrypt(sealed[:_NONCE], sealed[_NONCE:], None))
        except (InvalidTag, ValueError):
            return None
        return found if isinstance(found, dict) else None


@dataclass(frozen=True, slots=True)
class Direction:
    """What every wall is to show; each time the day's leader changes it is a new turn."""

    turn: int = 0
    shown: bool = False


class Meeting:
    """Where the rooms' sheets lie."""

    def __init__(self, url: str, key: str, code: Code) -> None:
        """The server's address, the leader's access key, the code."""
        self._url, self._access, self._code = url.rstrip("/"), key, code

    @property
    def page(self) -> str:
        """What walls show; the key stands where browsers do not send it."""
        return f"{self._url}/alla/{self._code.token}/#{self._code.key}"

    def begin(self) -> None:
        """Make a place for the sheets."""
        self._ask("PUT", f"leader/gatherings/{self._code.token}", b"")

    def lay(self, room: str, sheet: Mapping[str, object]) -> None:
        """Lay this room's sheet, in place of the one it laid before."""
        content = base64.b64encode(self._code.seal(sheet))
        self._ask("PUT", f"leader/gatherings/{self._code.token}/{room}", content)

    def sheets(self) -> tuple[Sheet, ...]:
        """Every room's sheet, by the rooms' names; what another key has sealed, or is no sheet, is passed over."""
        told = self._told("rooms")
        opened = [self._code.open(base64.b64decode(one)) for one in told["rooms"]]
        found = [sheet for one in opened if one is not None and (sheet := sheet_of(one))]
        return tuple(sorted(found, key=lambda one: one.room.casefold()))

    def direction(self) -> Direction:
        """What the day's leader wants on every wall."""
        told = self._told("wall")
        return Direction(int(told["turn"]), bool(told["shown"]))

    def direct(self, shown: bool) -> None:
        """Show the rooms on every wall, or on none; HallRefuses for whoever has not made the code."""
        self._ask("PUT", f"leader/gatherings/{self._code.token}/wall", b"on" if shown else b"off")

    def _told(self, what: str) -> dict[str, Any]:
        """An answer as JSON; HallAway when what answers is something else, such as a guest network's own page."""
        try:
            return dict(json.loads(self._ask("GET", f"alla/{self._code.token}/{what}")))
        except (ValueError, TypeError) as error:
            raise HallAway() from error

    def _ask(self, method: str, path: str, content: bytes | None = None) -> bytes:
        headers = {"Authorization": f"Bearer {self._access}"}
        request = urllib.request.Request(f"{self._url}/{path}", content, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as reply:
                return bytes(reply.read())
        except urllib.error.HTTPError as refused:
            refused.close()
            if refused.code in _REFUSALS:
                raise HallRefuses(_REFUSALS[refused.code]) from refused
            raise HallAway() from refused
        except (OSError, HTTPException) as error:
            # An answer may also be cut off in the middle, when what gives it dies.
            raise HallAway() from error


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
