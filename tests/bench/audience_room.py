"""A room of two hundred with a real box and server, in a process of its own; ends when its input does.

``python -m tests.bench.audience_room FOLDER SLOTS [bare]``: ``bare`` is aiohttp alone, to measure beside.
"""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from aiohttp import web

from sessionrunner.core.commands import Next, Open
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from sessionrunner.runner import SessionRunner
from sessionrunner.storage.box import SealedBox
from sessionrunner.web.server import AudienceServer
from tests.fakes import FakeClock, MemoryArchive, MemoryJournal
from tests.test_desk import WHO
from tests.web.fakes import EXERCISE, TAKE_ALONG, options

PEOPLE = tuple(f"Person {number}" for number in range(200))


def main(folder: str, slots: str, kind: str = "room") -> None:
    """Serve until nobody is there any more."""
    if kind == "bare":
        asyncio.run(_bare())
        return
    steps = tuple(replace(step, collect=(TAKE_ALONG,) if step.collect else ()) for step in EXERCISE.steps)
    box = SealedBox.create(Path(folder) / "box", int(slots))
    desk = Desk(SessionRunner(replace(EXERCISE, steps=steps), FakeClock(), MemoryJournal()), WHO, box, MemoryArchive())
    desk.handle(Open(PEOPLE, 7))
    while desk.session.step is None or desk.session.step.id != "reflektion":
        desk.handle(Next())
    desk.answers.receiving.let_in("reflektion")
    server = AudienceServer(desk.room, load("sv"), options())
    server.start()
    print(server.phone_url, flush=True)
    sys.stdin.read()
    print(sum(desk.answers.received().values()), flush=True)
    server.stop()
    box.destroy()


async def _bare() -> None:
    async def take(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response({"saved": True}, status=201)

    app = web.Application()
    app.router.add_post("/s/x/answers", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}/s/x/", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    print(0, flush=True)
    await runner.cleanup()


if __name__ == "__main__":
    main(*sys.argv[1:])
