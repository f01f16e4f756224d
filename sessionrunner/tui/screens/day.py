"""The whole day on one screen: what is over, what is next, how much time there is, and a break's large clock."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.commands import Next
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.daydesk import DayDesk
from sessionrunner.locale import Catalogue, day_lines
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import LeadPart, LeaveDay
from sessionrunner.tui.screens.ask import Ask
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.old_day import Answer, OldDayQuestion
from sessionrunner.tui.screens.planning import PlanningScreen
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.day_plan import closed_text, next_text, plan_text
from sessionrunner.tui.widgets.key_bar import KeyBar

_TICK = 0.5


class DayScreen(PlanningScreen):
    """One line an item with its times; Enter begins the next."""

    PURPOSE = "day"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("day-begin", "enter,space,pagedown", "begin", "enter"),
        Key("day-people", "n", "people", "n"),
        Key("day-swap", "b", "swap", "b"),
        Key("day-ways", "f", "ways", "f"),
        Key("day-skip", "j", "skip", "j"),
        Key("day-undo", "z,ctrl+z", "undo", "z"),
        Key("day-wall", "w", "wall", "w"),
        Key("before-day", "i", "before_day", "i"),
        Key("day-end", "e", "end", "e"),
        Key("day-leave", "escape", "leave", "escape"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS, ("h", "app.explain_keys"), ("up", "cursor(-1)"), ("down", "cursor(1)"))

    def __init__(self, words: Catalogue, day: DayDesk, people: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(words, day, people)
        self._busy = False
        self._ended: Content | None = None
        self._old = OldDayQuestion(self, day, self._go_on_if)

    def compose(self) -> ComposeResult:
        """The plan to the left, what is next and the clock to the right."""
        yield Static(id="day-title", classes="headline")
        with Horizontal(id="day"):
            with VerticalScroll(id="plan", can_focus=False):
                yield Static(id="plan-text")
            with Vertical(id="next-part"):
                yield Static(id="next-text")
                yield Countdown()
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The times move by themselves; who is here is asked once, when nobody knows."""
        self.set_interval(_TICK, self.draw)
        self.draw()
        if not self.day.day.people and self.is_current:
            self.action_people()

    def _go_on_if(self, answer: Answer | None) -> None:
        """What becomes of a day from an earlier date; without an answer it stays as it is, to be asked about again."""
        if answer is Answer.END:
            self._close()
        elif answer is Answer.GO_ON:
            self._try(self.day.plan.renew)
            if self.day.desk is not None and self.day.day.session:
                self.post_message(LeadPart(self.day.desk))
        else:
            self.post_message(LeaveDay())

    def on_screen_resume(self) -> None:
        """An exercise may just have ended."""
        self.at = None
        self.draw()

    def sized(self) -> None:
        """Lines are as long as the screen is wide."""
        self.draw()

    def draw(self) -> None:
        """Everything anew from the day as it stands."""
        plan, pause = self.day.plan, self.day.pause
        pace = "" if plan.offers() else day_lines.pace(plan.table(), self.words)
        title = Content.assemble((plan.day.programme.title, "bold"), "  ", (pace, "$muted"))
        self.query_one("#day-title", Static).update(title)
        width = max(self.query_one("#plan").content_size.width, 30)
        self.query_one("#plan-text", Static).update(plan_text(self.words, plan, width, self.at))
        self.query_one("#next-text", Static).update(self._ended or next_text(self.words, self.day, self.at))
        self.query_one("#next-part").set_class(pause is not None, "-pause")
        self.query_one(Countdown).display = pause is not None
        if pause is not None:
            self.query_one(Countdown).show(face(self.words, pause.room.public()))
        if self._ended is None:
            self._old.ask()

    def action_begin(self) -> None:
        """Begin the next item, once it is known who is here; a break under way is over then."""
        if self._ended:
            self.post_message(LeaveDay())
        elif not self.day.day.people:
            self.action_people()
        elif self.day.points.waiting():
            self.ask_points()
        elif not self._busy:
            self._busy = True
            self._begin()

    @work(thread=True, exclusive=True, group="day")
    def _begin(self) -> None:
        """Opening may wait for the disk."""
        try:
            self._go_on()
        except SessionRunnerError as error:
            self.call_later(self.tell, error)
        finally:
            self._busy = False

    def _go_on(self) -> None:
        if self.day.pause is not None:
            self.day.pause.close()
        if self.day.plan.coming() is None:
            self.call_later(self.action_end)
            return
        desk = self.day.begin()
        if self.day.day.session:
            self.post_message(LeadPart(desk))
            return
        self.day.invite(desk)
        desk.handle(Next())
        self.call_later(self.draw)

    def action_wall(self) -> None:
        """Open the page for the projector, while a break has one."""
        url = self.day.pause.audience.wall_url if self.day.pause is not None else ""
        if url:
            self.app.open_url(url)
        self.inform("tui.wall.opened" if url else "programme.screen.no-wall", address=url)

    def action_end(self) -> None:
        """End the day here, after a question."""
        if self._ended is not None:
            self.post_message(LeaveDay())
            return
        words = self.words
        question = Ask(words, words("programme.screen.end"), words("programme.screen.end-why"))
        self.app.push_screen(question, self._close_if)

    def action_leave(self) -> None:
        """Back to the library: at once from a day that has not begun, else the day has to be ended first."""
        if self._ended is not None or not self.day.begun:
            self.post_message(LeaveDay())
        else:
            self.action_end()

    def _close_if(self, yes: bool | None) -> None:
        if yes and not self._busy:
            self._busy = True
            self._close()

    @work(thread=True)
    def _close(self) -> None:
        """A share may take its time, and the leader may ask for the end once more."""
        try:
            desk = self.day.desk
            if desk is not None:
                desk.close()
            self._ended = closed_text(self.words, self.day.close())
        except SessionRunnerError as error:
            self.call_later(self.tell, error)
        finally:
            self._busy = False
        self.call_later(self.draw)
