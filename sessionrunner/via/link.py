"""Keeps a session's room at the server up to date, in a thread of its own; a break is bridged and caught up with."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError
from dataclasses import replace
from typing import Any, TypeVar

from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.via.hall import Hall, HallAway, HallRefuses, Numbers
from sessionrunner.via.mirror import Mirror, Showing

_LOOK = 1.0
"""Seconds between looks at the session: rounds change and forms close without anybody pressing a key."""
_COUNT = 2
"""Looks between questions for the numbers."""
_AFRESH = 10
"""Looks after which the view is sent though nothing has happened: clocks drift."""
_PATIENCE = 20.0
"""Seconds a leader waits for envelopes."""
_Given = TypeVar("_Given")


class Link:
    """The line to the server; ask from any thread."""

    def __init__(self, hall: Hall, showing: Showing) -> None:
        self.numbers = Numbers({}, {}, 0)
        """As last told."""
        self.trouble: SessionRunnerError | None = HallAway()
        """Why the server does not have the room as it is now; None when it has."""
        self.changed: Callable[[], None] = lambda: None
        """Called, in the line's thread, when numbers or trouble have changed."""
        self._hall = hall
        self._mirror = Mirror(hall, showing)
        self._loop = asyncio.new_event_loop()
        self._news = asyncio.Event()
        self._first = threading.Event()
        self._brought_home = 0
        """Times that numbers on their way here have become old."""
        self._close_room = False
        self._ending = False
        self._work: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name="via", daemon=True)

    @property
    def phone_url(self) -> str:
        """Where phones go."""
        return self._hall.phone_url

    def start(self, patience: float = 5.0) -> None:
        """Return when the room is open, or after so long: the session begins without, and the line goes on trying."""
        self._thread.start()
        self._first.wait(patience)

    def nudge(self, session: Session | None = None) -> None:
        """Something has happened: tell the server at once."""
        with contextlib.suppress(RuntimeError):  # the line has been cut
            self._loop.call_soon_threadsafe(self._news.set)

    def take(self, step: str, least: int) -> tuple[bytes, ...]:
        """Envelopes of a step; HallAway when they cannot be fetched now. Blocks."""
        return self._wait(self._hall.take(step, least))

    def forget(self, step: str, envelopes: tuple[bytes, ...]) -> None:
        """They are on this laptop's disk now. Blocks."""
        self._wait(self._forget(step, envelopes))

    def stop(self, close_room: bool = False) -> None:
        """Show the last view and close the room, if that can be done, and cut the line.

        A room that could not be closed is gone by itself after its hours; without this laptop's key it is noise.
        """
        self._close_room = close_room
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end)
            self._thread.join()

    def _wait(self, question: Coroutine[Any, Any, _Given]) -> _Given:
        try:
            asked = asyncio.run_coroutine_threadsafe(question, self._loop)
        except RuntimeError as error:
            question.close()  # the line has been cut
            raise HallAway() from error
        try:
            return asked.result(_PATIENCE)
        except (TimeoutError, CancelledError) as error:
            asked.cancel()
            raise HallAway() from error

    async def _forget(self, step: str, envelopes: tuple[bytes, ...]) -> None:
        await self._hall.forget(step, envelopes)
        self._brought_home += 1
        self.numbers = replace(self.numbers, answers={**self.numbers.answers, step: 0})

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._work = self._loop.create_task(self._keep_up())
        with contextlib.suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._work)
        # Only now: a line that goes on would find the room gone, and open it anew.
        self._loop.run_until_complete(self._part())
        self._loop.run_until_complete(_hang_up(self._loop))
        self._loop.close()

    async def _part(self) -> None:
        with contextlib.suppress(SessionRunnerError):
            await self._mirror.show()
            if self._close_room:
                await self._hall.close_room()
        await self._hall.leave()

    def _end(self) -> None:
        # A wait that has just been answered swallows the cancelling.
        self._ending = True
        if self._work is not None:
            self._work.cancel()

    async def _keep_up(self) -> None:
        opened, look, pause = False, 0, _LOOK
        while not self._ending:
            try:
                if not opened:
                    await self._mirror.open()
                opened = True
                await self._tell(look)
                self._settle(None)
                pause = _LOOK
            except (HallAway, HallRefuses) as trouble:
                # A room that is gone is opened anew: the server may have been set up again.
                opened = opened and isinstance(trouble, HallAway)
                self._settle(trouble)
                pause = min(5.0, pause * 1.5)
            self._first.set()
            look += 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), pause)
            self._news.clear()

    async def _tell(self, look: int) -> None:
        await (self._mirror.follow() if look % _AFRESH else self._mirror.show())
        if look % _COUNT == 0:
            before = self._brought_home
            numbers = await self._hall.numbers()
            if numbers != self.numbers and before == self._brought_home:
                self.numbers = numbers
                self.changed()

    def _settle(self, trouble: SessionRunnerError | None) -> None:
        before, self.trouble = self.trouble, trouble
        if type(before) is not type(trouble):
            self.changed()


async def _hang_up(loop: asyncio.AbstractEventLoop) -> None:
    """Whoever still waits for an answer hears that none will come."""
    waiting = asyncio.all_tasks(loop) - {asyncio.current_task()}
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
