"""What stands in for parts that are not there, or not there yet; nothing is wrong with that."""

from collections.abc import Sequence

from sessionrunner.core.copies import Copy, CopyKind
from sessionrunner.core.joint import Sheet
from sessionrunner.core.network.addresses import Address
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.record import Record
from sessionrunner.core.session import NotPossible
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Network


class NoNetwork:
    """Stands in until the server is up: nothing is announced and nothing is wrong."""

    address: Address | None = None
    reach = Reach.LOCAL
    wifi: Wifi | None = None

    def addresses(self) -> Sequence[Address]:
        """None are known."""
        return ()

    def use(self, ip: str) -> None:
        """Nobody can be sent anywhere."""

    def offer(self, wifi: Wifi | None) -> None:
        """Nobody would see it."""


class NoAudience:
    """Stands in until the server is up, and when there is none: nobody can be reached, nothing is wrong."""

    phone_url = ""
    wall_url = ""
    connected = 0
    trouble: SessionRunnerError | None = None

    def __init__(self) -> None:
        self.network: Network = NoNetwork()

    def stop(self) -> None:
        """Nothing to stop."""


class NoRooms:
    """Stands in for a room that is by itself, as nearly all are."""

    joined = False

    def sheets(self) -> tuple[Sheet, ...]:
        """There are no others."""
        return ()

    def on_wall(self) -> bool:
        """The wall shows this room."""
        return False

    def on_all_walls(self) -> bool:
        """There are no other walls."""
        return False

    def look(self) -> None:
        """There is nothing to hear."""

    def show(self, on: bool) -> None:
        """Say that there is nothing to show."""
        raise NotPossible("no-rooms")

    def show_all(self, on: bool) -> None:
        """Say that there are no other walls."""
        raise NotPossible("no-rooms")


def no_press(record: Record, kind: CopyKind) -> Copy:
    """Stands in where nobody has joined the parts that make copies."""
    raise NotPossible("no-press")
