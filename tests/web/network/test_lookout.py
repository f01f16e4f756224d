"""The address in the code, kept up with the laptop's networks; the senses are given, the doors are real."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from sessionrunner.core.network.addresses import Address, Kind
from sessionrunner.core.network.choice import PATIENCE
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.web.network.lookout import Lookout, Senses
from sessionrunner.web.trouble import AddressGone, NetworkLost

WIFI = Address("192.168.1.20", "wlan0", Kind.ROOM)
LATER = Address("192.168.1.99", "wlan0", Kind.ROOM)
DOCK = Address("10.0.0.5", "eth0", Kind.ROOM)


class Laptop:
    """A laptop whose networks the test moves about."""

    def __init__(self, *addresses: Address, given: str = "", patience: float = 0) -> None:
        self.there: Sequence[Address] = addresses
        self.told = 0
        senses = Senses(lambda: self.there, frozenset, timedelta(seconds=patience))
        self.lookout = Lookout(given, senses, self._hear)
        self.lookout.look()

    def _hear(self) -> None:
        self.told += 1

    def move(self, *addresses: Address, looks: int = 1) -> None:
        """Have these addresses from now on, and look."""
        self.there = addresses
        for _ in range(looks):
            self.lookout.look()


def test_a_new_address_is_announced_and_the_old_one_still_let_in() -> None:
    """Rule: phones that reach the laptop the old way are not turned away."""
    laptop = Laptop(WIFI)
    laptop.move(LATER)
    assert (laptop.lookout.address, laptop.told) == (LATER, 2)
    assert laptop.lookout.announced == {WIFI.ip, LATER.ip}


def test_a_lost_network_is_told_and_found_again() -> None:
    """Rule: the trouble goes as soon as the network is back."""
    laptop = Laptop(WIFI)
    laptop.move(looks=PATIENCE)
    assert isinstance(laptop.lookout.trouble, NetworkLost)
    laptop.move(WIFI)
    assert laptop.lookout.trouble is None


def test_the_leader_sends_phones_to_another_address() -> None:
    """Rule: at once, without a restart."""
    laptop = Laptop(WIFI, DOCK)
    laptop.lookout.use(DOCK.ip)
    assert (laptop.lookout.address, laptop.told) == (DOCK, 2)


def test_an_address_that_is_not_there_cannot_be_chosen() -> None:
    """Rule: the leader is told, and nothing changes."""
    laptop = Laptop(WIFI)
    with pytest.raises(AddressGone):
        laptop.lookout.use("203.0.113.9")
    assert laptop.lookout.address == WIFI


def test_only_another_device_counts_as_a_phone() -> None:
    """Rule: the leader's own browser does not turn the light green."""
    laptop = Laptop(WIFI)
    for own in ("127.0.0.1", WIFI.ip, None):
        laptop.lookout.visited(own, welcome=True)
    assert laptop.lookout.reach is Reach.ISOLATED


@pytest.mark.parametrize(("welcome", "reach"), [(False, Reach.OLD_CODE), (True, Reach.REACHED)])
def test_what_another_device_met_is_told(welcome: bool, reach: Reach) -> None:
    """Rule: the control of the one above; who was refused had an old code."""
    laptop = Laptop(WIFI)
    laptop.lookout.visited("192.168.1.44", welcome)
    assert laptop.lookout.reach is reach


def test_nobody_is_alarmed_at_once() -> None:
    """Rule: people need time to find their phones."""
    assert Laptop(WIFI, patience=60).lookout.reach is Reach.WAITING


def test_after_a_change_of_address_the_waiting_begins_anew() -> None:
    """Rule: that phones came the old way says nothing about the new one."""
    laptop = Laptop(WIFI, patience=60)
    laptop.lookout.visited("192.168.1.44", welcome=True)
    laptop.move(LATER)
    assert laptop.lookout.reach is Reach.WAITING


def test_phones_that_follow_along_are_proof_enough() -> None:
    """Rule: while they are connected all is well, whatever the signs."""
    laptop = Laptop(WIFI)
    laptop.lookout.begin(8123, lambda: 3)
    assert laptop.lookout.reach is Reach.REACHED


def test_a_rehearsal_waits_for_nobody() -> None:
    """Rule: on loopback no adapter is looked for and no advice given."""
    laptop = Laptop(WIFI, given="127.0.0.1")
    assert (laptop.lookout.reach, laptop.lookout.door) == (Reach.LOCAL, "127.0.0.1")


def test_an_offered_wifi_is_told() -> None:
    """Rule: the wall shows it without a restart."""
    laptop = Laptop(WIFI)
    laptop.lookout.offer(Wifi("Gäst", "hemligt"))
    assert (laptop.lookout.wifi, laptop.told) == (Wifi("Gäst", "hemligt"), 2)
