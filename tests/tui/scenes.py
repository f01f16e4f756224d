"""Every screen of the program in every state that looks different, with a clock that stands still."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Final

from sessionrunner.core.commands import PutUnder
from sessionrunner.core.exercise import Exercise, LessonKind, Mode
from sessionrunner.core.inspection import Finding, Level
from sessionrunner.core.programme import Programme
from sessionrunner.core.programme_day import Day
from sessionrunner.core.text import Text
from sessionrunner.daydesk import DayDesk
from sessionrunner.desk import Desk
from sessionrunner.doctor import laptop
from sessionrunner.storage import exercise_file, programme_file
from sessionrunner.storage.library import shipped_folder
from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.start import Start
from tests.fake_day import FakeDay
from tests.tui.earlier import remembering
from tests.tui.fakes import NAMES, FakeHost, an_app, answer, my_task, running, shipped_exercises
from tests.tui.pictures import TEXTS, typed
from tests.web.pictures import HEADINGS


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen: what is on it, and the keys that lead there."""

    app: Callable[[], SessionApp]
    keys: tuple[str, ...] = ()


def _library() -> SessionApp:
    return an_app(FakeHost())


def _preparation() -> SessionApp:
    return an_app(FakeHost(), Start(exercise=my_task()))


def _lobby() -> SessionApp:
    return an_app(remembering(), Start(exercise=my_task(), people=tuple(NAMES)))


def _exercise(name: str) -> Exercise:
    return exercise_file.read(shipped_folder("exercises") / f"{name}.yaml")


def _hour(step: int, *, later: float = 0, shape: Callable[[FakeHost, Desk], None] | None = None) -> SessionApp:
    """The hour at this step, so many minutes later than two minutes into it."""
    host = FakeHost()
    desk = running(host, step)
    if desk.room.public().form:
        answer(host, desk, TEXTS)
    if shape is not None:
        shape(host, desk)
    host.clock.advance(minutes=later)
    return an_app(host, Start(desk=desk))


def _turns() -> SessionApp:
    host = FakeHost()
    practice = _exercise("modeller/introduktion-modul-8")
    at = next(number for number, step in enumerate(practice.steps, 1) if step.mode is Mode.TURNS)
    return an_app(host, Start(desk=running(host, at, exercise=practice)))


def _themes() -> SessionApp:
    host = FakeHost()
    return an_app(host, Start(desk=running(host, 2, exercise=_exercise("modeller/arendegenomgang"))))


def _sort(host: FakeHost, desk: Desk) -> None:
    desk.reveal("reflektion", on_wall=False)
    heading = desk.sorting.add_heading("Skriva begripligt")
    desk.handle(PutUnder(desk.sorting.board().cards[0].mark, heading.id))


def _decide(host: FakeHost, desk: Desk) -> None:
    desk.add_lesson(LessonKind.ACTIVITY, "Läsa varandras utredningar en gång i månaden", "arbetsledare")
    desk.add_lesson(LessonKind.AGREEMENT, "Vi frågar innan vi gissar")


def _name_headings(host: FakeHost, desk: Desk) -> None:
    for name in HEADINGS:
        desk.sorting.add_heading(name)


def _day(skipped: int = 0) -> SessionApp:
    host = FakeHost()
    half = programme_file.read(shipped_folder("exercises") / "programmes" / "halvdag.yaml")
    programme = Programme(half.id, half.title, half.items, start=time(9), end=time(12, 15))
    plan = Day("abcdef01", host.clock.wall().date(), programme, tuple("abcdefghijklmn"))
    day = DayDesk(plan, FakeDay(shipped_exercises(), host.clock))
    for _ in range(skipped):
        day.plan.skip()
    return an_app(host, Start(day=day))


def _doctor() -> SessionApp:
    host = FakeHost()
    wrong = Finding("x", Level.WRONG, Text("doctor.disk.unknown"), Text("doctor.disk.remedy"))
    host.care.findings = [laptop.exercises(67, 0), wrong, laptop.lessons(Path("/srv/gemensamt"), None), *laptop.wall()]
    return an_app(host)


SCENES: Final[Mapping[str, Scene]] = {
    "library": Scene(_library),
    "library-narrowed": Scene(_library, ("f",)),
    "library-programmes": Scene(_library, ("p",)),
    "preparation": Scene(_preparation, ("k", *typed("5/12 2026"), "enter", "space")),
    "editor": Scene(_preparation, ("e", "down", "plus")),
    "people": Scene(_preparation, ("enter", "1", "4")),
    "lobby": Scene(_lobby),
    "decisions": Scene(_lobby, ("u", "enter")),
    "running-plenary": Scene(lambda: _hour(1)),
    "running-tables": Scene(lambda: _hour(2)),
    "running-moving": Scene(lambda: _hour(2, later=2)),
    "running-pairs": Scene(lambda: _hour(3)),
    "running-turns": Scene(_turns),
    "running-form": Scene(lambda: _hour(4)),
    "running-soon": Scene(lambda: _hour(3, later=2)),
    "running-ending": Scene(lambda: _hour(3, later=2.8)),
    "running-over": Scene(lambda: _hour(2, later=19)),
    "running-bargain": Scene(lambda: _hour(2, later=19), ("plus",)),
    "running-paused": Scene(lambda: _hour(2), ("p", "3")),
    "running-noting": Scene(lambda: _hour(2), ("a",)),
    "running-now": Scene(lambda: _hour(2), ("h",)),
    "running-themes": Scene(_themes, ("f",)),
    "keys": Scene(lambda: _hour(2), ("question_mark",)),
    "groups": Scene(lambda: _hour(2), ("g", "enter", "down")),
    "phones": Scene(lambda: _hour(4), ("q",)),
    "public": Scene(lambda: _hour(2), ("v",)),
    "public-over": Scene(lambda: _hour(4, later=3), ("v",)),
    "answers": Scene(lambda: _hour(4), ("r", "enter", "down")),
    "sorting": Scene(lambda: _hour(4, shape=_sort), ("x",)),
    "summary": Scene(lambda: _hour(5, shape=_decide)),
    "voting": Scene(lambda: _hour(5, shape=_name_headings), ("f4", "enter")),
    "ending": Scene(lambda: _hour(5, shape=_decide), ("escape", "e")),
    "saved": Scene(lambda: _hour(5, shape=_decide), ("escape", "e", "enter")),
    "lessons": Scene(lambda: an_app(remembering()), ("l",)),
    "day": Scene(_day),
    "day-break": Scene(lambda: _day(2), ("enter",)),
    "network": Scene(lambda: _hour(2), ("n",)),
    "doctor": Scene(_doctor, ("d",)),
}
"""By the name of the picture."""
