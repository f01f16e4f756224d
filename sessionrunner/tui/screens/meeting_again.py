"""When do you follow up? One line, with the day that is understood under it while it is typed."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from sessionrunner.core.commands import SetFollowUp
from sessionrunner.locale import Catalogue, due_dates
from sessionrunner.locale.phrases import weekday
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar


class MeetingAgain(Overlay[SetFollowUp | None]):
    """Stays until the day can be read and is to come; an empty line takes the day away."""

    KEYS = (Key("keep", "", "screen.keep", "enter"), Key("leave", "escape", "leave", "escape"))
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, today: date, already: date | None) -> None:
        super().__init__(words)
        self._today, self._already = today, already

    def compose(self) -> ComposeResult:
        """The question, the field, what is understood, the two keys."""
        with Vertical(classes="line"):
            yield Static(safe(self.words("appointment.ask")), classes="card-title")
            yield Input(self._already.isoformat() if self._already else "", max_length=60, select_on_focus=True)
            yield Static(id="understood")
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self._understand()

    @on(Input.Changed)
    def _understand(self) -> None:
        said = self.query_one(Input).value.strip()
        try:
            day = due_dates.read(said, self._today)
        except ValueError:
            told = "→ ?"
        else:
            told = self.words("appointment.understood", date=weekday(day, self.words)) if day else self._nothing()
        self._tell(told)

    def _nothing(self) -> str:
        return self.words("appointment.take-away") if self._already else ""

    def _tell(self, told: str, style: str = "$muted") -> None:
        self.query_one("#understood", Static).update(safe(told, style))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the day; what cannot be read stays in the field and is asked about."""
        said = self.query_one(Input).value.strip()
        try:
            day = due_dates.read(said, self._today)
        except ValueError:
            self._tell(self.words("appointment.unreadable", said=said), "$soon")
            return
        if day and day < self._today:
            self._tell(self.words("appointment.been", date=weekday(day, self.words)), "$soon")
            return
        self.dismiss(None if day is None and not self._already else SetFollowUp(day))

    def action_leave(self) -> None:
        """Leave the day as it was."""
        self.dismiss(None)
