"""What phones can ask for: the page, the state, to hand in answers, the accessibility statement, one script."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from aiohttp import web

from sessionrunner.core.public import PublicView
from sessionrunner.core.reflections import Rejection
from sessionrunner.core.session import Stage
from sessionrunner.locale import LANGUAGES
from sessionrunner.ports import PhoneRoom
from sessionrunner.web.answers import Intake, Sheet, is_closed, is_taken, read_mark, read_sheet
from sessionrunner.web.border import Border, application, wants_json
from sessionrunner.web.feed import Feed
from sessionrunner.web.flow import Flow
from sessionrunner.web.page import PhonePage
from sessionrunner.web.payload import State, phone_state

_Read = TypeVar("_Read")
MOST_BYTES = 20 * 1024
"""Largest body of a request."""
_LOOK = 1.0
"""Seconds between looks at the session: rounds change and forms close without anybody pressing a key."""


class Phones:
    """The handlers behind the phones' routes."""

    def __init__(
        self,
        room: PhoneRoom,
        border: Border,
        page: PhonePage,
        script: bytes,
        following: str = "",
        intake: Intake | None = None,
    ) -> None:
        """``following`` is the secret of the session that comes after this one; empty for none."""
        self._next = f"/s/{following}/" if following else ""
        self.feed = Feed(self._look, _LOOK, border.log)
        self.intake = intake or Intake(room, Flow())
        self._room = room
        self._border = border
        self._pages = {language: page.in_language(language) for language in LANGUAGES}
        self._home = page.language
        self.script = static({"phone.js": (script, "text/javascript")})

    def application(self) -> web.Application:
        """The routes; there are no others."""
        app = application(self._border, MOST_BYTES)
        app.router.add_get("/s/{token}", self.missing_slash, allow_head=False)
        app.router.add_get("/s/{token}/", self.show, allow_head=False)
        app.router.add_get("/s/{token}/state", self.feed.serve, allow_head=False)
        app.router.add_post("/s/{token}/answers", self.take)
        app.router.add_post("/s/{token}/klar", self.mark)
        app.router.add_get("/s/{token}/tillganglighet", self.statement, allow_head=False)
        app.router.add_get("/s/{token}/static/{name}", self.script, allow_head=False)
        return app

    async def _look(self) -> State:
        return phone_state(self._public()) | ({"next": self._next} if self._next else {})

    def _public(self) -> PublicView:
        """What the room sees; when a day goes on nobody is told that they may close the page."""
        view = self._room.public()
        return replace(view, asks_later=True) if self._next and view.stage is not Stage.LOBBY else view

    async def missing_slash(self, request: web.Request) -> web.StreamResponse:
        """People who type the address forget its last character."""
        return web.Response(status=308, headers={"Location": f"/s/{request.match_info['token']}/"})

    async def show(self, request: web.Request) -> web.StreamResponse:
        """The page as it stands now."""
        asked = request.query
        page = self._page(request)
        return _html(page.render(self._public(), asked.get("sent", ""), done=asked.get("done", "")))

    def _page(self, request: web.Request) -> PhonePage:
        """The page in the language this phone has asked for, else in the room's."""
        return self._pages.get(request.query.get("lang", ""), self._pages[self._home])

    async def statement(self, request: web.Request) -> web.StreamResponse:
        """What the page promises about accessibility."""
        return _html(self._page(request).statement())

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Take a form in, and answer with a receipt or with what is wrong."""
        sheet = await self._sheet(request)
        rejections = await self.intake.take(sheet, request.remote or "")
        if not rejections:
            return self._receipt(request, sheet)
        return self._refusal(request, sheet, rejections)

    async def mark(self, request: web.Request) -> web.StreamResponse:
        """Somebody is done with a step that collects nothing: a number goes up, nothing is written down."""
        mark = await self._read(request, read_mark)
        await self.intake.mark(mark)
        if wants_json(request):
            return web.json_response({"done": mark.done}, status=201)
        return web.Response(
            status=303, headers={"Location": self._page(request).way_back(done=mark.what if mark.done else "")}
        )

    async def _sheet(self, request: web.Request) -> Sheet:
        return await self._read(request, read_sheet)

    async def _read(self, request: web.Request, read: Callable[[bytes], _Read]) -> _Read:
        if not _from_our_page(request):
            raise web.HTTPForbidden
        if request.content_type != "application/x-www-form-urlencoded":
            raise web.HTTPUnsupportedMediaType
        try:
            return read(await request.read())
        except ValueError:
            raise web.HTTPBadRequest from None

    def _receipt(self, request: web.Request, sheet: Sheet) -> web.StreamResponse:
        if wants_json(request):
            return web.json_response({"saved": True}, status=201)
        return web.Response(status=303, headers={"Location": self._page(request).way_back(sent=sheet.step)})

    def _refusal(self, request: web.Request, sheet: Sheet, rejections: Sequence[Rejection]) -> web.StreamResponse:
        page, taken = self._page(request), is_taken(rejections)
        status = 409 if taken or is_closed(rejections) else 422
        if wants_json(request):
            errors = [{"question": one.question, "message": page.explain(one)} for one in rejections]
            return web.json_response({"errors": errors, "taken": taken}, status=status)
        if taken:
            return _html(page.first_counts(sheet.step), status)
        return _html(page.render(self._public(), rejections=rejections), status)


def _from_our_page(request: web.Request) -> bool:
    """Whether the form was posted from our own page.

    A browser says where a post across sites comes from. Older ones are silent about their own, as are programs
    that assist people; both know the secret address, which no other page does.
    """
    ours = f"{request.scheme}://{request.headers['Host']}"
    origin, referer = request.headers.get("Origin"), request.headers.get("Referer")
    if origin is None:
        return referer is None or referer.startswith(f"{ours}/")
    return origin == ours


def static(files: dict[str, tuple[bytes, str]]) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """A handler that serves these names from memory and knows of no files."""

    async def serve(request: web.Request) -> web.StreamResponse:
        found = files.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        response = web.Response(body=found[0], content_type=found[1], charset="utf-8")
        response.enable_compression()
        return response

    return serve


def _html(page: str, status: int = 200) -> web.Response:
    response = web.Response(text=page, content_type="text/html", status=status)
    response.enable_compression()
    return response
