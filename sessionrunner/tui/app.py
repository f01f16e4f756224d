"""The leader's app: what the screens ask for, and who sees to it."""

from collections.abc import Mapping
from pathlib import PurePath
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.screen import Screen

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.theme import Theme
from sessionrunner.locale import Catalogue
from sessionrunner.tui import wardrobe
from sessionrunner.tui.home import Home
from sessionrunner.tui.hour import Hour
from sessionrunner.tui.messages import AskForPeople, OpenSession, PrepareExercise, PrepareProgramme, ShowLessons
from sessionrunner.tui.screens.library import LibraryScreen
from sessionrunner.tui.speaking import SpeakingApp
from sessionrunner.tui.start import Laptop, Start
from sessionrunner.tui.surroundings import Surroundings

if TYPE_CHECKING:
    from sessionrunner.tui.screens.leaflets import QrMatrix

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
        self.around = Surroundings(laptop, qr)
        self.home = Home(self, self.around)
        self.hour = Hour(self, self.around, self.home)
        self.start = start or Start()
        self.mark = self.start.mark
        """What tells that this is a rehearsal; on every screen's bottom line."""
        self.one_at_a_time = Lock()
        """Held by the thread that opens something: one that another has taken the place of goes on all the same."""

    def get_default_screen(self) -> Screen[None]:
        """What lies at the bottom: the library when that is where everything begins, for an empty one costs a paint."""
        if self.start.at_home:
            return LibraryScreen(self.words, self.around.laptop)
        wardrobe.complete(self.stylesheet)
        return super().get_default_screen()

    def on_mount(self) -> None:
        """Straight to where the leader already is."""
        self.set_interval(_SECOND, self.hour.look_at_time)
        self.begin()

    def begin(self) -> None:
        """The first screen."""
        begin = self.start
        if begin.desk is not None:
            self.hour.take_up(begin.desk)
            if begin.told:
                self.notify("\n".join(begin.told), markup=False, timeout=20)
        elif begin.exercise is None:
            self.go_home()
        elif begin.people is None:
            self.show(PrepareExercise(begin.exercise))
        else:
            self.on_open_session(OpenSession(begin.exercise, begin.people, begin.wishes))

    def on_go_home(self) -> None:
        """Back to where everything begins."""
        self.go_home()

    def go_home(self) -> None:
        """Show home as it was left."""
        self.home.go()

    @work(thread=True)
    def on_library_shown(self) -> None:
        """Load what the next key will ask for while the leader is choosing."""
        self.call_from_thread(wardrobe.complete, self.stylesheet)
        self.around.load()

    def action_doctor(self) -> None:
        """Look whether the laptop is ready; once, however often the key was pressed."""
        if not isinstance(self.screen, self.around.views.doctor):
            self.push_screen(self.around.views.doctor(self.words, self.around.host.care))

    @on(PrepareExercise)
    @on(PrepareProgramme)
    @on(AskForPeople)
    @on(ShowLessons)
    def show(self, asked: "PrepareExercise | PrepareProgramme | AskForPeople | ShowLessons") -> None:
        """Show what a screen has asked for."""
        self.push_screen(self.around.views.asked_for(asked, self.words, self.around.host))

    @work(thread=True, exclusive=True, group="open")
    def on_open_session(self, asked: OpenSession) -> None:
        """Open the session with the people who are here; the disk may take its time, and Enter is pressed again."""
        with self.one_at_a_time:
            if self.hour.desk is not None:
                return
            try:
                desk = self.around.host.open(asked.exercise, asked.people, asked.wishes)
            except SessionRunnerError as error:
                self.call_from_thread(self.hour.not_opened, asked.exercise, error)
            else:
                self.call_from_thread(self.hour.take_up, desk)

    def on_session_changed(self) -> None:
        """Pass the news to every screen that shows the session."""
        self.hour.pass_on()

    def on_leave_lobby(self) -> None:
        """Show the hour itself."""
        self.hour.lead()

    def on_end_session(self) -> None:
        """Save, and tell where."""
        self.hour.save()

    def remember_theme(self, name: str) -> None:
        """Keep it on this laptop; at once, so that of two quick presses the last one holds."""
        self.around.host.remember_theme(name)

    async def action_quit(self) -> None:
        """Quit, after a question if something is under way."""
        self.hour.quit()
