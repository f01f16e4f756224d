"""Which keys of the hour stand first on the bottom line."""

import pytest

from sessionrunner.core.session import Session
from sessionrunner.tui.screens.hour_keys import HOUR_KEYS, likeliest
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, answer, running
from tests.tui.looking import opened

TABLES, PAIRS, FORM, LAST = 2, 3, 4, 5


def at(step: int) -> Session:
    """The hour has come to this step."""
    return running(FakeHost(), step).session


def names(session: Session, *, taking_turns: bool = False, in_groups: bool = False) -> list[str]:
    """The keys in order."""
    return [key.name for key in likeliest(session, taking_turns=taking_turns, in_groups=in_groups)]


@pytest.mark.parametrize(("step", "first"), [(1, ["next"]), (LAST, ["end", "lesson"])])
def test_what_comes_next_stands_first(step: int, first: list[str]) -> None:
    """Until there is nothing more to come: then it is to end, or to write down."""
    assert [name for name in names(at(step)) if name != "reveal"][: len(first)] == first


def test_answers_that_are_not_open_are_one_of_the_first_keys() -> None:
    """And no longer once they are."""
    host = FakeHost()
    desk = running(host, FORM)
    assert "reveal" in names(desk.session)[:3]
    answer(host, desk, list("abcdef"))
    step = desk.session.step
    assert step is not None
    desk.reveal(step.id)
    assert "reveal" not in names(desk.session)[:3]


def test_where_one_after_the_other_speaks_the_turn_stands_first() -> None:
    """The key for rounds has another name then."""
    assert names(at(1), taking_turns=True)[:2] == ["next-turn", "pass-over"]


def test_no_key_is_lost_by_being_put_in_order() -> None:
    """Every one of them can be had, in whatever order."""
    for keys in (likeliest(at(1), taking_turns=False, in_groups=groups) for groups in (False, True)):
        assert sorted(key.keys for key in keys) == sorted(key.keys for key in HOUR_KEYS)


@pytest.mark.parametrize("step", [TABLES, PAIRS])
async def test_the_narrowest_bottom_line_holds_help_and_the_groups(step: int) -> None:
    """Somebody comes late to a group, and the leader sees which key: on 80 columns too, and nothing gave way for it."""
    async with opened(an_app(FakeHost(), Start(desk=running(FakeHost(), step)))) as look:
        line = look.text().splitlines()[-1]
    for key in ("Mellanslag nästa", "h hjälp", "p paus", "+ tid", "v visa", "g grupper", "z ångra", "? fler"):
        assert key in line


async def test_a_step_without_groups_has_room_for_notes_instead() -> None:
    """What has no use now does not stand there."""
    async with opened(an_app(FakeHost(), Start(desk=running(FakeHost(), 1)))) as look:
        line = look.text().splitlines()[-1]
    assert "g grupper" not in line
    assert "a anteckna" in line


def test_groups_that_take_turns_have_their_key_before_the_pause() -> None:
    """There is not room for both on the narrowest screen."""
    keys = names(at(PAIRS), taking_turns=True, in_groups=True)
    assert keys[:5] == ["next-turn", "pass-over", "next", "now", "groups"]
