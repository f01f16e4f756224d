"""Preparation: what must be in place before people come, ticked off one by one."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.followup import Past
from sessionrunner.core.history import Learned, StepMinutes, suggested, with_minutes
from sessionrunner.core.occasions import occasion
from sessionrunner.core.open_points import own_lengths, shared_out, unset
from sessionrunner.core.prepared import Prepared
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.variants import alternatives, varied
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue, due_dates
from sessionrunner.locale.checklist import long_day, tasks
from sessionrunner.locale.invitation import Meeting, invitation
from sessionrunner.tui import phrases
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import AskForPeople, GoHome, ShowDoctor
from sessionrunner.tui.safe import joined, one_line, safe
from sessionrunner.tui.screens import authoring
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.screens.leaflets import letter_leaflet
from sessionrunner.tui.screens.own_words import OwnWordsScreen
from sessionrunner.tui.widgets import learned
from sessionrunner.tui.widgets.checklist import Checklist
from sessionrunner.tui.widgets.key_bar import KeyBar

_LONGEST = 720
"""Minutes for all open points together."""


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
        Key("home", "escape", "home", "escape"),
        Key("arrange", "g", "arrange", "g"),
        Key("doctor", "d", "doctor", "d"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, exercise: Exercise, host: Host) -> None:
        super().__init__(words)
        self._host, self._memory = host, host.memory
        self._usual: tuple[Learned, ...] = ()
        self._own: tuple[StepMinutes, ...] = ()
        self._occasion = 0
        """Which time of how many it will be; 0 for an exercise that is not counted."""
        self.exercise = exercise
        self._as_filed = exercise
        # A variant that was asked for on the command line has been chosen already.
        self._choices = alternatives(exercise) if exercise.variants and not exercise.variant else ()
        self._prepared = host.checklists.of(exercise)

    def compose(self) -> ComposeResult:
        """Checklist to the left, purpose and secrecy to the right."""
        yield Static(self._headline(), classes="headline")
        with Horizontal(id="columns"):
            with Vertical(id="checks"):
                asked = any(not task.key.startswith("check:") for task in tasks(self.words, self.exercise))
                yield Static(self.words("tui.prepare.title" if asked else "tui.prepare.nothing"), classes="heading")
                yield Static(id="day-held")
                yield Checklist()
            with VerticalScroll(id="aside", can_focus=False):
                yield Static(self._aside(), id="about")
        yield KeyBar(self._keys(), self.words)

    def on_mount(self) -> None:
        """The first thing to do is under the cursor; earlier sessions are read beside."""
        self._fill()
        self._remember()

    def _keys(self) -> list[Key]:
        """Only those that have something to do here."""
        useless = {"variant"} - ({"variant"} if self._choices else set())
        useless |= set() if self._usual or self._own else {"times"}
        useless |= set() if self._divides() else {"arrange"}
        return [key for key in self.KEYS if key.name not in useless]

    @work(thread=True)
    def _remember(self) -> None:
        try:
            past = self._memory.past()
        except SessionRunnerError:
            # A folder out of reach is told in the lobby; here nothing has to be learned.
            past = Past()
        usual, self._occasion = suggested(past, self._as_filed), occasion(past, self._as_filed)
        self.app.call_from_thread(self._remembered, usual, self._memory.own_times(self._as_filed))

    def _remembered(self, usual: tuple[Learned, ...], own: tuple[StepMinutes, ...]) -> None:
        if self.is_attached:
            self._usual, self._own = usual, own
            self._redraw()

    def _redraw(self) -> None:
        self.query_one(".headline", Static).update(self._headline())
        self.query_one("#about", Static).update(self._aside())
        self.query_one(KeyBar).show(self._keys())

    def action_times(self) -> None:
        """Go by the times that were learned, or turn back to the exercise's own."""
        if not self._usual and not self._own:
            return
        wanted = () if self._own else learned.lengths(self._usual)
        try:
            self._memory.keep_times(self._as_filed, wanted)
        except SessionRunnerError as error:
            self.tell(error)
        else:
            self._own = wanted
            self._redraw()
            self.inform("lessons.learned.used" if wanted else "lessons.learned.turned-back")

    def _fill(self) -> None:
        held = self._prepared.held
        day = self.words("prepare.held", day=long_day(self.words, held)) if held else self.words("prepare.no-day")
        self.query_one("#day-held", Static).update(safe(day, "$accent" if held else "$muted"))
        checklist = self.query_one(Checklist)
        checklist.show(tasks(self.words, self.exercise, held), self._prepared.done)
        self.set_focus(checklist)

    def _keep(self, prepared: Prepared) -> None:
        """Remember it for the next time this screen is opened."""
        self._prepared = prepared
        try:
            self._host.checklists.keep(self._as_filed, prepared)
        except SessionRunnerError as error:
            self.tell(error)

    def _headline(self) -> Content:
        exercise = with_minutes(self.exercise, self._own)
        waiting = len(unset(exercise))
        length = phrases.minutes(self.words, exercise.minutes)
        whole = f"{length} {self.words('occasions.open.unset', n=waiting)}" if waiting else length
        return joined(one_line(self.exercise.title, "bold"), whole, between=" · ")

    def _aside(self) -> Content:
        told = {"number": self._occasion, "times": self.exercise.times}
        counted = [Content(self.words("occasions.told", **told)), Content("")] if self._occasion else []
        parts = [
            *counted,
            *self._variants(),
            *self._times(),
            Content.styled(self.words("tui.library.purpose"), "bold $accent"),
        ]
        parts += [safe(text) for text in self.exercise.purpose]
        if self.exercise.goals:
            parts += [Content(""), Content.styled(self.words("tui.prepare.goals"), "bold $accent")]
            parts += [safe(f"· {goal}") for goal in self.exercise.goals]
        if self.exercise.touches_cases:
            reminder = self.words(f"tui.secrecy.{self.exercise.confidential.value}")
            parts += [Content(""), Content.styled(f"⚠ {self.words('tui.secrecy.title')}", "bold $soon")]
            parts += [Content(reminder)]
        return Content("\n").join(parts)

    def _times(self) -> list[Content]:
        """How long it has taken this group, or that it goes by that already."""
        if self._own:
            return learned.in_force(self.words, self.exercise, self._own)
        return learned.suggestion(self.words, self.exercise, self._usual)

    def _variants(self) -> list[Content]:
        """What the source says in its different places, the one that is led marked."""
        if not self._choices:
            return []
        lines = [
            self.words(
                "tui.variant.line",
                sign="●" if one.id == self.exercise.variant else "○",
                title=one.title or self.words("tui.variant.own"),
                minutes=phrases.whole_minutes(one.minutes or self._as_filed.minutes),
                lines=one.source.lines,
            )
            for one in self._choices
        ]
        title = Content.styled(self.words("tui.variant.title"), "bold $accent")
        return [title, *map(safe, lines), Content(self.words("tui.variant.how")), Content("")]

    def action_variant(self) -> None:
        """Lead what the source says in its next place."""
        if not self._choices:
            return
        known = [one.id for one in self._choices]
        following = known[(known.index(self.exercise.variant) + 1) % len(known)]
        self.exercise = varied(self._as_filed, following)
        self._fill()
        self._redraw()

    def on_option_list_option_selected(self) -> None:
        """Enter in the list goes on; only space ticks."""
        self.action_go_on()

    def action_tick(self) -> None:
        """Tick or untick, and step down to what is left."""
        self._keep(replace(self._prepared, done=self.query_one(Checklist).tick()))

    def action_day(self) -> None:
        """Say on which day the exercise is to be held."""
        self._ask_day(lambda: None)

    def _ask_day(self, then: Callable[[], None]) -> None:
        already = self._prepared.held.isoformat() if self._prepared.held else ""
        ask = AskLine(self.words, self.words("prepare.ask-day"), already)
        self.app.push_screen(ask, lambda text: self._say_day(text, then))

    def _say_day(self, text: str | None, then: Callable[[], None]) -> None:
        if text is None:
            return
        try:
            held = due_dates.read(text, self._host.today())
        except ValueError:
            self.inform("prepare.bad-day")
            return
        self._keep(replace(self._prepared, held=held))
        self._fill()
        then()

    def action_invite(self) -> None:
        """Show and copy a letter to those who come; the day is asked for when it is not known."""
        if self._prepared.held is None:
            self._ask_day(self._show_letter)
        else:
            self._show_letter()

    def _show_letter(self) -> None:
        letter = invitation(self.words, self.exercise, Meeting(self._prepared.held))
        self.app.copy_to_clipboard(letter)
        self.app.push_screen(letter_leaflet(self.words, self.exercise, letter))

    def action_own_words(self) -> None:
        """Write keywords of one's own for the steps."""
        self.app.push_screen(OwnWordsScreen(self.words, self._memory, self.exercise))

    def action_go_on(self) -> None:
        """Ask who takes part, and before that for how long, where nobody else can say."""
        exercise = with_minutes(self.exercise, self._own)
        waiting = len(unset(exercise))
        if waiting:
            self.app.push_screen(AskLine(self.words, self.words("occasions.open.ask", n=waiting)), self._share_out)
        else:
            self.post_message(AskForPeople(exercise if own_lengths(exercise) else self.exercise))

    def _share_out(self, answer: str | None) -> None:
        """Remember the lengths for the group, and show what the whole comes to before going on."""
        if answer is None:
            return
        if not answer.isdecimal() or not 0 < int(answer) <= _LONGEST:
            self.inform("occasions.open.not-a-number")
            return
        self._own = (*self._own, *shared_out(self.exercise, int(answer)))
        try:
            self._memory.keep_times(self._as_filed, self._own)
        except SessionRunnerError as error:
            self.tell(error)
        self._redraw()
        self.inform("occasions.open.set", minutes=answer)

    def action_arrange(self) -> None:
        """Ask who takes part, and then see the groups; they can be arranged days before."""
        if self._divides():
            self.post_message(AskForPeople(self.exercise, arrange=True))

    def _divides(self) -> bool:
        return any(step.tables or step.groups for step in self.exercise.steps)

    def action_edit(self) -> None:
        """Change the exercise, or a version of one's own of it."""
        authoring.edit(self, self._host.workshop, self._as_filed, self._edited)

    def _edited(self, exercise: Exercise) -> None:
        self.app.switch_screen(PreparationScreen(self.words, exercise, self._host))

    def action_home(self) -> None:
        """Back to the library."""
        self.post_message(GoHome())

    def action_doctor(self) -> None:
        """Look whether the laptop is ready."""
        self.post_message(ShowDoctor())
