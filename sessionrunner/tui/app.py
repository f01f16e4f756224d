"""The leader's app: which screen is shown when, and nothing else."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.session import Session, Stage
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.theme import Theme
from sessionrunner.desk import Desk, Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui import messages
from sessionrunner.tui.screens.ask import Ask
from sessionrunner.tui.screens.base import LeaderScreen, SessionScreen
from sessionrunner.tui.screens.doctor import DoctorScreen
from sessionrunner.tui.screens.gap import GapQuestion
from sessionrunner.tui.screens.leading import LeadingScreen
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.screens.lessons import LessonsScreen
from sessionrunner.tui.screens.library import LibraryScreen
from sessionrunner.tui.screens.lobby import LobbyScreen
from sessionrunner.tui.screens.people import PeopleScreen
from sessionrunner.tui.screens.preparation import PreparationScreen
from sessionrunner.tui.screens.running import RunningScreen
from sessionrunner.tui.screens.saved import SavedScreen
from sessionrunner.tui.speaking import SpeakingApp
from sessionrunner.tui.start import Start
from sessionrunner.tui.timekeeping import Lookout

__all__ = ["SessionApp", "Start"]


_SECOND = 1.0
"""Between looks at both clocks; it must be regular for a stop to be noticed."""


class SessionApp(SpeakingApp):
    """Leads from the library to the saved lesson; everything outside comes through the host and the desk."""

    TITLE = "sessionrunner"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "styles/base.tcss",
        "styles/before.tcss",
        "styles/running.tcss",
        "styles/overlays.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("question_mark,f1", "explain_keys", show=False),
    ]

    def __init__(
        self,
        host: Host,
        catalogue: Catalogue,
        themes: Mapping[str, Theme],
        theme: str,
        start: Start | None = None,
        *,
        qr: QrMatrix,
    ) -> None:
        super().__init__(catalogue, themes, theme)
        self.host = host
        self.desk: Desk | None = None
        """The session under way, if any."""
        self._qr, self._from = qr, start or Start()
        self._lookout = Lookout()

    def on_mount(self) -> None:
        """Straight to where the leader already is."""
        self.set_interval(_SECOND, self.look_at_time)
        begin = self._from
        if begin.desk is not None:
            self._take_up(begin.desk)
        elif begin.exercise is None:
            self.on_go_home()
        elif begin.people is None:
            self.push_screen(PreparationScreen(self.words, begin.exercise, self.host.memory))
        else:
            self.on_open_session(messages.OpenSession(begin.exercise, begin.people))

    def _clear(self) -> None:
        """Take away every screen above the library, or above nothing."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, LibraryScreen):
            self.pop_screen()

    def on_go_home(self) -> None:
        """Show the library as it was left."""
        self._clear()
        if not isinstance(self.screen, LibraryScreen):
            self.push_screen(LibraryScreen(self.words, self.host))

    def on_show_doctor(self) -> None:
        """Look whether the laptop is ready."""
        self.push_screen(DoctorScreen(self.words, self.host.care))

    def on_prepare_exercise(self, asked: messages.PrepareExercise) -> None:
        """Show the preparation."""
        self.push_screen(PreparationScreen(self.words, asked.exercise, self.host.memory))

    def on_show_lessons(self) -> None:
        """Show the lessons folder."""
        self.push_screen(LessonsScreen(self.words, self.host.memory, self.host.today()))

    def on_ask_for_people(self, asked: messages.AskForPeople) -> None:
        """Ask who is here."""
        self.push_screen(PeopleScreen(self.words, self.host, asked.exercise))

    @work(thread=True, exclusive=True, group="open")
    def on_open_session(self, asked: messages.OpenSession) -> None:
        """Open the session with the people who are here; the disk may take its time."""
        try:
            desk = self.host.open(asked.exercise, asked.people, asked.wishes)
        except SessionRunnerError as error:
            self.call_from_thread(self._not_opened, asked.exercise, error)
        else:
            self.call_from_thread(self._take_up, desk)

    def _not_opened(self, exercise: Exercise, error: SessionRunnerError) -> None:
        if not isinstance(self.screen, LeaderScreen):
            self.push_screen(PeopleScreen(self.words, self.host, exercise))
        self.notify(self.words.explain(error), severity="warning", markup=False, timeout=12)

    def _take_up(self, desk: Desk) -> None:
        """Show a session where it is: in the lobby, under way or ended."""
        self.desk = desk
        desk.subscribe(self._changed)
        self._clear()
        if desk.session.stage is Stage.LOBBY:
            self.push_screen(LobbyScreen(self.words, desk, self.host, self._qr))
        elif desk.session.stage is Stage.RUNNING:
            self.on_leave_lobby()
            self._invite(desk)
        else:
            self.on_end_session()

    @work(thread=True)
    def _invite(self, desk: Desk) -> None:
        self.host.invite(desk)

    def _changed(self, session: Session) -> None:
        """Called in the thread of whoever gave the command."""
        self.post_message(messages.SessionChanged(session))

    def on_session_changed(self) -> None:
        """Pass the news to every screen that shows the session."""
        for screen in self.screen_stack:
            if isinstance(screen, SessionScreen):
                screen.show_session()

    def look_at_time(self) -> None:
        """Ring when something has ended by itself, and ask about time that passed unseen."""
        desk = self.desk
        if desk is None:
            return
        due, gap = self._lookout.look(desk)
        if due:
            self.bell()
        if gap is not None and not isinstance(self.screen, GapQuestion):
            self.push_screen(GapQuestion(self.words, gap), desk.time.settle_if)

    def on_leave_lobby(self) -> None:
        """Show the hour itself."""
        self._clear()
        if self.desk is not None:
            self.push_screen(RunningScreen(self.words, self.desk, self.host, self._qr))

    def on_end_session(self) -> None:
        """Save, and tell where."""
        self._clear()
        if self.desk is not None:
            self.push_screen(SavedScreen(self.words, self.desk))
            self.desk = None

    async def action_quit(self) -> None:
        """Quit at once when nothing is under way; else say what happens to the session, and ask."""
        if self.desk is None:
            self.exit()
        elif not isinstance(self.screen, Ask) and self._written_up():
            words = self.words
            question = Ask(words, words("tui.quit.ask"), words("tui.quit.why"))
            self.push_screen(question, lambda yes: self.exit() if yes else None)

    def _written_up(self) -> bool:
        """Whether no line is waiting that would be gone with the program; the topmost screen that knows has the say."""
        leading = [screen for screen in self.screen_stack if isinstance(screen, LeadingScreen)]
        return not leading or leading[-1].written_up()
