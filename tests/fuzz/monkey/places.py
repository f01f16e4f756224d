"""Where a storm begins: every kind of screen, over a real laptop in folders of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import choices_for
from sessionrunner.cli.day_hosting import new_day
from sessionrunner.cli.given import laptop_of
from sessionrunner.cli.opening import practice_of
from sessionrunner.cli.places import Places
from sessionrunner.cli.practising import PractisingHost
from sessionrunner.core.commands import Next
from sessionrunner.core.exercise import LessonKind, Mode
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from sessionrunner.output import markdown
from sessionrunner.storage import lesson_file
from sessionrunner.storage.lessons_folder import MARKER
from sessionrunner.storage.programmes import Programmes
from sessionrunner.tui.start import Laptop, Start
from tests.output.records import full
from tests.tui.fakes import MY_TASK, NAMES
from tests.tui.pictures import TEXTS, typed
from tests.web.pictures import HEADINGS

WORDS: Final = load("sv")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One laptop: its host, with phones that answer, and what the screens are given."""

    host: PractisingHost
    laptop: Laptop

    @classmethod
    def under(cls, folder: Path, speed: float) -> "Surroundings":
        """A laptop whose files all lie here, with an earlier hour in its lessons folder."""
        lessons, state = folder / "lessons", folder / "state"
        state.mkdir()
        _earlier(lessons)
        arguments = Arguments(state=state, lessons=lessons, speed=speed, address="127.0.0.1", port=0)
        kept = Places(state, state / "settings.yaml", state / "exercises")
        host = PractisingHost(choices_for(arguments, WORDS, kept), kept, speed)
        return cls(host, laptop_of(host.exercises, lambda: host, WORDS, practice_of(arguments, WORDS)))


def _earlier(lessons: Path) -> None:
    held = lessons / "2026-11-21 Prov 3f9a1c2b"
    held.mkdir(parents=True)
    (lessons / MARKER).touch()
    (held / lesson_file.FILE).write_text(markdown.render(full(), WORDS), "utf-8")


@dataclass(frozen=True, slots=True)
class Place:
    """A screen to begin at: what the program is started with, and the keys from there."""

    start: Callable[[PractisingHost], Start]
    keys: tuple[str, ...] = ()


def _home(host: PractisingHost) -> Start:
    return Start()


def _chosen(host: PractisingHost) -> Start:
    return Start(exercise=host.shelf.find(MY_TASK))


def _invited(host: PractisingHost) -> Start:
    return Start(exercise=host.shelf.find(MY_TASK), people=tuple(NAMES))


def _hour(step: int, shape: Callable[[Desk], None] = lambda desk: None) -> Callable[[PractisingHost], Start]:
    """The hour at this step, counted from 1."""

    def start(host: PractisingHost) -> Start:
        desk = host.open(host.shelf.find(MY_TASK), tuple(NAMES))
        for _ in range(step):
            desk.handle(Next())
            _answer(desk)
        shape(desk)
        return Start(desk=desk)

    return start


def _answer(desk: Desk) -> None:
    """Hand everybody's answers in to the form that is open."""
    form = desk.room.public().form
    for number, text in enumerate(TEXTS if form else ()):
        assert form is not None
        desk.room.submit(form.step, f"{number:032x}", {form.questions[0].id: text, form.questions[1].id: "7"})


def _sort(desk: Desk) -> None:
    desk.reveal("reflektion", on_wall=False)
    for name in HEADINGS:
        desk.sorting.add_heading(name)


def _decide(desk: Desk) -> None:
    desk.add_lesson(LessonKind.AGREEMENT, "Vi frågar innan vi gissar")


def _at(name: str, mode: Mode | None = None) -> Callable[[PractisingHost], Start]:
    """This exercise at its first step of this kind, or at its second step."""

    def start(host: PractisingHost) -> Start:
        exercise = host.shelf.find(name)
        steps = [number for number, step in enumerate(exercise.steps, 1) if mode in (None, step.mode)]
        desk = host.open(exercise, tuple(NAMES))
        for _ in range(steps[0 if mode else 1]):
            desk.handle(Next())
        return Start(desk=desk)

    return start


def _day(*people: str) -> Callable[[PractisingHost], Start]:
    def start(host: PractisingHost) -> Start:
        known = {one.id: one for one in host.exercises()}
        programme = next(one for one in Programmes(host.shelf.folders, known).all() if one.id.endswith("halvdag"))
        return Start(day=new_day(programme, people, host, WORDS))

    return start


PLACES: Final[Mapping[str, Place]] = {
    "library": Place(_home),
    "programmes": Place(_home, ("p",)),
    "narrowing": Place(_home, ("f",)),
    "preparation": Place(_chosen),
    "people": Place(_chosen, ("enter", "1", "4")),
    "groups": Place(_chosen, ("enter", "1", "4", "f2")),
    "lobby": Place(_invited),
    "plenary": Place(_hour(1)),
    "tables": Place(_hour(2)),
    "pairs": Place(_hour(3)),
    "form": Place(_hour(4)),
    "turns": Place(_at("modeller/introduktion-modul-8", Mode.TURNS)),
    "cases": Place(_at("modeller/arendegenomgang")),
    "answers": Place(_hour(4), ("r", "enter")),
    "sorting": Place(_hour(5, _sort), ("escape", "x")),
    "voting": Place(_hour(5, _sort), ("f4", "enter")),
    "summary": Place(_hour(5, _decide)),
    "decisions": Place(_hour(2), ("u",)),
    "moving": Place(_hour(2), ("g",)),
    "saved": Place(_hour(5, _decide), ("escape", "e", "enter")),
    "lessons": Place(_home, ("l",)),
    "editor": Place(_chosen, ("e",)),
    "new": Place(_home, ("n", *typed("Prov"), "enter")),
    "network": Place(_invited, ("n",)),
    "wifi": Place(_invited, ("n", "i")),
    "doctor": Place(_home, ("d",)),
    "day": Place(_day(*NAMES)),
    "day-people": Place(_day()),
    "break": Place(_day(*NAMES), ("h", "enter", "h", "enter", "enter")),
    "rehearsal": Place(_home, ("r", "enter")),
}
"""By the name that a case has."""
