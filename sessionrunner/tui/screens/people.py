"""Who is here: a number, names or a file, and at once what it means for the hour."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui import headcount
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import GoHome, OpenSession
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.base import HELP_WHILE_WRITING, LeaderScreen
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.names_field import NamesField


class PeopleScreen(LeaderScreen):
    """One field for the people and one for the lessons folder."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("open", "", "go_on", "enter"),
        Key("folder", "", "app.focus_next", "tab"),
        Key("home", "escape", "home", "escape"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP_WHILE_WRITING,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, host: Host, exercise: Exercise) -> None:
        super().__init__(words)
        self._host = host
        self.exercise = exercise
        self._people: tuple[str, ...] = ()
        self._given = ""

    def compose(self) -> ComposeResult:
        """Field, meaning, folder."""
        yield Static(one_line(self.exercise.title, "bold"), classes="headline")
        with Vertical(id="form"):
            yield Static(self.words("tui.people.title"), classes="heading")
            yield Static(self.words("tui.people.how"), classes="muted")
            yield NamesField()
            yield Static(id="meaning")
            yield Static(self.words("tui.people.folder"), classes="heading")
            folder = self._host.lessons_folder
            yield Input(str(folder) if folder else "", id="folder", select_on_focus=False)
            yield Static(id="folder-meaning", classes="muted")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one("#given").focus()
        self._explain_folder()
        self._say(Content.styled(self.words("tui.people.empty"), "$muted"))

    @on(TextArea.Changed, "#given")
    def _look(self) -> None:
        self._given = self.query_one("#given", TextArea).text
        self._people = ()
        if self._given.strip():
            self._interpret(self._given)
        else:
            self._say(Content.styled(self.words("tui.people.empty"), "$muted"))

    @work(thread=True, exclusive=True, group="people")
    def _interpret(self, given: str) -> None:
        """What was written may name a file on a slow share: not in the screen's own thread."""
        try:
            people = self._host.people(given)
            meaning = headcount.meaning(self.words, self.exercise, people)
        except SessionRunnerError as error:
            people, meaning = (), one_line(self.words.explain(error), "$soon")
        self.app.call_from_thread(self._understood, given, people, meaning)

    def _understood(self, given: str, people: tuple[str, ...], meaning: Content) -> None:
        if given == self._given:
            self._people = people
            self._say(meaning)

    def _say(self, meaning: Content) -> None:
        self.query_one("#meaning", Static).update(meaning)

    @on(Input.Changed, "#folder")
    def _explain_folder(self) -> None:
        given = self.query_one("#folder", Input).value.strip()
        key = "tui.people.folder-given" if given else "tui.people.folder-empty"
        self.query_one("#folder-meaning", Static).update(self.words(key))

    @on(NamesField.Done)
    @on(Input.Submitted, "#folder")
    def action_go_on(self) -> None:
        """Open the session, once it is known who is here and where the lessons go."""
        if not self._people:
            self.inform("tui.people.first")
            self.query_one("#given").focus()
        else:
            self._settle(self._people, self.query_one("#folder", Input).value.strip())

    @work(thread=True, exclusive=True, group="folder")
    def _settle(self, people: tuple[str, ...], folder: str) -> None:
        """The folder may be on a slow share: it is tried beside the screen."""
        try:
            if folder and folder != str(self._host.lessons_folder or ""):
                self._host.choose_lessons_folder(Path(folder).expanduser())
        except SessionRunnerError as error:
            self.app.call_from_thread(self.tell, error)
        else:
            self.post_message(OpenSession(self.exercise, people))

    def action_home(self) -> None:
        """Back to the library."""
        self.post_message(GoHome())
