"""A host over a real runner, desk and library, with memory where the disk and the network would be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from sessionrunner.core.appointment import with_days
from sessionrunner.core.commands import Next, Open, SetWishes
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.followup import Decision, Past, brought_up
from sessionrunner.core.history import StepMinutes
from sessionrunner.core.inspection import Finding
from sessionrunner.core.network.addresses import Address, Kind
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.prepared import NOTHING_PREPARED, Prepared
from sessionrunner.core.programme import Programme
from sessionrunner.core.programme_day import Day
from sessionrunner.core.record import Identity
from sessionrunner.core.reflections import Submission
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.theme import Theme
from sessionrunner.core.wishes import NO_WISHES, Crowd, Wishes
from sessionrunner.daydesk import DayDesk
from sessionrunner.desk import Desk
from sessionrunner.doctor.it_page import it_page
from sessionrunner.host import Page
from sessionrunner.locale import Catalogue, load
from sessionrunner.output.press import Press
from sessionrunner.output.qr import matrix
from sessionrunner.ports import Delivery, Network
from sessionrunner.runner import SessionRunner
from sessionrunner.storage import roster_file, theme_file
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.own_words import OwnWords
from sessionrunner.storage.programmes import Programmes
from sessionrunner.storage.shared_words import SharedWords
from sessionrunner.storage.workshop import Workshop
from sessionrunner.tui.day_app import DayApp
from sessionrunner.tui.start import NOTHING_WAITS, Laptop, Start, Waiting
from tests.fake_day import FakeDay
from tests.fakes import FakeClock, MemoryArchive, MemoryBox, MemoryJournal

NAMES = ["Ann", "Bo", "Cia", "Dan", "Eva", "Fia", "Gun", "Hans", "Ida", "Jan", "Kia", "Leo", "Mia"]
MY_TASK = "introduktion/min-uppgift"


class FakeNetwork:
    """A laptop with two addresses; what is chosen and offered can be looked at."""

    def __init__(self) -> None:
        self.known: tuple[Address, ...] = (
            Address("192.168.1.20", "Wi-Fi", Kind.ROOM),
            Address("10.8.0.2", "AnyConnect", Kind.VPN),
        )
        self.address: Address | None = self.known[0]
        self.reach = Reach.REACHED
        self.wifi: Wifi | None = None

    def addresses(self) -> Sequence[Address]:
        """Both of them."""
        return self.known

    def use(self, ip: str) -> None:
        """Announce this one."""
        self.address = next(one for one in self.known if one.ip == ip)

    def offer(self, wifi: Wifi | None) -> None:
        """Show this network."""
        self.wifi = wifi


class FakeAudience:
    """A server that is up, with eleven phones."""

    wall_url = "http://127.0.0.1:8124/v/"
    connected = 11

    def __init__(self) -> None:
        self.phone_url = "http://192.168.1.20:8123/s/k7Qm2xVb/"
        self.trouble: SessionRunnerError | None = None
        self.network: Network = FakeNetwork()
        self.stopped = False

    def stop(self) -> None:
        """Remember that it was asked to stop."""
        self.stopped = True


class FakeArchive(MemoryArchive):
    """Knows the places that the saved screen tells of."""

    def delivery(self) -> Delivery:
        """In the shared folder, or only on this laptop while that is away."""
        place = Path("/srv/gemensamt/Teamet/2026-11-21 Min uppgift 3f9a1c2b")
        kept = Path("/home/ann/.local/state/sessionrunner/outbox/3f9a1c2b")
        return replace(super().delivery(), place=place, kept=kept, trouble=FolderAway() if self.away else None)


class FolderAway(SessionRunnerError):
    """The shared folder cannot be reached."""

    cause = "not-possible.last-step"


class FakeMemory:
    """A lessons folder in memory."""

    def __init__(self) -> None:
        self.folder = Past()
        self.words: dict[str, str] = {}
        self.own: dict[str, tuple[StepMinutes, ...]] = {}
        self.shared_words = SharedWords(None, False, OwnWords(Path("/nowhere/words.json")))
        self.away: SessionRunnerError | None = None
        self.printed: list[Page] = []

    def put_page(self, page: Page, words: Catalogue, today: date) -> Path:
        """Noted, and nothing printed, unless the folder is out of reach."""
        self.past()
        self.printed.append(page)
        return Path(f"{words(f'lessons.{page.value}.heading')} {today}.pdf")

    def past(self) -> Past:
        """What the test has put there, unless it is out of reach."""
        if self.away is not None:
            raise self.away
        return self.folder

    def own_times(self, exercise: Exercise) -> tuple[StepMinutes, ...]:
        """What was kept."""
        return self.own.get(exercise.id, ())

    def own_words(self, exercise: Exercise) -> Mapping[str, str]:
        """What was written."""
        return self.words

    def keep_words(self, exercise: Exercise, step: str, text: str) -> None:
        """Keep them."""
        self.words[step] = text

    def keep_times(self, exercise: Exercise, lengths: tuple[StepMinutes, ...]) -> None:
        """Keep them."""
        self.own[exercise.id] = lengths


class FakeCare:
    """Tells what the test has found, and keeps the Wi-Fi in memory."""

    def __init__(self) -> None:
        self.findings: Sequence[Finding] = ()
        self.wifi = Wifi("Gäst")
        self.kept = False

    def examine(self) -> Iterator[Finding]:
        """What the test has found."""
        return iter(self.findings)

    def it_page(self) -> str:
        """The rule, and where it belongs."""
        return it_page(load("sv"), 8123, "C:\\Program Files\\Python\\python.exe")

    def known_wifi(self) -> Wifi:
        """What the system says, or what was kept."""
        return self.wifi

    def keep_wifi(self, wifi: Wifi, password: bool) -> None:
        """Remember what was to be kept."""
        self.wifi, self.kept = wifi, password


class FakeLessons:
    """A shared folder that takes whatever it is given."""

    def __init__(self) -> None:
        self.folder: Path | None = Path("/srv/gemensamt/Teamet")
        self.away: SessionRunnerError | None = None

    def choose(self, folder: Path) -> None:
        """Take any folder."""
        self.folder = folder

    def trouble(self) -> SessionRunnerError | None:
        """The folder can be used, unless the test says that it cannot."""
        return self.away


class FakePreparing:
    """Prepares groups in memory."""

    def __init__(self, clock: FakeClock) -> None:
        self.desk: Desk | None = None
        """Where groups have been prepared."""
        self._clock = clock

    def people(self, given: str) -> tuple[str, ...]:
        """As the real program reads them."""
        return roster_file.people(given)

    def crowd(self, given: str) -> Crowd:
        """As the real program reads them."""
        return roster_file.crowd(given)

    def prepared(self, exercise: Exercise) -> Session | None:
        """What was prepared in this test."""
        return self.desk.session if self.desk is not None else None

    def prepare(self, exercise: Exercise, crowd: Crowd, spread: bool) -> Desk:
        """One desk, however often it is asked for."""
        if self.desk is None:
            runner = SessionRunner(exercise, self._clock, MemoryJournal())
            self.desk = Desk(runner, Identity("", date(2026, 11, 20), "sv"), MemoryBox(), MemoryArchive())
            runner.handle(Open(crowd.people, seed=4))
            runner.handle(SetWishes(crowd.wishes(spread)))
        return self.desk


class FakeChecklists:
    """Remembers what was ticked in this test."""

    def __init__(self) -> None:
        self.kept: dict[str, Prepared] = {}

    def of(self, what: Exercise | Programme) -> Prepared:
        """What was kept."""
        return self.kept.get(what.id, NOTHING_PREPARED)

    def keep(self, what: Exercise | Programme, prepared: Prepared) -> None:
        """Keep it."""
        self.kept[what.id] = prepared


class FakeUnfinished:
    """Knows of what the test says was interrupted."""

    def __init__(self) -> None:
        self.found = NOTHING_WAITS
        self.start = Start()
        self.trouble: SessionRunnerError | None = None

    def waiting(self) -> Waiting:
        """What the test says."""
        return self.found

    def take_up(self, which: str) -> Start:
        """What the test has put there, unless it cannot be taken up."""
        if self.trouble is not None:
            raise self.trouble
        return self.start


class FakeHost:
    """Opens real sessions; what would be on disk can be looked at."""

    def __init__(self, exercises: Sequence[Exercise] = (), own: Path = Path("/nowhere")) -> None:
        """``own``: where the leader's own exercises are written."""
        self.clock = FakeClock()
        self.workshop = Workshop(own, Library([shipped_folder("exercises") / "introduktion", own]))
        self.journal, self.box, self.archive = MemoryJournal(), MemoryBox(), FakeArchive()
        self.audience = FakeAudience()
        self.lessons = FakeLessons()
        self.beforehand = FakePreparing(self.clock)
        self.memory = FakeMemory()
        self.unreachable: SessionRunnerError | None = None
        self.care = FakeCare()
        self.unfinished = FakeUnfinished()
        self.checklists = FakeChecklists()
        self.theme = ""
        """What was to be remembered."""
        self.threshold = 5
        self.wishes = NO_WISHES
        """What the latest session was opened with."""
        self._exercises = tuple(exercises) or shipped_exercises()

    def today(self) -> date:
        """The morning of the fake clock."""
        return self.clock.wall().date()

    def remember_theme(self, theme: str) -> None:
        """Keep it in memory."""
        self.theme = theme

    def exercises(self) -> Sequence[Exercise]:
        """The shipped library, or what the test gave."""
        return self._exercises

    def open(self, exercise: Exercise, people: tuple[str, ...], wishes: Wishes = NO_WISHES) -> Desk:
        """A session with a known seed."""
        self.wishes = wishes
        runner = SessionRunner(exercise, self.clock, self.journal)
        desk = Desk(runner, Identity("3f9a1c2b", date(2026, 11, 21), "sv"), self.box, self.archive)
        desk.keeping.press = Press(load("sv")).of_record
        runner.handle(Open(people, seed=4, decisions=self.decisions()))
        return desk

    def decisions(self) -> tuple[Decision, ...]:
        """What an hour begins with."""
        return with_days(brought_up(self.memory.folder, 30), self.memory.folder)

    def invite(self, desk: Desk) -> None:
        """Phones can come, unless the test says that they cannot."""
        if self.unreachable is not None:
            self.audience.phone_url, self.audience.trouble = "", self.unreachable
        desk.audience = self.audience


@cache
def shipped_exercises() -> tuple[Exercise, ...]:
    """The library that comes with the program."""
    return Library([shipped_folder("exercises")]).exercises()


def my_task() -> Exercise:
    """The exercise that is chosen the first time."""
    return next(exercise for exercise in shipped_exercises() if exercise.id == MY_TASK)


def themes() -> dict[str, Theme]:
    """The shipped themes."""
    return theme_file.themes(shipped_folder("themes"))


def an_app(host: FakeHost, start: Start | None = None, language: str = "sv", theme: str = "morkt") -> DayApp:
    """The real app over that host."""
    return DayApp(a_laptop(host), load(language), themes(), theme, start, qr=matrix)


def a_laptop(host: FakeHost) -> Laptop:
    """What the screens are given, with days in memory."""
    days = FakeDays(host)
    return Laptop(host.exercises, lambda: host, lambda: days, lambda: host.unfinished)


class FakeDays:
    """The shipped programmes, and days in memory."""

    def __init__(self, host: FakeHost) -> None:
        self._host = host
        self.left: list[DayDesk] = []
        """Days that were only looked at, or are over."""

    def programmes(self) -> Sequence[Programme]:
        """As shipped."""
        known = {one.id: one for one in self._host.exercises()}
        return Programmes([shipped_folder("exercises")], known).all()

    def open(self, programme: Programme) -> DayDesk:
        """A day of it."""
        surroundings = FakeDay(self._host.exercises(), self._host.clock)
        return DayDesk(Day("abcdef01", self._host.today(), programme, ()), surroundings)

    def leave(self, day: DayDesk) -> None:
        """Remember which."""
        self.left.append(day)


def running(host: FakeHost, step: int, people: Sequence[str] = NAMES, exercise: Exercise | None = None) -> Desk:
    """A session that has come to this step (counted from 1), two minutes late."""
    desk = host.open(exercise or my_task(), tuple(people))
    host.invite(desk)
    for number in range(step):
        desk.handle(Next())
        if number + 1 < step:
            planned = desk.session.exercise.steps[number].minutes
            host.clock.advance(minutes=planned.total_seconds() / 60 if planned else 1)
    host.clock.advance(minutes=2)
    return desk


def answer(host: FakeHost, desk: Desk, texts: Sequence[str]) -> None:
    """Hand these texts in to the form that is open."""
    form = desk.room.public().form
    assert form is not None
    for number, text in enumerate(texts):
        host.box.put(Submission(form.step, f"{number:032x}", {form.questions[0].id: text, form.questions[1].id: "7"}))
