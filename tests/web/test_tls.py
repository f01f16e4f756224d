"""The municipality's own certificate: used when it is right, refused in plain words when it is not."""

import ssl
from datetime import timedelta
from http.client import HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from sessionrunner.web.tls import (
    CertificateForAnother,
    CertificateOutOfDate,
    CertificateUnreadable,
    KeyOfAnother,
    load,
)
from tests.web.authority import NAME, NOW, Authority
from tests.web.fakes import TOKEN, Room, sheet


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


class Phone(HTTPSConnection):
    """A phone that trusts the municipality and finds the laptop by its name."""

    def __init__(self, authority: Authority, port: int, name: str = NAME) -> None:
        self._trust = ssl.create_default_context(cafile=str(authority.root))
        super().__init__(name, port, timeout=60, context=self._trust)

    def connect(self) -> None:
        """As if the name led here."""
        import socket

        door = socket.create_connection(("127.0.0.1", self.port), 60)
        self.sock = self._trust.wrap_socket(door, server_hostname=self.host)


def test_a_phone_that_trusts_the_municipality_reads_and_answers(authority: Authority) -> None:
    """Rule: the certificate is verified by name, the form is taken, and the code says https."""
    room = Room()
    room.go_to("reflektion")
    server = room.server(tls=load(*authority.pair(NAME), NAME, (), NOW))
    server.start()
    phone = Phone(authority, server.port or 0)
    phone.request("GET", f"/s/{TOKEN}/")
    read = phone.getresponse()
    read.read()
    headers = {"Origin": f"https://{NAME}:{server.port}", "Content-Type": "application/x-www-form-urlencoded"}
    phone.request("POST", f"/s/{TOKEN}/answers", urlencode(sheet(1)), {**headers, "Accept": "application/json"})
    taken = phone.getresponse().status
    phone.close()
    server.stop()
    assert (server.phone_url, read.status, taken) == (f"https://{NAME}:{server.port}/s/{TOKEN}/", 200, 201)


def test_a_phone_that_looks_for_another_name_turns_back(authority: Authority) -> None:
    """Rule: the control of the one above; a neighbour cannot pass for the laptop."""
    server = Room().server(tls=load(*authority.pair(NAME), NAME, (), NOW))
    server.start()
    phone = Phone(authority, server.port or 0, "annan.test")
    with pytest.raises(ssl.SSLCertVerificationError):
        phone.request("GET", f"/s/{TOKEN}/")
    phone.close()
    server.stop()


def test_the_name_is_taken_from_the_certificate_when_it_leads_here(authority: Authority) -> None:
    """Rule: IT has set the name up, and the leader need not know it."""
    assert load(*authority.pair("finns.invalid", "localhost"), "", ["127.0.0.1"], NOW).host == "localhost"


def test_a_star_covers_one_label(authority: Authority) -> None:
    """Rule: as browsers read it."""
    pair = authority.pair("*.kommun.test")
    assert load(*pair, "ovning.kommun.test", (), NOW).host == "ovning.kommun.test"
    with pytest.raises(CertificateForAnother):
        load(*pair, "a.b.kommun.test", (), NOW)


def test_a_certificate_for_another_is_refused(authority: Authority) -> None:
    """Rule: every browser would, so the leader hears it first."""
    with pytest.raises(CertificateForAnother):
        load(*authority.pair("annan.invalid"), "", ["192.168.1.20"], NOW)


@pytest.mark.parametrize("days", [-10, 10])
def test_a_certificate_of_another_time_is_refused(authority: Authority, days: int) -> None:
    """Rule: with both dates, so that the right one can be asked for."""
    with pytest.raises(CertificateOutOfDate) as refused:
        load(*authority.pair(NAME, began=NOW + timedelta(days=days)), NAME, (), NOW)
    assert {"first", "last"} <= refused.value.values.keys()


def test_the_key_of_another_certificate_is_refused(authority: Authority) -> None:
    """Rule: files are easily mixed up."""
    (certificate, _), (_, key) = authority.pair(NAME), authority.pair(NAME)
    with pytest.raises(KeyOfAnother):
        load(certificate, key, NAME, (), NOW)


def test_files_that_cannot_be_used_are_told_by_name(authority: Authority, tmp_path: Path) -> None:
    """Rule: missing, not a certificate, or a key that wants a password; nobody is asked for one in the room."""
    certificate, key = authority.pair(NAME)
    locked = authority.pair(NAME, password=b"hemligt")
    for pair in ((tmp_path / "borta.pem", key), (key, key), (certificate, tmp_path / "borta.key"), locked):
        with pytest.raises(CertificateUnreadable):
            load(*pair, NAME, (), NOW)
