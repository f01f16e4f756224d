"""Before a day of several exercises: what must be in place by then, ticked off one by one."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from sessionrunner.core.programme import Programme
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.locale.checklist import day_listing
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import GoHome, OpenProgramme
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.screens.letter import Letter
from sessionrunner.tui.widgets import programme_card
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.readiness import Readiness


class BeforeDayScreen(LeaderScreen):
    """All that the day's exercises ask for in one list, beside the day; nothing is demanded, Enter always goes on."""

    PURPOSE = "before-day"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("open-day", "enter", "go_on", "enter"),
        Key("tick", "space", "tick", "space"),
        Key("day-held", "k", "day", "k"),
        Key("choose", "", "tick", "↑↓"),
        Key("leave-checks", "escape", "home", "escape"),
        Key("doctor", "d", "app.doctor", "d"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, programme: Programme, host: Host, day_open: bool) -> None:
        """``day_open``: the day lies beneath, and is not to be opened once more."""
        super().__init__(words)
        self._programme, self._day_open = programme, day_open
        self._known = {one.id: one for one in host.exercises()}
        self._today = host.today
        exercises = programme_card.exercises_of(programme, self._known)
        self._readiness = Readiness(words, programme, day_listing(words, exercises), host, self.tell)
        self._letter = Letter(self, self._readiness, host)

    def compose(self) -> ComposeResult:
        """Checklist to the left, the day to the right."""
        yield Static(safe(self.words("before.title", title=self._programme.title), "bold"), classes="headline")
        with Horizontal(id="columns"):
            yield self._readiness
            with VerticalScroll(id="aside", can_focus=False):
                yield Static(programme_card.timetable(self.words, self._programme, self._known, self._today()))
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The first thing to do is under the cursor."""
        self._readiness.show()

    def action_tick(self) -> None:
        """Tick or untick, and step down to what is left."""
        self._readiness.tick()

    def action_day(self) -> None:
        """Say which day it will be."""
        self._letter.ask_day(self._readiness.show)

    @on(OptionList.OptionSelected)
    def action_go_on(self) -> None:
        """To the day; Enter in the list too, where only space ticks."""
        self.post_message(GoHome() if self._day_open else OpenProgramme(self._programme))

    def action_home(self) -> None:
        """Back to where the list was asked for."""
        self.post_message(GoHome())
