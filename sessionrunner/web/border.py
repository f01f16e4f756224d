"""Where the network meets the program: who may knock, what every answer carries, and how refusals read."""

import asyncio
import html
import logging
from collections.abc import Awaitable, Callable, Set
from dataclasses import dataclass
from hmac import compare_digest

from aiohttp import HttpVersion10, HttpVersion11, web

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.web.guard import Crowd, Limits, Trickle
from sessionrunner.web.line import GuardedLine

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_REFUSALS = {
    400: "unreadable",
    403: "wrong-origin",
    404: "not-found",
    405: "not-found",
    413: "too-large",
    415: "unreadable",
    421: "wrong-host",
}


def quiet_log(name: str) -> logging.Logger:
    """A log of its own that nobody reads unless asked to: aiohttp's would write addresses on the leader's screen."""
    log = logging.Logger(name)
    log.addFilter(Trickle())
    log.addHandler(logging.NullHandler())
    return log


@dataclass(frozen=True, slots=True)
class Border:
    """The rules of one listener; used as its only middleware."""

    hosts: Set[str]
    """What the Host header may say, port included; grows when phones are sent to another address."""
    token: str
    """The secret in every path; empty where each room has its own and answers for it."""
    words: Catalogue
    style: str
    """Style sheet of the refusal pages; its hash stands in the policy."""
    policy: str
    """Content-Security-Policy of every response."""
    log: logging.Logger

    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request through to its handler, and turn everything that goes wrong into plain words."""
        line = request.protocol
        try:
            self._check(request)
            await _arrive(request)
            if isinstance(line, GuardedLine):
                line.whole()
            return await handler(request)
        except web.HTTPException as refusal:
            return self.refuse(request, refusal.status)
        except SessionRunnerError as trouble:
            return self._excuse(request, trouble)
        except Exception as fault:  # noqa: BLE001 (the room must never see a traceback)
            self.log.error("a request failed: %s", type(fault).__name__)
            return self.refuse(request, 500)
        finally:
            if isinstance(line, GuardedLine):
                line.rest(request.content.is_eof())

    async def dress(self, request: web.Request, response: web.StreamResponse) -> None:
        """Put the headers on that every response carries."""
        response.headers.update(self.headers)
        response.headers.popall("Server", None)

    @property
    def headers(self) -> dict[str, str]:
        """Headers of every response, refusals included."""
        return {
            "Content-Security-Policy": self.policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cache-Control": "no-store",
        }

    def refuse(self, request: web.Request, status: int) -> web.Response:
        """Say why not, as a page or to a script."""
        key = _REFUSALS.get(status, "broken")
        title, text = self.words(f"web.refused.{key}.title"), self.words(f"web.refused.{key}.text")
        return self._say(request, status, title, text)

    def _excuse(self, request: web.Request, trouble: SessionRunnerError) -> web.Response:
        """The answer could not be kept: the phone has it still, and tries again."""
        title = self.words("web.refused.not-kept.title")
        response = self._say(request, 503, title, self.words("web.refused.not-kept.text"))
        response.headers["Retry-After"] = "2"
        self.log.error("an answer could not be kept: %s", type(trouble).__name__)
        return response

    def _say(self, request: web.Request, status: int, title: str, text: str) -> web.Response:
        if wants_json(request):
            return web.json_response({"errors": [{"question": "", "message": text}]}, status=status)
        page = document(self.words.language, title, self.style, f"<h1>{html.escape(title)}</h1>{paragraphs(text)}")
        return web.Response(text=page, content_type="text/html", status=status)

    def _check(self, request: web.Request) -> None:
        if request.version not in (HttpVersion10, HttpVersion11):
            raise web.HTTPBadRequest
        if request.headers.get("Host") not in self.hosts:
            raise web.HTTPMisdirectedRequest
        token = request.match_info.get("token")
        if self.token and token is not None and not compare_digest(token.encode(), self.token.encode()):
            raise web.HTTPNotFound


async def _arrive(request: web.Request) -> None:
    """Wait for the whole request; HTTPRequestEntityTooLarge as soon as it is known to be larger than allowed."""
    most = request.client_max_size
    if (request.content_length or 0) > most:
        raise web.HTTPRequestEntityTooLarge(max_size=most, actual_size=request.content_length or 0)
    if request.can_read_body:
        await request.read()


def application(border: Border, most_bytes: int) -> web.Application:
    """An application with these rules and nothing behind them yet."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await border.guard(request, handler)

    app = web.Application(middlewares=[guard], client_max_size=most_bytes)
    app.on_response_prepare.append(border.dress)
    return app


def wants_json(request: web.Request) -> bool:
    """True when a script asks, not a person."""
    return "application/json" in request.headers.get("Accept", "")


def document(language: str, title: str, style: str, body: str, head: str = "") -> str:
    """A whole page; ``body`` and ``head`` are HTML already, the title is not."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        # Without an icon named here, every browser asks for one in a second request.
        '<link rel="icon" href="data:,">'
        f"<title>{html.escape(title)}</title><style>{style}</style>{head}</head>"
        f'<body><main id="page">{body}</main></body></html>'
    )


def paragraphs(text: str) -> str:
    """Each line of a text as a paragraph."""
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


class _Bare(web.Response):
    """A response that never says which server wrote it, even before an application has been reached."""

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall("Server", None)


class Connection(GuardedLine):
    """One connection; bytes that are not HTTP get the same headers and the same plain words as everything else."""

    def __init__(
        self, manager: web.Server, loop: asyncio.AbstractEventLoop, border: Border, crowd: Crowd, limits: Limits
    ) -> None:
        super().__init__(manager, loop, crowd, limits, border.log)
        self._border = border

    def too_large(self) -> bytes:
        """Refuse a head that is too large, whatever stands in it."""
        text = self._border.words("web.refused.unreadable.text").encode()
        fields = {
            **self._border.headers,
            "Content-Type": "text/plain; charset=utf-8",
            "Content-Length": str(len(text)),
            "Connection": "close",
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        return f"HTTP/1.1 431 Request Header Fields Too Large\r\n{head}\r\n".encode() + text

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Refuse what cannot be read; nothing of it is repeated or logged."""
        text = self._border.words("web.refused.unreadable.text")
        response = _Bare(status=status, text=text, headers=self._border.headers)
        response.force_close()
        return response
