"""Preparation: what must be in place before people come, ticked off one by one."""

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.history import with_minutes
from sessionrunner.core.open_points import open_minutes, own_lengths, unset
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.variants import alternatives, varied
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui.group_times import GroupTimes
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import AskForPeople, GoHome, ShowDoctor
from sessionrunner.tui.screens import authoring
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.screens.letter import Letter
from sessionrunner.tui.screens.own_words import OwnWordsScreen
from sessionrunner.tui.widgets.about_exercise import About
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.readiness import Readiness


class PreparationScreen(LeaderScreen):
    """A checklist beside the purpose; nothing is demanded, Enter always goes on."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("go-on", "enter", "go_on", "enter"),
        Key("tick", "space", "tick", "space"),
        Key("day-held", "k", "day", "k"),
        Key("invite", "i", "invite", "i"),
        Key("edit", "e", "edit", "e"),
        Key("own-words", "o", "own_words", "o"),
        Key("choose", "", "tick", "↑↓"),
        Key("variant", "b", "variant", "b"),
        Key("times", "t", "times", "t"),
        Key("occasion", "n", "occasion", "n"),
        Key("home", "escape", "home", "escape"),
        Key("arrange", "g", "arrange", "g"),
        Key("doctor", "d", "doctor", "d"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, exercise: Exercise, host: Host) -> None:
        super().__init__(words)
        self._host = host
        self.exercise = exercise
        self._times = GroupTimes(host.memory, exercise)
        # A variant that was asked for on the command line has been chosen already.
        self._choices = alternatives(exercise) if exercise.variants and not exercise.variant else ()
        self._readiness = Readiness(words, exercise, host.checklists, self.tell)
        self._letter = Letter(self, self._readiness, host.today)

    def compose(self) -> ComposeResult:
        """Checklist to the left, purpose and secrecy to the right."""
        about = self._about()
        yield Static(about.headline(), classes="headline")
        with Horizontal(id="columns"):
            yield self._readiness
            with VerticalScroll(id="aside", can_focus=False):
                yield Static(about.text(), id="about")
        yield KeyBar(self._keys(), self.words)

    def on_mount(self) -> None:
        """The first thing to do is under the cursor; earlier sessions are read beside."""
        self._readiness.show(self.exercise)
        self._remember()

    def _about(self) -> About:
        return About(self.words, self.exercise, self._times, self._choices)

    def _keys(self) -> list[Key]:
        """Only those that have something to do here."""
        useful = {"variant": bool(self._choices), "times": self._times.known, "arrange": _divides(self.exercise)}
        useful["occasion"] = bool(self.exercise.times)
        return [key for key in self.KEYS if useful.get(key.name, True)]

    @work(thread=True)
    def _remember(self) -> None:
        self._times.look()
        self.call_later(self._redraw)

    def _redraw(self) -> None:
        about = self._about()
        self.query_one(".headline", Static).update(about.headline())
        self.query_one("#about", Static).update(about.text())
        self.query_one(KeyBar).show(self._keys())

    def action_times(self) -> None:
        """Go by the times that were learned, or turn back to the exercise's own."""
        if not self._times.known:
            return
        try:
            self._times.swap()
        except SessionRunnerError as error:
            self.tell(error)
        else:
            self._redraw()
            self.inform("lessons.learned.used" if self._times.own else "lessons.learned.turned-back")

    def action_variant(self) -> None:
        """Lead what the source says in its next place."""
        if not self._choices:
            return
        known = [one.id for one in self._choices]
        following = known[(known.index(self.exercise.variant) + 1) % len(known)]
        self.exercise = replace(varied(self._times.filed, following), occasion=self.exercise.occasion)
        self._readiness.show(self.exercise)
        self._redraw()

    def action_occasion(self) -> None:
        """Say which time of how many it will be, where the lessons folder does not know."""
        if self.exercise.times:
            ask = AskLine(self.words, self.words("occasions.ask", times=self.exercise.times))
            self.app.push_screen(ask, self._say_occasion)

    def _say_occasion(self, answer: str | None) -> None:
        if answer is None:
            return
        number = int(answer) if answer in map(str, range(1, self.exercise.times + 1)) else 0
        if number:
            self.exercise = replace(self.exercise, occasion=number)
            self._redraw()
        else:
            self.inform("occasions.not-a-time", times=self.exercise.times)

    def on_option_list_option_selected(self) -> None:
        """Enter in the list goes on; only space ticks."""
        self.action_go_on()

    def action_tick(self) -> None:
        """Tick or untick, and step down to what is left."""
        self._readiness.tick()

    def action_day(self) -> None:
        """Say on which day the exercise is to be held."""
        self._letter.ask_day(lambda: self._readiness.show(self.exercise))

    def action_invite(self) -> None:
        """Show and copy a letter to those who come, with the group's own times."""
        self._letter.send(with_minutes(self.exercise, self._times.own))

    def action_own_words(self) -> None:
        """Write keywords of one's own for the steps."""
        self.app.push_screen(OwnWordsScreen(self.words, self._host.memory, self.exercise))

    def action_go_on(self) -> None:
        """Ask who takes part, and before that for how long, where nobody else can say."""
        exercise = with_minutes(self.exercise, self._times.own)
        waiting = len(unset(exercise))
        if waiting:
            self.app.push_screen(AskLine(self.words, self.words("occasions.open.ask", n=waiting)), self._share_out)
        else:
            self.post_message(AskForPeople(exercise if own_lengths(exercise) else self.exercise))

    def _share_out(self, answer: str | None) -> None:
        """Remember the lengths for the group, and show what the whole comes to before going on."""
        if answer is None:
            return
        minutes = open_minutes(answer)
        if minutes is None:
            self.inform("occasions.open.not-a-number")
            return
        try:
            self._times.share_out(self.exercise, minutes)
        except SessionRunnerError as error:
            self.tell(error)
        self._redraw()
        self.inform("occasions.open.set", minutes=minutes)

    def action_arrange(self) -> None:
        """Ask who takes part, and then see the groups; they can be arranged days before."""
        if _divides(self.exercise):
            self.post_message(AskForPeople(self.exercise, arrange=True))

    def action_edit(self) -> None:
        """Change the exercise, or a version of one's own of it."""
        authoring.edit(self, self._host.workshop, self._times.filed, self._edited)

    def _edited(self, exercise: Exercise) -> None:
        self.app.switch_screen(PreparationScreen(self.words, exercise, self._host))

    def action_home(self) -> None:
        """Back to the library."""
        self.post_message(GoHome())

    def action_doctor(self) -> None:
        """Look whether the laptop is ready."""
        self.post_message(ShowDoctor())


def _divides(exercise: Exercise) -> bool:
    return any(step.tables or step.groups for step in exercise.steps)
