"""Lobby: the QR code for the phones, who works with whom, and one key to begin."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.commands import AgreeOnSecrecy
from sessionrunner.core.discussion import follows_first, offered_minutes
from sessionrunner.core.secrecy import secrecy_waits
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.locale.lesson_lines import follow_first
from sessionrunner.tui.folder_watch import FolderWatch
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import LeaveLobby
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.ask import AskAgreement
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.correcting import CorrectingScreen
from sessionrunner.tui.screens.groups import GroupsScreen
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.screens.network import NetworkScreen
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.lobby_text import Lobby, lobby_text
from sessionrunner.tui.widgets.qr_code import QrCode
from sessionrunner.tui.widgets.trouble_line import TroubleLine

_AROUND = 8
"""Rows that are not for words where there is air around them: edges, title, trouble and keys."""


class LobbyScreen(CorrectingScreen):
    """Phones come in while the leader waits; nothing has to work for the hour to begin."""

    PURPOSE = "lobby"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("begin", "space,enter,pagedown,right", "begin", "enter"),
        Key("now", "h", "now", "h"),
        Key("wall", "w", "wall", "w"),
        Key("groups", "g", "groups", "g"),
        Key("follow", "u", "follow", "u"),
        Key("began", "b", "began", "b"),
        Key("network", "n", "network", "n"),
        Key("doctor", "d", "app.doctor", "d"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk, host: Host, qr: QrMatrix) -> None:
        super().__init__(words, desk)
        self._host, self._qr = host, qr
        self._drawn = ""
        self._inviting = True
        self._said = Content("")
        self.folder = FolderWatch(self, host.lessons.trouble, lambda found: self.query_one(TroubleLine).tell(found))
        """Tells of trouble with the lessons folder while there is still time to do something about it."""

    def compose(self) -> ComposeResult:
        """QR code to the left, everything in words to the right."""
        with Horizontal(id="lobby"):
            yield QrCode()
            with Vertical(id="welcome"):
                yield Static(one_line(self.desk.session.exercise.title, "bold $accent"))
                yield Static(id="lobby-text")
        yield TroubleLine(self.words)
        yield KeyBar([key for key in self.KEYS if key.name != "follow" or self.desk.session.decisions], self.words)

    def on_mount(self) -> None:
        """The server is started when the screen already stands."""
        self.call_after_refresh(self._invite)
        self.folder.begin()

    @work(thread=True)
    def _invite(self) -> None:
        self._host.invite(self.desk)
        self.call_later(self._invited)

    def _invited(self) -> None:
        self._inviting = False
        self.look_at_clock()

    def look_at_clock(self) -> None:
        """Phones come and go."""
        address = self.desk.audience.phone_url
        if address and address != self._drawn:
            self._drawn = address
            self.query_one(QrCode).show(self._qr(address))
        self.query_one(QrCode).fit(self.size)
        roomy = self.has_class("-wide")
        rows = self.size.height - _AROUND if roomy else 0
        lobby = Lobby(self._inviting, bool(self._host.lessons.folder), roomy, rows)
        text = lobby_text(self.words, self.desk, lobby)
        if text != self._said:
            self._said = text
            self.query_one("#lobby-text", Static).update(text)

    def action_follow(self) -> None:
        """Begin with the earlier decisions, or after all not."""
        session = self.desk.session
        minutes = 0 if follows_first(session) else offered_minutes(len(session.decisions))
        self.give(follow_first(self.words, minutes))

    def action_network(self) -> None:
        """Whether phones get through, and what to do if not."""
        self.app.push_screen(NetworkScreen(self.words, self.desk, self._host, self._qr))

    def action_groups(self) -> None:
        """Who works with whom in the steps to come."""
        self.app.push_screen(GroupsScreen(self.words, self.desk, self._host))

    def action_begin(self) -> None:
        """Start the first step."""
        self._once_agreed(self._begin)

    def _begin(self) -> None:
        self.action_give("next")
        self.post_message(LeaveLobby())

    def action_began(self) -> None:
        """The first step is under way already; what may leave the room is agreed on all the same."""
        self._once_agreed(super().action_began)

    def _once_agreed(self, then: Callable[[], None]) -> None:
        """Where cases are told of, the room agrees on secrecy before it begins."""
        session = self.desk.session
        if not secrecy_waits(session):
            then()
            return
        reminder = self.words(f"tui.secrecy.{session.exercise.confidential.value}")
        question = AskAgreement(self.words, self.words("secrecy.ask"), reminder)
        self.app.push_screen(question, lambda yes: then() if yes and self.give(AgreeOnSecrecy()) else None)

    def corrected(self) -> None:
        """The first step is under way already."""
        self.post_message(LeaveLobby())
