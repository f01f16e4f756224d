"""What a monkey does at a keyboard: mostly what the key bar offers, sometimes anything at all."""

import asyncio
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from random import Random
from typing import Any, ClassVar, Final

from textual import events
from textual.dom import DOMNode
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key, _get_unicode_name_from_key

from sessionrunner import tui
from sessionrunner.tui.practising_app import PractisingApp
from sessionrunner.tui.screens.base import LeaderScreen, Overlay
from tests.hostile import PIECES

_SIZES: Final = ((80, 24), (120, 36), (160, 45), (40, 12))
_MOVES: Final = ("up", "down", "left", "right", "tab", "shift+tab", "enter", "enter", "escape", "escape", "space")
_RARE: Final = (
    "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f9", "ctrl+p", "ctrl+c", "ctrl+r", "ctrl+g", "ctrl+t",
    "ctrl+s", "ctrl+z", "ctrl+y", "ctrl+d", "ctrl+f", "delete", "insert", "home", "end", "pageup", "pagedown",
    "backspace", "plus", "minus", "question_mark", "slash", "ctrl+a", "ctrl+x", "ctrl+v", "ctrl+l", "ctrl+n",
)  # fmt: skip
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzåäö0123456789"
_TEXTS: Final = (
    "Vi läser tillsammans",
    "14",
    "1/12",
    "Ann, Bo och Cia",
    "31/2",
    "Anna\nBo\nCia\nDan\nEva",
    "🦊🦊",
    "7",
)


class StormyApp(PractisingApp):
    """The real app, which counts what is reached and opens no browser."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        Path(tui.__path__[0]) / style for style in ("styles/base.tcss", "styles/library.tcss")
    ]

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.reached: Counter[str] = Counter()
        """Screens and actions, by name."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """A page more on the wall."""
        self.reached["(browser)"] += 1

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: Any) -> bool:
        if isinstance(namespace, LeaderScreen | Overlay | PractisingApp):
            self.reached[f"{type(namespace).__name__}.{action_name}"] += 1
        return await super()._dispatch_action(namespace, action_name, params)


class Fingers:
    """Ten of them, with dice; nothing is waited for unless the dice say so."""

    def __init__(self, app: StormyApp, dice: Random) -> None:
        self._app, self._dice = app, dice
        self._ways: Sequence[tuple[Callable[[], None], int]] = (
            (self._offered, 56), (self._move, 18), (self._rare, 8), (self._letter, 5), (self._write, 4),
            (self._paste, 2), (self._click, 6), (self._resize, 2), (self._quit, 1),
        )  # fmt: skip

    async def storm(self, presses: int) -> None:
        """So many presses and clicks, until the program has been left."""
        for _ in range(presses):
            if self._app._exit:
                return
            self._app.reached[type(self._app.screen).__name__] += 1
            self.act()
            await self._breathe()

    def act(self) -> None:
        """One thing."""
        ways, weights = zip(*self._ways, strict=True)
        self._dice.choices(ways, weights)[0]()

    async def _breathe(self) -> None:
        """Mostly nothing, sometimes a blink."""
        patience = self._dice.choices((0, 1, 5, 30), (5, 3, 2, 1))[0]
        for _ in range(patience):
            await asyncio.sleep(0)
        if self._dice.random() < 0.1:
            await asyncio.sleep(self._dice.uniform(0, 0.05))

    def press(self, key: str) -> None:
        """One key, as the terminal sends it."""
        name = _character_to_key(key) if len(key) == 1 else key
        character: str | None = None
        try:
            character = unicodedata.lookup(_get_unicode_name_from_key(name))
        except KeyError:
            character = key if len(key) == 1 else None
        self._send(events.Key(name, character))

    def _send(self, event: events.Event) -> None:
        assert self._app._driver is not None
        self._app._driver.process_message(event)

    def _offered(self) -> None:
        """What the key bar of the screen on top speaks of."""
        screen = self._app.screen
        keys = screen.KEYS if isinstance(screen, LeaderScreen | Overlay) else ()
        chosen = self._dice.choice(keys).keys if keys else ""
        self.press(self._dice.choice(chosen.split(",")) or "enter")

    def _move(self) -> None:
        self.press(self._dice.choice(_MOVES))

    def _rare(self) -> None:
        self.press(self._dice.choice(_RARE))

    def _letter(self) -> None:
        self.press(self._dice.choice(_LETTERS))

    def _write(self) -> None:
        for character in self._dice.choice(_TEXTS):
            self.press("enter" if character == "\n" else character)

    def _paste(self) -> None:
        self._send(events.Paste(self._dice.choice((*_TEXTS, *PIECES))))

    def _click(self) -> None:
        """Down and up at one place, sometimes dragged, sometimes the wheel."""
        size, dice = self._app.size, self._dice
        x, y = dice.randrange(max(1, size.width)), dice.randrange(max(1, size.height))
        kinds = dice.choices(
            ((events.MouseDown, events.MouseUp), (events.MouseMove,), (events.MouseScrollDown,)), (4, 1, 1)
        )[0]
        for kind in kinds:
            button = int(kind in (events.MouseDown, events.MouseUp))
            self._send(kind(None, x, y, 0, 0, button, False, False, False, x, y))

    def _resize(self) -> None:
        size = Size(*self._dice.choice(_SIZES))
        if isinstance(self._app._driver, HeadlessDriver):
            self._app._driver._size = size
        self._send(events.Resize(size, size))

    def _quit(self) -> None:
        self.press("ctrl+q")
