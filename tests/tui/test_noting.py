"""Notes on the leader's screen: one key, a table if wanted, and the clock in sight."""

import pytest

from sessionrunner.core.lesson import Note
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened

TITLE = "Fyra bord, fyra påståenden"


@pytest.fixture
def desk() -> Desk:
    return running(FakeHost(), 2)


async def test_a_number_first_on_the_line_says_which_table(desk: Desk) -> None:
    """The leader reads in words what the note will be about, before it is kept."""
    async with opened(an_app(FakeHost(), Start(desk=desk))) as look:
        await look.press("a")
        assert "Gäller: hela rummet. Tabb byter, eller börja raden med ”3:” för Bord 3." in look.text()
        await look.press("3", "colon", "space", "x")
        assert "Gäller: Bord 3." in look.text()
        await look.press("enter")
        assert look.told() == "Antecknat om Bord 3."
    assert desk.session.notes == (Note(TITLE, "x", "Bord 3"),)


async def test_tab_goes_through_the_tables(desk: Desk) -> None:
    """And back to the whole room after the last."""
    async with opened(an_app(FakeHost(), Start(desk=desk))) as look:
        await look.press("a", "tab", "tab")
        assert "Gäller: Bord 2." in look.text()
        await look.press("shift+tab", "shift+tab", "shift+tab")
        assert "Gäller: Bord 4." in look.text()
        await look.press("tab", "x", "enter")
    assert desk.session.notes == (Note(TITLE, "x"),)


async def test_the_clock_stays_in_sight_while_a_note_is_written(desk: Desk) -> None:
    """Writing must not cost the leader the time."""
    async with opened(an_app(FakeHost(), Start(desk=desk))) as look:
        await look.press("a")
        assert "KVAR" in look.text()
        assert "varv 1 av 4" in look.text()


async def test_where_there_are_no_tables_nothing_is_asked(desk: Desk) -> None:
    """In the first step there is only the room."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 1)))) as look:
        await look.press("a", "tab")
        assert "Gäller: hela rummet" in look.text()
        assert "Tabb" not in look.text()
        await look.press("escape")
        assert "SÄG" in look.text()
