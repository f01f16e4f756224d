"""The hour itself: the clock, the notes for this minute, and what comes next."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from sessionrunner.core import timeline
from sessionrunner.core.exercise import Mode
from sessionrunner.core.opening import latest_form
from sessionrunner.core.session import Session
from sessionrunner.core.wording import as_led
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue, timing
from sessionrunner.tui.draft import Draft
from sessionrunner.tui.keys import bindings
from sessionrunner.tui.screens.decisions import DecisionsScreen
from sessionrunner.tui.screens.groups import GroupsScreen
from sessionrunner.tui.screens.hour_keys import HOUR_KEYS, likeliest
from sessionrunner.tui.screens.keywords import Keywords
from sessionrunner.tui.screens.leaflets import PhoneOverlay, QrMatrix, handover_leaflet, question_leaflet
from sessionrunner.tui.screens.network import NetworkScreen
from sessionrunner.tui.screens.public import PublicScreen
from sessionrunner.tui.screens.summary import SummaryScreen
from sessionrunner.tui.screens.themes import ThemesOverlay
from sessionrunner.tui.screens.timing import TimingScreen
from sessionrunner.tui.widgets.agenda import Agenda
from sessionrunner.tui.widgets.answers import AnswerCell
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.next_up import NextUp
from sessionrunner.tui.widgets.place_board import PlaceBoard
from sessionrunner.tui.widgets.script import Script
from sessionrunner.tui.widgets.speaker import SpeakerLine
from sessionrunner.tui.widgets.top_line import TopLine
from sessionrunner.tui.widgets.trouble_line import TroubleLine

_LOOK_AROUND = 1.0
"""Seconds between counts of answers and phones."""
_ROWS_FOR_GROUPS, _ROWS_FOR_ANSWERS, _ROWS_WHEN_TIGHT = 5, 3, 2


class RunningScreen(TimingScreen):
    """Everything for this minute on one screen, without scrolling."""

    KEYS = HOUR_KEYS
    BINDINGS = bindings(KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"))

    def __init__(self, words: Catalogue, desk: Desk, host: Host, qr: QrMatrix) -> None:
        super().__init__(words, desk, Draft.of(desk.room.sketch))
        self._host, self._qr = host, qr
        self._shown_step = -1
        self._keywords = Keywords(self, host.memory, self.show_session)
        self._due = ""
        """View that opens by itself for this step, until it has."""

    def compose(self) -> ComposeResult:
        """Notes and clock above, the room below."""
        yield TopLine(self.words)
        with Horizontal(id="body"):
            yield Script(self.words)
            with Vertical(id="clock"):
                yield Countdown()
                yield SpeakerLine(self.words)
                yield NextUp(self.words)
                yield Agenda(self.words)
        with Horizontal(id="strip"):
            yield PlaceBoard(self.words)
            yield AnswerCell(self.words)
        yield TroubleLine(self.words)
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The clock often, the answers once a second."""
        self.set_interval(_LOOK_AROUND, self.look_around)

    def show_session(self) -> None:
        """Draw the step anew; a step with a view of its own opens it, but never over what everybody sees."""
        session = self.desk.session
        if session.step is None:
            return
        if session.position != self._shown_step:
            self._shown_step = session.position
            self._due = _own_view(session)
            self._keywords.read(session.exercise)
        own = self._keywords.beside(session.exercise, session.step)
        # Where the wall has it, so that it can be read aloud from here.
        purpose = session.exercise.purpose if session.position == 0 else ()
        self.query_one(Script).show(as_led(session, session.step), own, purpose)
        self.query_one(NextUp).show(session)
        self._count()
        if self._due and self.app.screen is self:
            due, self._due = self._due, ""
            self.action_show(due)

    def look_at_clock(self) -> None:
        """Draw what time changes; answers are counted once a second."""
        if self.desk.session.step is None:
            return
        view = self.desk.room.public()
        self.query_one(TopLine).show(self.desk)
        cost = self.desk.time.cost()
        under = timing.cost_line(self.words, self.desk.session, cost) if cost else ""
        self.query_one(Countdown).show(face(self.words, view, under))
        self.query_one(SpeakerLine).show(view.speakers)
        self.query_one(PlaceBoard).show(view.places, self.has_class("-tight"))
        self.query_one(Agenda).show(timeline.agenda(self.desk.session, self.desk.now()))

    def look_around(self) -> None:
        """Count what comes from outside: answers, phones, trouble."""
        if self.desk.session.step is not None:
            self._count()

    def _count(self) -> None:
        roomy = self.has_class("-huge") and self.has_class("-lofty")
        self.query_one(AnswerCell).show(self.desk, roomy)
        self.query_one(Script).advise(self.words.render(one) for one in (self.desk.advice() if roomy else ()))
        self.query_one(TroubleLine).show(self.desk)
        view = self.desk.room.public()
        turns, groups = view.speakers is not None, bool(view.places)
        self.query_one(KeyBar).show(likeliest(self.desk.session, taking_turns=turns, in_groups=groups))
        self._make_room()

    def sized(self) -> None:
        """What had to give way may have room again."""
        self.look_around()

    def _make_room(self) -> None:
        """The notes must be seen whole: first the air gives way, then the groups, which are one key away.

        Where the purpose is read too, even the number of phones does.
        """
        strip = self.query_one("#strip")
        shared = self.query_one("#body").outer_size.height + (strip.outer_size.height if strip.display else 0)
        answers = _ROWS_FOR_ANSWERS if latest_form(self.desk.session) else 1
        groups = 1 + max(min(len(self.desk.room.public().places), _ROWS_FOR_GROUPS), answers)
        lines, gaps = self.query_one(Script).rows()
        left = shared - groups - lines
        self.set_class(left < gaps, "-close")
        self.set_class(left < 1, "-snug")
        self.set_class(left < 0, "-tight")
        self.set_class(self.desk.session.position == 0 and lines > shared - _ROWS_WHEN_TIGHT, "-crowded")
        self.look_at_clock()

    def action_scroll(self, rows: int) -> None:
        """Read on in notes that are longer than the screen."""
        self.query_one(Script).scroll_relative(y=rows, animate=False)

    def action_end(self) -> None:
        """A line of the summary that cannot be saved as it stands is shown, so that it can be put right."""
        if self.draft.wrong_field(self.desk.time.wall().date()):
            self.action_show("summary")
        super().action_end()

    def action_decisions(self) -> None:
        """The earlier decisions, in whatever step somebody asks about them."""
        if self.desk.session.decisions:
            self.action_show("decisions")
        else:
            self.inform("lessons.follow-up.none")

    def action_own_words(self) -> None:
        """Write keywords of your own for this step; they stand beside the exercise's the next time too."""
        step = self.desk.session.step
        if step is not None:
            self._keywords.ask(self.desk.session.exercise, step)

    def action_show(self, what: str) -> None:
        """Lay one of the other views over this one."""
        step = self.desk.session.step
        if step is None:
            return
        views: dict[str, Callable[[], Screen[None]]] = {
            "groups": lambda: GroupsScreen(self.words, self.desk, self._host),
            "public": lambda: PublicScreen(self.words, self.desk, self._qr),
            "handover": lambda: handover_leaflet(self.words, self.desk, self._keywords.by_step),
            "questions": lambda: (
                ThemesOverlay(self.words, self.desk) if step.prompts else question_leaflet(self.words, step)
            ),
            "decisions": lambda: DecisionsScreen(self.words, self.desk, self.draft),
            "summary": lambda: SummaryScreen(self.words, self.desk, self.draft),
            "network": lambda: NetworkScreen(self.words, self.desk, self._host, self._qr),
            "phones": lambda: PhoneOverlay(self.words, self.desk, self._qr),
        }
        self.app.push_screen(views[what]())


def _own_view(session: Session) -> str:
    """The view that a step is led from, when it has one of its own."""
    if session.step is None or (session.step.mode is Mode.FOLLOW_UP and not session.decisions):
        return ""
    return {Mode.SUMMARY: "summary", Mode.FOLLOW_UP: "decisions"}.get(session.step.mode, "")
