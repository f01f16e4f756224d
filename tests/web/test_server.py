"""The server starts, says what is in the way, and leaves nothing behind."""

import socket
from urllib.parse import urlsplit

import pytest
from zxingcpp import read_barcode

from sessionrunner.core.session import Stage
from sessionrunner.output import qr
from sessionrunner.web.browser_ports import HIGHEST, REFUSED
from sessionrunner.web.listening import TRIES
from sessionrunner.web.options import new_token
from sessionrunner.web.server import AudienceServer
from sessionrunner.web.trouble import AddressGone, NoNetwork, PortTaken
from tests.ports import free_port, free_ports
from tests.web.fakes import TOKEN, Room, port_of
from tests.web.wire import ask


def occupied(count: int) -> tuple[int, list[socket.socket]]:
    """Occupy so many ports in a row; the first one's number, and what holds them."""
    first = free_ports(count)
    return first, [socket.create_server(("127.0.0.1", port)) for port in range(first, first + count)]


def test_both_doors_are_open_when_start_returns(server: AudienceServer) -> None:
    """Rule: when the QR code is on the wall, the page behind it answers."""
    assert ask(server.phone_url, "").status == 200
    assert ask(server.wall_url, "").status == 200
    assert server.trouble is None


def test_stopping_frees_the_ports(room: Room) -> None:
    """Rule: the next session gets the same address."""
    port = free_port()
    server = room.server(port=port)
    server.start()
    server.stop()
    again = room.server(port=port)
    again.start()
    again.stop()
    assert port_of(again) == port


def test_stopping_twice_is_harmless(server: AudienceServer) -> None:
    """Rule: ending a session never fails because of the server."""
    server.stop()
    server.stop()


def test_commands_after_the_stop_are_harmless(room: Room, server: AudienceServer) -> None:
    """Rule: the hour can go on after phones have been let go."""
    server.stop()
    room.go_to("borden")
    assert room.desk.session.stage is Stage.RUNNING


def test_a_taken_port_gives_the_next_one(room: Room) -> None:
    """Rule: another program on the port is not the leader's problem."""
    first, held = occupied(1)
    server = room.server(port=first)
    server.start()
    server.stop()
    held[0].close()
    assert server.trouble is None
    assert first < port_of(server) <= first + TRIES


def test_when_all_ports_are_taken_the_wall_works_and_the_trouble_is_told(room: Room) -> None:
    """Rule: the session goes on without phones, and the leader knows why."""
    first, held = occupied(TRIES + 1)
    server = room.server(port=first)
    server.start()
    status = ask(server.wall_url, "").status
    server.stop()
    for door in held:
        door.close()
    assert isinstance(server.trouble, PortTaken)
    assert (server.phone_url, status) == ("", 200)


@pytest.mark.parametrize("first", [10_080, 10_060, HIGHEST], ids=["phones' refused", "wall's refused", "the last"])
def test_phones_and_wall_stand_at_ports_that_browsers_open(room: Room, first: int) -> None:
    """Rule: a port that browsers refuse, or that is not there, is gone past."""
    server = room.server(port=first)
    server.start()
    ports = {port_of(server), urlsplit(server.wall_url).port or 0}
    answers = [ask(url, "").status for url in (server.phone_url, server.wall_url)]
    server.stop()
    assert not ports & REFUSED
    assert answers == [200, 200]


def test_without_a_network_the_wall_works(room: Room) -> None:
    """Rule: no Wi-Fi, no phones, but the projector shows the task."""
    server = room.server(address="")
    server.start()
    status = ask(server.wall_url, "").status
    server.stop()
    assert isinstance(server.trouble, NoNetwork)
    assert (server.phone_url, server.connected, status) == ("", 0, 200)


def test_an_address_of_another_network_is_told(room: Room) -> None:
    """Rule: after a change of network the leader hears that the address has gone."""
    server = room.server(address="192.0.2.7")
    server.start()
    server.stop()
    assert isinstance(server.trouble, AddressGone)


def test_the_wall_listens_on_this_laptop_only(server: AudienceServer) -> None:
    """Rule: nobody else can open the wall."""
    assert server.wall_url.startswith("http://127.0.0.1:")


def test_the_address_fits_a_small_code() -> None:
    """Rule: at most 42 bytes, so that the code stays coarse enough for the back row."""
    assert len(f"http://192.168.100.200:8123/s/{new_token()}/") <= 42


def test_tokens_are_ten_characters_and_never_the_same() -> None:
    """Rule: an old photo of a QR code opens nothing."""
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert {len(token) for token in tokens} == {10}


@pytest.mark.parametrize("text", ["http://192.168.1.20:8123/s/k7Qm-_x9Zz/", "http://10.0.0.1:8123/s/AAAAAAAAAA/"])
def test_the_code_reads_back(text: str) -> None:
    """Rule: what a camera reads is the address."""
    from PIL import Image

    rows = qr.matrix(text)
    picture = Image.new("L", (len(rows), len(rows)), 255)
    picture.putdata([0 if dark else 255 for row in rows for dark in row])
    found = read_barcode(picture.resize((len(rows) * 8, len(rows) * 8), Image.Resampling.NEAREST))
    assert found is not None and found.text == text


def test_a_restarted_server_has_the_same_addresses(room: Room) -> None:
    """Rule: after a crash the phones find their way back."""
    first = free_port()
    seen = set()
    for _ in range(2):
        server = room.server(port=first)
        server.start()
        server.stop()
        seen.add((server.phone_url, server.wall_url))
    assert len(seen) == 1
    assert TOKEN in seen.pop()[0]
