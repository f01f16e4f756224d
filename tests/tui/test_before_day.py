"""Before a day of several exercises: one list of all that they ask for, ticked off and dated."""

from datetime import date

from sessionrunner.core.programme import Item, Programme
from sessionrunner.core.programme_day import Day
from sessionrunner.daydesk import DayDesk
from sessionrunner.tui.start import Start
from tests.fake_day import FakeDay
from tests.tui.fakes import MY_TASK, FakeHost, an_app, shipped_exercises
from tests.tui.looking import Look, opened
from tests.tui.pictures import SMALL

SENT_AHEAD = next(one for one in shipped_exercises() if one.preparation.send_ahead)
PROGRAMME = Programme("vår-dag", "Vår dag", (Item(MY_TASK), Item(pause="Fika"), Item(SENT_AHEAD.id)))


def a_day(host: FakeHost) -> Start:
    """A day that nobody has begun."""
    plan = Day("abcdef01", host.today(), PROGRAMME, tuple("abcdef"))
    return Start(day=DayDesk(plan, FakeDay(shipped_exercises(), host.clock)))


async def at_a_programme(look: Look) -> None:
    """The first of the programmes, with something to send ahead, is under the cursor."""
    await look.press("p")
    await look.until(lambda: "Aktualisera i ordning" in look.text())


async def test_the_smallest_screen_says_that_something_is_sent_ahead_and_where_to_see_all() -> None:
    """Nobody finds out on the morning of the day."""
    async with opened(an_app(FakeHost()), SMALL) as look:
        await at_a_programme(look)
        beside = " ".join(" ".join(line.partition("│")[2] for line in look.text().splitlines()).split())
        assert "Skicka 2 saker i förväg, den första 7 dagar innan. Tryck i." in beside
        assert "i inför dagen" in look.text().splitlines()[-1]


async def test_a_programme_has_a_list_of_its_own_with_a_way_on_to_the_day() -> None:
    """The network is tried once, whatever the number of exercises; Enter opens the day."""
    async with opened(an_app(FakeHost()), SMALL) as look:
        await at_a_programme(look)
        await look.press("i")
        assert "Före dagen: Aktualisera i ordning" in look.text()
        await look.press("enter")
        await look.until(lambda: "Härnäst" in look.text() or "Vilka är med?" in look.text())


async def test_ticks_and_the_day_are_there_the_next_time() -> None:
    """Remembered for the programme, not for its exercises."""
    host = FakeHost()
    async with opened(an_app(host, a_day(host))) as look:
        await look.press("i", "k")
        await look.write("18/12 2026")
        await look.press("enter", "space")
        assert "Dag: fredag 18 december" in look.words()
    assert [*host.checklists.kept] == [PROGRAMME.id]
    assert host.checklists.kept[PROGRAMME.id].held == date(2026, 12, 18)
    async with opened(an_app(host, a_day(host))) as look:
        await look.press("i")
        assert look.text().count("[x] Senast") == 1


async def test_from_a_day_that_is_open_the_list_leads_back_to_it() -> None:
    """By Enter and by Esc; no second day is opened."""
    host = FakeHost()
    async with opened(an_app(host, a_day(host))) as look:
        for key in ("enter", "escape"):
            await look.press("i")
            assert "Före dagen: Vår dag" in look.text()
            await look.press(key)
            assert "Härnäst" in look.text()
