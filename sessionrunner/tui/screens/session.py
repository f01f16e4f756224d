"""What the screens of a session under way share: they show it, and pass commands to the desk."""

from collections.abc import Mapping
from types import MappingProxyType

from sessionrunner.core.commands import Back, Command, Next, Pause, Resume
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.screens.leaflets import now_leaflet

TICK = 0.25
"""Seconds between looks at the clock; looking changes nothing."""
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

    def give_if(self, command: Command | None) -> None:
        """Carry out what a question was answered with; None is no answer."""
        if command is not None:
            self.give(command)

    def action_give(self, name: str) -> None:
        """A key that is a command and nothing else."""
        self.give(COMMANDS[name])

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        self.give(Pause() if self.desk.session.paused is None else Resume())

    def action_now(self) -> None:
        """What somebody who leads for the first time does now."""
        self.app.push_screen(now_leaflet(self.words, self.desk))

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
