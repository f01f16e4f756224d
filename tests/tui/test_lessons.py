"""Earlier decisions on the leader's screens: found again, followed up, and a plan that has learned."""

import pytest

from sessionrunner.core.followup import Past, Status
from sessionrunner.host import Page
from sessionrunner.storage.folder_trouble import ShareMissing
from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.start import Start
from tests.tui.earlier import remembering
from tests.tui.fakes import NAMES, FakeHost, an_app, my_task
from tests.tui.looking import SMALL, Look, opened
from tests.tui.pictures import LARGE, Size

FIRST, SECOND = "Korta mallen för utredningar", "Fråga innan vi gissar"


def lobby(host: FakeHost) -> SessionApp:
    """People are coming in."""
    return an_app(host, Start(exercise=my_task(), people=tuple(NAMES)))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_lessons_open_on_what_waits_the_late_first(size: Size) -> None:
    """One key from the library."""
    async with opened(an_app(remembering()), size) as look:
        await look.press("l")
        seen = look.text()
        assert "Öppna beslut" in seen and "3 rader" in seen
        assert seen.index(FIRST[:20]) < seen.index("Läsa varandras"[:12])
        assert "51 dagar försenat" in look.words()


async def test_the_day_to_follow_up_stands_above_the_drawers() -> None:
    """Whoever opens the lessons sees when the group meets about them."""
    async with opened(an_app(remembering()), SMALL) as look:
        await look.press("l")
        assert "Uppföljning: torsdag 10 december 2026" in look.words()


async def test_the_drawers_are_leafed_through_with_the_arrows() -> None:
    """Rules, ideas, done, dropped with why, all, and what could not be read with what to do about it."""
    async with opened(an_app(remembering())) as look:
        await look.press("l")
        for heading, words in (
            ("Spelregler", "En talar i taget"),
            ("Idéer", "Bjuda in"),
            ("Gjort", "Bokad till jul"),
            ("Nedlagt, och varför", "Ingen kom"),
            ("Allt", "7 rader"),
            ("Filer som inte", "är tom"),
            ("Öppna beslut", FIRST),
        ):
            await look.press("right")
            assert heading in look.text() and words in look.words()


async def test_typing_finds_and_enter_shows_where_it_comes_from() -> None:
    """Dots over letters do not matter; Esc goes back a step at a time."""
    async with opened(an_app(remembering())) as look:
        await look.press("l", "slash")
        await look.write("lasa journ")
        assert "Träffar" in look.text() and "1 rad" in look.text()
        await look.press("enter")
        assert "0000aaaa" in look.text() and "En talar i taget" in look.text()
        await look.press("escape", "escape")
        assert "Öppna beslut" in look.text()
        await look.press("escape")
        assert "förbered" in look.text().splitlines()[-1]


@pytest.mark.parametrize(
    ("away", "words"), [(None, "Inga lärdomar är sparade"), (ShareMissing(folder="/srv/L"), "/srv/L")]
)
async def test_an_empty_folder_and_a_missing_one_are_told_apart(away: ShareMissing | None, words: str) -> None:
    """And the missing one with what to do."""
    host = FakeHost()
    host.memory.folder, host.memory.away = Past(), away
    async with opened(an_app(host)) as look:
        await look.press("l")
        assert words in look.words()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_lobby_says_that_the_agreed_day_has_come(size: Size) -> None:
    """Nobody has to have looked it up; before the day nothing is said."""
    async with opened(lobby(remembering()), size) as look:
        assert "Idag" not in look.words()
    host = remembering()
    host.clock.advance(minutes=19 * 24 * 60)
    async with opened(lobby(host), size) as look:
        assert "Idag är dagen ni bestämde för" in look.words()


async def begun(look: Look) -> None:
    """The hour begins with the follow-up."""
    assert "3 öppna beslut sedan tidigare. 1 är" in look.text()
    await look.press("u")
    assert "Ni börjar med uppföljningen" in look.text()
    await look.press("enter")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_hour_can_begin_with_the_decisions(size: Size) -> None:
    """One at a time, a key each, and the wall shows the same one."""
    async with opened(lobby(remembering()), size) as look:
        await begun(look)
        assert "BESLUT 1 AV 3" in look.text() and FIRST in look.words()
        desk = look.app.hour.desk
        assert desk is not None and desk.room.public().task.startswith(FIRST)
        await look.press("1", "2")
        assert "BESLUT 2 AV 3" in look.text() or "BESLUT 3 AV 3" in look.text()
        assert [one.status for one in desk.session.updates] == [Status.DONE, Status.OPEN]


async def test_a_decision_is_dropped_with_why_and_undone() -> None:
    """No reason, no dropping; undo brings the question back."""
    async with opened(lobby(remembering())) as look:
        await begun(look)
        desk = look.app.hour.desk
        assert desk is not None
        await look.press("3", "escape")
        assert not desk.session.updates
        await look.press("3")
        await look.write("Ingen hann")
        await look.press("enter")
        assert [(one.status, one.note) for one in desk.session.updates] == [(Status.DROPPED, "Ingen hann")]
        await look.press("z")
        assert not desk.session.updates and "Ångrat: det ni sa om beslutet." in look.told()


async def test_the_arrows_choose_and_space_goes_on() -> None:
    """What was not taken up stays open."""
    async with opened(lobby(remembering())) as look:
        await begun(look)
        await look.press("down", "down")
        assert "BESLUT 3 AV 3" in look.text()
        await look.press("1", "1", "1")
        assert "Alla beslut är genomgångna" in look.words()
        await look.press("space")
        assert "steg 2 av 6" in look.text()
        await look.press("u")
        assert FIRST in look.words()


async def test_the_offer_can_be_taken_back_and_is_not_made_for_nothing() -> None:
    """A new group sees no word of it."""
    async with opened(lobby(remembering())) as look:
        await look.press("u", "u")
        assert "u: börja med dem, 6 min" in look.text()
    async with opened(lobby(FakeHost())) as look:
        assert "beslut sedan" not in look.text()
        await look.press("u")
        assert "inga tidigare beslut" in look.told()


async def test_the_preparation_offers_the_times_it_has_learned() -> None:
    """With how often and between what; one key takes them, the same turns back."""
    host = remembering()
    async with opened(an_app(host, Start(exercise=my_task())), (120, 36)) as look:
        assert "24 min, inte 19" in look.text() and "(3 gånger, 23–25 min)" in look.text()
        await look.press("t")
        assert host.memory.own and "Ni använder era egna tider" in look.text()
        assert "42 min" in look.text().splitlines()[0]
        await look.press("t")
        assert not host.memory.own[my_task().id] and "35 min" in look.text().splitlines()[0]


async def test_the_pages_to_print_are_a_key_away() -> None:
    """What it is called is said; a folder that is away is said to be so, and the letters can still be searched for."""
    host = remembering()
    async with opened(an_app(host), SMALL) as look:
        await look.press("l", "m", "o")
        await look.until(lambda: host.memory.printed == [Page.BRING, Page.HANDOVER])
        await look.until(lambda: "Till dig som tar över" in look.told())
        host.memory.away = ShareMissing(folder="S:")
        await look.press("m")
        await look.until(lambda: "S:" in look.told())
        await look.press("slash", "m", "o")
        assert len(host.memory.printed) == 2
