"""What the room may see, in the terminal: for a projector that mirrors the leader's display."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.public import PublicView
from sessionrunner.core.showing import Turn
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.screens.session import SessionScreen
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.place_board import PlaceBoard
from sessionrunner.tui.widgets.public_text import note_text, task_text
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
        self.query_one("#task-text", Static).update(task_text(self.words, view, self.desk.room.shown()))
        self._note(view)
        self.query_one(Countdown).show(face(self.words, view))
        self.query_one(SpeakerLine).show(view.speakers)
        self.query_one(PlaceBoard).show(view.places)
        self.query_one("#places").display = bool(view.places)
        self._show_code(view)

    def _note(self, view: PublicView) -> None:
        done = self.desk.room.answered() if view.form else self.desk.room.ready()
        note = note_text(self.words, view, done)
        self.query_one("#public-note", Static).update(note)
        self.query_one("#public-note").display = bool(note)

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
