"""One room's part in the joint summary of several: headings and decisions, sealed with the key in the joining code."""

import base64
import contextlib
import json
import secrets
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.via.hall import HallAway, HallRefuses

_KEY, _NONCE, _TOKEN = 16, 12, 10
_PATIENCE = 10.0
_LOOK = 3.0
"""Seconds between looks at what the room has come to."""
_REFUSALS = {401: "key-refused", 404: "no-gathering", 409: "other-version"}


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
        return cls(_text(secrets.token_bytes(8))[:_TOKEN], _text(secrets.token_bytes(_KEY)))

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

    def sheets(self) -> Sequence[Mapping[str, Any]]:
        """Every room's sheet, by the rooms' names."""
        told = json.loads(self._ask("GET", f"alla/{self._code.token}/rooms"))
        opened = [self._code.open(base64.b64decode(one)) for one in told["rooms"]]
        return sorted((one for one in opened if one), key=lambda one: str(one.get("room", "")))

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
        except OSError as error:
            raise HallAway() from error


class Gathering:
    """Lays the room's sheet anew whenever it has changed, in a thread of its own."""

    def __init__(self, meeting: Meeting, desk: Desk, name: str) -> None:
        """``name`` is what the others see the room as."""
        self._meeting, self._desk, self._name = meeting, desk, name
        self._ending = threading.Event()
        self._laid: Mapping[str, object] = {}
        self._thread = threading.Thread(target=self._run, name="gathering", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Lay the last sheet, if that can be done, and end."""
        self._ending.set()
        self._thread.join()
        self._lay()

    def _run(self) -> None:
        while not self._ending.wait(_LOOK):
            self._lay()

    def _lay(self) -> None:
        sheet = self.sheet()
        if sheet == self._laid or not (sheet["headings"] or sheet["decisions"]):
            return
        # Tried again at the next look.
        with contextlib.suppress(SessionRunnerError):
            self._meeting.lay(self._desk.identity.session + "--", sheet)
            self._laid = sheet

    def sheet(self) -> Mapping[str, object]:
        """What the room's own wall shows of the same: headings with numbers, and decisions; nothing somebody wrote."""
        cases, lessons = self._desk.session.exercise.touches_cases, self._desk.session.lessons
        piles = () if cases else self._desk.sorting.piles()
        headings = [[pile.name, pile.texts] for pile in piles]
        return {"room": self._name, "headings": headings, "decisions": [lesson.text for lesson in lessons]}


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
