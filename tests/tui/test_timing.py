"""Time on the leader's screen: bargains, corrected starts, pauses with a reason, turns, sleeps, the gong."""

from dataclasses import replace

import pytest
from textual.widgets import Input

from sessionrunner.core.commands import AddTime, PauseReason, Taken
from sessionrunner.core.gong import beat, rings
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from sessionrunner.tui.widgets.countdown import Countdown
from tests.core.rooms import minutes
from tests.fakes import TwoClocks
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened


@pytest.fixture
def host() -> FakeHost:
    host = FakeHost()
    host.clock = TwoClocks()
    return host


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """The tables, two minutes in."""
    return running(host, 2)


async def test_plus_shows_where_the_minutes_come_from_before_anything_is_changed(host: FakeHost, desk: Desk) -> None:
    """One line: how much, from where, what is safe; Enter is yes."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("plus")
        assert "+2 min [ tas från Bikupor 5→3 ]" in look.words()
        assert "Skyddas: Gemensam avslutning" in look.words()
        assert desk.session.added == {}
        await look.press("enter")
    assert desk.session.added == {"borden": minutes(2), "bikupa": minutes(-2)}


async def test_another_way_and_another_amount_are_arrows_away(host: FakeHost, desk: Desk) -> None:
    """Down is a minute less, right is the next offer; here the end moves."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("plus", "down", "left")
        assert "+1 min [ slutet flyttas till 09:36 ]" in look.words()
        await look.press("enter")
    assert desk.session.added == {"borden": minutes(1)}


async def test_no_changes_nothing(host: FakeHost, desk: Desk) -> None:
    """Esc is no."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("plus", "escape", "minus", "escape")
    assert desk.session.added == {}


async def test_what_was_taken_is_given_back_to_whom_it_was_taken_from(host: FakeHost, desk: Desk) -> None:
    """Minus knows who lost the minutes."""
    desk.handle(AddTime(minutes(2), (Taken("bikupa", minutes(2)),)))
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("minus")
        assert "−2 min [ ges till Bikupor 3→5 ]" in look.words()
        await look.press("enter")
    assert desk.session.added == {"borden": minutes(0), "bikupa": minutes(0)}


async def test_the_fixed_end_is_shown_and_stops_the_easy_way(host: FakeHost, desk: Desk) -> None:
    """The room must be left at 09:35, which is when all is over: nothing is free."""
    async with opened(an_app(host, Start(desk=desk)), (120, 36)) as look:
        await look.press("s")
        await look.write("0940")
        await look.press("enter")
        assert "5 min till 09:40" in look.words()
        await look.press("plus")
        assert "+2 min [ slutet flyttas till 09:37 ]" in look.words()


async def test_overtime_says_what_it_costs_and_t_takes_it_in(host: FakeHost, desk: Desk) -> None:
    """Two minutes over: from where, and one key to agree."""
    host.clock.advance(minutes=19)
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert "tas från: Bikupor" in look.words()
        await look.press("t")
        assert "Ta in 2 min [ tas från Bikupor 5→3 ]" in look.words()
        await look.press("enter")
    assert desk.session.added["bikupa"] == minutes(-2)


async def test_on_time_there_is_nothing_to_take_in(host: FakeHost, desk: Desk) -> None:
    """The key says so."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("t")
        assert look.told() == "Ni ligger i tid. Det finns inget att ta in."


async def test_a_forgotten_start_is_corrected(host: FakeHost, desk: Desk) -> None:
    """The tables began two minutes before the key was pressed."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("b")
        await look.write("9.01")
        await look.press("enter")
        assert desk.time.remaining_seconds() == 15 * 60
        await look.press("b")
        await look.write("nio")
        await look.press("enter")
        assert "är inget klockslag" in look.words()
        await look.press(*["backspace"] * 3)
        await look.write("2 min sedan")
        assert "→ 09:03, för 2 minuter sedan" in look.words()
        await look.press("enter")
        assert look.told() == "Starttiden är ändrad."
    assert desk.time.remaining_seconds() == 17 * 60


async def test_a_time_that_cannot_be_stays_on_the_line(host: FakeHost, desk: Desk) -> None:
    """Rule: nothing that was written is lost; Esc is the only way out without it."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("b")
        await look.write("09:30")
        await look.press("enter")
        assert "Den tiden har inte varit än." in look.words()
        assert look.app.screen.query_one(Input).value == "09:30"
        await look.press("escape", "s")
        await look.write("tio")
        await look.press("enter")
        assert "”tio” är inget klockslag. Skriv till exempel 11:00 eller om 20 min." in look.words()
        assert look.app.screen.query_one(Input).has_focus


async def test_a_pause_has_a_reason(host: FakeHost, desk: Desk) -> None:
    """p stops the clock at once; a digit says what for."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("p")
        assert "PAUS: FRÅGA, KLOCKAN STÅR" in look.text()
        await look.press("3")
        assert "PAUS: RAST, KLOCKAN STÅR" in look.text()
    assert desk.session.pause_reason is PauseReason.BREAK


async def test_a_round_that_is_done_is_ended_by_k(host: FakeHost, desk: Desk) -> None:
    """They walk at once."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("k")
        assert "BYT BORD" in look.text()


@pytest.mark.parametrize(("key", "left"), [("1", 7), ("2", 17), ("3", 17)])
async def test_after_a_sleep_the_leader_is_asked(host: FakeHost, desk: Desk, key: str, left: float) -> None:
    """Nothing is decided for her, and the answer can be undone."""
    clock = host.clock
    assert isinstance(clock, TwoClocks)
    app = an_app(host, Start(desk=desk))
    async with opened(app) as look:
        clock.sleep(minutes=10)
        app.hour.look_at_time()
        await look.press()
        assert "Programmet var borta i 10 min: datorn sov" in look.words()
        await look.press("escape", "space", key)
        assert desk.session.position == 1
        assert desk.time.remaining_seconds() == left * 60


async def test_the_gong_sounds_when_a_round_ends_by_itself_and_not_when_muted(
    host: FakeHost, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four minutes at the table, then the bell; m makes it silent, and m again lets it be heard."""
    app, rung = an_app(host, Start(desk=desk)), []
    monkeypatch.setattr(app, "bell", lambda: rung.append(host.clock.elapsed()))
    async with opened(app) as look:
        app.hour.look_at_time()
        host.clock.advance(minutes=2)
        app.hour.look_at_time()
        assert len(rung) == 1
        await look.press("m")
        host.clock.advance(minutes=1)
        app.hour.look_at_time()
        assert len(rung) == 1
        await look.press("m")
        assert len(rung) == 2


def test_the_gong_announces_what_ends_by_itself_only(host: FakeHost, desk: Desk) -> None:
    """Another step is announced by the leader; going back in time is silent."""
    first = beat(desk.room.public())
    host.clock.advance(minutes=2)
    walking = beat(desk.room.public())
    host.clock.advance(minutes=30)
    over = beat(desk.room.public())
    assert (rings(first, walking), rings(walking, over), rings(over, over), rings(walking, first)) == (
        True,
        True,
        False,
        False,
    )


async def test_how_late_the_end_is_stands_there_whole(host: FakeHost, desk: Desk) -> None:
    """Too late on the narrowest screen: how late the step is gives way, and no half of it is left at the edge."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("s")
        await look.write("09:20")
        await look.press("enter")
        host.clock.advance(minutes=24)
        look.app.hour.look_at_time()
        await look.until(lambda: "ÖVER TIDEN" in look.text())
        assert look.text().splitlines()[0].rstrip().endswith("22 MIN FÖR SENT (09:20)")


async def test_a_price_with_too_many_steps_ends_in_dots(host: FakeHost) -> None:
    """Overtime is taken from three steps, there is room for one, and that it goes on can be seen."""
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        clock = look.app.screen.query_one(Countdown)
        clock.face = replace(clock.face, lap="tas från: För och emot varje väg, Vad hörde vi?, Egen reflektion")
        assert clock.render().plain.splitlines()[-1] == "tas från: För och emot varje väg,…"
