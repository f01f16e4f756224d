"""The first screen of all: painted once, and as soon as there is something to paint."""

from contextlib import ExitStack

from textual.screen import Screen

_SETTLED = 0.002
"""Seconds in which the parts of a screen take in what size they have been given."""


class FirstPaint:
    """Puts painting off while a screen's parts are still being told their sizes; then paints without waiting."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._hold = ExitStack()

    def put_off(self) -> None:
        """Paint nothing until everything that is already on its way to the screen has arrived."""
        self._hold.enter_context(self._screen.app.batch_update())
        self._screen.call_later(self._soon)

    def _soon(self) -> None:
        self._screen.set_timer(_SETTLED, self._paint)

    def _paint(self) -> None:
        """What Textual does at its next tick, but now; and once more for scroll bars, which learn their sizes last."""
        self._hold.close()
        self._screen._on_timer_update()
        self._screen.set_timer(_SETTLED, self._screen._on_timer_update)
