"""All groups of this step and the steps to come; drawn anew, or for other people, on a key."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from sessionrunner.core.commands import DrawGroups, SetPeople
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk, Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import HELP, SessionScreen
from sessionrunner.tui.widgets.group_sheet import sheet
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.top_line import TopLine

_NEXT_DRAW = 1009
"""Added to the seed for a new draw: far enough from the numbers that the steps add themselves."""


class GroupsScreen(SessionScreen):
    """The board of groups, with the clock still in sight."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("close", "escape,g,enter,q", "close", "escape"),
        Key("redraw", "n", "redraw", "n"),
        Key("people", "d", "people", "d"),
        Key("undo", "z,ctrl+z", "undo", "z"),
        Key("scroll", "", "close", "↑↓"),
        HELP,
    )
    BINDINGS = bindings(
        KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"), ("pageup", "scroll(-12)"), ("pagedown,space", "scroll(12)")
    )

    def __init__(self, words: Catalogue, desk: Desk, host: Host) -> None:
        super().__init__(words, desk)
        self._host = host

    def compose(self) -> ComposeResult:
        """The clock on top, the groups below."""
        yield TopLine(self.words)
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(id="sheet-text")
        yield KeyBar(self.KEYS, self.words)

    def show_session(self) -> None:
        """Write the groups out."""
        self.look_at_clock()
        self.query_one("#sheet-text", Static).update(sheet(self.words, self.desk.session, self.desk.now()))

    def look_at_clock(self) -> None:
        """Keep the time in the top line."""
        self.query_one(TopLine).show(self.desk, clock=True)

    def action_close(self) -> None:
        """Back to the notes."""
        self.app.pop_screen()

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one("#sheet").scroll_relative(y=rows, animate=False)

    def action_redraw(self) -> None:
        """Draw new groups for this step and those to come."""
        if self.give(DrawGroups(self.desk.session.seed + _NEXT_DRAW)):
            self.inform("tui.groups.redrawn")

    def action_people(self) -> None:
        """Somebody came late or had to leave."""
        people = self.desk.session.people
        numbered = all(name.isdecimal() for name in people)
        already = str(len(people)) if numbered else ", ".join(people)
        self.app.push_screen(AskLine(self.words, self.words("tui.groups.people"), already), self._change)

    def _change(self, given: str | None) -> None:
        if given:
            self._interpret(given)

    @work(thread=True, exclusive=True)
    def _interpret(self, given: str) -> None:
        try:
            people = self._host.people(given)
        except SessionRunnerError as error:
            self.app.call_from_thread(self.tell, error)
        else:
            self.app.call_from_thread(self._changed, people)

    def _changed(self, people: tuple[str, ...]) -> None:
        if self.give(SetPeople(people)):
            self.inform("tui.groups.changed", n=len(people))
