"""Preparation: what must be in place before people come, ticked off one by one."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from sessionrunner.core.exercise import Exercise
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.locale.checklist import listing
from sessionrunner.tui.group_times import GroupTimes
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import AskForPeople, GoHome
from sessionrunner.tui.screens import authoring
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.screens.letter import Letter
from sessionrunner.tui.screens.own_words import OwnWordsScreen
from sessionrunner.tui.screens.this_time import ThisTime, divides
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.readiness import Readiness


class PreparationScreen(LeaderScreen):
    """A checklist beside the purpose; nothing is demanded, Enter always goes on."""

    PURPOSE = "preparation"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("go-on", "enter", "go_on", "enter"),
        Key("tick", "space", "tick", "space"),
        Key("day-held", "k", "day", "k"),
        Key("invite", "i", "invite", "i"),
        Key("edit", "e", "edit", "e"),
        Key("own-words", "o", "own_words", "o"),
        Key("choose", "", "tick", "↑↓"),
        Key("variant", "b", "decide('variant')", "b"),
        Key("times", "t", "decide('times')", "t"),
        Key("occasion", "n", "decide('occasion')", "n"),
        Key("home", "escape", "home", "escape"),
        Key("arrange", "g", "arrange", "g"),
        Key("doctor", "d", "app.doctor", "d"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, exercise: Exercise, host: Host) -> None:
        super().__init__(words)
        self._host = host
        self.this_time = ThisTime(self, exercise, GroupTimes(host.memory, exercise), self._redraw)
        """The exercise as it is going to be led."""
        self._readiness = Readiness(words, exercise, listing(words, exercise), host, self.tell)
        self._letter = Letter(self, self._readiness, host)

    def compose(self) -> ComposeResult:
        """Checklist to the left, purpose and secrecy to the right."""
        about = self.this_time.about
        yield Static(about.headline(), classes="headline")
        with Horizontal(id="columns"):
            yield self._readiness
            with VerticalScroll(id="aside", can_focus=False):
                yield Static(about.text(), id="about")
                yield Static(about.course(), id="course")
        yield KeyBar(self.this_time.useful(self.KEYS), self.words)

    def on_mount(self) -> None:
        """The first thing to do is under the cursor; earlier sessions are read beside."""
        self._readiness.show()
        self._remember()

    @work(thread=True)
    def _remember(self) -> None:
        self.this_time.times.look()
        self.call_later(self._redraw)

    def _redraw(self) -> None:
        about = self.this_time.about
        self.query_one(".headline", Static).update(about.headline())
        self.query_one("#about", Static).update(about.text())
        self.query_one("#course", Static).update(about.course())
        self.query_one(KeyBar).show(self.this_time.useful(self.KEYS))

    def action_decide(self, what: str) -> None:
        """How the exercise is led this time: by which reading, for how long, as which time of how many."""
        if what == "variant":
            if self.this_time.next_variant():
                self._readiness.ask_for(listing(self.words, self.this_time.exercise))
        elif what == "times":
            self.this_time.swap_times()
        else:
            self.this_time.ask_occasion()

    def action_tick(self) -> None:
        """Tick or untick, and step down to what is left."""
        self._readiness.tick()

    def action_day(self) -> None:
        """Say on which day the exercise is to be held."""
        self._letter.ask_day(self._readiness.show)

    def action_invite(self) -> None:
        """Show and copy a letter to those who come, with the group's own times."""
        self._letter.send(self.this_time.timed)

    def action_own_words(self) -> None:
        """Write keywords of one's own for the steps."""
        self.app.push_screen(OwnWordsScreen(self.words, self._host.memory, self.this_time.exercise))

    @on(OptionList.OptionSelected)
    def action_go_on(self) -> None:
        """Ask who takes part; Enter in the list too, where only space ticks."""
        self.this_time.when_timed(lambda exercise: self.post_message(AskForPeople(exercise)))

    def action_arrange(self) -> None:
        """Ask who takes part, and then see the groups; they can be arranged days before."""
        if divides(self.this_time.exercise):
            self.post_message(AskForPeople(self.this_time.exercise, arrange=True))

    def action_edit(self) -> None:
        """Change the exercise, or a version of one's own of it."""
        authoring.edit(self, self._host.workshop, self.this_time.times.filed, self._edited)

    def _edited(self, exercise: Exercise) -> None:
        self.app.switch_screen(PreparationScreen(self.words, exercise, self._host))

    def action_home(self) -> None:
        """Back to the library."""
        self.post_message(GoHome())
