"""Which time of how many it will be: counted from the lessons folder, and said by the leader where that is wrong."""

from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, my_task, shipped_exercises
from tests.tui.looking import opened

TALK = next(one for one in shipped_exercises() if one.times)


async def test_the_leader_says_which_time_it_is() -> None:
    """One key and a number; no command line."""
    async with opened(an_app(FakeHost(), Start(exercise=TALK))) as look:
        assert "Det här blir gång 1 av 10" in look.text()
        await look.press("n", "4", "enter")
        assert "Det här blir gång 4 av 10" in look.text()


async def test_a_time_that_there_is_not_is_asked_again() -> None:
    """The eleventh of ten is a slip."""
    async with opened(an_app(FakeHost(), Start(exercise=TALK))) as look:
        await look.press("n", "1", "1", "enter")
        assert "Skriv ett tal mellan 1 och 10." in look.words()
        await look.press("escape")
        assert "Det här blir gång 1 av 10" in look.text()


async def test_nothing_is_asked_of_an_exercise_that_is_not_counted() -> None:
    """The key does nothing there."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        await look.press("n")
        assert "Vilken gång" not in look.text()
