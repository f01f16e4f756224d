"""The leader's app: which screen is shown when, and nothing else."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.session import Session, Stage
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.theme import Theme
from sessionrunner.desk import Desk, Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui import colours, messages
from sessionrunner.tui.keys import Key
from sessionrunner.tui.palette import Palette
from sessionrunner.tui.screens.ask import Ask
from sessionrunner.tui.screens.base import LeaderScreen, SessionScreen
from sessionrunner.tui.screens.keys import key_leaflet
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.screens.library import LibraryScreen
from sessionrunner.tui.screens.lobby import LobbyScreen
from sessionrunner.tui.screens.people import PeopleScreen
from sessionrunner.tui.screens.preparation import PreparationScreen
from sessionrunner.tui.screens.running import RunningScreen
from sessionrunner.tui.screens.saved import SavedScreen
from sessionrunner.tui.start import Start

__all__ = ["SessionApp", "Start"]


class SessionApp(App[None]):
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
        super().__init__()
        self.host, self.words = host, catalogue
        self.desk: Desk | None = None
        """The session under way, if any."""
        self._qr, self._from = qr, start or Start()
        for one in themes.values():
            self.register_theme(colours.textual_theme(one))
        self._own_themes = dict(themes)
        self.theme = colours.WITHOUT_COLOUR if self.no_color else theme

    @property
    def failure(self) -> Exception | None:
        """What made the screens stop, when something of our own did."""
        return self._exception

    def _fatal_error(self) -> None:
        """Say that nothing is lost; Textual's own report would show what variables hold, answers too, to the room."""
        self.panic(self.words("tui.crash"))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colour names must exist under Textual's own themes too."""
        return dict(colours.FALLBACK)

    def on_mount(self) -> None:
        """Straight to where the leader already is."""
        begin = self._from
        if begin.desk is not None:
            self._take_up(begin.desk)
        elif begin.exercise is None:
            self.on_go_home()
        elif begin.people is None:
            self.push_screen(PreparationScreen(self.words, begin.exercise))
        else:
            self._open(begin.exercise, begin.people)

    def _clear(self) -> None:
        """Take away every screen above the library, or above nothing."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, LibraryScreen):
            self.pop_screen()

    def on_go_home(self) -> None:
        """Show the library as it was left."""
        self._clear()
        if not isinstance(self.screen, LibraryScreen):
            self.push_screen(LibraryScreen(self.words, self.host))

    def on_prepare_exercise(self, asked: messages.PrepareExercise) -> None:
        """Show the preparation."""
        self.push_screen(PreparationScreen(self.words, asked.exercise))

    def on_ask_for_people(self, asked: messages.AskForPeople) -> None:
        """Ask who is here."""
        self.push_screen(PeopleScreen(self.words, self.host, asked.exercise))

    def on_open_session(self, asked: messages.OpenSession) -> None:
        """Open the session with the people who are here."""
        self._open(asked.exercise, asked.people)

    @work(thread=True, exclusive=True, group="open")
    def _open(self, exercise: Exercise, people: tuple[str, ...]) -> None:
        try:
            desk = self.host.open(exercise, people)
        except SessionRunnerError as error:
            self.call_from_thread(self._not_opened, exercise, error)
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
        elif not isinstance(self.screen, Ask):
            words = self.words
            self.push_screen(Ask(words, words("tui.quit.ask"), words("tui.quit.why")), self._quit)

    def _quit(self, yes: bool | None) -> None:
        if yes:
            self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C has stopped many a program by mistake: say how to leave instead."""
        self.notify(self.words("tui.quit.how"), markup=False)

    def action_explain_keys(self) -> None:
        """Show the keys of the screen underneath."""
        if isinstance(self.screen, LeaderScreen):
            self.push_screen(key_leaflet(self.words, self.screen.KEYS))

    def action_command_palette(self) -> None:
        """Everything that can be done here, by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(self.words))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The screen's keys, the themes, and nothing else."""
        if isinstance(screen, LeaderScreen):
            for key in screen.KEYS:
                yield self._command(screen, key)
        for name, theme in self._own_themes.items():
            title = self.words("tui.palette.theme", name=theme.title.get(self.words.language, name))
            yield SystemCommand(title, self.words("tui.palette.theme-help"), partial(setattr, self, "theme", name))

    def _command(self, screen: LeaderScreen, key: Key) -> SystemCommand:
        action = partial(screen.run_action, key.action)
        return SystemCommand(key.label(self.words).capitalize(), key.help(self.words), action)
