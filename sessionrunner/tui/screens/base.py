"""What all screens share: keys from a table, words in one language, calm trouble."""

from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.screen import ModalScreen, ScreenResultType

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.tui.first_paint import FirstPaint
from sessionrunner.tui.keys import Key
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.standing import StandingScreen

HELP = Key("help", "question_mark,f1", "app.explain_keys", "?")
HELP_WHILE_WRITING = Key("help", "f1", "app.explain_keys", "F1")
"""Where a field takes every letter, the question mark too."""
COLOURS = Key("colours", "f9", "app.next_theme", "F9")
"""On every screen, though not on the bottom line: a function key, since a field takes every letter."""

_WIDTHS = ((110, "-wide"), (150, "-huge"))
_HEIGHTS = ((34, "-tall"), (43, "-lofty"))


class LeaderScreen(StandingScreen[None]):
    """A whole screen with its keys on the bottom line."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    PURPOSE: ClassVar[str] = ""
    """What ``now.screen`` calls it; help begins with what there is to do here."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self.words = words

    def on_compose(self) -> None:
        """Its parts are made for the size that it is going to have: otherwise everything would be laid out twice."""
        self._fit(self.app.size)

    def on_mount(self) -> None:
        """News has a place only while there is any; finding that out after the first paint means a second one."""
        self.query("#textual-toastrack").set(display=False)
        if self.app.screen_stack == [self]:
            FirstPaint(self).put_off()

    def on_resize(self, event: events.Resize) -> None:
        """What depends on the size follows it."""
        self._fit(event.size)
        self.call_after_refresh(self._draw_for_size)

    def _draw_for_size(self) -> None:
        """Unless half of it has gone by the time that it has been painted."""
        if self.whole:
            self.sized()

    def _fit(self, size: Size) -> None:
        """Larger screens keep the smaller ones' classes: styles add, they do not start over."""
        wide = {name: size.width >= least for least, name in _WIDTHS}
        self.update_classes(wide | {name: size.height >= least for least, name in _HEIGHTS})

    def sized(self) -> None:
        """The screen has another size; what depends on it is drawn anew."""

    def action_go_to(self, name: str) -> None:
        """Move the cursor to a part of this screen."""
        self.query_one(f"#{name}").focus()

    def tell(self, error: SessionRunnerError) -> None:
        """Say what could not be done and what to do instead."""
        self.app.clear_notifications()
        self.notify(safe(self.words.explain(error)).plain, severity="warning", markup=False)

    def inform(self, key: str, **values: object) -> None:
        """Say that something has happened."""
        self.app.clear_notifications()
        self.notify(safe(self.words(key, **values)).plain, markup=False, timeout=4)


class Overlay(ModalScreen[ScreenResultType], StandingScreen[ScreenResultType]):
    """Something laid over a screen; Esc takes it away."""

    KEYS: ClassVar[tuple[Key, ...]] = ()

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self.words = words

    def on_mount(self) -> None:
        """Older news would lie over what is asked here."""
        self.app.clear_notifications()
