"""The groups before people come: read if they have been prepared, and arranged on a screen of their own."""

from collections.abc import Callable
from functools import partial

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import Crowd
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.tui.messages import SessionChanged
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.screens.groups import GroupsScreen


class GroupsAhead:
    """Works beside the screen it belongs to: the laptop's disk may take its time."""

    def __init__(
        self, screen: LeaderScreen, host: Host, exercise: Exercise, soon: bool, known: Callable[[tuple[str, ...]], None]
    ) -> None:
        """``soon``: show the groups as soon as it is known who is here; ``known`` is told who was written down."""
        self._screen, self._host, self._exercise = screen, host, exercise
        self._soon, self._known = soon, known
        self._arranging = False
        """Whether the groups lie over the screen."""
        self._preparing = False
        """Whether a thread is at it: two would write into the same file."""

    def remember(self) -> None:
        """Who was written down when the groups were prepared is here already."""
        self._screen.run_worker(self._look, thread=True, group="prepared")

    def _look(self) -> None:
        before = self._host.beforehand.prepared(self._exercise)
        if before is not None:
            self._screen.call_later(self._known, before.people)
        elif self._soon:
            self._screen.call_later(self._ask_first)

    def _ask_first(self) -> None:
        self._soon = False
        self._screen.inform("tui.people.then-groups")

    def resumed(self) -> None:
        """Somebody may have been added while the groups were arranged."""
        if self._arranging:
            self._arranging = False
            self.remember()

    def show_soon(self, crowd: Crowd | None, spread: bool) -> None:
        """Show the groups of people who were here before anything was written, if that was asked for."""
        if self._soon and crowd is not None:
            self.show(crowd, spread)
        self._soon = False

    def show(self, crowd: Crowd, spread: bool) -> None:
        """See the groups and arrange them, once however often it is asked for; they are kept on this laptop."""
        if not self._preparing:
            self._preparing = True
            self._screen.run_worker(partial(self._prepare, crowd, spread), thread=True, group="prepared")

    def _prepare(self, crowd: Crowd, spread: bool) -> None:
        try:
            desk = self._host.beforehand.prepare(self._exercise, crowd, spread)
        except SessionRunnerError as error:
            self._screen.call_later(self._not_prepared, error)
        else:
            self._screen.call_later(self._arrange, desk)

    def _not_prepared(self, error: SessionRunnerError) -> None:
        self._preparing = False
        self._screen.tell(error)

    def _arrange(self, desk: Desk) -> None:
        self._preparing = False
        if not desk.session.groups:
            self._screen.inform("tui.groups.none")
            return
        self._arranging = True
        desk.subscribe(self._changed)
        self._screen.app.push_screen(GroupsScreen(self._screen.words, desk, self._host))

    def _changed(self, session: Session) -> None:
        """The groups on the screen are drawn anew, as they are in the hour."""
        self._screen.app.post_message(SessionChanged(session))
