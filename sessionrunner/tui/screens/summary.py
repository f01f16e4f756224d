"""The joint summary: what people wrote to the left, what the room decides to the right."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.ballot import About
from sessionrunner.core.commands import Approve, DropLesson, MarkImportant, SetFollowUp
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.wording import as_led
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import weekday
from sessionrunner.tui.draft import Draft
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import joined, one_line
from sessionrunner.tui.screens.base import HELP_WHILE_WRITING
from sessionrunner.tui.screens.leading import LeadingScreen
from sessionrunner.tui.screens.meeting_again import MeetingAgain
from sessionrunner.tui.screens.voting import VotingScreen
from sessionrunner.tui.widgets.answers import answer_text
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.lesson_form import LessonForm
from sessionrunner.tui.widgets.script import Script
from sessionrunner.tui.widgets.top_line import TopLine
from sessionrunner.tui.widgets.trouble_line import TroubleLine


class SummaryScreen(LeadingScreen):
    """Lines are added under the running clock, changed, taken away, and approved by the room."""

    PURPOSE = "summary"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("add", "", "edit", "enter"),
        Key("kind", "ctrl+t", "leaf('kind')", "Ctrl+T"),
        Key("approve", "ctrl+g", "approve", "Ctrl+G"),
        Key("save", "ctrl+s", "end", "Ctrl+S"),
        Key("notes", "escape", "leaf('close')", "escape"),
        Key("field", "", "app.focus_next", "tab"),
        Key("line", "", "edit", "↑↓"),
        Key("drop", "delete", "drop", "delete"),
        Key("sort-open", "f3", "sort", "F3"),
        Key("important", "f2", "important", "F2"),
        Key("vote", "f4", "vote", "F4"),
        Key("tables", "f5", "tables", "F5"),
        Key("follow-up-day", "f8", "meet_again", "F8"),
        Key("undo", "ctrl+z", "undo", "Ctrl+Z"),
        Key("reveal", "ctrl+r", "reveal", "Ctrl+R"),
        Key("paper", "f6", "paper", "F6"),
        Key("waiting", "f7", "waiting", "F7"),
        Key("rooms", "f12", "rooms", "F12"),
        Key("read", "pageup", "leaf('up')", "PgUp/PgDn"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP_WHILE_WRITING,
    )
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
        """Notes and answers, then clock, decisions and the fields."""
        step = self.desk.session.step
        yield TopLine(self.words)
        with Horizontal(id="body"):
            with VerticalScroll(id="material", can_focus=False):
                yield Static(id="material-answers")
                yield Script(self.words)
                yield Static(self.words("tui.summary.no-answers"), id="no-answers", classes="muted")
            with Vertical(id="decided"):
                yield Countdown()
                yield Static(id="decided-title")
                yield Choices(id="lessons", markup=False)
                if self.desk.session.exercise.touches_cases:
                    yield Static(self.words("lesson.case-reminder"), id="case-reminder")
                yield Static(id="again")
                yield LessonForm(self.words, step.outputs if step else (), self.draft, self.desk.time.wall().date())
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
            self._show_answers_beside()
            self._show_lessons()

    def look_at_clock(self) -> None:
        """The clock stays in sight."""
        self.query_one(TopLine).show(self.desk)
        self.query_one(Countdown).show(face(self.words, self.desk.room.public()))

    def _show_answers_beside(self) -> None:
        """Opened answers stand before the notes: now they are what the room talks about."""
        collected = self.desk.answers.collected()
        answers = self.query_one("#material-answers", Static)
        answers.update(answer_text(collected))
        answers.display = bool(collected)
        self.query_one("#no-answers").display = not collected

    def _show_lessons(self) -> None:
        session = self.desk.session
        listing = self.query_one("#lessons", OptionList)
        at = listing.highlighted
        listing.clear_options()
        listing.add_options(Option(self._line(lesson)) for lesson in session.lessons)
        listing.highlighted = min(at or 0, len(session.lessons) - 1) if session.lessons else None
        listing.scroll_end(animate=False)
        title = self.words("tui.summary.title", n=len(session.lessons))
        approved = self.words("tui.summary.approved") if session.approved else ""
        self.query_one("#decided-title", Static).update(
            joined(Content.styled(title, "bold"), Content.styled(approved, "bold $accent"), between="  ")
        )
        self.query_one("#again", Static).update(self._again(session.follow_up))

    def _again(self, day: date | None) -> Content:
        """The day to follow up, or that it should be agreed on, with the key for it."""
        told = self.words("appointment.title", date=weekday(day, self.words)) if day else self.words("appointment.when")
        return joined(
            Content.styled("F8", "bold $accent"), Content.styled(told, "bold" if day else "$muted"), between=" "
        )

    def _line(self, lesson: Lesson) -> Content:
        kind = self.words(f"lesson.kind.{lesson.kind.value}")
        due = lesson.due.isoformat() if lesson.due else ""
        end = ", ".join(part for part in (lesson.owner, due, lesson.level) if part)
        who = one_line(f"→ {end}", "") if end else Content("")
        star = Content.styled(f"★ {self.words('tui.lesson.important')}", "bold $accent") if lesson.important else ""
        return joined(star, Content.styled(kind, "bold"), one_line(lesson.text), who, between="  ")

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
        chosen = self._chosen()
        if chosen is not None:
            self.give(MarkImportant(chosen.id))

    def action_vote(self) -> None:
        """Let the phones vote on what has been decided, or on the headings while nothing has."""
        about = About.LESSONS if self.desk.voting.options(About.LESSONS) else About.HEADINGS
        self.app.push_screen(VotingScreen(self.words, self.desk, about))

    def _chosen(self) -> Lesson | None:
        at = self.query_one("#lessons", OptionList).highlighted
        return self.desk.session.lessons[at] if at is not None and self.desk.session.lessons else None

    @on(OptionList.OptionSelected, "#lessons")
    def action_edit(self) -> None:
        """Put the chosen line back into the fields."""
        chosen = self._chosen()
        if chosen and self.written_up():
            self.query_one(LessonForm).edit(chosen)

    def action_drop(self) -> None:
        """Take the chosen line away; undo brings it back."""
        chosen = self._chosen()
        if chosen and self.give(DropLesson(chosen.id)):
            self.inform("tui.summary.dropped")

    def action_meet_again(self) -> None:
        """Ask when the group follows up."""
        asked = MeetingAgain(self.words, self.desk.runner.wall().date(), self.desk.session.follow_up)
        self.app.push_screen(asked, self._agreed)

    def _agreed(self, command: SetFollowUp | None) -> None:
        if command is not None:
            self.give(command)

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
