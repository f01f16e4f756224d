"""Phones that open the page, follow along and answer, each on its own, over real HTTP."""

import asyncio
import json
import secrets
import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from random import Random
from urllib.parse import urlsplit

import aiohttp

_TRIES = 20
"""How often a phone sends the same answer before it gives up."""


class Phones:
    """N phones in a thread of their own; they answer every form that opens, once each."""

    def __init__(self, url: str, count: int, answers: Sequence[str], speed: float = 1.0) -> None:
        """``answers`` are what the phones choose their texts from; ``speed`` shortens their thinking."""
        self._url = url
        self._count = count
        self._texts = answers
        self._speed = speed
        self._stop = asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="phones", daemon=True)
        self.sent = 0
        """Forms the phones have tried to send."""
        self.acknowledged = 0
        """Forms the server has said are on disk."""
        self.opened = 0
        """Phones that have got the page."""
        self.failure: BaseException | None = None
        """Why a phone fell out, when one did."""

    @property
    def running(self) -> bool:
        """Whether the phones are on."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Let every phone open the page."""
        self._thread.start()

    def stop(self) -> None:
        """Switch the phones off; returns when their connections are closed."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._everyone())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _everyone(self) -> None:
        connector = aiohttp.TCPConnector(limit=0)
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=10)
        async with aiohttp.ClientSession(connector=connector, timeout=timeout) as client:
            phones = [asyncio.create_task(self._phone(client, Random(number))) for number in range(self._count)]
            for phone in phones:
                phone.add_done_callback(self._broke)
            await self._stop.wait()
            for phone in phones:
                phone.cancel()
            await asyncio.gather(*phones, return_exceptions=True)

    def _broke(self, phone: "asyncio.Task[None]") -> None:
        """A phone never ends by itself; one that does must not be waited for in silence."""
        if not phone.cancelled():
            self.failure = phone.exception()

    async def _phone(self, client: aiohttp.ClientSession, dice: Random) -> None:
        """Open the page, follow the state, answer each form once; come back when the connection breaks."""
        answered: set[str] = set()
        while True:
            try:
                async with client.get(self._url) as page:
                    page.raise_for_status()
                    await page.read()
                self.opened += 1
                async for state in self._states(client):
                    form = state.get("form")
                    if isinstance(form, Mapping) and form["step"] not in answered:
                        answered.add(form["step"])
                        await asyncio.sleep(dice.uniform(1, 30) / self._speed)
                        await self._answer(client, form, dice)
            except aiohttp.ClientError:
                await asyncio.sleep(0.2)

    async def _states(self, client: aiohttp.ClientSession) -> AsyncIterator[Mapping[str, object]]:
        """The session's public state, every time the server sends it."""
        async with client.get(f"{self._url}state") as stream:
            stream.raise_for_status()
            async for line in stream.content:
                # A connection that breaks may leave half a line.
                if line.startswith(b"data:") and line.endswith(b"\n"):
                    yield json.loads(line.removeprefix(b"data:"))

    async def _answer(self, client: aiohttp.ClientSession, form: Mapping[str, object], dice: Random) -> None:
        """Send one form until it is acknowledged; the same id every time."""
        questions = form["questions"]
        assert isinstance(questions, list)
        fields = {f"answer.{question['id']}": self._reply(question, dice) for question in questions}
        fields |= {"step": str(form["step"]), "submission": secrets.token_hex(16)}
        self.sent += 1
        for _ in range(_TRIES):
            if await self._post(client, fields):
                self.acknowledged += 1
                return
            await asyncio.sleep(0.2)

    async def _post(self, client: aiohttp.ClientSession, fields: Mapping[str, str]) -> bool:
        headers = {"Origin": "{0.scheme}://{0.netloc}".format(urlsplit(self._url)), "Accept": "application/json"}
        try:
            async with client.post(f"{self._url}answers", data=fields, headers=headers) as answer:
                await answer.read()
                return answer.status == 201
        except aiohttp.ClientError:
            return False

    def _reply(self, question: Mapping[str, object], dice: Random) -> str:
        if question["kind"] == "scale":
            return str(dice.randint(int(str(question["least"])), int(str(question["most"]))))
        options = question.get("options")
        return dice.choice(list(options)) if isinstance(options, list) and options else dice.choice(self._texts)
