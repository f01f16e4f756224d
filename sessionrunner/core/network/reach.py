"""Why no phone has reached the laptop yet, as far as the signs tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from sessionrunner.core.network.addresses import Address, Kind
from sessionrunner.core.text import Text


class Reach(Enum):
    """Whether phones get through, and if not, what it looks like."""

    REACHED = "reached"
    """At least one phone has been here."""
    WAITING = "waiting"
    """The code has not been shown for long enough to worry."""
    LOCAL = "local"
    """Only this laptop can take part, as in a rehearsal: there is nobody to wait for."""
    NO_NETWORK = "no-network"
    WRONG_ADAPTER = "wrong-adapter"
    """The code leads to a VPN or into the laptop itself, though a better address may exist."""
    OLD_CODE = "old-code"
    """Something came through, but not with this session's address."""
    BLOCKED = "blocked"
    """Not even the laptop reaches its own address."""
    FIREWALL = "firewall"
    """Devices on the net have called for the laptop, and nothing came through."""
    VPN = "vpn"
    """A VPN is up beside the room's network; many of them cut the laptop off from its neighbours."""
    ISOLATED = "isolated"
    """Not a sign of any device: the network keeps them apart, or the phones are elsewhere."""

    VIA = "via"
    """Phones go to a server elsewhere, and none has come yet."""
    VIA_REACHED = "via-reached"
    VIA_AWAY = "via-away"
    """The server elsewhere does not have the room as it is here."""

    @property
    def far(self) -> bool:
        """Whether phones go elsewhere: addresses and Wi-Fi here do not matter then."""
        return self in (Reach.VIA, Reach.VIA_REACHED, Reach.VIA_AWAY)

    @property
    def through(self) -> bool:
        """Whether a phone has come."""
        return self in (Reach.REACHED, Reach.VIA_REACHED)

    @property
    def worrying(self) -> bool:
        """Whether the leader should do something."""
        return not self.through and self not in (Reach.WAITING, Reach.LOCAL, Reach.VIA)

    @property
    def said(self) -> Text:
        """What it looks like, in one sentence."""
        return Text(f"network.reach.{self.value}.said")

    @property
    def remedy(self) -> Text:
        """What to do, the easiest first."""
        return Text(f"network.reach.{self.value}.remedy")


@dataclass(frozen=True, slots=True)
class Signs:
    """What has been seen since the code was shown; no sign names a phone."""

    announced: Address | None
    """The address in the code."""
    others: Sequence[Address] = ()
    """The laptop's other addresses."""
    reached: bool = False
    """A page was given to another device."""
    knocked: bool = False
    """Another device asked for something, and was refused."""
    patient: bool = False
    """The code has been shown for a short while only."""
    reaches_itself: bool = True
    neighbours: int = 0
    """Devices, the router not counted, that have called for the laptop on its network since the code was shown."""


def judge(signs: Signs) -> Reach:
    """What it looks like, from the surest sign to the vaguest."""
    if signs.announced is None:
        return Reach.NO_NETWORK
    if signs.reached:
        return Reach.REACHED
    if signs.patient:
        return Reach.WAITING
    return _why(signs, signs.announced)


def _why(signs: Signs, announced: Address) -> Reach:
    suspicions = (
        (not announced.kind.hopeful, Reach.WRONG_ADAPTER),
        (signs.knocked, Reach.OLD_CODE),
        (not signs.reaches_itself, Reach.BLOCKED),
        (any(other.kind is Kind.VPN for other in signs.others), Reach.VPN),
        (signs.neighbours > 0, Reach.FIREWALL),
    )
    return next((reach for true, reach in suspicions if true), Reach.ISOLATED)
