"""What the room may see, in the terminal: for a projector that mirrors the leader's display."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.public import PublicView
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.base import HELP, SessionScreen
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.place_board import PlaceBoard
from sessionrunner.tui.widgets.qr_code import QrCode


class PublicScreen(SessionScreen):
    """Drawn from the public view and nothing else; the whole frame says so."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("private", "v,escape", "close", "v"),
        Key("next", "space,pagedown,right", "give('next')", "space"),
        Key("pause", "p", "pause", "p"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk, qr: QrMatrix) -> None:
        super().__init__(words, desk)
        self._qr = qr
        self._address = "?"

    def compose(self) -> ComposeResult:
        """Task and time, then either the QR code or who sits where."""
        with Vertical(id="frame") as frame:
            frame.border_title = Content(self.words("tui.public.title"))
            frame.border_subtitle = Content(self.words("tui.public.title"))
            yield Static(id="public-step")
            with Horizontal(id="public-body"):
                with Vertical(id="public-task"):
                    yield Static(id="task-text")
                    yield Countdown()
                yield QrCode()
            yield Static(id="join")
            yield PlaceBoard(self.words)
        yield KeyBar(self.KEYS, self.words)

    def look_at_clock(self) -> None:
        """Everything comes from one public view."""
        view = self.desk.public()
        if view.number == 0:
            return
        self.query_one("#public-step", Static).update(one_line(view.step, "bold"))
        self.query_one("#task-text", Static).update(self._said(view))
        self.query_one(Countdown).show(face(self.words, view))
        self.query_one(PlaceBoard).show(view.places)
        self.query_one("#places").display = bool(view.places)
        self._show_code(view)

    def _said(self, view: PublicView) -> Content:
        decided = [safe(f"· {lesson.text}") for lesson in view.lessons]
        return Content("\n").join([safe(view.task), *([Content("")] if decided else []), *decided])

    def _show_code(self, view: PublicView) -> None:
        """The code is shown while something is asked and the screen is large enough beside the clock."""
        address = self.desk.audience.phone_url if view.form else ""
        if address != self._address:
            self._address = address
            self.query_one(QrCode).show(self._qr(address) if address else ())
            self.query_one("#join", Static).update(one_line(address, "bold"))
            self.query_one("#join").display = bool(address)
        self.query_one(QrCode).display = bool(address) and self.has_class("-wide")

    def action_close(self) -> None:
        """Back to what only the leader sees."""
        self.app.pop_screen()
