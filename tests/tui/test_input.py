"""Bytes from a terminal that are no text."""

import asyncio
import os
import pty
import threading
from collections.abc import Iterator

import pytest
from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from sessionrunner.tui.input import SturdyDriver

NO_TEXT = b"\x9b31m"


class Listening:
    """Remembers which keys a driver has understood."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.heard = threading.Event()

    def hear(self, message: Message) -> None:
        """Called in the driver's own thread."""
        if isinstance(message, events.Key):
            self.keys.append(message.key)
            self.heard.set()


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Both ends of a terminal."""
    near, far = pty.openpty()
    yield near, far
    os.close(near)
    os.close(far)


async def reading(kind: type[LinuxDriver], terminal: tuple[int, int], listening: Listening) -> LinuxDriver:
    """A driver of this kind that reads from the terminal."""
    far = terminal[1]
    driver = kind(App())
    driver.fileno = far
    driver.process_message = listening.hear  # type: ignore[method-assign]
    return driver


async def test_the_key_after_bytes_that_are_no_text_counts(terminal: tuple[int, int]) -> None:
    """Rule: whatever is pasted, the keyboard is there afterwards."""
    listening = Listening()
    driver = await reading(SturdyDriver, terminal, listening)
    reader = threading.Thread(target=driver.run_input_thread)
    reader.start()
    os.write(terminal[0], NO_TEXT + b"\n")
    while not listening.heard.is_set():
        os.write(terminal[0], b"a\n")
        await asyncio.to_thread(listening.heard.wait, 0.05)
    driver.exit_event.set()
    reader.join()
    assert "a" in listening.keys


async def test_textuals_own_reading_ends_there(terminal: tuple[int, int]) -> None:
    """The control."""
    driver = await reading(LinuxDriver, terminal, Listening())
    os.write(terminal[0], NO_TEXT + b"\n")
    with pytest.raises(UnicodeDecodeError):
        await asyncio.to_thread(driver.run_input_thread)
