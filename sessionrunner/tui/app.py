"""The leader's app: which screen is shown when, and nothing else."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import PurePath
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import Screen

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.theme import Theme
from sessionrunner.locale import Catalogue
from sessionrunner.tui import wardrobe
from sessionrunner.tui.messages import AskForPeople, OpenSession, PrepareExercise, SessionChanged
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.screens.library import LibraryScreen
from sessionrunner.tui.speaking import SpeakingApp
from sessionrunner.tui.start import Days, Laptop, Start

if TYPE_CHECKING:
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.core.session import Session
    from sessionrunner.desk import Desk
    from sessionrunner.host import Host
    from sessionrunner.tui.screens.leaflets import QrMatrix
    from sessionrunner.tui.views import Views

__all__ = ["SessionApp", "Start"]


_SECOND = 1.0
"""Between looks at both clocks; it must be regular for a stop to be noticed."""


class SessionApp(SpeakingApp):
    """Leads from the library to the saved lesson; everything outside comes through the host and the desk."""

    TITLE = "sessionrunner"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["styles/base.tcss", "styles/library.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("question_mark,f1", "explain_keys", show=False),
        Binding("f9", "next_theme", show=False, priority=True),
    ]

    def __init__(
        self,
        laptop: Laptop,
        catalogue: Catalogue,
        themes: Mapping[str, Theme],
        theme: str,
        start: Start | None = None,
        *,
        qr: "QrMatrix",
    ) -> None:
        super().__init__(catalogue, themes, theme)
        self.laptop = laptop
        self._loaded: tuple[object, ...] = ()
        self.desk: Desk | None = None
        """The session under way, if any."""
        self._qr, self.start = qr, start or Start()
        self.mark = self.start.mark
        """What tells that this is a rehearsal; on every screen's bottom line."""
        self._one_at_a_time = Lock()

    @property
    def host(self) -> "Host":
        """Everything outside that is not the library."""
        return self.laptop.host()

    def days(self) -> "Days":
        """The programmes, and the days that are made of them."""
        return self.laptop.days()

    @cached_property
    def views(self) -> "Views":
        """Everything but the library takes a while to load; the library is on the screen by then."""
        from sessionrunner.tui.views import Views

        return Views()

    def get_default_screen(self) -> Screen[None]:
        """What lies at the bottom: the library when that is where everything begins, for an empty one costs a paint."""
        if self.start.at_home:
            return LibraryScreen(self.words, self.laptop)
        wardrobe.complete(self.stylesheet)
        return super().get_default_screen()

    def on_mount(self) -> None:
        """Straight to where the leader already is."""
        self.set_interval(_SECOND, self.look_at_time)
        self.begin()

    def begin(self) -> None:
        """The first screen."""
        begin = self.start
        if begin.desk is not None:
            self.take_up(begin.desk)
            self._tell(begin.told)
        elif begin.exercise is None:
            self.go_home()
        elif begin.people is None:
            self.push_screen(self.views.preparation(self.words, begin.exercise, self.host))
        else:
            self.on_open_session(OpenSession(begin.exercise, begin.people, begin.wishes))

    def is_home(self) -> bool:
        """Whether the screen on top is the one that everything comes back to."""
        return isinstance(self.screen, LibraryScreen)

    def show_home(self) -> None:
        """Push it, where it is not to be found beneath the others."""
        self.push_screen(LibraryScreen(self.words, self.laptop))

    def _tell(self, lines: Sequence[str]) -> None:
        if lines:
            self.notify("\n".join(lines), markup=False, timeout=20)

    def _clear(self) -> None:
        """Take away every screen above home, or above nothing."""
        while len(self.screen_stack) > 1 and not self.is_home():
            self.pop_screen()

    def on_go_home(self) -> None:
        """Back to where everything begins."""
        self.go_home()

    def go_home(self) -> None:
        """Show home as it was left."""
        self._clear()
        if not self.is_home():
            self.show_home()

    @work(thread=True)
    def on_library_shown(self) -> None:
        """Load what the next key will ask for while the leader is choosing."""
        self.call_from_thread(wardrobe.complete, self.stylesheet)
        self._loaded = (self.views, self.host)

    def action_doctor(self) -> None:
        """Look whether the laptop is ready."""
        self.push_screen(self.views.doctor(self.words, self.host.care))

    def on_prepare_exercise(self, asked: PrepareExercise) -> None:
        """Show the preparation."""
        self.push_screen(self.views.preparation(self.words, asked.exercise, self.host))

    def on_show_lessons(self) -> None:
        """Show the lessons folder."""
        self.push_screen(self.views.lessons(self.words, self.host.memory, self.host.today()))

    def on_ask_for_people(self, asked: AskForPeople) -> None:
        """Ask who is here."""
        self.push_screen(self.views.people(self.words, self.host, asked.exercise, asked.arrange))

    @work(thread=True, exclusive=True, group="open")
    def on_open_session(self, asked: OpenSession) -> None:
        """Open the session with the people who are here; the disk may take its time, and Enter is pressed again."""
        with self._one_at_a_time:
            if self.desk is None:
                self._open(asked)

    def _open(self, asked: OpenSession) -> None:
        try:
            desk = self.host.open(asked.exercise, asked.people, asked.wishes)
        except SessionRunnerError as error:
            self.call_from_thread(self._not_opened, asked.exercise, error)
        else:
            self.call_from_thread(self.take_up, desk)

    def _not_opened(self, exercise: "Exercise", error: SessionRunnerError) -> None:
        if not isinstance(self.screen, LeaderScreen):
            self.push_screen(self.views.people(self.words, self.host, exercise))
        self.notify(self.words.explain(error), severity="warning", markup=False, timeout=12)

    def take_up(self, desk: "Desk") -> None:
        """Show a session where it is: in the lobby, under way or ended."""
        self.desk = desk
        desk.subscribe(self._changed)
        self._clear()
        if desk.session.stage is self.views.stage.LOBBY:
            self.push_screen(self.views.lobby(self.words, desk, self.host, self._qr))
        elif desk.session.stage is self.views.stage.RUNNING:
            self.on_leave_lobby()
            self._invite(desk)
        else:
            self.on_end_session()

    def remember_theme(self, name: str) -> None:
        """Keep it on this laptop; at once, so that of two quick presses the last one holds."""
        self.host.remember_theme(name)

    @work(thread=True)
    def _invite(self, desk: "Desk") -> None:
        self.host.invite(desk)

    def _changed(self, session: "Session") -> None:
        """Called in the thread of whoever gave the command."""
        self.post_message(SessionChanged(session))

    def on_session_changed(self) -> None:
        """Pass the news to every screen that shows the session."""
        for screen in self.screen_stack:
            if isinstance(screen, self.views.session):
                # In its own queue: a screen on its way in has no parts to draw yet.
                screen.call_later(screen.show_session)

    def look_at_time(self) -> None:
        """Ring when something has ended by itself, and ask about time that passed unseen."""
        desk = self.desk
        if desk is None:
            return
        due, gap = self.views.lookout.look(desk)
        if due:
            self.bell()
        if gap is not None and not isinstance(self.screen, self.views.gap):
            self.push_screen(self.views.gap(self.words, gap), desk.time.settle_if)

    def on_leave_lobby(self) -> None:
        """Show the hour itself."""
        self._clear()
        if self.desk is not None:
            self.push_screen(self.views.running(self.words, self.desk, self.host, self._qr))

    def on_end_session(self) -> None:
        """Save, and tell where; what has ended already is not cleared away."""
        if self.desk is not None:
            self._clear()
            self.push_screen(self.views.saved(self.words, self.desk))
            self.desk = None

    async def action_quit(self) -> None:
        """Quit at once when nothing is under way; else say what happens to the session, and ask."""
        if self.desk is None:
            self.exit()
        elif not isinstance(self.screen, self.views.ask) and self._written_up():
            words = self.words
            question = self.views.ask(words, words("tui.quit.ask"), words("tui.quit.why"))
            self.push_screen(question, lambda yes: self.exit() if yes else None)

    def _written_up(self) -> bool:
        """Whether no line is waiting that would be gone with the program; the topmost screen that knows has the say."""
        leading = [screen for screen in self.screen_stack if isinstance(screen, self.views.leading)]
        return not leading or leading[-1].written_up()
