"""What all screens share: keys from a table, words in one language, calm trouble."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from textual import events
from textual.screen import ModalScreen, Screen, ScreenResultType

from sessionrunner.core.commands import Back, Command, Next, Pause, Resume
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key
from sessionrunner.tui.safe import safe

HELP = Key("help", "question_mark,f1", "app.explain_keys", "?")
HELP_WHILE_WRITING = Key("help", "f1", "app.explain_keys", "F1")
"""Where a field takes every letter, the question mark too."""

_WIDTHS = ((110, "-wide"), (150, "-huge"))
_HEIGHTS = ((34, "-tall"), (43, "-lofty"))
TICK = 0.25
"""Seconds between looks at the clock; looking changes nothing."""


class LeaderScreen(Screen[None]):
    """A whole screen with its keys on the bottom line."""

    KEYS: ClassVar[tuple[Key, ...]] = ()

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self.words = words

    def on_resize(self, event: events.Resize) -> None:
        """Larger screens keep the smaller ones' classes: styles add, they do not start over."""
        for least, name in _WIDTHS:
            self.set_class(event.size.width >= least, name)
        for least, name in _HEIGHTS:
            self.set_class(event.size.height >= least, name)
        self.call_after_refresh(self.sized)

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


class Overlay(ModalScreen[ScreenResultType]):
    """Something laid over a screen; Esc takes it away."""

    KEYS: ClassVar[tuple[Key, ...]] = ()

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self.words = words


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "next": Next(),
        "back": Back(),
    }
)
"""Keys that are a command and nothing else."""


class SessionScreen(LeaderScreen):
    """A screen of a session under way: it shows the session and passes commands to the desk."""

    def __init__(self, words: Catalogue, desk: Desk) -> None:
        super().__init__(words)
        self.desk = desk

    def on_mount(self) -> None:
        """Show the session, then look at the clock a few times a second."""
        self.show_session()
        self.set_interval(TICK, self.look_at_clock)

    def on_screen_resume(self) -> None:
        """What was underneath may be out of date."""
        self.show_session()

    def show_session(self) -> None:
        """Draw everything anew from the session as it stands."""
        self.look_at_clock()

    def look_at_clock(self) -> None:
        """Draw what changes by itself."""

    def sized(self) -> None:
        """Some things are shown only where there is room."""
        self.look_at_clock()

    def give(self, command: Command) -> bool:
        """Carry out a command; says why, and gives False, when it is not possible now."""
        self.app.clear_notifications()
        try:
            self.desk.handle(command)
        except SessionRunnerError as error:
            self.tell(error)
            return False
        return True

    def action_give(self, name: str) -> None:
        """A key that is a command and nothing else."""
        self.give(COMMANDS[name])

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        self.give(Pause() if self.desk.session.paused is None else Resume())

    def action_undo(self) -> None:
        """Take the latest command back and say which it was."""
        try:
            undone = self.desk.undo()
        except SessionRunnerError as error:
            self.tell(error)
        else:
            self.inform(f"tui.undone.{type(undone).__name__}")

    def action_wall(self) -> None:
        """Open the page for the projector."""
        if self.desk.audience.wall_url:
            self.app.open_url(self.desk.audience.wall_url)
            self.inform("tui.wall.opened", address=self.desk.audience.wall_url)
        else:
            self.inform("tui.wall.none")
