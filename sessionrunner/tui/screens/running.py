"""The hour itself: the clock, the notes for this minute, and what comes next."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from sessionrunner.core import timeline
from sessionrunner.core.exercise import Mode, Step
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wording import as_led
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue, timing
from sessionrunner.tui.draft import Draft
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.decisions import DecisionsScreen
from sessionrunner.tui.screens.groups import GroupsScreen
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
_ROWS_FOR_GROUPS, _ROWS_FOR_ANSWERS = 5, 3

_RESUME = Key("resume", "", "pause", "p")
"""What the pause key does while the clock stands."""
_TURN = Key("next-turn", "", "next_lap", "k")
"""What the key for rounds is called where one after the other has the word."""


class RunningScreen(TimingScreen):
    """Everything for this minute on one screen, without scrolling."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("next", "space,pagedown,right", "give('next')", "space"),
        Key("now", "h", "now", "h"),
        Key("pause", "p", "pause", "p"),
        Key("more", "plus", "bargain('more')", "+"),
        Key("public", "v", "show('public')", "v"),
        Key("undo", "z,ctrl+z", "undo", "z"),
        Key("groups", "g", "show('groups')", "g"),
        Key("note", "a", "note", "a"),
        Key("questions", "f", "show('questions')", "f"),
        Key("reveal", "r", "reveal", "r"),
        Key("lesson", "l", "show('summary')", "l"),
        Key("sort-open", "x", "sort", "x"),
        Key("decisions", "u", "decisions", "u"),
        Key("end", "e", "end", "e"),
        Key("less", "minus", "bargain('less')", "−"),
        Key("back", "pageup,left", "give('back')", "←"),
        Key("wall", "w", "wall", "w"),
        Key("phones", "q", "show('phones')", "q"),
        Key("on-time", "t", "on_time", "t"),
        Key("next-lap", "k", "next_lap", "k"),
        Key("pass-over", "j", "pass_over", "j"),
        Key("began", "b", "began", "b"),
        Key("must-end", "s", "must_end", "s"),
        Key("pause-question", "1", "pause_for('question')", "1"),
        Key("pause-technology", "2", "pause_for('technology')", "2"),
        Key("pause-break", "3", "pause_for('break')", "3"),
        Key("sound", "m", "sound", "m"),
        Key("own-words", "d", "own_words", "d"),
        Key("handover", "y", "show('handover')", "y"),
        Key("network", "n", "show('network')", "n"),
        Key("paper", "i", "paper", "i"),
        Key("waiting", "o", "waiting", "o"),
        Key("tables", "c", "tables", "c"),
        Key("rooms", "f12", "rooms", "F12"),
        Key("scroll", "", "undo", "↑↓"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"))

    def __init__(self, words: Catalogue, desk: Desk, host: Host, qr: QrMatrix) -> None:
        super().__init__(words, desk, Draft.of(desk.room.sketch))
        self._host, self._qr = host, qr
        self._shown_step = -1
        self._own: Mapping[str, str] = {}
        """The leader's keywords by step."""
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
            self._due = self._own_screen(session)
            self._own = self._host.memory.own_words(session.exercise)
        self.query_one(Script).show(as_led(session, session.step), self._beside(session.step))
        self.query_one(NextUp).show(session)
        self._count()
        if self._due and self.app.screen is self:
            due, self._due = self._due, ""
            self.action_show(due)

    @staticmethod
    def _own_screen(session: Session) -> str:
        """The view that a step is led from, when it has one of its own."""
        if session.step is None or (session.step.mode is Mode.FOLLOW_UP and not session.decisions):
            return ""
        return {Mode.SUMMARY: "summary", Mode.FOLLOW_UP: "decisions"}.get(session.step.mode, "")

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
        self.query_one(KeyBar).show(self._keys())
        self._make_room()

    def _keys(self) -> list[Key]:
        """What is most likely to come next stands first."""
        session = self.desk.session
        form = AnswerCell.latest_form(session)
        first = ["next"] if session.next_step else ["end", "lesson"]
        if form is not None and form.id not in session.revealed:
            first.append("reveal")
        taking_turns = self.desk.room.public().speakers is not None
        if taking_turns:
            first = ["next-turn", "pass-over", *first]
        if session.paused is not None:
            first = ["resume", "pause-question", "pause-technology", "pause-break", *first]
        instead = {"pause": _RESUME} if session.paused is not None else {}
        instead |= {"next-lap": _TURN} if taking_turns else {}
        keys = [instead.get(key.name, key) for key in self.KEYS]
        return sorted(keys, key=lambda key: first.index(key.name) if key.name in first else len(first))

    def sized(self) -> None:
        """What had to give way may have room again."""
        self.look_around()

    def _make_room(self) -> None:
        """The notes must be seen whole: first the air gives way, then the groups, which are one key away."""
        shared = self.query_one("#body").outer_size.height + self.query_one("#strip").outer_size.height
        answers = _ROWS_FOR_ANSWERS if AnswerCell.latest_form(self.desk.session) else 1
        groups = 1 + max(min(len(self.desk.room.public().places), _ROWS_FOR_GROUPS), answers)
        lines, gaps = self.query_one(Script).rows()
        left = shared - groups - lines
        self.set_class(left < gaps, "-close")
        self.set_class(left < 1, "-snug")
        self.set_class(left < 0, "-tight")
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

    def _beside(self, step: Step) -> str:
        """The leader's keywords for the step; those for the whole package stand by the first one."""
        first = step.id == self.desk.session.exercise.steps[0].id
        return " · ".join(filter(None, [self._own.get("", "") if first else "", self._own.get(step.id, "")]))

    def action_own_words(self) -> None:
        """Write keywords of your own for this step; they stand beside the exercise's the next time too."""
        step = self.desk.session.step
        if step is not None:
            line = AskLine(self.words, self.words("tui.own-words.prompt"), self._own.get(step.id, ""), empty="")
            self.app.push_screen(line, lambda text: self._keep_words(step, text))

    def _keep_words(self, step: Step, text: str | None) -> None:
        if text is None:
            return
        try:
            self._host.memory.keep_words(self.desk.session.exercise, step.id, text)
        except SessionRunnerError as error:
            self.tell(error)
        self._own = {**self._own, step.id: text}
        if step is self.desk.session.step:
            self.query_one(Script).show(as_led(self.desk.session, step), self._beside(step))
            self._make_room()

    def action_show(self, what: str) -> None:
        """Lay one of the other views over this one."""
        step = self.desk.session.step
        if step is None:
            return
        views: dict[str, Callable[[], Screen[None]]] = {
            "groups": lambda: GroupsScreen(self.words, self.desk, self._host),
            "public": lambda: PublicScreen(self.words, self.desk, self._qr),
            "handover": lambda: handover_leaflet(self.words, self.desk, self._own),
            "questions": lambda: (
                ThemesOverlay(self.words, self.desk) if step.prompts else question_leaflet(self.words, step)
            ),
            "decisions": lambda: DecisionsScreen(self.words, self.desk, self.draft),
            "summary": lambda: SummaryScreen(self.words, self.desk, self.draft),
            "network": lambda: NetworkScreen(self.words, self.desk, self._host, self._qr),
            "phones": lambda: PhoneOverlay(self.words, self.desk, self._qr),
        }
        self.app.push_screen(views[what]())
