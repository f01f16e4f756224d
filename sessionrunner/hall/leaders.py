"""What leaders' laptops ask for: open a room, show a view, fetch numbers and envelopes, close. Nothing opens one."""

import asyncio
import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from datetime import timedelta
from typing import Any, TypeVar

from aiohttp import web

from sessionrunner.core.public import PublicView
from sessionrunner.hall.store import Opening, Store
from sessionrunner.locale import LANGUAGES
from sessionrunner.storage.plain_values import typed

MOST_HOURS = 16
"""A room lives a long day at most."""
_KEY = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{10}")
_Given = TypeVar("_Given")


class Leaders:
    """The handlers behind the leaders' routes; every request carries an access key."""

    def __init__(self, store: Store, threads: Executor) -> None:
        self._store = store
        self._threads = threads

    def add_to(self, app: web.Application) -> None:
        """Answer under ``/leader``."""
        router = app.router
        router.add_post("/leader/rooms", self._open)
        router.add_put("/leader/rooms/{token}/view", self._show)
        router.add_get("/leader/rooms/{token}/tally", self._tally, allow_head=False)
        router.add_post("/leader/rooms/{token}/take", self._take)
        router.add_post("/leader/rooms/{token}/forget", self._forget)
        router.add_delete("/leader/rooms/{token}", self._close)

    async def _open(self, request: web.Request) -> web.StreamResponse:
        name = await self._leader(request)
        told = await _told(request)
        try:
            opening = _opening(told)
            typed(PublicView, opening.view)
        except (KeyError, TypeError, ValueError, AttributeError):
            # Most likely a laptop with another version of the program.
            raise web.HTTPConflict from None
        if len(opening.public_key) != _KEY or not _TOKEN.fullmatch(opening.token) or opening.language not in LANGUAGES:
            raise web.HTTPBadRequest
        version = await self._ask(lambda: self._store.add_room(name, opening))
        if version is None:
            raise web.HTTPConflict
        return web.json_response({"version": version}, status=201)

    async def _show(self, request: web.Request) -> web.StreamResponse:
        token, told = await self._own_room(request), await _told(request)
        version, view = int(told["version"]), told["view"]
        await self._ask(lambda: self._store.show(token, version, view))
        return web.Response(status=204)

    async def _tally(self, request: web.Request) -> web.StreamResponse:
        token = await self._own_room(request)
        tally = await self._ask(lambda: self._store.tally(token))
        told = {"answers": tally.answers, "ready": tally.ready, "connected": tally.connected}
        return web.json_response(told)

    async def _take(self, request: web.Request) -> web.StreamResponse:
        token, told = await self._own_room(request), await _told(request)
        step, least = str(told["step"]), int(told["least"])
        found = await self._ask(lambda: self._store.take(token, step, least))
        return web.json_response({"envelopes": [base64.b64encode(one).decode() for one in found]})

    async def _forget(self, request: web.Request) -> web.StreamResponse:
        token, told = await self._own_room(request), await _told(request)
        step, digests = str(told["step"]), [bytes.fromhex(one) for one in told["digests"]]
        await self._ask(lambda: self._store.forget(token, step, digests))
        return web.Response(status=204)

    async def _close(self, request: web.Request) -> web.StreamResponse:
        token = await self._own_room(request)
        await self._ask(lambda: self._store.close_room(token))
        return web.Response(status=204)

    async def _leader(self, request: web.Request) -> str:
        """The name of the key that was shown; 401 without one that is in force."""
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        name = await self._ask(lambda: self._store.leader(key)) if kind == "Bearer" else None
        if name is None:
            raise web.HTTPUnauthorized
        return name

    async def _own_room(self, request: web.Request) -> str:
        """The token of the room that is asked about; a room opened with another key is not there."""
        name, token = await self._leader(request), request.match_info["token"]
        row = await self._ask(lambda: self._store.room(token))
        if row is None or row.access_key != name:
            raise web.HTTPNotFound
        return token

    async def _ask(self, question: Callable[[], _Given]) -> _Given:
        return await asyncio.get_running_loop().run_in_executor(self._threads, question)


async def _told(request: web.Request) -> Mapping[str, Any]:
    try:
        told = json.loads(await request.read())
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
