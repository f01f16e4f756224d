"""Turns on the leader's screen: whose it is, whose then, and what to press."""

from sessionrunner.core.exercise import Mode
from sessionrunner.core.speaking import order
from sessionrunner.desk import Desk
from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running, shipped_exercises
from tests.tui.looking import opened

PRACTICE = next(one for one in shipped_exercises() if one.id == "modeller/introduktion-modul-8")
AT = next(number for number, step in enumerate(PRACTICE.steps, 1) if step.mode is Mode.TURNS)


def taking_turns(host: FakeHost) -> tuple[Desk, SessionApp]:
    desk = running(host, AT, exercise=PRACTICE)
    return desk, an_app(host, Start(desk=desk))


def queue(desk: Desk) -> tuple[str, ...]:
    assert desk.session.step is not None
    return order(desk.session, desk.session.step)


async def test_the_screen_names_who_speaks_and_who_is_next() -> None:
    """The leader reads two names aloud and needs no list."""
    desk, app = taking_turns(FakeHost())
    async with opened(app) as look:
        first, second = queue(desk)[:2]
        assert f"Nu: {first}" in look.text()
        assert f"sedan: {second}" in look.text()


async def test_j_lets_somebody_who_is_not_here_come_last() -> None:
    """Somebody has gone for coffee."""
    desk, app = taking_turns(FakeHost())
    first, second = queue(desk)[:2]
    async with opened(app) as look:
        await look.press("j")
        assert look.told() == f"{first} kommer sist. Nu: {second}."
        await look.press("z")
        assert queue(desk)[0] == first


async def test_the_keys_for_turns_stand_first() -> None:
    """Space ends the whole step; the next turn is what is wanted here."""
    _, app = taking_turns(FakeHost())
    async with opened(app) as look:
        assert look.text().splitlines()[-1].split("  ")[:2] == [" k nästa tur", "j hoppa över"]


async def test_everybody_sees_whose_turn_it_is() -> None:
    """A projector that mirrors the display names them too."""
    desk, app = taking_turns(FakeHost())
    async with opened(app) as look:
        await look.press("v")
        assert f"Nu: {queue(desk)[0]}" in look.text()
