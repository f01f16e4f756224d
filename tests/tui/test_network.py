"""The network from the leader's chair: what is said, and what can be done about it."""

import asyncio
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from sessionrunner.core.inspection import Finding, Level
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.text import Text
from sessionrunner.doctor import laptop
from sessionrunner.doctor.terminal import terminal
from sessionrunner.tui.screens.doctor import DoctorScreen
from sessionrunner.tui.start import Start
from tests.tui.fakes import NAMES, FakeCare, FakeHost, FakeNetwork, an_app, my_task, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import MIDDLE, SMALL


def in_lobby(_: FakeHost) -> Start:
    """Everybody is on the way in."""
    return Start(exercise=my_task(), people=tuple(NAMES))


def network_of(host: FakeHost) -> FakeNetwork:
    """The network of the host's audience."""
    assert isinstance(host.audience.network, FakeNetwork)
    return host.audience.network


async def test_the_first_phone_turns_the_lobby_green() -> None:
    """The leader has scanned with her own phone, and sees that it arrived."""
    host = FakeHost()
    network_of(host).reach = Reach.WAITING
    async with opened(an_app(host, in_lobby(host))) as look:
        assert "skanna koden med din egen" in look.text()
        network_of(host).reach = Reach.REACHED
        await look.press("n", "escape")
        assert "✓ Telefoner når fram" in " ".join(look.text().split())


async def test_a_small_lobby_says_in_a_line_that_nobody_came() -> None:
    """And which key helps; the whole story is on the next screen."""
    host = FakeHost()
    network_of(host).reach = Reach.FIREWALL
    async with opened(an_app(host, in_lobby(host))) as look:
        assert "! Ingen telefon har nått fram." in look.text()
        await look.press("n")
        assert "brandvägg" in look.text()


async def test_a_wide_lobby_tells_the_reason_at_once() -> None:
    """There is room for it."""
    host = FakeHost()
    network_of(host).reach = Reach.ISOLATED
    async with opened(an_app(host, in_lobby(host)), MIDDLE) as look:
        assert "gästnätet" in look.text()


async def test_the_leader_sends_phones_to_another_address() -> None:
    """Arrow, Enter: the code changes without a restart."""
    host = FakeHost()
    async with opened(an_app(host, in_lobby(host))) as look:
        await look.press("n", "down", "enter")
        assert "● 10.8.0.2" in look.text()
    assert network_of(host).address == network_of(host).known[1]


async def test_the_wifi_is_asked_for_and_offered() -> None:
    """The system knew the name; the password is written and not kept."""
    host = FakeHost()
    async with opened(an_app(host, in_lobby(host))) as look:
        await look.press("n", "i")
        await look.write("hemligt")
        await look.press("enter")
        assert "Koden till vänster: 1, Wi-Fi" in look.text()
    assert (network_of(host).wifi, host.care.kept) == (Wifi("Gäst", "hemligt"), False)


async def test_the_password_is_kept_when_the_leader_says_so() -> None:
    """A tick in the box."""
    host = FakeHost()
    async with opened(an_app(host, in_lobby(host))) as look:
        await look.press("n", "i")
        await look.write("hemligt")
        await look.press("tab", "space", "shift+tab", "enter")
    assert (host.care.wifi, host.care.kept) == (Wifi("Gäst", "hemligt"), True)


async def test_the_network_is_one_key_away_under_the_clock() -> None:
    """Somebody's phone does not get in in the middle of the hour."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("n")
        assert "Datorns adresser" in look.text()
        await look.press("d")
        assert "Dela nätet från din telefon" in look.text()


async def test_the_check_puts_what_is_wrong_first() -> None:
    """Word and sign and remedy, from the library, the preparation and the lobby."""
    host = FakeHost()
    wrong = Finding("x", Level.WRONG, Text("doctor.disk.unknown"), Text("doctor.disk.remedy"))
    host.care.findings = [laptop.exercises(67, 0), wrong]
    async with opened(an_app(host)) as look:
        await look.press("d")
        await check_is_shown(look)
        await look.press("escape", "enter", "d")
        await check_is_shown(look)


async def check_is_shown(look: Look) -> None:
    """The fault stands above what is well."""
    text = look.text()
    assert "1 sak behöver åtgärdas" in text
    assert text.index("✗ FEL") < text.index("Ta bort något stort") < text.index("✓ BRA")


class SlowCare(FakeCare):
    """Finds one thing; the first time it takes as long as the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.slow, self.told, self.looks = Event(), Event(), 0

    def examine(self) -> Iterator[Finding]:
        """What there is."""
        self.looks += 1
        if self.looks > 1:
            yield laptop.exercises(67, 0)
            return
        self.slow.wait(60)
        yield laptop.exercises(67, 0)
        self.told.set()


async def test_a_look_that_another_one_has_come_after_tells_nobody() -> None:
    """r pressed while the laptop is still being looked at: everything stands there once."""
    host = FakeHost()
    host.care = care = SlowCare()
    async with opened(an_app(host)) as look:
        look.app.action_doctor()
        while not care.looks:
            await look.pilot.pause()
        doctor = look.app.screen
        assert isinstance(doctor, DoctorScreen)
        doctor.action_look()
        care.slow.set()
        await asyncio.to_thread(care.told.wait, 60)
        await look.press()
        assert (care.looks, look.text().count("✓ BRA")) == (2, 1)


async def test_every_finding_can_be_read_on_the_smallest_screen() -> None:
    """The list is scrolled; the IT page is one key away."""
    host = FakeHost()
    size = os.terminal_size(SMALL)
    found = [*terminal(size, "utf-8", {}), *laptop.wall(), laptop.clock(datetime(2026, 11, 21, tzinfo=UTC))]
    host.care.findings = [*found, laptop.lessons(Path("/srv"), None)]
    async with opened(an_app(host)) as look:
        await look.press("d", "t")
        assert "New-NetFirewallRule" in look.text()


async def test_where_phones_go_elsewhere_the_rooms_network_is_not_spoken_of() -> None:
    """Rule: mobile data will do, and nobody looks for a Wi-Fi."""
    host = FakeHost()
    network_of(host).reach, network_of(host).known = Reach.VIA, ()
    async with opened(an_app(host, in_lobby(host)), MIDDLE) as look:
        assert "kommunens server" in " ".join(look.text().split())
        await look.press("n")
        told = " ".join(look.text().split())
        assert "Mobildata" in told
        assert "1 Wi-Fi:" not in told
        assert "Datorns adresser" not in told


async def test_a_server_that_is_away_is_told_in_the_lobby() -> None:
    """Rule: what is true, not that nobody has come."""
    host = FakeHost()
    network_of(host).reach = Reach.VIA_AWAY
    async with opened(an_app(host, in_lobby(host))) as look:
        assert "! Kommunens server" in look.text()


async def test_keys_for_this_rooms_network_are_not_offered_where_phones_come_another_way() -> None:
    """A key that does nothing is a promise that is not kept."""
    host = FakeHost()
    async with opened(an_app(host, in_lobby(host)), MIDDLE) as look:
        await look.press("n")
        assert "kod Wi-Fi" in look.words()
    network_of(host).reach, network_of(host).known = Reach.VIA, ()
    async with opened(an_app(host, in_lobby(host))) as look:
        await look.press("n")
        before = look.words()
        assert not any(word in before for word in ("kod Wi-Fi", "dela nät", "IT-sida"))
        await look.press("i", "d", "1", "2", "t")
        assert look.words() == before
