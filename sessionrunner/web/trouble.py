"""Why phones cannot take part: told to the leader, never a reason to stop the hour."""

from sessionrunner.core.text import SessionRunnerError


class NoNetwork(SessionRunnerError):
    """The laptop has no address that a phone could reach."""

    cause = "web.no-network"


class AddressGone(SessionRunnerError):
    """The chosen address does not belong to this laptop (any longer)."""

    cause = "web.address-gone"


class PortTaken(SessionRunnerError):
    """Every port that was tried is in use or forbidden."""

    cause = "web.port-taken"


class NetworkLost(SessionRunnerError):
    """The network that phones came by has gone."""

    cause = "web.network-lost"
