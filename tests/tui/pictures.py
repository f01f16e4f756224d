"""Pictures of the screens, as SVG files."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

from sessionrunner.core.ballot import About
from sessionrunner.core.commands import TakeNote
from sessionrunner.core.exercise import Confidentiality, LessonKind
from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, answer, my_task, running
from tests.web.pictures import BALLOTS, HEADINGS, SHEETS

Size = tuple[int, int]
_LOOKS = 100
"""Times that a screen is looked at before it is taken to change for ever, as one with a moving part does."""
_CALM = 2
"""Times on end that nothing must be under way: a message that is being handled stands in no queue."""
SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (160, 45)
TEXTS = (
    "Jag ska läsa mina egna journaler som om jag vore barnet.",
    "Vi ser uppgiften olika, och det har vi aldrig pratat om.",
    "Skriva varför, inte bara vad.",
    "Fråga en kollega innan jag skickar.",
    "Relationen får plats i texten.",
    "Att reglerna är ett skydd, inte ett hinder.",
    "Kortare meningar.",
)


def library_picture(path: Path, size: Size = MIDDLE, language: str = "sv", theme: str = "morkt") -> None:
    """The library as it opens."""
    take(an_app(FakeHost(), None, language, theme), path, size)


def preparation_picture(path: Path, size: Size = MIDDLE, language: str = "sv") -> None:
    """The checklist."""
    take(an_app(FakeHost(), Start(exercise=my_task()), language), path, size, ["space"])


def people_picture(path: Path, size: Size = MIDDLE, language: str = "sv") -> None:
    """Who is here."""
    take(an_app(FakeHost(), Start(exercise=my_task()), language), path, size, ["enter", "1", "4"])


def lobby_picture(path: Path, size: Size = MIDDLE, language: str = "sv") -> None:
    """The QR code."""
    take(an_app(FakeHost(), Start(exercise=my_task(), people=tuple("abcdefghijklmn")), language), path, size)


def running_picture(
    path: Path, size: Size = MIDDLE, step: int = 2, keys: Sequence[str] = (), language: str = "sv", theme: str = "morkt"
) -> None:
    """The hour itself, at this step, after these keys."""
    host = FakeHost()
    desk = running(host, step)
    if desk.room.public().form:
        answer(host, desk, TEXTS)
    take(an_app(host, Start(desk=desk), language, theme), path, size, keys)


def summary_picture(path: Path, size: Size = MIDDLE, language: str = "sv") -> None:
    """The joint summary with opened answers and two lines."""
    host = FakeHost()
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    keys = ["space", "ctrl+r", "enter", "escape", *typed("Läsa varandras utredningar en gång i månaden"), "tab"]
    keys += [*typed("arbetsledare"), "tab", *typed("1/12"), "enter", "ctrl+t", *typed("Vi frågar innan vi gissar")]
    take(an_app(host, Start(desk=desk), language), path, size, [*keys, "enter"])


def saved_picture(path: Path, size: Size = MIDDLE, language: str = "sv") -> None:
    """What the leader sees at the end."""
    running_picture(path, size, 5, ["escape", "e", "enter"], language)


def typed(text: str) -> list[str]:
    """The keys that write this text."""
    names = {" ": "space", "/": "slash", ",": "comma", ".": "full_stop", "-": "minus"}
    return [names.get(char, char) for char in text]


def take(app: SessionApp, path: Path, size: Size, keys: Sequence[str] = ()) -> None:
    """Run the app without a terminal, press the keys, keep the picture."""
    asyncio.run(_take(app, path, size, keys))


async def _take(app: SessionApp, path: Path, size: Size, keys: Sequence[str]) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        path.write_text(app.export_screenshot(simplify=True), "utf-8")


async def settled(pilot: Pilot[None]) -> None:
    """Wait until workers and messages are done, and what they have changed is painted.

    Textual's own pause takes a process for idle that uses no processor: on a busy machine it just gets none. And a
    message that is still on its way may be what sets a worker to work, so both are looked at until both are done.
    """
    calm = 0
    for _ in range(_LOOKS):
        if not pilot.app._running:
            return
        await _answered(pilot.app)
        await pilot.pause()
        calm = 0 if _under_way(pilot.app) else calm + 1
        if calm == _CALM:
            return


async def _answered(app: App[None]) -> None:
    """Return when no worker is at work; one whose place another has taken has nothing more to tell."""
    while tasks := [worker._task for worker in app.workers if worker._task and not worker.is_finished]:
        await asyncio.wait(tasks)


def _under_way(app: App[None]) -> bool:
    """Whether anything is still on its way to the screen on top; nothing is painted as long as a batch is open."""
    screen = app.screen
    parts = [one for one in screen.walk_children(with_self=True) if isinstance(one, Widget)]
    messages = any(one.message_queue_size or one._next_callbacks for one in (app, *parts))
    working = not all(worker.is_finished for worker in app.workers)
    unpainted = app._batch_count or screen._dirty_widgets or screen._callbacks or any(map(_is_unpainted, parts))
    return bool(working or messages or unpainted)


def _is_unpainted(part: Widget) -> bool:
    changed = part._layout_required or part._repaint_required or part._scroll_required
    return changed or part._recompose_required or part._refresh_styles_required or not part._mounted_event.is_set()


def sorting_picture(path: Path, size: Size = MIDDLE, language: str = "sv") -> None:
    """Opened texts being sorted: two headings, one text hidden."""
    host = FakeHost()
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    desk.reveal("reflektion", on_wall=False)
    keys = ["x", "n", *typed("Skriva begripligt"), "enter", "1", "n", *typed("Prata med varandra"), "enter", "2"]
    take(an_app(host, Start(desk=desk), language), path, size, [*keys, "d", "1", "enter"])


def voting_picture(path: Path, state: str, size: Size = MIDDLE, language: str = "sv") -> None:
    """A vote: before, while it is open, or counted."""
    host = FakeHost()
    desk = running(host, 5)
    for name in HEADINGS:
        desk.sorting.add_heading(name)
    if state != "before":
        vote = desk.voting.open(About.HEADINGS, 3)
        for number, ballot in enumerate(BALLOTS):
            desk.room.submit(vote.id, f"{number:032x}", {vote.options[at].id: "1" for at in ballot})
    take(an_app(host, Start(desk=desk), language), path, size, ["f4", "enter"] if state == "counted" else ["f4"])


def cases_picture(path: Path, size: Size = MIDDLE, language: str = "sv") -> None:
    """The joint summary of an exercise that touches on cases."""
    host = FakeHost()
    desk = running(host, 5, exercise=replace(my_task(), confidential=Confidentiality.OWN_CASES))
    desk.add_lesson(LessonKind.ACTIVITY, "Vi läser varandras utredningar en gång i månaden", "arbetsledare")
    take(an_app(host, Start(desk=desk), language), path, size)


def tables_picture(path: Path, size: Size = MIDDLE, language: str = "sv") -> None:
    """What was said at the tables, the third of them on the wall."""
    host = FakeHost()
    desk = running(host, 2)
    for at, text in SHEETS:
        desk.handle(TakeNote(text, f"Bord {at}"))
    take(an_app(host, Start(desk=desk), language), path, size, ["c", "n", "n", "n"])
