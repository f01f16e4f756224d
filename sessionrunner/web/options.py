"""What the audience's server is told before it starts."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from sessionrunner.core.theme import Theme
from sessionrunner.ports import PhoneServer
from sessionrunner.web.guard import Limits
from sessionrunner.web.network.lookout import Senses

if TYPE_CHECKING:
    # Reading certificates is only for those who have one.
    from sessionrunner.web.tls import Tls

PORT = 8123
"""Where phones knock unless told otherwise; fixed, so that a firewall rule can name it."""

LIMITS = Limits()
"""What holds unless told otherwise."""


def new_token() -> str:
    """Ten characters nobody can guess; short enough for a QR code of version 3."""
    return secrets.token_urlsafe(8)[:10]


class Elsewhere(PhoneServer, Protocol):
    """Another server that the phones go to."""

    changed: Callable[[], None]
    """To be called, from any thread, when there is news."""

    def begin(self) -> None:
        """Open the room there; returns after a while also when that has not come about."""
        ...


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """Address, secret and looks; on resume the same address, port and token bring the phones back."""

    address: str
    """IPv4 address phones reach; empty for the likeliest of those ``senses`` finds."""
    token: str
    """Stands in every path; see ``new_token``."""
    theme: Theme
    """The wall's colours."""
    light: Theme
    """The phones' colours by day."""
    dark: Theme
    """The phones' colours for those who ask for dark."""
    qr_svg: Callable[[str], str]
    """Draws a text as a QR code in SVG."""
    port: int = PORT
    """First port tried for phones; 0 lets the system choose."""
    senses: Senses = field(default_factory=Senses)
    """How the laptop's networks are perceived; without any, only the wall is served."""
    tls: "Tls | None" = None
    """The municipality's own certificate; None for plain HTTP, as nearly always."""
    following: str = ""
    """The secret of the session that follows at the same port, so that its pages are found; empty for none."""
    names: tuple[str, ...] = ()
    """Host names beside the address that requests may carry."""
    elsewhere: Elsewhere | None = None
    """Where phones go instead of here; this server has the wall alone then."""
    limits: Limits = LIMITS
    """How much the network may ask for, where the system allows so many open files."""
