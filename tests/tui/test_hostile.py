"""Words from files and people are words: never markup, never terminal control, never an action."""

from dataclasses import replace

import pytest
from textual.widgets import Static

from sessionrunner.core.commands import PutLesson
from sessionrunner.core.exercise import Exercise, LessonKind, Notes, Preparation, Step
from sessionrunner.core.lesson import Lesson
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, answer, my_task, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import LARGE, MIDDLE, SMALL, Size

LINK = "[@click=app.quit]x[/]"
HOSTILE = f"{LINK} [/nope] [bold \x1b]52;c;aGVq\x07\x1b[2J \x9b31m a\u202eb $accent {{0}} %s"
PEOPLE = tuple(f"{HOSTILE} {number}" for number in range(9))


def spoilt(step: Step) -> Step:
    tables = tuple(replace(table, name=HOSTILE, statement=HOSTILE) for table in step.tables)
    collect = tuple(replace(question, ask=HOSTILE) for question in step.collect)
    notes = Notes(HOSTILE, HOSTILE, HOSTILE)
    words = {"title": HOSTILE, "wall": HOSTILE, "questions": (HOSTILE,), "notes": notes}
    return replace(step, tables=tables, collect=collect, **words)  # type: ignore[arg-type]


def spoilt_exercise() -> Exercise:
    """Every text a file can carry, made hostile."""
    plain = my_task()
    preparation = Preparation(room=(HOSTILE,))
    steps = tuple(spoilt(step) for step in plain.steps)
    lists = {"purpose": (HOSTILE,), "goals": (HOSTILE,)}
    return replace(plain, title=HOSTILE, package=HOSTILE, preparation=preparation, steps=steps, **lists)  # type: ignore[arg-type]


def harmless(look: Look) -> None:
    """Nothing painted carries an action of theirs or a control character."""
    for row in look.segments():
        for segment in row:
            assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char == "\u202e" for char in segment.text)
            assert "@click" not in (segment.style.meta if segment.style else {})


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_a_hostile_exercise_is_shown_as_it_reads(size: Size) -> None:
    """Library, preparation, people: the brackets stand there as brackets."""
    host = FakeHost([spoilt_exercise()])
    async with opened(an_app(host), size) as look:
        for keys in ((), ("enter",), ("enter", "9")):
            await look.press(*keys)
            harmless(look)
        assert LINK in look.text()


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_a_hostile_session_is_led_to_its_end(size: Size) -> None:
    """Names, notes, questions, answers and lessons pass every screen of the hour."""
    host = FakeHost()
    desk = running(host, 4, PEOPLE, spoilt_exercise())
    answer(host, desk, [f"{HOSTILE} {number}" for number in range(6)])
    desk.handle(PutLesson(Lesson("l1", LessonKind.IDEA, HOSTILE, HOSTILE), insist=True))
    async with opened(an_app(host, Start(desk=desk)), size) as look:
        await look.press("left", "left")
        for key in ("g", "escape", "v", "v", "f", "escape", "l", "escape", "question_mark", "escape", "right", "right"):
            await look.press(key)
            harmless(look)
        for key in ("r", "enter", "escape", "space", "up", "enter", "enter", "ctrl+s", "enter"):
            await look.press(key)
            harmless(look)
        assert "sparat i lärdomsmappen" in look.text()


async def test_a_hostile_name_is_not_a_button() -> None:
    """A click on it does nothing."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2, PEOPLE)))) as look:
        await look.press("g")
        for row in range(2, 8):
            await look.pilot.click(offset=(12, row))
        await look.press()
        assert look.app.return_code is None
        assert LINK in look.text()


async def test_markup_would_have_been_noticed() -> None:
    """The control: the same words as markup carry an action."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.app.screen.mount(Static("[@click=app.quit]x[/]"))
        await look.press()
        with pytest.raises(AssertionError):
            harmless(look)


async def test_a_hostile_file_name_is_told_as_it_reads() -> None:
    """An error carries what was typed."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        await look.press("enter")
        await look.write("/tmp/[/nope].csv")
        harmless(look)
        assert "[/nope].csv" in look.words()
