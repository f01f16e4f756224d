"""Keys that come faster than screens: a nervous leader presses twice."""

from contextlib import suppress
from threading import Event

import pytest
from textual import events
from textual.app import App, ScreenStackError
from textual.command import CommandList
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Input

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.programme import Programme
from sessionrunner.core.wishes import NO_WISHES, Wishes
from sessionrunner.daydesk import DayDesk
from sessionrunner.desk import Desk
from sessionrunner.tui.messages import OpenProgramme, OpenSession, TakeUpAgain
from sessionrunner.tui.palette import Palette
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.lobby import LobbyScreen
from sessionrunner.tui.screens.noting import NoteLine
from sessionrunner.tui.screens.preparation import PreparationScreen
from sessionrunner.tui.screens.running import RunningScreen
from sessionrunner.tui.start import Start
from tests.tui.fakes import NAMES, FakeHost, an_app, my_task, running
from tests.tui.looking import Look, opened


async def entered_twice(look: Look) -> None:
    """Enter, and Enter again before the first has had any effect."""
    field = look.app.screen.query_one(Input)
    for _ in range(2):
        look.app.screen.post_message(Input.Submitted(field, field.value).set_sender(field))
    await look.press()


async def test_enter_pressed_twice_takes_away_only_the_line() -> None:
    """Rule: a note is kept once, and the hour stays on the screen."""
    host = FakeHost()
    desk = running(host, 2)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("a")
        await look.write("Tyst i rummet")
        await entered_twice(look)
        assert isinstance(look.app.screen, RunningScreen)
    assert [note.text for note in desk.session.notes] == ["Tyst i rummet"]


async def test_a_line_that_goes_twice_takes_the_hour_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what a screen does by itself."""
    monkeypatch.setattr(NoteLine, "dismiss", Screen.dismiss)
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("a")
        await entered_twice(look)
        assert not isinstance(look.app.screen, RunningScreen)


async def test_a_screen_that_is_taken_away_at_once_is_let_in_first() -> None:
    """The session is open before the preparation has been painted, and everything else gives way to it."""
    async with opened(an_app(FakeHost())) as look:
        app = look.app
        app.push_screen(PreparationScreen(app.words, my_task(), app.around.host))
        app.push_screen(LobbyScreen(app.words, running(FakeHost(), 1), app.around.host, lambda text: ()))
        app.go_home()
        await look.press()
        assert app.failure is None and app.home.shown


async def test_a_key_for_a_screen_that_is_not_whole_yet_does_nothing() -> None:
    """Rule: nothing is done on a screen that nobody has seen."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        coming = PreparationScreen(look.app.words, my_task(), host)
        shown = look.app.push_screen(coming)
        assert not coming.check_action("home", ())
        await shown
        assert coming.check_action("home", ())


async def test_a_second_enter_while_the_disk_is_slow_opens_no_second_session() -> None:
    """Rule: nothing is left behind that would wait to be taken up."""
    host = FakeHost()
    opened_so_far: list[Desk] = []
    slow, opening = Event(), host.open

    def open_slowly(exercise: Exercise, people: tuple[str, ...], wishes: Wishes = NO_WISHES) -> Desk:
        slow.wait(60)
        opened_so_far.append(opening(exercise, people, wishes))
        return opened_so_far[-1]

    host.open = open_slowly  # type: ignore[method-assign]
    async with opened(an_app(host)) as look:
        for _ in range(2):
            look.app.post_message(OpenSession(my_task(), tuple(NAMES)))
        await look.pilot.pause()
        slow.set()
        await look.press()
        assert isinstance(look.app.screen, LobbyScreen)
    assert len(opened_so_far) == 1


async def asked_twice(look: Look, message: type[OpenProgramme] | type[TakeUpAgain], what: object, slow: Event) -> None:
    """The same key twice before the disk has answered."""
    for _ in range(2):
        look.app.post_message(message(what))  # type: ignore[arg-type]
        await look.pilot.pause()
    slow.set()
    await look.press()


async def test_a_second_enter_while_the_disk_is_slow_opens_no_second_day() -> None:
    """Rule: nothing is left behind that would wait to be taken up."""
    app, days, slow = an_app(FakeHost()), list[DayDesk](), Event()
    laptop = app.around.laptop.days()
    opening, programme = laptop.open, laptop.programmes()[0]

    def open_slowly(programme: Programme) -> DayDesk:
        slow.wait(60)
        days.append(opening(programme))
        return days[-1]

    laptop.open = open_slowly  # type: ignore[method-assign]
    async with opened(app) as look:
        await asked_twice(look, OpenProgramme, programme, slow)
        assert app.home.day is days[0]
    assert len(days) == 1


async def test_a_second_press_while_the_disk_is_slow_takes_up_nothing_more() -> None:
    """Rule: nobody is told that another window has what is being taken up."""
    host, taken, slow = FakeHost(), list[str](), Event()
    desk = running(host, 2)

    def take_up_slowly(which: str) -> Start:
        slow.wait(60)
        taken.append(which)
        return Start(desk=desk)

    host.unfinished.take_up = take_up_slowly  # type: ignore[method-assign]
    async with opened(an_app(host)) as look:
        await asked_twice(look, TakeUpAgain, "3f9a1c2b", slow)
        assert isinstance(look.app.screen, RunningScreen)
    assert taken == ["3f9a1c2b"]


async def test_what_is_pressed_while_the_program_is_being_left_disturbs_nobody() -> None:
    """A key more, a click and a paste after Ctrl+Q."""
    app = an_app(FakeHost())
    async with opened(app) as look:
        await look.press("ctrl+q")
    for late in (events.Key("a", "a"), events.Paste("a"), events.MouseMove(None, 1, 1, 0, 0, 0, False, False, False)):
        await app.on_event(late)
    assert app.failure is None


async def test_an_app_of_the_usual_kind_would_fall() -> None:
    """The control."""
    app: App[None] = App()
    async with app.run_test():
        app.exit()
    with pytest.raises(ScreenStackError):
        await app.on_event(events.Key("a", "a"))


async def test_the_check_of_the_laptop_is_shown_once_however_often_it_is_asked_for() -> None:
    """Two presses on their way at once would lay it over itself."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        before = len(look.app.screen_stack)
        look.app.action_doctor()
        look.app.action_doctor()
        await look.press()
        assert len(look.app.screen_stack) == before + 1


async def test_an_answer_to_somebody_who_has_gone_is_nobodys() -> None:
    """The leader has gone home when the line comes that the preparation asked for."""
    answers: list[str | None] = []
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        app = look.app
        line = AskLine(app.words, "Vilken dag?", "5/12")
        await app.push_screen(line, answers.append)
        line.dismiss("5/12")
        app.go_home()
        await look.press()
        assert answers == [] and app.home.shown


async def test_an_answer_to_somebody_who_is_there_arrives() -> None:
    """The control."""
    answers: list[str | None] = []
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        line = AskLine(look.app.words, "Vilken dag?", "5/12")
        await look.app.push_screen(line, answers.append)
        line.dismiss("5/12")
        await look.press()
    assert answers == ["5/12"]


@pytest.mark.parametrize("left", [True, False])
async def test_only_a_fault_before_the_leader_leaves_is_a_fault(left: bool) -> None:
    """Rule: whoever presses Ctrl+Q is not told that the program has stopped; whoever has not is."""
    app = an_app(FakeHost())
    with suppress(NoMatches):
        async with opened(app):
            if left:
                app.exit()
            app._handle_exception(NoMatches())
    assert (app.failure is None) == left


async def test_a_search_that_finds_its_list_gone_ends_nothing_but_itself() -> None:
    """The leader has left the palette while it was still looking."""
    app = an_app(FakeHost())
    async with opened(app) as look:
        palette = Palette(app.words)
        await app.push_screen(palette)
        await palette.query_one(CommandList).remove()
        palette._gather_commands("a")
        while not all(worker.is_finished for worker in app.workers):
            await look.pilot.pause()
    assert app.failure is None
