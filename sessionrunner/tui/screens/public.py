"""What the room may see, in the terminal: for a projector that mirrors the leader's display."""

from collections.abc import Sequence
from math import ceil
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.public import PublicView
from sessionrunner.core.showing import Shown, Turn
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.votes import vote_head
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.screens.rooms import told as sheet_told
from sessionrunner.tui.screens.session import SessionScreen
from sessionrunner.tui.screens.tables import told
from sessionrunner.tui.widgets.answers import answer_text
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.dots import numbered, ranking
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.place_board import PlaceBoard
from sessionrunner.tui.widgets.qr_code import QrCode
from sessionrunner.tui.widgets.speaker import SpeakerLine

_BESIDE_CODE = 42
"""Columns for task and clock beside the code, with frame and air."""
_AROUND_CODE = 5
"""Rows for frame, address and keys."""


class PublicScreen(SessionScreen):
    """Drawn from the public view and nothing else; the whole frame says so."""

    PURPOSE = "public"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("private", "v,escape", "close", "v"),
        Key("next", "space,pagedown,right", "give('next')", "space"),
        Key("pause", "p", "pause", "p"),
        Key("answer-next", "n", "turn('next')", "n"),
        Key("answer-previous", "b", "turn('previous')", "b"),
        Key("answers-all", "a", "turn('all')", "a"),
        Key("answers-hide", "d", "turn('none')", "d"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk, qr: QrMatrix) -> None:
        super().__init__(words, desk)
        self._qr = qr
        self._address = "?"
        self._code: Sequence[Sequence[bool]] = ()

    def compose(self) -> ComposeResult:
        """Task and time, then either the QR code or who sits where."""
        with Vertical(id="frame") as frame:
            frame.border_title = Content(self.words("tui.public.title"))
            frame.border_subtitle = Content(self.words("tui.public.title"))
            with Horizontal(id="public-body"):
                with Vertical(id="public-task"):
                    yield Static(id="public-step")
                    yield Static(id="task-text")
                    yield SpeakerLine(self.words)
                    yield Countdown()
                    yield Static(id="public-note")
                with Vertical(id="way-in"):
                    yield QrCode()
                    yield Static(id="join")
            yield PlaceBoard(self.words)
        yield KeyBar(self.KEYS, self.words)

    def look_at_clock(self) -> None:
        """Everything comes from one public view."""
        view = self.desk.room.public()
        if view.number == 0:
            return
        self.query_one("#public-step", Static).update(one_line(view.step, "bold"))
        self.query_one("#task-text", Static).update(self._said(view))
        self._note(view)
        self.query_one(Countdown).show(face(self.words, view))
        self.query_one(SpeakerLine).show(view.speakers)
        self.query_one(PlaceBoard).show(view.places)
        self.query_one("#places").display = bool(view.places)
        self._show_code(view)

    def _note(self, view: PublicView) -> None:
        """How many are done, and the warning before the groups stop."""
        done = self.desk.room.answered() if view.form else self.desk.room.ready()
        key = "vote.voted" if view.form and view.form.dots else "tui.answers.count"
        counted = self.words(key, n=done, people=view.people) if view.form or done else ""
        said = "   ".join(part for part in (self._last_call(view), counted) if part)
        lines = [line for line in (*self._order(view), said) if line]
        self.query_one("#public-note", Static).update(Content("\n").join(one_line(line, "bold") for line in lines))
        self.query_one("#public-note").display = bool(lines)

    def _order(self, view: PublicView) -> list[str]:
        """The rule, who leads the point, who may speak and who listens."""
        owner = self.words("web.wall.owner", role=view.owner) if view.owner else ""
        roles = (("speaking", view.speaking), ("listening", view.listening))
        return [
            view.rule,
            owner,
            *(self.words(f"web.wall.{what}", roles=", ".join(names)) for what, names in roles if names),
        ]

    def _last_call(self, view: PublicView) -> str:
        if view.last_call is None:
            return ""
        minutes = max(1, ceil(view.remaining.total_seconds() / 60))
        left = self.words("web.wall.minute-left" if minutes == 1 else "web.wall.minutes-left", n=minutes)
        return f"{left} – {self.words(f'web.wall.call-{view.last_call.value}')}"

    def _said(self, view: PublicView) -> Content:
        """The answers that have been put up; else the task, with what has been decided."""
        shown = self.desk.room.shown()
        if shown.rooms is not None:
            rooms = [sheet_told(self.words, one) for one in shown.rooms]
            return Content("\n\n").join(rooms or [safe(self.words("gather.none"))])
        if shown.answers:
            return _answers(shown)
        if shown.tables:
            return Content("\n\n").join([told(self.words, one) for one in shown.tables])
        if shown.vote is not None:
            return Content("\n").join([safe(vote_head(shown.vote, self.words), "bold"), *ranking(shown.vote)])
        if view.form is not None and view.form.dots:
            return Content("\n").join(numbered([one.ask for one in view.form.questions]))
        decided = [safe(f"· {lesson.text}") for lesson in view.lessons]
        return Content("\n").join([safe(view.task), *([Content("")] if decided else []), *decided])

    def _show_code(self, view: PublicView) -> None:
        """The code is shown while something is asked; on a very small screen only where else it can be found."""
        address = self.desk.audience.phone_url if view.form else ""
        if address != self._address:
            self._address = address
            self._code = self._qr(address) if address else ()
            self.query_one(QrCode).show(self._code)
        columns, rows = len(self._code), (len(self._code) + 1) // 2
        fits = self.size.width >= columns + _BESIDE_CODE and self.size.height >= rows + _AROUND_CODE
        self.query_one("#way-in").display = bool(address)
        self.query_one("#way-in").set_class(not fits, "-words")
        self.query_one(QrCode).display = bool(address) and fits
        how = "" if fits else f"\n\n{self.words('tui.public.code-on-wall')}"
        self.query_one("#join", Static).update(safe(f"{address}{how}", "bold"))
        if address and not self.has_class("-tall"):
            self.query_one("#places").display = False

    def action_turn(self, turn: str) -> None:
        """Show the room another answer, all of them or none."""
        try:
            self.desk.show(Turn(turn))
        except SessionRunnerError as error:
            self.tell(error)
        self.look_at_clock()

    def action_close(self) -> None:
        """Back to what only the leader sees."""
        self.app.pop_screen()


def _answers(shown: Shown) -> Content:
    """One answer with its number, or all of them."""
    number = [one_line(f"{shown.number} / {shown.total}", "$accent"), Content("")] if shown.number else []
    return Content("\n").join([*number, answer_text(shown.answers)])
