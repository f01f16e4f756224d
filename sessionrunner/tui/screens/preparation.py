"""Preparation: what must be in place before people come, ticked off one by one."""

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.exercise import Confidentiality, Exercise
from sessionrunner.core.followup import Past
from sessionrunner.core.history import Learned, StepMinutes, suggested, with_minutes
from sessionrunner.core.occasions import occasion
from sessionrunner.core.open_points import own_lengths, shared_out, unset
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.variants import alternatives, varied
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import AskForPeople, GoHome, ShowDoctor
from sessionrunner.tui.safe import joined, one_line, safe
from sessionrunner.tui.screens import authoring
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.widgets import learned
from sessionrunner.tui.widgets.exercise_card import needs
from sessionrunner.tui.widgets.key_bar import KeyBar

_LONGEST = 720
"""Minutes for all open points together."""


class PreparationScreen(LeaderScreen):
    """A checklist beside the purpose; nothing is demanded, Enter always goes on."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("go-on", "enter", "go_on", "enter"),
        Key("tick", "space", "tick", "space"),
        Key("choose", "", "tick", "↑↓"),
        Key("variant", "b", "variant", "b"),
        Key("times", "t", "times", "t"),
        Key("home", "escape", "home", "escape"),
        Key("edit", "e", "edit", "e"),
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
        self._needs = needs(words, exercise)
        self._ticked: set[int] = set()

    def compose(self) -> ComposeResult:
        """Checklist to the left, purpose and secrecy to the right."""
        yield Static(self._headline(), classes="headline")
        with Horizontal(id="columns"):
            with Vertical(id="checks"):
                yield Static(
                    self.words("tui.prepare.title" if self._needs else "tui.prepare.nothing"), classes="heading"
                )
                yield OptionList(id="checklist", markup=False)
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
        checklist = self.query_one("#checklist", OptionList).clear_options()
        checklist.add_options(Option(self._line(at)) for at in range(len(self._needs)))
        checklist.highlighted = 0 if self._needs else None
        # A list without lines would take Enter and do nothing with it.
        checklist.can_focus = bool(self._needs)
        self.set_focus(checklist if self._needs else None)

    def _headline(self) -> Content:
        exercise = with_minutes(self.exercise, self._own)
        waiting = len(unset(exercise))
        length = phrases.minutes(self.words, exercise.minutes)
        whole = f"{length} {self.words('occasions.open.unset', n=waiting)}" if waiting else length
        return joined(one_line(self.exercise.title, "bold"), whole, between=" · ")

    def _line(self, at: int) -> Table:
        """The box in a column of its own, so that long lines hang beside it."""
        row = Table.grid(padding=(0, 1))
        row.add_row(Text("[x]" if at in self._ticked else "[ ]"), Text(safe(self._needs[at]).plain))
        return row

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
        if self.exercise.confidential is not Confidentiality.NONE:
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
        self._needs, self._ticked = needs(self.words, self.exercise), set()
        self._fill()
        self._redraw()

    def on_option_list_option_selected(self) -> None:
        """Enter in the list goes on; only space ticks."""
        self.action_go_on()

    def action_tick(self) -> None:
        """Tick or untick, and step down to what is left."""
        checklist = self.query_one("#checklist", OptionList)
        at = checklist.highlighted
        if at is None:
            return
        self._ticked ^= {at}
        checklist.replace_option_prompt_at_index(at, self._line(at))
        if at in self._ticked:
            checklist.action_cursor_down() if at + 1 < len(self._needs) else None

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
