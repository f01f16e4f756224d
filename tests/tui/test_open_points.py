"""Points without a length are asked about once, before the hour."""

from sessionrunner.core.history import StepMinutes
from sessionrunner.core.programme import Item, Programme
from sessionrunner.core.programme_day import Day
from sessionrunner.daydesk import DayDesk
from sessionrunner.storage import exercise_file
from sessionrunner.storage.library import shipped_folder
from sessionrunner.tui.start import Start
from tests.fake_day import FakeDay
from tests.tui.fakes import FakeHost, an_app
from tests.tui.looking import opened

MEETING = exercise_file.read(shipped_folder("exercises") / "modeller" / "uppstartsmote.yaml")


async def test_the_leader_is_asked_for_the_minutes_and_sees_the_whole() -> None:
    """One number for all points; the group's memory has them from then on."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=MEETING))) as look:
        assert "16 min + 5 punkter som du sätter tiden för" in look.words()
        await look.press("enter", "3", "0", "enter")
        assert "Öva uppstartsmöte · 46 min" in look.words()
        assert StepMinutes("plan", 6) in host.memory.own_times(MEETING)
        await look.press("enter")
        assert "punkterna tillsammans" not in look.text()


async def test_what_is_no_number_is_asked_again() -> None:
    """Nothing is guessed."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=MEETING))) as look:
        await look.press("enter", "x", "enter")
        assert "Skriv minuterna med siffror" in look.words()
        await look.press("escape")
        assert "5 punkter som du sätter tiden för" in look.words()


async def test_a_group_that_has_set_them_is_not_asked_again() -> None:
    """The next time Enter goes straight on."""
    host = FakeHost()
    host.memory.keep_times(MEETING, tuple(StepMinutes(step.id, 7) for step in MEETING.steps if step.open))
    async with opened(an_app(host, Start(exercise=MEETING))) as look:
        assert "Öva uppstartsmöte · 51 min" in look.words()
        await look.press("enter")
        assert "ordna grupper" in look.text()
        assert "punkterna tillsammans" not in look.text()


async def test_a_day_asks_for_the_minutes_and_then_begins() -> None:
    """Instead of telling that the exercise cannot begin."""
    host = FakeHost()
    programme = Programme("dag", "En dag", (Item(MEETING.id),))
    day = DayDesk(Day("abcdef01", host.today(), programme, ("1", "2", "3")), FakeDay([MEETING], host.clock))
    async with opened(an_app(host, Start(day=day))) as look:
        await look.press("enter")
        assert "Hur många minuter har ni för de 5 punkterna" in look.words()
        await look.press("3", "0", "enter", "enter")
        assert "Enter starta första steget" in look.words()
