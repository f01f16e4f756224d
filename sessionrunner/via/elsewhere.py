"""``Elsewhere`` of the audience's server: phones go to the server for many rooms, the wall stays here."""

from collections.abc import Callable, Sequence

from sessionrunner.core.network.addresses import Address
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.session import Stage
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.ports import Network
from sessionrunner.storage.sealing import SessionKey
from sessionrunner.via.box import FarBox
from sessionrunner.via.hall import Hall
from sessionrunner.via.link import Link
from sessionrunner.via.mirror import Showing
from sessionrunner.via.together import Together


class FarNetwork:
    """``ports.Network`` where no address of ours is in the code: the internet carries the phones."""

    address: Address | None = None
    wifi: Wifi | None = None

    def __init__(self, link: Link) -> None:
        self._link = link

    @property
    def reach(self) -> Reach:
        """Whether anybody has come; nothing on this side keeps them away."""
        if self._link.trouble is not None:
            return Reach.VIA_AWAY
        return Reach.VIA_REACHED if self._link.numbers.connected else Reach.VIA

    def addresses(self) -> Sequence[Address]:
        """None matters."""
        return ()

    def use(self, ip: str) -> None:
        """Phones are not sent to this laptop."""

    def offer(self, wifi: Wifi | None) -> None:
        """Any network will do."""
        self.wifi = wifi


class Far:
    """One session's room at the server, from the session's side."""

    def __init__(
        self,
        hall: Hall,
        desk: Desk,
        box: FarBox | None,
        following: str = "",
        together: Together | None = None,
    ) -> None:
        """``box`` is None where nothing is collected; ``following`` is the token of the room that comes after."""
        self.changed: Callable[[], None] = lambda: None
        self._desk = desk
        self._box = box
        self._together = together
        public_key = box.home.key.public if box else SessionKey.generate().public
        showing = Showing(desk.room.public, public_key, desk.identity.language, following)
        self._link = Link(hall, showing)
        self._link.changed = self._news
        self.network: Network = FarNetwork(self._link)

    @property
    def phone_url(self) -> str:
        """What the QR code says."""
        return self._link.phone_url

    @property
    def connected(self) -> int:
        """Phones that follow along there."""
        return self._link.numbers.connected

    @property
    def trouble(self) -> SessionRunnerError | None:
        """Why the room there is not as it is here."""
        return self._link.trouble or (self._together.trouble if self._together else None)

    def begin(self) -> None:
        """Open the room there."""
        if self._box is not None:
            self._box.link = self._link
        self._desk.room.ready_elsewhere = lambda what: self._link.numbers.ready.get(what, 0)
        self._desk.subscribe(self._link.nudge)
        self._link.start()
        if self._together is not None:
            self._together.changed = self._news
            self._desk.room.rooms = self._together
            self._together.start()

    def stop(self) -> None:
        """Cut the line; a session that has ended has brought everything home, and its room is closed."""
        if self._together is not None:
            self._together.stop()
        self._link.stop(close_room=self._desk.session.stage is Stage.CLOSED)

    def _news(self) -> None:
        self._desk.answers.receiving.arrived()
        self.changed()
