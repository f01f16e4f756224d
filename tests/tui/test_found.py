"""A session that is taken up again says what was found of it, on the screen that the leader looks at."""

from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened


async def test_what_was_found_is_shown_over_the_step() -> None:
    """Lines printed before the screens come up are under them; the leader would never see them."""
    host = FakeHost()
    lines = ("Ni var i steget Bord, med 9:56 kvar.", "3 svar [går] inte att läsa.")
    async with opened(an_app(host, Start(desk=running(host, 1), told=lines))) as look:
        assert look.told() == "\n".join(lines)
