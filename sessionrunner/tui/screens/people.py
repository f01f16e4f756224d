"""Who is here: a number, names or a file, and at once what it means for the hour."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static, TextArea

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.numbers import only_numbers
from sessionrunner.core.paths import unquoted
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import Crowd
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import GoHome, OpenSession
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.base import HELP_WHILE_WRITING, LeaderScreen
from sessionrunner.tui.screens.groups_ahead import GroupsAhead
from sessionrunner.tui.widgets.course import course, examples
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.meaning import Meaning
from sessionrunner.tui.widgets.names_field import NamesField


class PeopleScreen(LeaderScreen):
    """One field for the people and one for the lessons folder."""

    PURPOSE = "people"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("open", "", "go_on", "enter"),
        Key("arrange", "f2", "arrange", "F2"),
        Key("folder", "", "app.focus_next", "tab"),
        Key("mix", "f3", "mix", "F3"),
        Key("network-back", "escape", "leave", "escape"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP_WHILE_WRITING,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, host: Host, exercise: Exercise, arrange: bool = False) -> None:
        """``arrange``: show the groups as soon as it is known who is here."""
        super().__init__(words)
        self._host = host
        self.exercise = exercise
        self._meaning = Meaning(words, exercise, host.beforehand, self._understood)
        self._groups = GroupsAhead(self, host, exercise, arrange, self._fill)

    def compose(self) -> ComposeResult:
        """Field, meaning, folder."""
        yield Static(one_line(self.exercise.title, "bold"), classes="headline")
        with Horizontal(id="columns"):
            with Vertical(id="form"):
                yield Static(self.words("tui.people.title"), classes="heading")
                yield Static(self.words("tui.people.how"), classes="muted")
                yield NamesField()
                yield self._meaning
                yield Static(self.words("tui.people.folder"), classes="heading")
                folder = self._host.lessons.folder
                yield Input(str(folder) if folder else "", id="folder", select_on_focus=False)
                yield Static(id="folder-meaning", classes="muted")
            with Vertical(id="beside"):
                yield Static(examples(self.words), id="examples")
                yield Static(course(self.words, self.exercise), id="course")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one("#given").focus()
        self._explain_folder()
        self._groups.remember()

    def _fill(self, people: tuple[str, ...]) -> None:
        field = self.query_one("#given", TextArea)
        field.text = str(len(people)) if only_numbers(people) else "\n".join(people)
        field.move_cursor(field.document.end)

    def on_screen_resume(self) -> None:
        """The groups may have been arranged."""
        self._groups.resumed()

    @on(TextArea.Changed, "#given")
    def _read(self) -> None:
        self._meaning.read(self.query_one("#given", TextArea).text)

    def _understood(self) -> None:
        self._groups.show_soon(self._meaning.crowd, self._meaning.spread)

    @on(Input.Changed, "#folder")
    def _explain_folder(self) -> None:
        given = self.query_one("#folder", Input).value.strip()
        key = "tui.people.folder-given" if given else "tui.people.folder-empty"
        self.query_one("#folder-meaning", Static).update(self.words(key))

    @on(NamesField.Done)
    @on(Input.Submitted, "#folder")
    def action_go_on(self) -> None:
        """Open the session, once it is known who is here and where the lessons go."""
        if self._meaning.crowd is None:
            self.inform("tui.people.first")
            self.query_one("#given").focus()
        else:
            self._settle(self._meaning.crowd, unquoted(self.query_one("#folder", Input).value))

    def action_mix(self) -> None:
        """Mix by what the list tells about people, or leave it to chance."""
        if not self._meaning.mix():
            self.inform("board.wishes.no-column")

    def action_arrange(self) -> None:
        """See the groups and arrange them, now or days before."""
        if self._meaning.crowd is None:
            self.inform("tui.people.first")
        else:
            self._groups.show(self._meaning.crowd, self._meaning.spread)

    @work(thread=True, exclusive=True, group="folder")
    def _settle(self, crowd: Crowd, folder: str) -> None:
        """The folder may be on a slow share: it is tried beside the screen."""
        try:
            if folder and folder != str(self._host.lessons.folder or ""):
                self._host.lessons.choose(Path(folder).expanduser())
        except SessionRunnerError as error:
            self.call_later(self.tell, error)
        else:
            self.post_message(OpenSession(self.exercise, crowd.people, crowd.wishes(self._meaning.spread)))

    def action_leave(self) -> None:
        """Back to where the leader came from: the preparation or the library."""
        if any(isinstance(screen, LeaderScreen) for screen in self.app.screen_stack[:-1]):
            self.app.pop_screen()
        else:
            self.post_message(GoHome())
