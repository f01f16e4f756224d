"""The leader finds out how to practise."""

import pytest

from sessionrunner.cli.arguments import Arguments, build_parser
from sessionrunner.locale import load
from tests.tui.fakes import MY_TASK, FakeHost, an_app
from tests.tui.looking import opened


@pytest.mark.parametrize("key", ["ö", "r"])
async def test_the_library_tells_how_to_practise_the_chosen_exercise(key: str) -> None:
    """With the very command, so that nobody has to put it together."""
    async with opened(an_app(FakeHost())) as look:
        await look.press(key)
        assert f"sessionrunner rehearse {MY_TASK}" in look.text()
        given = build_parser(load("sv")).parse_args(["rehearse", MY_TASK], Arguments())
        assert (given.exercise, given.headless) == (MY_TASK, False)
        assert "Stäng programmet med Ctrl+Q" in look.words()
        await look.press("escape")
        assert "Öva med låtsasdeltagare" not in look.text()
