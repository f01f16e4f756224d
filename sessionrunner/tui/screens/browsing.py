"""Looking through the library: words, filters and packages, and what can be told only when it has been read."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.tui.messages import LibraryShown
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.showcase import Showcase
from sessionrunner.tui.start import Laptop
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.waiting_line import WaitingLine

if TYPE_CHECKING:
    from sessionrunner.core.browsing import Filters
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.core.progress import Progress
    from sessionrunner.tui.stands import Shown, Stand

_CALM = 0.25
"""Seconds with the list on the screen before what it leads to is loaded: until then the machine has enough to paint."""


def is_exercise(shown: "Shown | None") -> "TypeGuard[Exercise]":
    """Whether it is an exercise; what one is made of is not loaded before somebody asks."""
    from sessionrunner.core.exercise import Exercise

    return isinstance(shown, Exercise)


class BrowsingScreen(LeaderScreen):
    """Search, what is on show, and the keys; what is done with it is for the library to say."""

    AUTO_FOCUS = "#exercises"

    def __init__(self, words: Catalogue, laptop: Laptop) -> None:
        super().__init__(words)
        self._laptop = laptop
        self.showcase = Showcase(words, laptop, self.described)
        self._waiting = WaitingLine()
        self._calm = False
        """Whether the list has been on the screen for a while."""
        self._wanted = False
        """Whether the programmes were asked for before they had been read."""

    def compose(self) -> ComposeResult:
        """Search first, then three columns."""
        with Horizontal(id="search-line"):
            yield Static(self.words("tui.library.search-word"), id="search-word")
            yield Input(placeholder=self.words("tui.library.search"), id="search", select_on_focus=False, compact=True)
        yield self._waiting
        yield self.showcase
        yield KeyBar(self.KEYS, self.words)

    def described(self, stand: "Stand") -> None:
        """Something of this stand is under the cursor."""

    def on_mount(self) -> None:
        """The list at once; what can wait when that has been painted."""
        self.showcase.paint()
        self.set_timer(_CALM, self._painted)

    def _painted(self) -> None:
        self._calm = True
        self.showcase.open()
        self.post_message(LibraryShown())
        self._look_back()

    def on_screen_resume(self) -> None:
        """An hour may just have ended."""
        if self._calm:
            self._look_back()

    @work(thread=True, exclusive=True, group="look-back")
    def _look_back(self) -> None:
        """The programmes, and what the group has done; a share that is slow or away costs only the memory."""
        host = self._laptop.host()
        exercises = tuple(host.exercises())
        changed = exercises != self.showcase.exercises
        if changed:
            self.call_later(self.showcase.take, exercises)
        if changed or not self.showcase.on_show.complete:
            from sessionrunner.tui.programme_stand import ProgrammeStand

            programmes = self._laptop.days().programmes()
            self.call_later(self._add, ProgrammeStand(self.words, programmes, exercises, host.today()))
        self.call_later(self._waiting.show, self._laptop.unfinished().waiting())
        from sessionrunner.core.progress import progress

        with suppress(SessionRunnerError):
            self.call_later(self._remember, progress(host.memory.past(), exercises))

    def _add(self, stand: "Stand") -> None:
        if self.showcase.on_show.complete:
            return
        self.showcase.on_show.stands.append(stand)
        self.showcase.stack()
        if self._wanted:
            self.action_programmes()

    def _remember(self, found: "Progress") -> None:
        if self.showcase.look_for(replace(self.showcase.on_show.looking, so_far=found)):
            self.showcase.stack()

    @on(Input.Changed, "#search")
    def _searched(self, event: Input.Changed) -> None:
        if event.value:
            self.showcase.open()
        on_show = self.showcase.on_show
        if on_show.stands and on_show.look_for(replace(on_show.looking, query=event.value)):
            self.showcase.fill()

    def action_list(self) -> None:
        """Back to the list, with everything in it."""
        from sessionrunner.core.browsing import ALL

        self.showcase.open()
        self.narrow_to(ALL)
        self.query_one("#search", Input).value = ""
        self.query_one("#exercises").focus()

    def action_narrow(self) -> None:
        """Choose what is to be shown."""
        self.showcase.open()
        on_show = self.showcase.on_show
        if on_show.stand.filtered:
            # Nobody narrows a list down before it has been painted.
            from sessionrunner.tui.screens.narrowing import NarrowingScreen

            self.app.push_screen(NarrowingScreen(self.words, on_show.looking.filters, on_show.hits), self.narrow_to)

    def narrow_to(self, filters: "Filters | None") -> None:
        """Show only what passes these; None changes nothing."""
        if filters is not None:
            self.showcase.look_for(replace(self.showcase.on_show.looking, filters=filters))

    def action_package(self, step: int) -> None:
        """Show the next or the previous package."""
        self.showcase.open()
        self.showcase.on_show.turn(step)
        self.showcase.turn()

    def action_programmes(self) -> None:
        """Show the programmes, or all exercises again."""
        if self.showcase.on_show.complete:
            self.showcase.on_show.turn_to_programmes()
            self.showcase.turn()
        else:
            self._wanted = True
