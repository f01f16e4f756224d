"""The follow-up: earlier decisions one by one, and one key for what became of each."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.commands import Discuss, UpdateLesson
from sessionrunner.core.discussion import under_discussion
from sessionrunner.core.followup import Decision, Status
from sessionrunner.core.wording import as_led
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.draft import Draft
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.leading import LeadingScreen
from sessionrunner.tui.screens.summary import SummaryScreen
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.decision_text import decision_line, decision_text
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.script import Script
from sessionrunner.tui.widgets.top_line import TopLine
from sessionrunner.tui.widgets.trouble_line import TroubleLine


class DecisionsScreen(LeadingScreen):
    """The decision that the room talks about stands largest; the wall shows the same one."""

    PURPOSE = "decisions"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("decision-done", "1,g", "said('done')", "1"),
        Key("decision-open", "2,k", "said('open')", "2"),
        Key("decision-dropped", "3,n", "said('dropped')", "3"),
        Key("next", "space,pagedown", "next_step", "space"),
        Key("line", "", "discuss", "↑↓"),
        Key("undo", "z,ctrl+z", "undo", "z"),
        Key("notes", "escape", "close", "escape"),
        Key("comment", "c", "comment", "c"),
        Key("lesson", "l", "lesson", "l"),
        Key("pause", "p", "pause", "p"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk, draft: Draft) -> None:
        super().__init__(words, desk, draft)
        self._position = desk.session.position
        self._drawn: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Notes to the left, then the clock, the decision and all of them."""
        yield TopLine(self.words)
        with Horizontal(id="body"):
            with VerticalScroll(id="material", can_focus=False):
                yield Script(self.words)
            with Vertical(id="decided"):
                yield Countdown()
                yield Static(id="decision")
                yield Choices(id="decisions", markup=False)
        yield TroubleLine(self.words)
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The list takes the arrows."""
        self.query_one("#decisions").focus()

    def show_session(self) -> None:
        """Draw the decisions; leave when the step was left."""
        session = self.desk.session
        if session.step is None or session.position != self._position:
            self.action_close()
            return
        self.query_one(TroubleLine).show(self.desk)
        self.look_at_clock()
        drawn = (session.updates, session.discussed, session.decisions)
        if drawn != self._drawn:
            self._drawn = drawn
            self.query_one(Script).show(as_led(session, session.step))
            self._show_decisions()

    def look_at_clock(self) -> None:
        """The clock stays in sight."""
        self.query_one(TopLine).show(self.desk)
        self.query_one(Countdown).show(face(self.words, self.desk.room.public()))

    def _show_decisions(self) -> None:
        session, listing = self.desk.session, self.query_one("#decisions", OptionList)
        now = under_discussion(session)
        with self.prevent(OptionList.OptionHighlighted):
            listing.clear_options()
            listing.add_options(Option(decision_line(self.words, session, one)) for one in session.decisions)
            listing.highlighted = session.decisions.index(now) if now else None
        self.query_one("#decision", Static).update(
            decision_text(self.words, session, now, self.desk.time.wall().date())
        )

    @on(OptionList.OptionHighlighted, "#decisions")
    def action_discuss(self) -> None:
        """The decision under the cursor is the one that the room talks about."""
        at = self.query_one("#decisions", OptionList).highlighted
        decisions = self.desk.session.decisions
        if at is not None and at < len(decisions) and decisions[at] != under_discussion(self.desk.session):
            self.give(Discuss(decisions[at].key))

    def action_said(self, status: str) -> None:
        """What the room says; why, when it is dropped."""
        decision = under_discussion(self.desk.session)
        if decision is None:
            self.inform("lessons.follow-up.all-done-next")
        elif Status(status) is Status.DROPPED:
            self._ask_why(decision, Status.DROPPED, "lessons.follow-up.why")
        else:
            self.give(UpdateLesson(decision.key, Status(status)))

    def action_comment(self) -> None:
        """Done, and a few words about how it went."""
        decision = under_discussion(self.desk.session)
        if decision is not None:
            self._ask_why(decision, Status.DONE, "lessons.follow-up.comment")

    def _ask_why(self, decision: Decision, status: Status, prompt: str) -> None:
        def take(why: str) -> None:
            self.desk.handle(UpdateLesson(decision.key, status, why))

        self.app.push_screen(AskLine(self.words, self.words(prompt), take=take))

    def action_next_step(self) -> None:
        """Go on with the exercise; what has not been taken up stays open."""
        self.action_give("next")

    def action_lesson(self) -> None:
        """Write something new down."""
        self.app.push_screen(SummaryScreen(self.words, self.desk, self.draft))

    def action_close(self) -> None:
        """Back to the notes."""
        if self.app.screen is self:
            self.app.pop_screen()
