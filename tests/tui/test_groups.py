"""The groups with a cursor: move, swap, lock, wish, and a better plan while the leader reads."""

from dataclasses import replace
from functools import partial
from threading import Event

import pytest
from textual.widgets import TextArea

from sessionrunner.core.acquaintance import judged, meetings
from sessionrunner.core.commands import LockGroup, SetWishes
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.groups import Division
from sessionrunner.core.wishes import Crowd, Wishes
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from sessionrunner.tui.improving import Search
from sessionrunner.tui.messages import AskForPeople
from sessionrunner.tui.screens import groups
from sessionrunner.tui.screens.groups import GroupsScreen
from sessionrunner.tui.screens.meeting_map import summary
from sessionrunner.tui.start import Start
from tests.core.rooms import Hour, a_step, an_exercise, names
from tests.core.test_planning import a_day
from tests.tui.fakes import FakeHost, an_app, my_task, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import LARGE, SMALL


@pytest.fixture
def host() -> FakeHost:
    """A laptop with everything in memory."""
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """At the four tables; the pairs come next."""
    return running(host, 2)


def tables(desk: Desk) -> Division:
    return desk.session.groups["borden"]


async def test_somebody_is_picked_up_and_put_down_in_another_group(host: FakeHost, desk: Desk) -> None:
    """Enter, an arrow, Enter: the screen says each time what the next key does."""
    first = tables(desk).groups[0].members[0]
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g")
        assert f"Enter lyfter {first}." in look.text()
        await look.press("enter", "down")
        assert f"Enter flyttar {first} till grupp B." in look.text()
        await look.press("enter")
    assert first in tables(desk).groups[1].members


async def test_a_digit_puts_down_too(host: FakeHost, desk: Desk) -> None:
    """The groups are numbered while somebody is held."""
    first = tables(desk).groups[0].members[0]
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "3", "enter", "3")
    assert first in tables(desk).groups[2].members


async def test_two_change_places(host: FakeHost, desk: Desk) -> None:
    """The sizes stay as they are."""
    one, other = tables(desk).groups[0].members[0], tables(desk).groups[1].members[0]
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "s", "enter", "down", "s")
    assert one in tables(desk).groups[1].members
    assert other in tables(desk).groups[0].members


async def test_escape_puts_the_held_person_back(host: FakeHost, desk: Desk) -> None:
    """Only the second Esc leaves the groups."""
    before = desk.session.groups
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "enter", "down", "escape")
        assert look.app.screen.query("#board")
        await look.press("enter", "enter", "escape")
        assert not look.app.screen.query("#board")
    assert desk.session.groups == before


async def test_a_locked_group_says_so_and_stays(host: FakeHost, desk: Desk) -> None:
    """A word and a sign, not only a colour."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "l")
        assert "▣ A" in look.text() and "LÅST" in look.text()
        before = tables(desk).groups[0]
        await look.press("n")
        assert tables(desk).groups[0] == before
        await look.press("l")
        assert "LÅST" not in look.text()


async def test_tab_shows_the_next_division(host: FakeHost, desk: Desk) -> None:
    """And moves there are moves in that step."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "tab")
        assert "Bikupor · 13 personer i 5 grupper: 3+3+3+2+2" in look.words()
        first = desk.session.groups["bikupa"].groups[0].members[0]
        await look.press("enter", "down", "enter")
    assert first in desk.session.groups["bikupa"].groups[1].members


async def test_a_move_that_breaks_a_wish_is_made_and_told(host: FakeHost, desk: Desk) -> None:
    """The leader sees the room; the program says what it means."""
    one, other = tables(desk).groups[0].members[0], tables(desk).groups[1].members[0]
    desk.handle(SetWishes(Wishes(apart=((one, other),))))
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "enter", "down", "enter")
        assert "skulle inte vara i samma grupp" in look.told()
        assert f"{other}!" in look.text()


async def found(look: Look) -> None:
    """Return when the search has something to offer."""
    screen = look.app.screen
    assert isinstance(screen, GroupsScreen)
    await look.until(lambda: screen.search is not None and screen.search.found is not None)


async def wish(look: Look, key: str, given: str) -> None:
    await look.press(key)
    await look.write(given)
    await look.press("enter")


async def test_wishes_are_added_and_taken_away(host: FakeHost, desk: Desk) -> None:
    """In the order they are given; Delete takes the chosen one."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "o")
        await wish(look, "i", "ann, bo")
        await wish(look, "t", "cia, dan")
        assert "Inte i samma grupp: Ann, Bo" in look.text()
        assert desk.session.wishes == Wishes((("Ann", "Bo"),), (("Cia", "Dan"),))
        await look.press("delete", "delete", "delete")
    assert desk.session.wishes == Wishes()


@pytest.mark.parametrize(("given", "told"), [("ann", "minst två"), ("ann, xerxes", "heter xerxes")])
async def test_a_wish_that_cannot_be_read_is_answered(host: FakeHost, desk: Desk, given: str, told: str) -> None:
    """In words, and nothing is wished."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "o")
        await wish(look, "i", given)
        assert told in look.words()
    assert desk.session.wishes == Wishes()


async def test_what_the_list_tells_is_spread_on_a_key(host: FakeHost, desk: Desk) -> None:
    """Off until asked for; without a column the key says where one comes from."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "o", "b")
        assert "ingen kolumn" in look.told()
        traits = tuple((name, "AB"[at % 2]) for at, name in enumerate(desk.session.people))
        desk.handle(SetWishes(Wishes(column="Enhet", traits=traits)))
        await look.press("escape", "o", "b")
        assert "Blandas jämnt: Enhet (A 7, B 6)" in look.text()
    assert desk.session.wishes.spread


async def test_the_meetings_are_a_picture_with_signs(host: FakeHost, desk: Desk) -> None:
    """One sign for every pair that meets, twice in the square, once in the legend."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "m")
        assert look.text().count("■") == 2 * len(meetings(desk.session)) + 1
        assert "en gång" in look.text()
        await look.press("down", "m")
        assert isinstance(look.app.screen, GroupsScreen)


async def test_a_large_room_gets_its_meetings_in_words(host: FakeHost) -> None:
    """A picture of two hundred would be a blur."""
    desk = running(host, 2, [f"N{number}" for number in range(60)])
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "m")
        assert "60 personer är för många för bilden, som rymmer 40." in look.words()
    often = summary(load("sv"), ("A", "B"), meetings(desk.session) + meetings(desk.session)).plain
    assert "par möts 2 gånger" in often


async def test_a_better_plan_is_offered_and_taken(host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only on a key, and one key takes it back."""
    monkeypatch.setattr(groups, "Search", partial(Search, patience=600))
    desk = running(host, 1, names(18), a_day(6))
    before = desk.session.groups
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g")
        await found(look)
        await look.press("x")
        await look.until(lambda: "Det finns en bättre indelning" in look.text())
        await look.press("b", "x")
        assert judged(desk.session).rank < judged(replace(desk.session, groups=before)).rank
        await look.press("z")
    assert desk.session.groups == before


async def test_without_a_better_plan_the_key_says_so(host: FakeHost, desk: Desk) -> None:
    """Nobody meets twice already."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "b")
        assert look.told() == load("sv")("board.none-better")


def test_a_search_ends_when_its_time_is_up() -> None:
    """It does not keep the laptop busy for an hour."""
    search = Search(Hour(a_day(6), names(18)).session, patience=0)
    search.wait()
    assert not search.searching


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_two_hundred_people_can_be_arranged(host: FakeHost, size: tuple[int, int]) -> None:
    """The cursor stays in sight wherever it goes."""
    desk = running(host, 2, [f"Förnamn Efternamn {number}" for number in range(200)])
    desk.handle(LockGroup("borden", "B"))
    async with opened(an_app(host, Start(desk=desk)), size) as look:
        await look.press("g", *["down"] * 3, *["right"] * 3)
        assert "▸" in look.text()


async def test_groups_are_prepared_from_the_people(host: FakeHost) -> None:
    """F2 shows them with all their keys, Esc is back at the people, and Enter opens with them."""
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("enter")
        await look.write("ann, bo, cia, dan, eva, fia")
        await look.press("f2")
        assert "Enter lyfter" in look.text()
        await look.press("l")
        assert "LÅST" in look.text()
        await look.press("escape")
        assert "Grupperna är förberedda." in look.text()
        assert look.app.screen.query_one("#given", TextArea).text == "ann\nbo\ncia\ndan\neva\nfia"


async def test_groups_are_prepared_once_however_often_they_are_asked_for(host: FakeHost) -> None:
    """F2 pressed twice on a slow disk: two that write into the same file would spoil it, and Esc leads back at once."""
    asked, slow, prepare = list[Crowd](), Event(), host.beforehand.prepare

    def prepare_slowly(exercise: Exercise, crowd: Crowd, spread: bool) -> Desk:
        asked.append(crowd)
        slow.wait(60)
        return prepare(exercise, crowd, spread)

    host.beforehand.prepare = prepare_slowly  # type: ignore[method-assign]
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("enter", "1", "4")
        await look.pilot.press("f2", "f2")
        slow.set()
        await look.press()
        assert len(asked) == sum(isinstance(one, GroupsScreen) for one in look.app.screen_stack) == 1


async def test_what_the_list_tells_is_shown_and_mixed_unless_it_is_not_wanted(host: FakeHost) -> None:
    """One key says no, before anything is drawn."""
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("enter", "f2", "f3")
        assert "ingen kolumn" in look.told()
        look.app.screen.query_one("#given", TextArea).text = "Namn\tEnhet\nAnn\tBarn\nBo\tVuxna\nCia\tBarn\nDan\tVuxna"
        await look.press("f5")
        assert "Blandas jämnt efter Enhet (Barn 2, Vuxna 2)" in look.text()
        await look.press("f3")
        assert "Blandas inte efter Enhet" in look.text()
        await look.press("enter")
    assert host.wishes.column == "Enhet"
    assert not host.wishes.spread


async def test_an_exercise_without_groups_has_none_to_prepare(host: FakeHost) -> None:
    """Said where the key is pressed."""
    talk = an_exercise(a_step("talk"))
    async with opened(an_app(host, Start(exercise=talk))) as look:
        look.app.post_message(AskForPeople(talk))
        await look.press("6", "f2")
        assert look.told() == "Övningen har inga grupper."
        await look.press("escape")
        look.app.post_message(AskForPeople(talk))
        await look.until(lambda: "6 personer" in look.text())
        assert "Grupperna är förberedda." not in look.text()


async def test_the_lobby_tells_the_groups_as_they_are(host: FakeHost) -> None:
    """What the leader has moved by hand is what the room will be told."""
    desk = host.open(my_task(), names(12))
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert "Bord 3+3+3+3" in look.words()
        await look.press("g", "enter", "down", "enter", "escape")
        assert "Bord 2+4+3+3" in look.words()


async def test_who_reports_stands_in_one_column_and_no_end_is_told_before_the_beginning(host: FakeHost) -> None:
    """Days before, "ends 10:36" is about nothing; and a group of three has its reporter under those of four."""
    desk = host.open(my_task(), tuple(f"P{number:02}" for number in range(14)))
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g")
        rows = [row for row in look.text().splitlines() if "Bord" in row and "rapport:" in row]
        assert len(rows) == 4 and len({row.index("rapport:") for row in rows}) == 1
        assert "slut" not in look.text().splitlines()[0]


async def test_one_who_comes_or_goes_is_written_with_a_sign(host: FakeHost, desk: Desk) -> None:
    """Rule: the list need not be edited from its end; what is understood is said, and who is not here stays written."""
    before = desk.session.people
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "d")
        await look.write(" + Olle")
        assert f"→ Olle kommer. Ni blir {len(before) + 1}." in look.words()
        await look.press("enter")
        await look.until(lambda: desk.session.people != before)
        await look.press("d", "ctrl+u")
        await look.write("- Pelle")
        await look.press("enter")
        assert "Ingen här heter Pelle." in look.words()
        await look.press("escape")
    assert desk.session.people == (*before, "Olle")
