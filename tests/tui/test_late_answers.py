"""What a thread has to tell may come when the leader has gone on to the next screen."""

import ast
import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual import work
from textual.app import App, ComposeResult
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import WorkerFailed

import sessionrunner.tui
from sessionrunner.core.commands import Next
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened
from tests.tui.pictures import settled


class Slow(Static):
    """A part that takes its time to go."""

    def __init__(self) -> None:
        super().__init__()
        self.leave = asyncio.Event()

    async def on_unmount(self) -> None:
        """Gone for whoever looks, though the screen around it is not."""
        await self.leave.wait()


class Asking(Screen[None]):
    """A screen that asks a thread something, and has parts that go at different times."""

    def __init__(self, tell: Callable[["Asking"], object]) -> None:
        super().__init__()
        self.tell, self.slow, self.answer = tell, Slow(), threading.Event()

    def compose(self) -> ComposeResult:
        """One part goes at once, one later."""
        yield Static(id="quick")
        yield self.slow

    @work(thread=True)
    def on_mount(self) -> None:
        """Ask."""
        self.answer.wait(60)
        self.tell(self)

    def look(self) -> None:
        """Draw the answer."""
        self.query_one("#quick")


async def answered_while_leaving(tell: Callable[[Asking], object]) -> None:
    """Leave the screen, and let its thread answer when half of it is gone."""
    app: App[None] = App()
    asking = Asking(tell)
    async with app.run_test() as pilot:
        await app.push_screen(asking)
        app.pop_screen()
        while asking.query("#quick"):
            await asyncio.sleep(0)
        asking.answer.set()
        while not all(worker.is_finished for worker in app.workers):
            await asyncio.sleep(0)
        asking.slow.leave.set()
        await settled(pilot)


async def test_an_answer_that_comes_late_goes_through_the_screens_own_queue_and_disturbs_nobody() -> None:
    """The folder may answer while the lobby gives way to the first step."""
    await answered_while_leaving(lambda screen: screen.call_later(screen.look))


async def test_an_answer_that_is_called_into_the_screen_ends_the_program() -> None:
    """The control: what the rule below forbids."""
    with pytest.raises((WorkerFailed, NoMatches)):
        await answered_while_leaving(lambda screen: screen.app.call_from_thread(screen.look))


def calls(folder: Path) -> Iterator[str]:
    """The names of everything that is called, by file."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield f"{file.name}:{node.func.attr}"


def test_no_screen_has_a_thread_call_into_it() -> None:
    """Only the app does, which is there as long as the program is."""
    found = list(calls(Path(sessionrunner.tui.__path__[0])))
    assert {"lobby.py:call_later", "folder_watch.py:call_later"} <= set(found)
    assert not [one for one in found if one.endswith(":call_from_thread") and "app.py:" not in one]


async def test_news_that_comes_while_a_screen_is_on_its_way_in_waits_for_it() -> None:
    """An answer arrives while the lobby gives way to the first step."""
    host = FakeHost()
    desk = running(host, 1)
    app = an_app(host, Start(desk=desk))
    async with opened(app) as look:
        app.on_leave_lobby()
        desk.handle(Next())
        app.on_session_changed()
        await look.press("question_mark", "escape")
        assert "steg 2 av" in look.words()
