"""The session under way: shown where it is, rung for in time, and not left by mistake."""

from functools import partial
from typing import TYPE_CHECKING

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.tui.home import Home
from sessionrunner.tui.messages import SessionChanged
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.speaking import SpeakingApp
from sessionrunner.tui.surroundings import Surroundings

if TYPE_CHECKING:
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.core.session import Session
    from sessionrunner.desk import Desk


class Hour:
    """Goes from the lobby to the saved record, above home."""

    def __init__(self, app: SpeakingApp, around: Surroundings, home: Home) -> None:
        self._app, self._around, self._home = app, around, home
        self.desk: Desk | None = None
        """The session under way, if any."""

    def take_up(self, desk: "Desk") -> None:
        """Show a session where it is: in the lobby, under way or ended."""
        self.desk = desk
        desk.subscribe(self._changed)
        self._home.clear()
        around, views = self._around, self._around.views
        if desk.session.stage is views.stage.LOBBY:
            self._app.push_screen(views.lobby(self._app.words, desk, around.host, around.qr))
        elif desk.session.stage is views.stage.RUNNING:
            self.lead()
            self._app.run_worker(partial(around.host.invite, desk), thread=True)
        else:
            self.save()

    def not_opened(self, exercise: "Exercise", error: SessionRunnerError) -> None:
        """Say why there is no session, over whoever was asked for the people."""
        app, around = self._app, self._around
        if not isinstance(app.screen, LeaderScreen):
            app.push_screen(around.views.people(app.words, around.host, exercise))
        app.notify(app.words.explain(error), severity="warning", markup=False, timeout=12)

    def lead(self) -> None:
        """Show the hour itself."""
        self._home.clear()
        if self.desk is not None:
            around = self._around
            self._app.push_screen(around.views.running(self._app.words, self.desk, around.host, around.qr))

    def save(self) -> None:
        """Save, and tell where; what has ended already is not cleared away."""
        if self.desk is not None:
            self._home.clear()
            self._app.push_screen(self._around.views.saved(self._app.words, self.desk))
            self.desk = None

    def _changed(self, session: "Session") -> None:
        """Called in the thread of whoever gave the command."""
        self._app.post_message(SessionChanged(session))

    def pass_on(self) -> None:
        """Let every screen that shows the session draw it anew."""
        for screen in self._app.screen_stack:
            if isinstance(screen, self._around.views.session):
                # In its own queue: a screen on its way in has no parts to draw yet.
                screen.call_later(screen.show_session)

    def look_at_time(self) -> None:
        """Ring when something has ended by itself, and ask about time that passed unseen."""
        desk, app = self.desk, self._app
        if desk is None:
            return
        views = self._around.views
        due, gap = views.lookout.look(desk)
        if due:
            app.bell()
        if gap is not None and not isinstance(app.screen, views.gap):
            app.push_screen(views.gap(app.words, gap), desk.time.settle_if)

    def quit(self) -> None:
        """Quit at once when nothing is under way; else say what happens to the session, and ask."""
        app = self._app
        if self.desk is None:
            app.exit()
        elif not isinstance(app.screen, self._around.views.ask) and self._written_up():
            question = self._around.views.ask(app.words, app.words("tui.quit.ask"), app.words("tui.quit.why"))
            app.push_screen(question, lambda yes: app.exit() if yes else None)

    def _written_up(self) -> bool:
        """Whether no line is waiting that would be gone with the program; the topmost screen that knows has the say."""
        whole = (screen for screen in self._app.screen_stack if screen.is_mounted)
        leading = [screen for screen in whole if isinstance(screen, self._around.views.leading)]
        return not leading or leading[-1].written_up()
