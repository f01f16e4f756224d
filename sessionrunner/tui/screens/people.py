"""Who is here: a number, names or a file, and at once what it means for the hour."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import Crowd
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui import headcount
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import GoHome, OpenSession, SessionChanged
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.base import HELP_WHILE_WRITING, LeaderScreen
from sessionrunner.tui.screens.groups import GroupsScreen
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.names_field import NamesField


class PeopleScreen(LeaderScreen):
    """One field for the people and one for the lessons folder."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("open", "", "go_on", "enter"),
        Key("arrange", "f2", "arrange", "F2"),
        Key("folder", "", "app.focus_next", "tab"),
        Key("mix", "f3", "mix", "F3"),
        Key("home", "escape", "home", "escape"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP_WHILE_WRITING,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, host: Host, exercise: Exercise, arrange: bool = False) -> None:
        """``arrange``: show the groups as soon as it is known who is here."""
        super().__init__(words)
        self._soon = arrange
        self._host = host
        self.exercise = exercise
        self._crowd: Crowd | None = None
        """Who is here, once what was written can be understood."""
        self._spread = True
        """Whether people are mixed by what their list tells about them."""
        self._given = ""
        self._arranging = False
        """Whether the groups lie over this screen."""

    def compose(self) -> ComposeResult:
        """Field, meaning, folder."""
        yield Static(one_line(self.exercise.title, "bold"), classes="headline")
        with Vertical(id="form"):
            yield Static(self.words("tui.people.title"), classes="heading")
            yield Static(self.words("tui.people.how"), classes="muted")
            yield NamesField()
            yield Static(id="meaning")
            yield Static(self.words("tui.people.folder"), classes="heading")
            folder = self._host.lessons.folder
            yield Input(str(folder) if folder else "", id="folder", select_on_focus=False)
            yield Static(id="folder-meaning", classes="muted")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one("#given").focus()
        self._explain_folder()
        self._say(Content.styled(self.words("tui.people.empty"), "$muted"))
        self._remember()

    @work(thread=True, group="prepared")
    def _remember(self) -> None:
        """Who was written down when the groups were prepared is here already."""
        before = self._host.beforehand.prepared(self.exercise)
        if before is not None:
            self.call_later(self._fill, before.people)
        elif self._soon:
            self.call_later(self._ask_first)

    def _fill(self, people: tuple[str, ...]) -> None:
        field = self.query_one("#given", TextArea)
        field.text = str(len(people)) if all(name.isdecimal() for name in people) else "\n".join(people)
        field.move_cursor(field.document.end)

    def _ask_first(self) -> None:
        self._soon = False
        self.inform("tui.people.then-groups")

    def on_screen_resume(self) -> None:
        """Somebody may have been added while the groups were arranged."""
        if self._arranging:
            self._arranging = False
            self._remember()

    @on(TextArea.Changed, "#given")
    def _look(self) -> None:
        self._given = self.query_one("#given", TextArea).text
        self._crowd = None
        if self._given.strip():
            self._interpret(self._given)
        else:
            self._say(Content.styled(self.words("tui.people.empty"), "$muted"))

    @work(thread=True, exclusive=True, group="people")
    def _interpret(self, given: str) -> None:
        """What was written may name a file on a slow share: not in the screen's own thread."""
        try:
            crowd = self._host.beforehand.crowd(given)
            before = self._host.beforehand.prepared(self.exercise)
            meaning = headcount.meaning(self.words, self.exercise, crowd.people)
            more = headcount.told(self.words, crowd, self._spread, before)
            meaning = Content("\n").join([*more, meaning])
        except SessionRunnerError as error:
            crowd, meaning = None, one_line(self.words.explain(error), "$soon")
        self.call_later(self._understood, given, crowd, meaning)

    def _understood(self, given: str, crowd: Crowd | None, meaning: Content) -> None:
        if given == self._given:
            self._crowd = crowd
            self._say(meaning)
            self._arrange_what_is_known()

    def _arrange_what_is_known(self) -> None:
        """Show the groups of people who were here before anything was written, if that was asked for."""
        if self._soon and self._crowd is not None:
            self._prepare(self._crowd)
        self._soon = False

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
        if self._crowd is None:
            self.inform("tui.people.first")
            self.query_one("#given").focus()
        else:
            self._settle(self._crowd, self.query_one("#folder", Input).value.strip())

    def action_mix(self) -> None:
        """Mix by what the list tells about people, or leave it to chance."""
        if self._crowd is None or not self._crowd.column:
            self.inform("board.wishes.no-column")
        else:
            self._spread = not self._spread
            self._interpret(self._given)

    def action_arrange(self) -> None:
        """See the groups and arrange them, now or days before; they are kept on this laptop."""
        if self._crowd is None:
            self.inform("tui.people.first")
        else:
            self._prepare(self._crowd)

    @work(thread=True, exclusive=True, group="prepared")
    def _prepare(self, crowd: Crowd) -> None:
        try:
            desk = self._host.beforehand.prepare(self.exercise, crowd, self._spread)
        except SessionRunnerError as error:
            self.call_later(self.tell, error)
        else:
            self.call_later(self._arrange, desk)

    def _arrange(self, desk: Desk) -> None:
        if not desk.session.groups:
            self.inform("tui.groups.none")
            return
        self._arranging = True
        desk.subscribe(self._changed)
        self.app.push_screen(GroupsScreen(self.words, desk, self._host))

    def _changed(self, session: Session) -> None:
        """The groups on the screen are drawn anew, as they are in the hour."""
        self.app.post_message(SessionChanged(session))

    @work(thread=True, exclusive=True, group="folder")
    def _settle(self, crowd: Crowd, folder: str) -> None:
        """The folder may be on a slow share: it is tried beside the screen."""
        try:
            if folder and folder != str(self._host.lessons.folder or ""):
                self._host.lessons.choose(Path(folder).expanduser())
        except SessionRunnerError as error:
            self.call_later(self.tell, error)
        else:
            self.post_message(OpenSession(self.exercise, crowd.people, crowd.wishes(self._spread)))

    def action_home(self) -> None:
        """Back to the library."""
        self.post_message(GoHome())
