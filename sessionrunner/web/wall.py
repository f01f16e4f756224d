"""The projector's page: task, time, places, QR, results. Served on this laptop only."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from threading import Lock

from aiohttp import web

from sessionrunner.core.public import PublicView
from sessionrunner.core.showing import Shown
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Room
from sessionrunner.web.border import Border, application, document
from sessionrunner.web.feed import Feed
from sessionrunner.web.payload import Counts, State, wall_state
from sessionrunner.web.phones import static

_LOOK = 0.5
"""Seconds between looks: the counter moves at most twice a second."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """How phones get in: what the wall shows beside the task."""

    url: str
    """Empty when no phone can take part."""
    qr_svg: str
    wifi: str = ""
    """Name of the network to join first; empty when phones are not helped into any."""
    wifi_svg: str = ""


class Wall:
    """The handlers behind the wall's routes."""

    def __init__(
        self, room: Room, connected: Callable[[], int], border: Border, script: bytes, following: str = ""
    ) -> None:
        """``connected`` counts the phones that follow.

        ``following`` is the secret of the session that comes after this one; empty for none.
        """
        self._next = {"next": f"/w/{following}/"} if following else {}
        self.feed = Feed(self._look, _LOOK, border.log)
        self.invitation = Invitation("", "")
        """Replaced once the phones' address is known."""
        self._room = room
        self._connected = connected
        self._border = border
        self._static = {"wall.js": (script, "text/javascript")}
        self._counts = Counts()
        self._shown = Shown()
        self._stale = True
        self._fetching = Lock()

    def application(self) -> web.Application:
        """The routes; there are no others."""
        app = application(self._border, most_bytes=1024)
        app.router.add_get("/w/{token}/", self._show, allow_head=False)
        app.router.add_get("/w/{token}/state", self.feed.serve, allow_head=False)
        app.router.add_get("/w/{token}/static/{name}", static(self._static), allow_head=False)
        return app

    def changed(self) -> None:
        """Something happened: answers may have been opened."""
        self._stale = True
        self.feed.nudge()

    async def _look(self) -> State:
        view = self._room.public()
        await asyncio.get_running_loop().run_in_executor(None, self._fetch)
        return self._state(view)

    def _state(self, view: PublicView) -> State:
        state = wall_state(view, replace(self._counts, connected=self._connected()), self._shown)
        return state | {"invitation": f"{self.invitation.url} {self.invitation.wifi}"} | self._next

    def _fetch(self) -> None:
        """Ask the box, away from the loop; what it cannot tell now stays as it was.

        Whoever asks meanwhile waits for the same: what was shown before is not to come back for a moment.
        """
        with self._fetching:
            try:
                self._counts = Counts(self._room.answered(), 0, self._room.ready())
                if self._stale:
                    self._stale = False
                    self._shown = self._room.shown()
            except SessionRunnerError:
                self._stale = True

    async def _show(self, request: web.Request) -> web.StreamResponse:
        view = self._room.public()
        page = document(
            self._border.words.language,
            view.exercise,
            self._border.style,
            self._body(await self._look()),
            '<script src="static/wall.js" defer></script>',
        )
        return web.Response(text=page, content_type="text/html")

    def _body(self, state: State) -> str:
        words = self._border.words.section("web.wall")
        # Only a plain address may be typed without its beginning.
        address = self.invitation.url.removeprefix("http://")
        invited = self.invitation
        return (
            f'<div id="luggage" hidden data-state="{_attribute(state)}" data-words="{_attribute(words)}" '
            f'data-address="{escape(address)}" data-wifi="{escape(invited.wifi)}"></div>'
            f'<div id="qr" hidden>{invited.qr_svg}</div><div id="wifi-qr" hidden>{invited.wifi_svg}</div>'
        )


def _attribute(data: object) -> str:
    return escape(json.dumps(data, ensure_ascii=False, default=dict))
