"""What the server shows of a room, kept like what the room shows here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sessionrunner.core.lesson import EMPTY_SKETCH
from sessionrunner.core.public import PublicView
from sessionrunner.core.session import Stage
from sessionrunner.storage.plain_values import plain
from sessionrunner.via.hall import Hall, Opening
from sessionrunner.web.payload import State, lasting, phone_state

_HOURS = 12.0
"""How long the room lasts at the server if nobody closes it."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What the room at the server is made of."""

    public: Callable[[], PublicView]
    """What the room sees now."""
    public_key: bytes
    """What phones seal their answers to."""
    language: str
    following: str = ""
    """Token of the room that comes after this one; empty for none."""


class Mirror:
    """The room at the server; HallAway or HallRefuses when it cannot be made like the one here. For one loop."""

    def __init__(self, hall: Hall, showing: Showing) -> None:
        self._hall = hall
        self._showing = showing
        self._shown: State = {}
        """The latest state sent, without what passes by itself."""
        self._version = 0

    async def open(self) -> None:
        """Open the room, or find it open; what it shows may be old."""
        showing = self._showing
        opening = Opening(showing.public_key, showing.language, showing.following, _HOURS)
        self._version = await self._hall.open(opening, self._view())
        self._shown = {}

    async def follow(self) -> None:
        """Show what has changed since the last time, if anything has."""
        if self._state() != self._shown:
            await self.show()

    async def show(self) -> None:
        """Show the room as it is now."""
        state, self._version = self._state(), self._version + 1
        await self._hall.show(self._version, self._view())
        self._shown = state

    def _state(self) -> State:
        return lasting(phone_state(self._showing.public()))

    def _view(self) -> dict[str, Any]:
        """What phones may see; what the wall shows besides stays in the house."""
        view = replace(self._showing.public(), lessons=(), sketch=EMPTY_SKETCH)
        return dict(plain(view if view.stage is not Stage.CLOSED else replace(view, places=())))
