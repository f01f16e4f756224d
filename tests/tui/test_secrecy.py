"""Where cases are told of, the room agrees before it begins: in the window and as lines."""

from dataclasses import replace

from sessionrunner.core.exercise import Confidentiality
from sessionrunner.core.session import Stage
from sessionrunner.tui.start import Start
from tests.tui.fakes import NAMES, FakeHost, an_app, my_task
from tests.tui.looking import opened

CASES = replace(my_task(), confidential=Confidentiality.OWN_CASES)


async def test_enter_asks_once_and_then_begins() -> None:
    """What it means is on the screen, and Enter is yes."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=CASES, people=tuple(NAMES)))) as look:
        await look.press("enter")
        assert "Är ni överens om sekretessen?" in look.text()
        await look.press("enter")
        assert look.app.hour.desk is not None
        assert look.app.hour.desk.session.stage is Stage.RUNNING
        assert look.app.hour.desk.session.secrecy_agreed


async def test_nothing_is_asked_where_no_case_is_told_of() -> None:
    """One key is enough."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task(), people=tuple(NAMES)))) as look:
        await look.press("enter")
        assert look.app.hour.desk is not None
        assert look.app.hour.desk.session.stage is Stage.RUNNING
