"""The phone over HTTPS in a real browser: it seals, or says in plain words that it cannot."""

from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sessionrunner.storage.sealing import SLOT, SessionKey
from tests.hall.postgres import Postgres
from tests.hall.rooms import FORM
from tests.hall.stage import Stage, https
from tests.web.authority import NAME
from tests.web.browser import SMALL, USUAL, context
from tests.web.fakes import TAKE_ALONG

TEXT = "Kanariefågeln säger pip."
NO_CURVE = """const known = crypto.subtle.generateKey.bind(crypto.subtle);
crypto.subtle.generateKey = (way, ...more) =>
  way.name === "X25519" ? Promise.reject(new Error("NotSupportedError")) : known(way, ...more);"""
"""What an older browser is like, before any script of the page runs."""


@pytest.fixture(scope="module")
def stage(cluster: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with https(cluster, tmp_path_factory.mktemp("front"), NAME) as built:
        yield built


@pytest.fixture
def session() -> SessionKey:
    return SessionKey.generate()


class Phone:
    """A page of the room, and what it posts."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.posted: list[str] = []
        page.on("request", lambda one: self.posted.append(one.post_data or "") if one.method == "POST" else None)
        page.goto(address)

    def answer(self) -> None:
        """Write and send; return with the receipt."""
        self.page.get_by_label(TAKE_ALONG.ask).fill(TEXT)
        self.page.get_by_role("button", name="Skicka").click()
        expect(self.page.get_by_text("Tack")).to_be_visible()

    def says(self) -> str:
        """Everything on the page, folded parts too."""
        for fold in self.page.locator("details").all():
            fold.evaluate("one => { one.open = true; }")
        return self.page.locator("#page").inner_text()

    def violations(self) -> list[str]:
        """What axe objects to."""
        return [one["id"] for one in Axe().run(self.page).response["violations"]]


@pytest.fixture(params=[True, False], ids=["seals", "cannot"])
def phone(
    request: pytest.FixtureRequest, stage: Stage, key: str, session: SessionKey
) -> Iterator[tuple[Phone, bool, str]]:
    """A phone with the curve or without it; whether it has it, and the token."""
    token = stage.hall.open(key, session)
    profile = context(stage.browser, USUAL if request.param else SMALL)
    if not request.param:
        profile.add_init_script(NO_CURVE)
    yield Phone(profile.new_page(), f"https://{stage.hall.public}/s/{token}/"), request.param, token
    profile.close()


def test_the_answer_leaves_the_phone_sealed_or_the_page_has_said_otherwise(
    phone: tuple[Phone, bool, str], stage: Stage, key: str, session: SessionKey
) -> None:
    """Rule: no plain text leaves a phone that can seal; one that cannot is told, and served all the same."""
    at, seals, token = phone
    open_words = "Den här webbläsaren kan inte låsa svaret."
    expect(at.page.get_by_text(open_words)).to_have_count(0 if seals else 1)
    assert at.violations() == []
    at.answer()
    assert at.violations() == []
    assert at.posted
    for posted in at.posted:  # a phone that has waited long for its receipt sends again
        fields = parse_qs(posted)
        assert ("answer.tar-med" in fields, "sealed" in fields) == (not seals, seals)
        assert (TEXT in fields.get("answer.tar-med", [""])[0]) == (not seals)
    (envelope,) = stage.hall.lead(key, "POST", f"/{token}/take", {"step": FORM, "least": 1}).told["envelopes"]
    found = session.open(b64decode(envelope))
    assert found is not None
    assert (found.answers, len(b64decode(envelope))) == ({"tar-med": TEXT}, SLOT)
