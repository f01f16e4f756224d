"""The leader changes the colours, and finds them again."""

import pytest

from sessionrunner.tui.app import Start
from tests.tui.fakes import FakeHost, an_app, running, themes
from tests.tui.looking import opened
from tests.tui.pictures import LARGE


async def test_one_key_goes_through_all_colours_and_the_last_is_remembered() -> None:
    """Once round is back where it began."""
    host = FakeHost()
    seen = []
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        for _ in themes():
            await look.press("f9")
            seen.append(host.theme)
        assert sorted(seen) == sorted(themes())
        assert look.app.theme == host.theme == "morkt"


@pytest.mark.parametrize("keys", [("question_mark",), ("a",), ("ctrl+q",)])
async def test_the_key_is_heard_where_something_lies_over_the_screen(keys: tuple[str, ...]) -> None:
    """A light room does not wait for a question to be answered; a field takes letters, not this key."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press(*keys, "f9")
        assert host.theme not in {"", "morkt"}


async def test_help_and_palette_know_the_key() -> None:
    """In the library, before anything has begun."""
    host = FakeHost()
    async with opened(an_app(host), LARGE) as look:
        await look.press("question_mark")
        assert "F9" in look.text()
        await look.press("escape", "ctrl+p")
        await look.write("byt färger")
        await look.offered("byt färger")
        await look.press("enter")
        assert host.theme not in {"", "morkt"}


async def test_a_terminal_without_colours_is_told_why_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is remembered."""
    monkeypatch.setenv("NO_COLOR", "1")
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("f9")
        assert "NO_COLOR" in look.told()
        assert host.theme == ""
