"""What leaders' laptops ask for: open a room, show a view, fetch numbers and envelopes, close. Nothing opens one."""

import asyncio
import base64
import binascii
import re
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor
from datetime import timedelta
from typing import Any, TypeVar

from aiohttp import web

from sessionrunner.core.public import PublicView
from sessionrunner.hall.keys import digest
from sessionrunner.hall.phones import TOKEN
from sessionrunner.hall.rooms import Opening
from sessionrunner.hall.store import Store
from sessionrunner.hall.strangers import Strangers
from sessionrunner.locale import LANGUAGES
from sessionrunner.storage.plain_json import read_json
from sessionrunner.storage.plain_values import typed
from sessionrunner.web.payload import phone_state

MOST_HOURS = 16
"""A room lives a long day at most."""
_KEY = 32
_ACCESS = re.compile(r"[A-Za-z0-9_-]{43}")
_MOST_VERSIONS = 2**62
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_Given = TypeVar("_Given")


class Leaders:
    """The handlers behind the leaders' routes; every request carries an access key."""

    def __init__(self, store: Store, threads: Executor, strangers: Strangers) -> None:
        self._store = store
        self._strangers = strangers
        self._threads = threads

    def add_to(self, app: web.Application) -> None:
        """Answer under ``/leader``."""
        router = app.router
        router.add_post("/leader/rooms", _fitting(self._open))
        router.add_put("/leader/rooms/{token}/view", _fitting(self._show))
        router.add_get("/leader/rooms/{token}/tally", self._tally, allow_head=False)
        router.add_post("/leader/rooms/{token}/take", _fitting(self._take))
        router.add_post("/leader/rooms/{token}/forget", _fitting(self._forget))
        router.add_delete("/leader/rooms/{token}", self._close)

    async def name(self, request: web.Request) -> str:
        """The name of the key that was shown; 401 without one that is in force."""
        return (await self._leader(request))[0]

    async def _open(self, request: web.Request) -> web.StreamResponse:
        name, _ = await self._leader(request)
        told = await _told(request)
        opening = _opening(told)
        _check(opening.view)
        names = (opening.token, opening.following or opening.token)
        if len(opening.public_key) != _KEY or not all(map(TOKEN.fullmatch, names)) or opening.language not in LANGUAGES:
            raise web.HTTPBadRequest
        version = await self._ask(lambda: self._store.rooms.add(name, opening))
        if version is None:
            raise web.HTTPConflict
        return web.json_response({"version": version}, status=201)

    async def _show(self, request: web.Request) -> web.StreamResponse:
        token, told = await self._own_room(request), await _told(request)
        version, view = int(told["version"]), told["view"]
        if not 0 <= version <= _MOST_VERSIONS:
            raise web.HTTPBadRequest
        _check(view)
        await self._ask(lambda: self._store.rooms.show(token, version, view))
        return web.Response(status=204)

    async def _tally(self, request: web.Request) -> web.StreamResponse:
        token = await self._own_room(request)
        tally = await self._ask(lambda: self._store.presence.tally(token))
        told = {"answers": tally.answers, "ready": tally.ready, "connected": tally.connected}
        return web.json_response(told)

    async def _take(self, request: web.Request) -> web.StreamResponse:
        token, told = await self._own_room(request), await _told(request)
        step, least = str(told["step"]), int(told["least"])
        found = await self._ask(lambda: self._store.envelopes.take(token, step, least))
        return web.json_response({"envelopes": [base64.b64encode(one).decode() for one in found]})

    async def _forget(self, request: web.Request) -> web.StreamResponse:
        token, told = await self._own_room(request), await _told(request)
        step, digests = str(told["step"]), [bytes.fromhex(one) for one in told["digests"]]
        await self._ask(lambda: self._store.envelopes.forget(token, step, digests))
        return web.Response(status=204)

    async def _close(self, request: web.Request) -> web.StreamResponse:
        token = await self._own_room(request)
        await self._ask(lambda: self._store.rooms.close(token))
        return web.Response(status=204)

    async def _leader(self, request: web.Request) -> tuple[str, bool]:
        """The name of the key that was shown, and whether the room is its own; 401 without one that is in force."""
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        token = request.match_info.get("token", "")
        if kind != "Bearer" or not _ACCESS.fullmatch(key) or (token and not TOKEN.fullmatch(token)):
            raise web.HTTPUnauthorized  # without a word to the database
        # Guessing keys must not keep the database from those who have one.
        shown = digest(key)
        self._strangers.let_in(shown, request.remote or "")
        found = await self._ask(lambda: self._store.rooms.leader(key, token))
        self._strangers.learn(shown, found is not None)
        if found is None:
            raise web.HTTPUnauthorized
        return found

    async def _own_room(self, request: web.Request) -> str:
        """The token of the room that is asked about; a room opened with another key is not there."""
        _, own = await self._leader(request)
        if not own:
            raise web.HTTPNotFound
        return request.match_info["token"]

    async def _ask(self, question: Callable[[], _Given]) -> _Given:
        return await asyncio.get_running_loop().run_in_executor(self._threads, question)


def _fitting(handler: Handler) -> Handler:
    """400 for what is not as a laptop tells it; nothing of it has been kept then."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            raise web.HTTPBadRequest from None

    return handle


def _check(view: object) -> None:
    """409 for a view that no phone could be shown: most likely a laptop with another version of the program."""
    try:
        phone_state(typed(PublicView, view))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise web.HTTPConflict from None


async def _told(request: web.Request) -> Mapping[str, Any]:
    try:
        told = read_json(await request.read())
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(told, dict):
        raise web.HTTPBadRequest
    return told


def _opening(told: Mapping[str, Any]) -> Opening:
    key, lasts = _bytes(told["public_key"]), _hours(told["hours"])
    following = str(told.get("following", ""))
    return Opening(str(told["token"]), key, str(told["language"]), following, told["view"], lasts)


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError from error


def _hours(told: object) -> timedelta:
    return timedelta(hours=min(MOST_HOURS, max(1.0, float(str(told)))))
