"""One language at a time, on every screen."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.locale import load
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, answer, my_task, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import LARGE

WORD = re.compile(r"[^\W\d_]{3,}")
NEUTRAL = "Qqq"


def neutral(step: Step) -> Step:
    notes = replace(step.notes, say=NEUTRAL, do=NEUTRAL, if_quiet=NEUTRAL)
    tables = tuple(replace(table, name=NEUTRAL, statement=NEUTRAL) for table in step.tables)
    collect = tuple(replace(question, ask=NEUTRAL) for question in step.collect)
    words = {"title": NEUTRAL, "wall": NEUTRAL, "questions": (NEUTRAL,), "notes": notes}
    return replace(step, tables=tables, collect=collect, **words)  # type: ignore[arg-type]


def an_exercise() -> Exercise:
    """Words of no language, so that only the program speaks."""
    plain = my_task()
    room = replace(
        plain.preparation, room=(NEUTRAL,), bring=tuple(replace(b, what=NEUTRAL) for b in plain.preparation.bring)
    )
    words = {"title": NEUTRAL, "package": NEUTRAL, "purpose": (NEUTRAL,), "goals": (NEUTRAL,), "preparation": room}
    return replace(plain, steps=tuple(neutral(step) for step in plain.steps), **words)  # type: ignore[arg-type]


def vocabulary(language: str) -> set[str]:
    """Every word of the leader's screens in this language."""
    catalogue = load(language)
    everything = catalogue.keys()
    entries = [str(catalogue._find(key)) for key in everything if key.startswith("tui.")]
    return {word.casefold() for entry in entries for word in WORD.findall(re.sub(r"\{\w+\}", " ", entry))}


async def every_screen(language: str) -> AsyncIterator[str]:
    """The text of each screen on the way from the library to the saved lesson."""
    host = FakeHost([an_exercise()])
    async with opened(an_app(host, None, language), LARGE) as look:
        for keys in ((), ("question_mark",), ("escape", "enter"), ("enter",), ("9",), ("enter",), ("w",)):
            await look.press(*keys)
            yield look.text()
    host = FakeHost()
    desk = running(host, 2, "123456789", an_exercise())
    async with opened(an_app(host, Start(desk=desk), language), LARGE) as look:
        for text in [text async for text in the_hour(look, host)]:
            yield text


async def the_hour(look: Look, host: FakeHost) -> AsyncIterator[str]:
    steps = ["g", "n", "escape", "v", "v", "f", "escape", "a", "escape", "p", "p", "plus", "enter", "z", "q", "escape"]
    steps += ["question_mark", "escape", "ctrl+q", "escape", "ctrl+c", "ctrl+p", "escape", "space", "space"]
    for key in steps:
        await look.press(key)
        yield look.text()
    assert look.app.hour.desk is not None
    answer(host, look.app.hour.desk, list("abcdef"))
    for key in (
        "r",
        "enter",
        "escape",
        "space",
        "x",
        "enter",
        "ctrl+g",
        "up",
        "delete",
        "f1",
        "escape",
        "ctrl+s",
        "enter",
    ):
        await look.press(key)
        yield look.text()


@pytest.mark.parametrize(("language", "other"), [("sv", "en"), ("en", "sv")])
async def test_no_screen_mixes_languages(language: str, other: str) -> None:
    """Everything the program says is said in the chosen language."""
    strange = vocabulary(other) - vocabulary(language)
    seen = {word.casefold() async for text in every_screen(language) for word in WORD.findall(text)}
    assert len(seen & vocabulary(language)) > 150
    assert seen & strange == set()


async def test_the_palette_speaks_swedish_when_nothing_is_found() -> None:
    """Textual's own last words are replaced."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("ctrl+p")
        assert "Sök bland allt som går att göra" in look.text()
        await look.write("zzzz")
        await look.until(lambda: "Inget passar sökningen" in look.text())
        assert "No matches" not in look.text()


async def test_the_palette_does_what_the_keys_do() -> None:
    """Its commands are the screen's keys and the themes."""
    host = FakeHost()
    desk = running(host, 2)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("ctrl+p")
        await look.write("nästa")
        await look.offered("nästa")
        await look.press("enter")
        assert desk.session.position == 2
