"""Lobby: the QR code for the phones, who works with whom, and one key to begin."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.commands import AgreeOnSecrecy
from sessionrunner.core.discussion import follows_first, offered_minutes
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.secrecy import secrecy_waits
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.locale.lesson_lines import agreed_line, follow_first
from sessionrunner.tui import headcount, phrases
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import LeaveLobby, ShowDoctor
from sessionrunner.tui.safe import joined, one_line
from sessionrunner.tui.screens.ask import AskAgreement
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.correcting import CorrectingScreen
from sessionrunner.tui.screens.groups import GroupsScreen
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.screens.network import NetworkScreen
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.qr_code import QrCode
from sessionrunner.tui.widgets.reach import reach_lines, short_reach
from sessionrunner.tui.widgets.trouble_line import TroubleLine

_LOOK_AGAIN = 10.0
"""Seconds between looks at the lessons folder: a disk that is connected while people come in is seen."""


class LobbyScreen(CorrectingScreen):
    """Phones come in while the leader waits; nothing has to work for the hour to begin."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("begin", "space,enter,pagedown,right", "begin", "enter"),
        Key("wall", "w", "wall", "w"),
        Key("groups", "g", "groups", "g"),
        Key("follow", "u", "follow", "u"),
        Key("began", "b", "began", "b"),
        Key("network", "n", "network", "n"),
        Key("doctor", "d", "doctor", "d"),
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
        self._looking = False

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
        self.call_after_refresh(self._look_at_folder)
        self.set_interval(_LOOK_AGAIN, self._look_at_folder)

    @work(thread=True)
    def _invite(self) -> None:
        self._host.invite(self.desk)
        self.call_later(self._invited)

    def _invited(self) -> None:
        self._inviting = False
        self.look_at_clock()

    def _look_at_folder(self) -> None:
        """One look at a time: a share that is away may take half a minute to say so."""
        if not self._looking:
            self._looking = True
            self._try_folder()

    @work(thread=True)
    def _try_folder(self) -> None:
        trouble = self._host.lessons.trouble()
        self.call_later(self._looked, trouble)

    def _looked(self, trouble: SessionRunnerError | None) -> None:
        """Said while there is still time to do something about it; a slow share may answer after the lobby."""
        self._looking = False
        self.query_one(TroubleLine).tell(trouble)

    def look_at_clock(self) -> None:
        """Phones come and go."""
        address = self.desk.audience.phone_url
        if address and address != self._drawn:
            self._drawn = address
            self.query_one(QrCode).show(self._qr(address))
        text = self._text()
        if text != self._said:
            self._said = text
            self.query_one("#lobby-text", Static).update(text)

    def _text(self) -> Content:
        session = self.desk.session
        parts = [
            Content(""),
            *self._phones(),
            Content(""),
            *self._wall(),
            headcount.meaning(self.words, session.exercise, session.people, session.groups),
            *self._too_few(),
            *self._folder(),
            *self._decisions(),
            Content(""),
            Content.styled(self.words("tui.lobby.begin"), "bold"),
        ]
        return Content("\n").join(parts)

    def _phones(self) -> list[Content]:
        audience = self.desk.audience
        if self._inviting:
            return [Content.styled(self.words("tui.lobby.inviting"), "$muted")]
        if audience.trouble is not None or not audience.phone_url:
            reason = one_line(self.words.explain(audience.trouble), "$soon") if audience.trouble else Content("")
            return [reason, Content(self.words("tui.lobby.without"))]
        connected = Content.styled(self.words("tui.lobby.connected", n=audience.connected), "bold")
        wifi = audience.network.wifi
        first = [one_line(self.words("network.screen.wifi", name=wifi.name), "bold")] if wifi else []
        return [
            *first,
            Content(self.words("tui.lobby.scan")),
            one_line(audience.phone_url, "bold"),
            connected,
            *self._reach(),
        ]

    def _reach(self) -> list[Content]:
        reach = self.desk.audience.network.reach
        return reach_lines(self.words, reach, True) if self.has_class("-wide") else short_reach(self.words, reach)

    def _wall(self) -> list[Content]:
        address = self.desk.audience.wall_url
        if not address:
            return []
        return [joined(self.words("tui.lobby.wall"), one_line(address, "$muted"), between="\n"), Content("")]

    def _too_few(self) -> list[Content]:
        """Said before anybody has answered for nothing."""
        session = self.desk.session
        least, asks = max(session.threshold, FLOOR), any(step.collect for step in session.exercise.steps)
        if not asks or len(session.people) >= least:
            return []
        return [Content(self.words("tui.lobby.too-few", n=len(session.people), least=least))]

    def _folder(self) -> list[Content]:
        """That no folder has been chosen is a choice, and is told as one."""
        return [] if self._host.lessons.folder else [Content.styled(self.words("tui.lobby.only-here"), "$muted")]

    def _decisions(self) -> list[Content]:
        """That earlier decisions wait, or that the hour begins with them."""
        session = self.desk.session
        if not session.decisions:
            return []
        if follows_first(session):
            length = phrases.whole_minutes(session.exercise.steps[0].minutes or timedelta())
            return [Content.styled(self.words("lessons.follow-up.lobby-first", minutes=length), "bold")]
        agreed = agreed_line(session.decisions, self._today(), self.words)
        # Both would not fit the smallest screen: that the day has come says it all.
        count, late = len(session.decisions), 0 if agreed else self._late()
        waiting = self.words("lessons.follow-up.waiting", n=count) + (
            f" {self.words('lessons.late-of', n=late)}" if late else ""
        )
        offer = self.words("lessons.follow-up.lobby-offer", minutes=offered_minutes(count))
        day = [one_line(agreed, "bold $soon")] if agreed else []
        return [Content.styled(waiting, "$soon" if late else ""), *day, Content(offer)]

    def _late(self) -> int:
        today = self._today()
        return sum(one.due is not None and one.due < today for one in self.desk.session.decisions)

    def _today(self) -> date:
        return self.desk.time.wall().date()

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

    def action_doctor(self) -> None:
        """Look whether the laptop is ready."""
        self.post_message(ShowDoctor())
