"""The pages over TLS in a real browser, which is stricter than any client of ours."""

import base64
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Error, Page, expect

from sessionrunner.web.tls import load
from tests.web.authority import NAME, NOW, Authority
from tests.web.browser import chromium, context, open_wall
from tests.web.fakes import TAKE_ALONG, TOKEN, Room

OUTSIDE = """() => { const side = document.querySelector('#side').getBoundingClientRect();
  return Array.from(document.querySelectorAll('.address'), (one) => { const words = document.createRange();
    words.selectNodeContents(one); return words.getBoundingClientRect(); })
  .filter((one) => one.right > side.right + 1 || one.bottom > side.bottom + 1).length; }"""
"""How many lines of the address leave the place they have."""


def pin(certificate: Path) -> str:
    """What makes the browser trust exactly this certificate, as a managed phone trusts its municipality."""
    key = x509.load_pem_x509_certificate(certificate.read_bytes()).public_key()
    digest = hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()
    return f"--ignore-certificate-errors-spki-list={base64.b64encode(digest).decode()}"


@contextmanager
def page_over_tls(room: Room, folder: Path, trusted: bool = True) -> Iterator[tuple[Page, str]]:
    """A phone's page before it has gone anywhere, and the address in the code."""
    pair = Authority(folder).pair(NAME)
    server = room.server(tls=load(*pair, NAME, (), NOW))
    server.start()
    try:
        with chromium(*([pin(pair[0])] if trusted else [])) as browser:
            yield context(browser).new_page(), server.phone_url
    finally:
        server.stop()


def test_a_phone_follows_along_and_answers_over_tls(tmp_path: Path) -> None:
    """Rule: page, script, live state and receipt all work under the municipality's certificate."""
    room = Room()
    with page_over_tls(room, tmp_path) as (page, address):
        page.goto(address)
        assert address.startswith(f"https://{NAME}:") and page.evaluate("isSecureContext")
        room.go_to("reflektion")
        page.get_by_label(TAKE_ALONG.ask).fill("Att fråga mer.")
        page.get_by_role("button", name="Skicka").click()
        expect(page.get_by_text("Tack")).to_be_visible()
    assert room.desk.answers.received() == {"reflektion": 1}


def test_without_trust_the_browser_turns_back(tmp_path: Path) -> None:
    """Rule: the control of the one above; a certificate that nobody vouches for is refused."""
    with page_over_tls(Room(), tmp_path, trusted=False) as (page, address), pytest.raises(Error, match="ERR_CERT"):
        page.goto(address)


def test_the_wall_says_https_for_those_who_type(tmp_path: Path) -> None:
    """Rule: without it a phone asks the plain way, and finds nobody."""
    server = Room().server(tls=load(*Authority(tmp_path).pair(NAME), NAME, (), NOW))
    server.start()
    with chromium() as browser:
        page = open_wall(browser, server)
        lines = page.locator(".address").all_inner_texts()
    server.stop()
    assert lines == [f"https://{NAME}:{server.port}", f"/s/{TOKEN}/"]


def test_a_long_name_is_not_cut_off_at_the_edge_of_the_wall(tmp_path: Path) -> None:
    """Rule: municipal names are long, and the last letters are the ones that matter."""
    name = "ovningar.socialforvaltningen.kommun.se"
    server = Room().server(tls=load(*Authority(tmp_path).pair(name), name, (), NOW))
    server.start()
    with chromium() as browser:
        page = open_wall(browser, server)
        outside = page.evaluate(OUTSIDE)
        page.locator(".address").first.evaluate("one => { one.style.whiteSpace = 'nowrap'; }")
        control = page.evaluate(OUTSIDE)
    server.stop()
    assert (outside, control) == (0, 1)


def test_plain_http_finds_no_page_behind_tls(tmp_path: Path) -> None:
    """Rule: who types the address without the s is not let in unprotected."""
    with page_over_tls(Room(), tmp_path) as (page, address), pytest.raises(Error, match="ERR_"):
        page.goto(address.replace("https://", "http://"))
    assert TOKEN in address
