"""The joint summary: typed with the room watching."""

from dataclasses import replace
from datetime import date

import pytest
from textual.widgets import Input

from sessionrunner.core.commands import SetFollowUp
from sessionrunner.core.exercise import Confidentiality, LessonKind
from sessionrunner.core.wording import as_led
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, answer, my_task, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import TEXTS

SHORT = ("Kortare meningar.", "Läsa mer.", "Fråga barnet.", "Skriva varför.", "Pröva nytt.")
"""As few rows as there can be; answers come mixed."""


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """The last step, which is the summary."""
    return running(host, 5)


def bottom(look: Look) -> str:
    """The line of keys."""
    return look.text().splitlines()[-1]


async def written(look: Look, text: str) -> None:
    await look.write(text)
    await look.press("enter")


def lines(desk: Desk) -> list[str]:
    return [lesson.text for lesson in desk.session.lessons]


async def test_a_line_has_kind_text_owner_and_date(host: FakeHost, desk: Desk) -> None:
    """The step's own kinds come first; Tab goes on to who and when; Enter saves from any field."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("ctrl+t")
        await look.write("Läsa högt")
        await look.press("tab")
        await look.write("arbetsledare")
        await look.press("tab")
        await written(look, "1/12")
    (lesson,) = desk.session.lessons
    assert (lesson.kind, lesson.text) == (LessonKind.AGREEMENT, "Läsa högt")
    assert (lesson.owner, lesson.due) == ("arbetsledare", date(2026, 12, 1))


async def test_a_strange_date_is_told_and_nothing_is_lost(host: FakeHost, desk: Desk) -> None:
    """The text stays in its field."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.write("Läsa")
        await look.press("tab", "tab")
        await written(look, "snart")
        assert look.told().startswith("”snart” går inte att läsa")
        assert "Läsa" in look.text() and "snart" in look.text()
    assert desk.session.lessons == ()


async def test_a_line_can_be_changed(host: FakeHost, desk: Desk) -> None:
    """Up to the line, Enter, write, Enter: the same line, another text."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await written(look, "Läsa")
        await look.press("up", "enter")
        await written(look, " mer")
    assert [(lesson.id, lesson.text) for lesson in desk.session.lessons] == [("l1", "Läsa mer")]


async def test_a_removed_line_comes_back_with_undo(host: FakeHost, desk: Desk) -> None:
    """Delete takes it away, Ctrl+Z brings it back."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await written(look, "Läsa")
        await look.press("up", "delete")
        assert lines(desk) == []
        await look.press("ctrl+z")
        assert lines(desk) == ["Läsa"]
        assert "Läsa" in look.text()


async def test_the_room_approves_and_a_change_asks_again(host: FakeHost, desk: Desk) -> None:
    """A summary that changes is no longer the one the room approved."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await written(look, "Läsa")
        await look.press("ctrl+g")
        assert "✓ godkänd i rummet" in look.text()
        await written(look, "Skriva")
        assert "✓ godkänd i rummet" not in look.text()
    assert not desk.session.approved


async def test_opened_answers_stand_beside_what_is_typed(host: FakeHost) -> None:
    """Ctrl+R opens them here too, after asking."""
    desk = running(host, 4)
    answer(host, desk, SHORT)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("space", "ctrl+r", "enter", "escape")
        assert all(text in look.text() for text in SHORT)
        assert "Sammanfattning, 0 rader" in look.text()


async def test_something_can_be_written_down_in_any_step(host: FakeHost) -> None:
    """l opens the same fields; Esc is back at the notes."""
    desk = running(host, 2)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("l")
        await written(look, "Byt bord tystare")
        await look.press("escape")
        assert "Visa var varje grupp börjar." in look.words()
    assert desk.session.lessons[0].text == "Byt bord tystare"


async def test_undoing_the_step_leaves_the_summary(host: FakeHost) -> None:
    """The screen follows the session, not the other way round."""
    desk = running(host, 4)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("space", "ctrl+z")
        assert desk.session.position == 3
        assert "Egen reflektion" in look.text()


async def test_an_empty_line_is_not_saved(host: FakeHost, desk: Desk) -> None:
    """Enter in an empty field does nothing."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("enter", "enter")
    assert desk.session.lessons == ()


async def test_a_date_that_has_been_is_asked_about_once(host: FakeHost, desk: Desk) -> None:
    """A year typed wrong is seen; whoever means it presses Enter again."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.write("Läsa")
        await look.press("tab", "tab")
        await written(look, "2001-12-01")
        assert "har redan varit" in look.told() and lines(desk) == []
        await look.press("enter")
        assert lines(desk) == ["Läsa"]
        await look.press("up", "enter", "enter")
    assert lines(desk) == ["Läsa"]


async def test_the_room_agrees_on_when_to_follow_up(host: FakeHost, desk: Desk) -> None:
    """The day that is understood stands there before Enter; one that is none stays in the field."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f8")
        await written(look, "snart")
        assert "går inte att läsa" in look.words() and desk.session.follow_up is None
        await look.press(*["backspace"] * 5)
        await look.write("2001-01-08")
        await look.press("enter")
        assert "har redan varit" in look.words()
        await look.press(*["backspace"] * 10)
        await look.write("2100-01-08")
        assert "fredag 8 januari 2100" in look.words()
        await look.press("enter")
        assert "Uppföljning fredag 8 januari 2100" in look.words()
    assert desk.session.follow_up == date(2100, 1, 8)


async def test_the_day_is_taken_away_with_an_empty_line(host: FakeHost, desk: Desk) -> None:
    """Esc leaves it as it was."""
    desk.handle(SetFollowUp(date(2100, 1, 8)))
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f8", "escape")
        assert desk.session.follow_up == date(2100, 1, 8)
        await look.press("f8", "delete", *["backspace"] * 10, "enter")
    assert desk.session.follow_up is None


@pytest.mark.parametrize(("confidential", "warned"), [(Confidentiality.OWN_CASES, True), (Confidentiality.NONE, False)])
async def test_whoever_types_a_decision_is_reminded_that_it_is_saved(
    host: FakeHost, confidential: Confidentiality, warned: bool
) -> None:
    """Where cases have been talked about, the reminder stands above the field."""
    desk = running(host, 5, exercise=replace(my_task(), confidential=confidential))
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert ("Skriv inget om ett ärende" in look.words()) == warned


@pytest.mark.parametrize("waiting", [True, False])
async def test_what_to_say_and_do_stays_in_sight_beside_the_answers(host: FakeHost, waiting: bool) -> None:
    """However many answers there are, nobody has to page for the notes."""
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("space", *([] if waiting else ["ctrl+r", "enter", "escape"]))
        step = desk.session.step
        assert step is not None
        assert ("7 svar väntar" in look.words()) is waiting
        notes = as_led(desk.session, step).notes
        assert f"SÄG {' '.join(notes.say.split())} GÖR {' '.join(notes.do.split())}" in look.words()


async def test_the_bottom_line_shows_the_key_for_answers_while_they_wait(host: FakeHost) -> None:
    """Once they are open, the line has its other keys again; how to end stands there all the time."""
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("space")
        await look.until(lambda: "Ctrl+R svar  Ctrl+G godkänd  Ctrl+S avsluta  F1 hjälp" in bottom(look))
        await look.press("ctrl+r", "enter", "escape")
        await look.until(lambda: "Ctrl+T byt typ  Ctrl+G godkänd  Ctrl+S avsluta  F1 hjälp" in bottom(look))
        assert "Ctrl+R" not in bottom(look)


async def test_answers_that_nobody_has_opened_are_told(host: FakeHost) -> None:
    """Whoever goes on from the silent step without opening them is told that they wait, and by which key."""
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("space")
        await look.until(lambda: "7 svar väntar. Ctrl+R öppnar dem" in look.words(35))
        await look.press("ctrl+r", "enter", "escape")
        assert "väntar" not in look.words(35)


async def test_a_name_for_a_role_is_put_right_where_it_stands(host: FakeHost) -> None:
    """Asked to write a role instead, the cursor is in that field, and Enter saves what stands there then."""
    desk = running(host, 5)
    name = desk.session.people[0]
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.write("Läsa högt")
        await look.press("tab")
        await written(look, name)
        assert lines(desk) == []
        await look.press(*["backspace"] * len(name))
        await written(look, "arbetsledare")
    assert [lesson.owner for lesson in desk.session.lessons] == ["arbetsledare"]


async def test_an_empty_list_takes_no_cursor(host: FakeHost, desk: Desk) -> None:
    """Rule: what is typed is always seen, wherever Shift+Tab and ↑ lead; with a line in it, the list has its turn."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        listing = look.app.screen.query_one("#lessons")
        await look.press("up")
        assert isinstance(look.app.focused, Input)
        await look.press("shift+tab")
        assert isinstance(look.app.focused, Input)
        await look.press("tab")
        await written(look, "Läsa högt")
        await look.press("up")
        assert look.app.focused is listing
        await look.press("delete")
        assert isinstance(look.app.focused, Input)
