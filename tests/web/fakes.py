"""A real desk with an exercise made for these tests; only journal, box and archive are kept in memory."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from sessionrunner.core.commands import Next, Open
from sessionrunner.core.exercise import (
    Exercise,
    GroupRule,
    LessonKind,
    Mode,
    Notes,
    Per,
    Question,
    QuestionKind,
    Rounds,
    SizeRange,
    Step,
    Table,
)
from sessionrunner.core.record import Identity
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from sessionrunner.output.qr import svg
from sessionrunner.runner import SessionRunner
from sessionrunner.storage.theme_file import themes
from sessionrunner.web.options import ServerOptions
from sessionrunner.web.server import AudienceServer
from tests.fakes import FakeClock, MemoryArchive, MemoryBox, MemoryJournal

TOKEN = "k7Qm-_x9Zz"
NOTES = Notes("HEMLIG sägs högt", "HEMLIG görs", "HEMLIG om det blir tyst")
NAMES = ("Ann", "Bo", "Cia", "Dan", "Eva", "Fia", "Gun", "Hans", "Ida", "Jan", "Kia", "Leo", "Mia")
THEMES = themes(Path(__file__).parents[2] / "themes")


def minutes(number: float) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=number)


TAKE_ALONG = Question("tar-med", "Vad tar du med dig härifrån?", QuestionKind.TEXT)
USE = Question("nytta", "Hur användbart var det?", QuestionKind.SCALE, 0, 10, "inte alls", "mycket")
AGAIN = Question("igen", "Vill du göra om det?", QuestionKind.CHOICE, options=("Ja", "Nej", "Vet inte"))
STATEMENTS = (
    "Jag vet vad som är min uppgift.",
    "Jag vet var min uppgift slutar.",
    "Jag säger till när uppdraget är oklart.",
    "Vi hjälper varandra att hålla i uppdraget.",
)
EXERCISE = Exercise(
    id="introduktion/min-uppgift",
    title="Min uppgift som socialsekreterare",
    package="Introduktion",
    minutes=minutes(35),
    purpose=("Ni får syn på hur ni ser på er uppgift.", "Ni kommer överens om vad ni gör mer av."),
    steps=(
        Step(
            "start",
            "Syfte och tid",
            Mode.PLENARY,
            minutes(3),
            notes=NOTES,
            wall="Välkomna!\nVi är klara om 35 minuter.",
        ),
        Step(
            "borden",
            "Fyra bord, fyra påståenden",
            Mode.TABLES,
            minutes(19),
            notes=NOTES,
            wall="Läs lappen. Skriv på arket vad ni tänker.\nGå vidare när ni hör signalen.",
            tables=tuple(Table(f"Bord {at}", text) for at, text in enumerate(STATEMENTS, 1)),
            rounds=Rounds(minutes(4), minutes(1)),
        ),
        Step(
            "bikupa",
            "Bikupor",
            Mode.GROUPS,
            minutes(5),
            wall="Prata två och två.\nTa med två saker från borden.",
            groups=GroupRule(SizeRange(2, 3), reporter=True, new=True),
        ),
        Step(
            "reflektion",
            "Egen reflektion",
            Mode.ALONE,
            minutes(3),
            notes=NOTES,
            wall="Tänk efter själv en stund.\nSvara på telefonen eller på papper.",
            collect=(TAKE_ALONG, USE, AGAIN),
        ),
        Step(
            "avslut",
            "Gemensam avslutning",
            Mode.SUMMARY,
            minutes(5),
            wall="Vad ska vi göra nu?",
            outputs=(LessonKind.ACTIVITY, LessonKind.AGREEMENT),
        ),
    ),
)
COMMON = Question("bordets-svar", "Vad vill ni säga till de andra?", QuestionKind.TEXT, per=Per.GROUP)
REPORTED = replace(
    EXERCISE,
    steps=tuple(
        replace(step, collect=(*step.collect, COMMON)) if step.id in {"bikupa", "reflektion"} else step
        for step in EXERCISE.steps
    ),
)
"""The same hour with a form for whoever reports: alone in the buzz groups, beside everybody's own questions later."""
CAFE = replace(EXERCISE, steps=tuple(replace(step, host_stays=bool(step.tables)) for step in EXERCISE.steps))
"""The same hour with a world café at the tables."""


@dataclass
class Room:
    """A desk and the hands that move its clock and break its box."""

    clock: FakeClock = field(default_factory=FakeClock)
    box: MemoryBox = field(default_factory=MemoryBox)
    exercise: Exercise = EXERCISE
    people: tuple[str, ...] = NAMES
    threshold: int = 5

    def __post_init__(self) -> None:
        runner = SessionRunner(self.exercise, self.clock, MemoryJournal())
        identity = Identity("3f9a1c2b", date(2026, 11, 21), "sv")
        self.desk = Desk(runner, identity, self.box, MemoryArchive())
        self.desk.handle(Open(self.people, 7, self.threshold))

    def go_to(self, step: str) -> None:
        """Lead the session on to the beginning of this step."""
        while self.desk.session.step is None or self.desk.session.step.id != step:
            self.desk.handle(Next())

    def server(self, **changes: object) -> AudienceServer:
        """A server for this room on a free port, not started."""
        return AudienceServer(self.desk.room, load("sv"), options(**changes))


def options(**changes: object) -> ServerOptions:
    """Loopback, any port; everything can be changed."""
    usual: dict[str, object] = {
        "address": "127.0.0.1",
        "token": TOKEN,
        "theme": THEMES["projektor"],
        "light": THEMES["ljust"],
        "dark": THEMES["morkt"],
        "qr_svg": svg,
        "port": 0,
        "names": ("laptop.test",),
    }
    return ServerOptions(**{**usual, **changes})  # type: ignore[arg-type]  # a table of keyword arguments


def port_of(server: AudienceServer) -> int:
    """The phones' port."""
    return urlsplit(server.phone_url).port or 0


def sheet(number: int, text: str = "Att fråga mer.", step: str = "reflektion", **more: str) -> dict[str, str]:
    """A filled-in form from phone number so-and-so."""
    return {"step": step, "submission": f"{number:032x}", "answer.tar-med": text, **more}
