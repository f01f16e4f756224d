"""Several rooms' joint summary: each leader lays a sealed sheet here, every wall fetches all of them and opens them."""

import asyncio
import base64
import binascii
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from datetime import timedelta
from typing import Any

from aiohttp import web

from sessionrunner.hall.database import Database
from sessionrunner.hall.phones import TOKEN
from sessionrunner.hall.strangers import Strangers
from sessionrunner.web.border import Border, document
from sessionrunner.web.phones import static
from sessionrunner.web.styles import asset

_LASTS = timedelta(hours=16)
_MOST_ROOMS = 200
_MOST_BYTES = 32 * 1024
"""Of one room's sheet: headings and decisions, never what somebody wrote."""
Leader = Callable[[web.Request], Awaitable[str]]


class Gatherings:
    """The routes of the joint summary; whoever has the address may read, which without its key says nothing."""

    def __init__(
        self, database: Database, threads: Executor, border: Border, leader: Leader, strangers: Strangers
    ) -> None:
        """``leader`` gives the name of the access key that a request carries."""
        self._database = database
        self._threads = threads
        self._border = border
        self._leader = leader
        self._strangers = strangers
        self._script = static({"all.js": (asset("all/all.js"), "text/javascript")})

    def add_to(self, app: web.Application) -> None:
        """Leaders write under ``/leader``, walls read under ``/alla``."""
        app.router.add_put("/leader/gatherings/{token}", self._begin)
        app.router.add_put("/leader/gatherings/{token}/wall", self._direct)
        app.router.add_put("/leader/gatherings/{token}/{room}", self._lay)
        app.router.add_get("/alla/{token}/", self._page, allow_head=False)
        app.router.add_get("/alla/{token}/rooms", self._rooms, allow_head=False)
        app.router.add_get("/alla/{token}/wall", self._wall, allow_head=False)
        app.router.add_get("/alla/{token}/static/{name}", self._script, allow_head=False)

    async def _begin(self, request: web.Request) -> web.StreamResponse:
        name, token = await self._leader(request), _token(request, "token")
        made = await self._ask(
            "INSERT INTO gatherings (token, access_key, gone_at) VALUES (%s, %s, now() + %s)"
            " ON CONFLICT DO NOTHING RETURNING true",
            token, name, _LASTS,
        )  # fmt: skip
        return web.Response(status=201 if made else 409)

    async def _lay(self, request: web.Request) -> web.StreamResponse:
        await self._leader(request)
        token, room = _token(request, "token"), _token(request, "room")
        try:
            content = base64.b64decode(await request.read(), validate=True)
        except binascii.Error:
            raise web.HTTPBadRequest from None
        if len(content) > _MOST_BYTES:
            raise web.HTTPRequestEntityTooLarge(max_size=_MOST_BYTES, actual_size=len(content))
        laid = await self._ask(
            "INSERT INTO findings SELECT token, %s, %s FROM gatherings WHERE token = %s AND gone_at > now()"
            " AND (SELECT count(*) FROM findings WHERE gathering = %s AND room <> %s) < %s"
            " ON CONFLICT (gathering, room) DO UPDATE SET content = excluded.content RETURNING true",
            room, content, token, token, room, _MOST_ROOMS,
        )  # fmt: skip
        return web.Response(status=204 if laid else 404)

    async def _rooms(self, request: web.Request) -> web.StreamResponse:
        token = self._guessed(request)
        text = (
            "SELECT content FROM gatherings LEFT JOIN findings ON gathering = token"
            " WHERE token = %s AND gone_at > now() ORDER BY room"
        )
        rows = await self._there(token, text)
        return web.json_response({"rooms": [base64.b64encode(row[0]).decode() for row in rows if row[0]]})

    async def _direct(self, request: web.Request) -> web.StreamResponse:
        """Whoever made the code says what all walls show."""
        name, token = await self._leader(request), _token(request, "token")
        shown = {b"on": True, b"off": False}.get(await request.read())
        if shown is None:
            raise web.HTTPBadRequest
        text = (
            "UPDATE gatherings SET shown = CASE access_key WHEN %s THEN %s ELSE shown END,"
            " turn = turn + CASE access_key WHEN %s THEN 1 ELSE 0 END"
            " WHERE token = %s AND gone_at > now() RETURNING access_key = %s"
        )
        rows = await self._ask(text, name, shown, name, token, name)
        return web.Response(status=404 if not rows else 204 if rows[0][0] else 403)

    async def _wall(self, request: web.Request) -> web.StreamResponse:
        token = self._guessed(request)
        rows = await self._there(token, "SELECT shown, turn FROM gatherings WHERE token = %s AND gone_at > now()")
        return web.json_response({"shown": rows[0][0], "turn": rows[0][1]})

    async def _page(self, request: web.Request) -> web.StreamResponse:
        _token(request, "token")
        words = self._border.words
        title = words("gather.title")
        told = {part: words(f"gather.{part}") for part in ("none", "no-key", "away", "decisions", "headings")}
        lines = "".join(f'<p id="{part}" hidden>{text}</p>' for part, text in told.items())
        body = f'<h1>{title}</h1><div id="rooms"></div>{lines}'
        head = '<script src="static/all.js" defer></script>'
        page = document(words.language, title, self._border.style, body, head)
        return web.Response(text=page, content_type="text/html")

    def _guessed(self, request: web.Request) -> str:
        """A token that may be anything; TooBusy when too many that lead nowhere have come from the same address."""
        token = _token(request, "token")
        self._strangers.let_in(token, request.remote or "")
        return token

    async def _there(self, token: str, text: str) -> list[tuple[Any, ...]]:
        rows = await self._ask(text, token)
        self._strangers.learn(token, bool(rows))
        if not rows:
            raise web.HTTPNotFound
        return rows

    async def _ask(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: self._database.rows(text, *values))


def _token(request: web.Request, name: str) -> str:
    found = request.match_info[name]
    if not TOKEN.fullmatch(found):
        raise web.HTTPNotFound
    return found
