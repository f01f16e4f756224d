"""The joint summary: what people wrote to the left, what the room decides to the right."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import OptionList

from sessionrunner.core.ballot import About
from sessionrunner.core.commands import Approve, DropLesson, MarkImportant
from sessionrunner.core.wording import as_led
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.draft import Draft
from sessionrunner.tui.keys import bindings
from sessionrunner.tui.screens.leading import LeadingScreen
from sessionrunner.tui.screens.meeting_again import MeetingAgain
from sessionrunner.tui.screens.summary_keys import SUMMARY_KEYS, likeliest
from sessionrunner.tui.screens.voting import VotingScreen
from sessionrunner.tui.votable import Votable
from sessionrunner.tui.widgets.answers import unopened
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.decided import Decided
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.lesson_form import LessonForm
from sessionrunner.tui.widgets.material import Material
from sessionrunner.tui.widgets.script import Script
from sessionrunner.tui.widgets.top_line import TopLine
from sessionrunner.tui.widgets.trouble_line import TroubleLine


class SummaryScreen(LeadingScreen):
    """Lines are added under the running clock, changed, taken away, and approved by the room."""

    PURPOSE = "summary"
    KEYS = SUMMARY_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(KEYS, ("pagedown", "leaf('down')"), ("up", "go_to('lessons')")),
        # Before the field sees it: whoever types on at once must not write on in the field before.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]

    def __init__(self, words: Catalogue, desk: Desk, draft: Draft) -> None:
        super().__init__(words, desk, draft)
        self._position = desk.session.position
        self._drawn: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The notes, under them the answers beside clock, decisions and the fields."""
        step = self.desk.session.step
        yield TopLine(self.words)
        yield Script(self.words)
        with Horizontal(id="body"):
            yield Material(
                self.words,
                waiting=lambda: unopened(self.desk),
                changed=lambda waiting: self.query_one(KeyBar).show(likeliest(waiting)),
            )
            form = LessonForm(self.words, step.outputs if step else (), self.draft, self.desk.time.wall().date())
            yield Decided(self.words, form, self.desk.session.exercise.touches_cases)
        yield TroubleLine(self.words)
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(LessonForm).write_on()

    def show_session(self) -> None:
        """Draw notes, answers and lines; leave when the step was left."""
        session = self.desk.session
        if session.step is None or session.position != self._position:
            self._leave()
            return
        self.query_one(Script).show(as_led(session, session.step))
        self.query_one(TroubleLine).show(self.desk)
        self.look_at_clock()
        drawn = (session.lessons, session.approved, session.revealed, session.follow_up)
        if drawn != self._drawn:
            self._drawn = drawn
            self.query_one(Material).show_answers(self.desk.answers.collected())
            self.query_one(Decided).show(session)

    def look_at_clock(self) -> None:
        """The clock stays in sight."""
        self.query_one(TopLine).show(self.desk)
        self.query_one(Countdown).show(face(self.words, self.desk.room.public()))

    @on(LessonForm.Done)
    def written_up(self) -> bool:
        """Make a row of what stands in the fields; says why, and gives False, when it cannot be one yet."""
        form = self.query_one(LessonForm)
        form.keep()
        written = super().written_up()
        self.tell_room()
        form.show()
        form.write_on()
        return written

    @on(LessonForm.Typed)
    def tell_room(self) -> None:
        """The wall shows the line while it is typed."""
        self.desk.room.sketch = self.draft.sketch

    def action_important(self) -> None:
        """Mark the chosen line, or the one written last, as the most important one; once more takes the mark away."""
        chosen = self.query_one(Decided).chosen
        if chosen is not None:
            self.give(MarkImportant(chosen.id))

    def action_vote(self) -> None:
        """Let the phones vote on what has been decided, or on the headings while that is too little."""
        make = "vote.make.either" if self.desk.session.revealed else "vote.make.line"
        lines = Votable(self.desk, About.LESSONS, make)
        self.app.push_screen(
            VotingScreen(self.words, lines.other if lines.other.enough and not lines.enough else lines)
        )

    @on(OptionList.OptionSelected, "#lessons")
    def action_edit(self) -> None:
        """Put the chosen line back into the fields."""
        chosen = self.query_one(Decided).chosen
        if chosen and self.written_up():
            self.query_one(LessonForm).edit(chosen)

    def action_drop(self) -> None:
        """Take the chosen line away; undo brings it back."""
        chosen = self.query_one(Decided).chosen
        if chosen and self.give(DropLesson(chosen.id)):
            self.inform("tui.summary.dropped")

    def action_meet_again(self) -> None:
        """Ask when the group follows up."""
        asked = MeetingAgain(self.words, self.desk.runner.wall().date(), self.desk.session.follow_up)
        self.app.push_screen(asked, self.give_if)

    def action_approve(self) -> None:
        """The room says yes to the lines as they stand."""
        if not self.written_up():
            return
        if not self.desk.session.lessons:
            self.inform("tui.summary.nothing-to-approve")
        elif self.give(Approve()):
            self.inform("tui.summary.yes")

    def _leave(self) -> None:
        """What was typed and not entered waits for the next time."""
        if self.app.screen is self:
            self.query_one(LessonForm).keep()
            self.app.pop_screen()
            if not self.draft.empty:
                self.inform("tui.lesson.waits")

    def action_leaf(self, what: str) -> None:
        """Change the kind, read on in the notes, or go back to them."""
        if what == "kind":
            self.query_one(LessonForm).next_kind()
        elif what == "close":
            self._leave()
        else:
            rows = {"up": -8, "down": 8}[what]
            self.query_one("#material").scroll_relative(y=rows, animate=False)
