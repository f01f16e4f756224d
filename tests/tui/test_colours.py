"""Themes in the terminal."""

import pytest
from rich.style import Style
from textual.color import Color

from sessionrunner.core.contrast import contrast
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running, themes
from tests.tui.looking import Look, opened


def inks(look: Look) -> set[tuple[str, str]]:
    """Every pair of ink and ground that words are painted in."""
    pairs = set()
    for row in look.segments():
        for segment in row:
            style = segment.style
            if any(char.isalnum() for char in segment.text) and style and style.color and style.bgcolor:
                pairs.add((style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex))
    return pairs


@pytest.mark.parametrize("theme", sorted(themes()))
async def test_every_word_can_be_read_in_every_theme(theme: str) -> None:
    """4.5 to 1 between words and their ground, on each of the screens."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 4)), theme=theme)) as look:
        for key in ("g", "escape", "v", "v", "space", "x", "enter", "up"):
            await look.press(key)
            assert {pair for pair in inks(look) if contrast(*pair) < 4.5} == set()


def plain(style: Style | None) -> bool:
    return style is None or all(one is None or one.is_default for one in (style.color, style.bgcolor))


async def test_no_color_sends_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pace is still told by its word and the shape of the bar."""
    monkeypatch.setenv("NO_COLOR", "1")
    host = FakeHost()
    desk = running(host, 2)
    host.clock.advance(minutes=15)
    async with opened(an_app(host, Start(desk=desk))) as look:
        for row in look.segments():
            for line_filter in look.app.get_line_filters():
                row = line_filter.apply(row, Color(0, 0, 0))
            assert all(plain(segment.style) for segment in row)
        assert "SNART" in look.text()
        assert "▓" in look.text()
        assert "█" in look.text()
