"""The library: what there is, what each exercise needs, which one to lead."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input, OptionList

from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import (
    AskForPeople,
    OpenProgramme,
    PrepareExercise,
    PrepareProgramme,
    Rehearse,
    ShowLessons,
    TakeUpAgain,
)
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.browsing import BrowsingScreen, is_exercise
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.waiting_line import WaitingLine

if TYPE_CHECKING:
    from sessionrunner.tui.stands import Stand

_OF_A_PROGRAMME = (
    Key("open-programme", "", "prepare", "enter"),
    Key("before-day", "i", "before_day", "i"),
    Key("start-now", "s", "start_now", "s"),
)
"""What Enter does to a programme is to open its day; what has to be in place before that has a key of its own."""


class LibraryScreen(BrowsingScreen):
    """What is done with what was found."""

    PURPOSE = "library"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("prepare", "", "prepare", "enter"),
        Key("start-now", "s", "start_now", "s"),
        Key("rehearse", "ö,r", "rehearse", "ö"),
        Key("narrow", "f", "narrow", "f"),
        Key("programmes", "p", "programmes", "p"),
        Key("lessons", "l", "lessons", "l"),
        Key("search", "slash,ctrl+f", "go_to('search')", "/"),
        Key("choose", "", "go_to('search')", "↑↓"),
        Key("package", "left", "package(-1)", "←→"),
        Key("edit", "e", "edit", "e"),
        Key("new-exercise", "n", "new_exercise", "n"),
        Key("doctor", "d", "app.doctor", "d"),
        Key("take-up", "u", "take_up", "u"),
        Key("before-day", "i", "before_day", "i"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS, ("right", "package(1)"), ("escape", "list"), ("down", "go_to('exercises')"))

    def described(self, stand: "Stand") -> None:
        """Programmes have a key of their own on the bottom line."""
        rest = [key for key in self.KEYS[2:] if key.name != "before-day"]
        self.query_one(KeyBar).show(self.KEYS if stand.filtered else (*_OF_A_PROGRAMME, *rest))

    @on(OptionList.OptionSelected, "#exercises")
    @on(Input.Submitted, "#search")
    def action_prepare(self) -> None:
        """Go to the preparation of the chosen exercise, or to the programme's day."""
        # What an exercise is made of is not needed to paint the list.
        from sessionrunner.core.exercise import Exercise

        if isinstance(self.showcase.chosen, Exercise):
            self.post_message(PrepareExercise(self.showcase.chosen))
        elif self.showcase.chosen is not None:
            self.post_message(OpenProgramme(self.showcase.chosen))

    def action_before_day(self) -> None:
        """Show what must be in place before what is chosen."""
        # What an exercise is made of is not needed to paint the list.
        from sessionrunner.core.exercise import Exercise

        if isinstance(self.showcase.chosen, Exercise):
            self.action_prepare()
        elif self.showcase.chosen is not None:
            self.post_message(PrepareProgramme(self.showcase.chosen))

    def action_start_now(self) -> None:
        """Skip the preparation: ask who is here."""
        if is_exercise(self.showcase.chosen):
            self.post_message(AskForPeople(self.showcase.chosen))
        else:
            self.action_prepare()

    def action_lessons(self) -> None:
        """Earlier decisions, and what became of them."""
        self.post_message(ShowLessons())

    def action_rehearse(self) -> None:
        """Practise what is chosen with simulated phones, after a question."""
        if self.showcase.chosen is not None:
            # Whoever practises does not do so before the first screen has been painted.
            from sessionrunner.tui.screens.ask import Ask

            told = "\n\n".join(self.words(f"library.rehearse.{part}") for part in ("how", "kept"))
            self.app.push_screen(Ask(self.words, self.words("library.rehearse.title"), told), self._rehearse_if)

    def _rehearse_if(self, yes: bool | None) -> None:
        if yes and self.showcase.chosen is not None:
            chosen = self.showcase.chosen
            from sessionrunner.tui.screens.hold import Hold

            # Until the rehearsal stands, no key may begin anything else.
            self.app.push_screen(Hold(self.words, self.words("library.rehearse.opening")))
            self.post_message(Rehearse(chosen))

    def action_edit(self) -> None:
        """Change the chosen exercise, or a version of one's own of it."""
        if is_exercise(self.showcase.chosen):
            # The editor is not needed to paint the list.
            from sessionrunner.tui.screens import authoring

            authoring.edit(self, self._laptop.host().workshop, self.showcase.chosen, self.showcase.begin_at)

    def action_new_exercise(self) -> None:
        """Make an exercise of one's own."""
        from sessionrunner.tui.screens import authoring

        authoring.begin(self, self._laptop.host().workshop, self.showcase.begin_at)

    def action_take_up(self) -> None:
        """Take up what was interrupted."""
        waiting = self.query_one(WaitingLine).waiting
        if waiting is not None and waiting.id:
            self.post_message(TakeUpAgain(waiting.id))
        elif waiting is not None:
            self.inform("unfinished.nothing")
