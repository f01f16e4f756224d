"""What the phone seals in the browser, and the laptop opens."""

from collections.abc import Callable, Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from sessionrunner.core.reflections import Submission
from sessionrunner.storage.sealing import SLOT, SessionKey
from sessionrunner.web.server import AudienceServer
from sessionrunner.web.styles import asset
from tests.web.browser import context

RFC_9180_A_1_1 = {
    "info": "4f6465206f6e2061204772656369616e2055726e",
    "own": "52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736",
    "theirs": "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d",
    "text": "4265617574792069732074727574682c20747275746820626561757479",
    "extra": "436f756e742d30",
    "share": "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431",
    "secret": "fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc",
    "key": "4531685d41d65f03dc48f6b8302c05b0",
    "nonce": "56d890e5accaaf011cff4b7d",
    "sealed": "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
}
"""The first test vector of the standard's base mode."""

HELPERS = """
const hex = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
const said = (raw) => Array.from(raw, (one) => one.toString(16).padStart(2, "0")).join("");
async function pair(given, public_) {
  const whole = joined(hex("302e020100300506032b656e04220420"), hex(given));
  const known = await crypto.subtle.importKey("raw", hex(public_), { name: "X25519" }, true, []);
  const own = await crypto.subtle.importKey("pkcs8", whole, { name: "X25519" }, false, ["deriveBits"]);
  return { privateKey: own, publicKey: known };
}
"""

Run = Callable[[str, object], object]
"""Runs an expression of the page's script with one argument."""


@pytest.fixture
def run(server: AudienceServer, browser: Browser) -> Iterator[Run]:
    """Localhost is a place where browsers seal, as under HTTPS."""
    page = context(browser).new_page()
    page.goto(server.wall_url)
    source = "\n".join([asset("sealed/hpke.js").decode(), asset("sealed/envelope.js").decode(), HELPERS])
    yield lambda body, given: page.evaluate(f"async (given) => {{ {source}\n{body} }}", given)


def test_the_standards_own_example_comes_out(run: Run) -> None:
    """Rule: what is sealed here is HPKE as everybody else means it, every part between checked too."""
    found = run(
        """const own = await pair(given.own, given.share);
        const found = await encapsulate(hex(given.theirs), own);
        const lock = await schedule(found.secret, hex(given.info));
        const whole = await seal(hex(given.theirs), hex(given.info), hex(given.text), hex(given.extra), own);
        return { share: said(found.share), secret: said(found.secret), key: said(lock.key), nonce: said(lock.nonce),
                 sealed: said(whole.slice(32)) };""",
        RFC_9180_A_1_1,
    )
    assert found == {part: RFC_9180_A_1_1[part] for part in ("share", "secret", "key", "nonce", "sealed")}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.dictionaries(st.text(min_size=1, max_size=20), st.text(max_size=300), max_size=4))
def test_the_laptop_opens_what_the_phone_has_sealed(run: Run, answers: dict[str, str]) -> None:
    """Rule: every text arrives as it was written, also those that are not Swedish."""
    key = SessionKey.generate()
    given_ = {"key": key.public.hex(), "answers": list(answers.items())}
    sealed = bytes.fromhex(
        str(
            run(
                """return said(unbase64(await envelope(base64(hex(given.key)), "reflektion", "ab12",
                                                      Object.fromEntries(given.answers))));""",
                given_,
            )
        )
    )
    assert len(sealed) == SLOT
    assert key.open(sealed) == Submission("reflektion", "ab12", answers)


def test_nobody_else_opens_it(run: Run) -> None:
    """Rule: another session's key opens nothing, and no byte of the text is in the envelope."""
    key, other = SessionKey.generate(), SessionKey.generate()
    body = """return said(unbase64(await envelope(base64(hex(given)), "s", "1", { q: "hemligheten" })));"""
    sealed = bytes.fromhex(str(run(body, key.public.hex())))
    assert other.open(sealed) is None
    assert b"hemligheten" not in sealed
    assert key.open(sealed[:-1] + bytes([sealed[-1] ^ 1])) is None


def test_what_does_not_fit_is_not_sealed(run: Run) -> None:
    """Rule: an answer that is too long is told to its writer, never cut."""
    public = X25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    body = 'return await envelope(base64(hex(given.key)), "s", "1", { q: given.text });'
    assert run(body, {"key": public, "text": "å" * 1926}) is None
    assert run(body, {"key": public, "text": "å" * 1900})


def test_the_same_answer_is_never_sealed_the_same_way_twice(run: Run) -> None:
    """Rule: two equal answers cannot be told to be equal."""
    body = """return [await envelope(base64(hex(given)), "s", "1", { q: "ja" }),
                      await envelope(base64(hex(given)), "s", "1", { q: "ja" })];"""
    found = run(body, SessionKey.generate().public.hex())
    assert isinstance(found, list)
    assert len({*found}) == 2
    assert len({len(one) for one in found}) == 1
