"""Which address stands in the code: kept as long as it works, changed only when it is gone or the leader says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sessionrunner.core.network.addresses import Address

PATIENCE = 3
"""Looks during which an address may be gone before phones are sent to another adapter: Wi-Fi comes and goes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the leader asked for and what is announced."""

    given: str = ""
    """The address asked for; empty for the likeliest."""
    current: Address | None = None
    """None while no phone can be sent anywhere."""
    begun: bool = False
    """Whether any address has been announced: from then on one that works is better than the one asked for."""
    missed: int = 0
    """How many looks in a row have not found the current address."""


def settle(choice: Choice, found: Sequence[Address]) -> Choice:
    """The choice after a look at the addresses there are, the likeliest first."""
    current = choice.current
    if current is not None and any(one.ip == current.ip for one in found):
        return replace(choice, missed=0)
    successor = next((one for one in found if current and current.name and one.name == current.name), None)
    if successor is not None:
        return _announced(choice, successor)
    if current is not None and choice.missed + 1 < PATIENCE:
        return replace(choice, missed=choice.missed + 1)
    return _announced(choice, _best(choice, found))


def use(choice: Choice, address: Address) -> Choice:
    """The choice once the leader has pointed at this address."""
    return _announced(replace(choice, given=address.ip), address)


def _announced(choice: Choice, address: Address | None) -> Choice:
    return replace(choice, current=address, begun=choice.begun or address is not None, missed=0)


def _best(choice: Choice, found: Sequence[Address]) -> Address | None:
    """Before anything was announced the leader's word counts; after that, only what phones may well reach."""
    asked = next((one for one in found if one.ip == choice.given), None)
    if asked is not None or (choice.given and not choice.begun):
        return asked
    return next((one for one in found if one.kind.hopeful or not choice.begun), None)
