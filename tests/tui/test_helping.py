"""Help in the middle of the hour: what now, own keywords, hand-over, and what is private."""

from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, my_task, running
from tests.tui.looking import opened


async def test_h_says_in_plain_words_what_to_do_now() -> None:
    """For somebody who leads for the first time."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("h")
        assert "Vad gör jag nu?" in look.text()
        assert "vem som går till vilket bord" in look.words()
        await look.press("escape")
        assert "Vad gör jag nu?" not in look.text()


async def test_own_keywords_stand_beside_the_notes_and_are_kept() -> None:
    """Written with one key, changed with the same, and nobody else sees them."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("d")
        await look.write("andas")
        await look.press("enter")
        assert "EGET andas" in look.words(columns=44)
        assert host.memory.words == {my_task().steps[1].id: "andas"}
        await look.press("v")
        assert "andas" not in look.text()


async def test_y_shows_the_page_for_whoever_takes_over() -> None:
    """Where the hour is, and the rest of the script."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("y")
        assert "Steg 2 av 5" in look.text()
        assert "PRIVAT" in look.text()
        assert "**" not in look.text()


async def test_what_is_private_and_what_all_see_cannot_be_mistaken() -> None:
    """A word for each, never only a colour, and never both."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        assert "PRIVAT" in look.text()
        assert "DETTA SYNS FÖR ALLA" not in look.text()
        await look.press("v")
        assert "DETTA SYNS FÖR ALLA" in look.text()
        assert "PRIVAT" not in look.text()


async def test_a_clicker_goes_on_and_back() -> None:
    """A presenter's clicker sends page down and page up, and needs no other key."""
    host = FakeHost()
    desk = running(host, 2)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("pagedown")
        assert desk.session.position == 2
        await look.press("pageup")
        assert desk.session.position == 1
