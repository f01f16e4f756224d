"""What must never be covered or squeezed out on the smallest screen."""

import pytest
from textual.widgets._toast import Toast

from sessionrunner.tui.start import Start
from sessionrunner.tui.widgets.countdown import Countdown
from sessionrunner.tui.widgets.qr_code import QrCode
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import SMALL, Look, opened
from tests.tui.pictures import settled

LONG = "Det går inte just nu, och här står varför med många ord. " * 4


@pytest.mark.parametrize("text", ["Antecknat.", LONG])
async def test_news_covers_neither_the_clock_nor_the_keys(text: str) -> None:
    """However much there is to say, the time and the way out stay in sight."""
    host = FakeHost()
    app = an_app(host, Start(desk=running(host, 2)))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        app.screen.notify(text, markup=False, timeout=60)
        look = Look(app, pilot)
        await look.until(lambda: any(toast.region.height for toast in app.screen.query(Toast)))
        toast = app.screen.query_one(Toast).region
        assert not toast.overlaps(app.screen.query_one(Countdown).region)
        assert toast.bottom <= SMALL[1] - 1
        rows = look.text().splitlines()
        assert "Mellanslag nästa" in rows[-1]
        assert text.split() == " ".join(rows[toast.y : toast.bottom]).split()


async def test_the_code_is_shown_to_everybody_even_on_the_smallest_screen() -> None:
    """A projector that mirrors 80 columns is enough to scan from, with the clock beside."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 4)))) as look:
        await look.press("v")
        code = look.app.screen.query_one(QrCode)
        assert code.display and code.size == (37, 19)
        assert "http://192.168.1.20:8123/s/k7Qm2xVb/" in look.text()
        assert look.text().count("█") > 20


async def test_where_the_code_does_not_fit_the_address_and_the_way_to_it_do() -> None:
    """A code that is cut is no code."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 4))), (70, 22)) as look:
        await look.press("v")
        assert not look.app.screen.query_one(QrCode).display
        assert "QR-koden" in look.text()


async def test_what_to_do_now_leaves_the_clock_in_sight() -> None:
    """Whoever asks for help is short of time."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 4)))) as look:
        await look.press("h")
        assert "Vad gör jag nu?" in look.text()
        assert "KVAR" in look.text()
