"""Help in the middle of the hour: what now, own keywords, hand-over, and what is private."""

import pytest

from sessionrunner.locale import load
from sessionrunner.tui.screens.running import RunningScreen
from sessionrunner.tui.start import Start
from sessionrunner.tui.widgets.key_list import KeyList
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


async def test_over_time_in_the_last_step_names_one_way_on() -> None:
    """The key that ends it; no key that does nothing there."""
    host = FakeHost()
    desk = running(host, 5)
    host.clock.advance(minutes=9)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("escape", "h")
        assert "Tiden är slut." in look.words() and "Tryck e när ni är klara." in look.words()
        assert "tryck mellanslag" not in look.words()


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


async def test_before_the_first_step_and_after_the_last_h_says_what_to_do_too() -> None:
    """A first-time leader is most alone just before and just after."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=my_task(), people=tuple("abcdefghijklmn")))) as look:
        assert "h hjälp" in look.text().splitlines()[-1]
        await look.press("h")
        assert "Tryck w, så öppnas sidan för projektorn." in look.words()
    async with opened(an_app(host, Start(desk=running(host, 5)))) as look:
        await look.press("escape", "e", "enter", "h")
        assert "Säg var gruppen hittar lärdomarna" in look.words()


@pytest.mark.parametrize("screen", sorted(load("sv").section("now.screen")))
def test_every_screen_that_has_a_purpose_tells_it_in_both_languages(screen: str) -> None:
    """Two or three short sentences, and none longer than one can take in."""
    for language in ("sv", "en"):
        told = load(language)(f"now.screen.{screen}")
        assert 1 <= told.count(".") + told.count("?") <= 6
        assert len(told) <= 180


async def test_help_begins_with_what_there_is_to_do_on_the_screen() -> None:
    """The keys come after."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("question_mark")
        told = look.words()
        assert told.index("Välj en övning med pilarna.") < told.index("Visar vad som ska vara på plats")


async def test_a_long_explanation_goes_on_beside_its_key_never_under_it() -> None:
    """The column of keys holds keys only."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("question_mark")
        keys = look.app.screen.query_one(KeyList)
        lines = keys.render().plain.splitlines()
        column = len("Mellanslag") + 2
        shown = {key.shown(look.app.words).ljust(column) for key in RunningScreen.KEYS} | {
            " " * column,
            "F9".ljust(column),
        }
        assert {line[:column].ljust(column) for line in lines} <= shown
        assert max(map(len, lines)) <= keys.size.width
        assert len(lines) == keys.size.height > len(RunningScreen.KEYS)


async def test_news_gives_way_to_what_is_asked_or_read_next() -> None:
    """It would lie over the keys of what was opened."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("r")
        assert look.told()
        await look.press("f")
        assert not look.told()


async def test_whoever_has_nothing_to_sort_is_told_so_without_another_screens_keys() -> None:
    """Ctrl+R does nothing beside the notes."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("x")
        assert look.told() == "Det finns inga öppnade svar att sortera än."
