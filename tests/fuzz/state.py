"""Files of our own on the laptop, which a disk, a virus scanner or a newer version may have spoilt."""

import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from sessionrunner.core.commands import AddTime, Command, Next, Open, TakeNote
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.programme import Item, Programme
from sessionrunner.core.programme_day import Day, Held
from sessionrunner.core.session import Event, Instant
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import journal, settings, wifi_file
from sessionrunner.storage.acquaintances import Acquaintances
from sessionrunner.storage.day_file import DayFile
from sessionrunner.storage.journal import Header, JournalFile
from sessionrunner.storage.outbox import Outbox
from sessionrunner.storage.own_times import OwnTimes
from sessionrunner.storage.own_words import OwnWords
from sessionrunner.storage.preparations import Preparations
from sessionrunner.storage.session_folder import SessionFolder
from tests.fuzz.files import complain, written
from tests.fuzz.targets import Target

HEADER = Header("3f9a1c2b", "id: prov\ntitle: Pröva\n", "exercises/prov.yaml", date(2026, 11, 21), "sv", "/delat")
MINUTE = timedelta(minutes=1)
COMMANDS: tuple[Command, ...] = (
    Open(("Ann", "Bo", "Cia"), 7), Next(), TakeNote("rad å"), AddTime(MINUTE), Next(), TakeNote("rad två"), Next(),
)  # fmt: skip
EVENTS = tuple(
    Event(Instant(at * MINUTE), f"2026-11-21T09:{at:02}:00+01:00", command) for at, command in enumerate(COMMANDS)
)


def a_journal(folder: Path) -> bytes:
    """A journal with a handful of events."""
    path = folder / "journal.jsonl"
    JournalFile.create(path, HEADER).append(EVENTS)
    return path.read_bytes()


def spoilt_journal(case: bytes, folder: Path) -> None:
    """Everything that comes back was once written, in its order; and it can be gone on with."""
    path = written(case, folder / "journal.jsonl")
    try:
        found = journal.read(path)
    except SessionRunnerError as error:
        complain(error)
        return
    assert found.header == HEADER
    assert is_part(found.events, EVENTS)
    JournalFile(path).append(EVENTS[:1])
    assert journal.read(path).events == (*found.events, EVENTS[0])


def is_part(some: tuple[Event, ...], of: tuple[Event, ...]) -> bool:
    """Whether these are some of those, nothing new among them; a line that the case repeats may stand twice."""
    return set(map(repr, some)) <= set(map(repr, of))


def foreign_journal(case: bytes, folder: Path) -> None:
    """Lines that are whole but of another version are refused with a remedy, or mean what they say."""
    lines = [b'["%08x",%s]\n' % (zlib.crc32(line), line) for line in case.split(b"\n") if line]
    try:
        journal.read(written(b"".join(lines), folder / "journal.jsonl"))
    except SessionRunnerError as error:
        complain(error)


def unsealed(lines: bytes) -> bytes:
    """The lines of a journal without their sums."""
    return b"\n".join(line[12:-1] for line in lines.splitlines() if line)


def a_day() -> Day:
    """A day that has come to its second item."""
    items = (Item(exercise="introduktion/min-uppgift"), Item(pause="Fika", minutes=15 * MINUTE, at=time(10, 0)))
    lesson = Lesson("1", LessonKind.ACTIVITY, "Fråga tidigare", "alla", date(2026, 12, 1))
    began = datetime(2026, 11, 21, 9, 0)  # noqa: DTZ001 (as the day has it)
    held = Held(began, began + 35 * MINUTE, "Min uppgift", "3f9a1c2b", "2026-11-21 Prov 3f9a1c2b", (lesson,))
    day = Day("0a1b2c3d", date(2026, 11, 21), Programme("dag", "Dagen", items), ("Ann", "Bo", "Cia"), "hemlig")
    return replace(day, position=1, first=began, held={0: held}, met=(("Ann", "Bo"),), agreed={1: 10 * MINUTE})


def day_bytes(folder: Path) -> bytes:
    """The file of such a day."""
    file = DayFile(folder, "0a1b2c3d")
    file.write(a_day(), Path("/delat"))
    return file.path.read_bytes()


def spoilt_day(case: bytes, folder: Path) -> None:
    """A day is taken up whole, or not at all."""
    written(case, folder / "0a1b2c3d.json")
    for file in DayFile.find_all(folder):
        found = file.read()
        if found:
            file.write(*found)
            assert file.read() == found


def spoilt_outbox(case: bytes, folder: Path) -> None:
    """A note that cannot be read never removes what lies beside it."""
    entry = folder / "2026-11-21 Prov 3f9a1c2b"
    entry.mkdir()
    written(case, entry / "manifest.json")
    record = written(b"---\nett\n---\n", entry / "lardomar.md")
    for one in Outbox.pending(folder):
        assert one.folder == entry
    assert record.read_bytes() == b"---\nett\n---\n"


def spoilt_session(case: bytes, folder: Path) -> None:
    """How it was doing, and what was being typed, may be lost; the session is still found."""
    session = SessionFolder.create(folder)
    written(case, session.status)
    written(case, session.sketch)
    assert isinstance(session.read_status(), dict | None)
    assert isinstance(session.read_sketch(), dict)
    assert [one.session for one in SessionFolder.find_all(folder)] == [session.session]


def spoilt_memory(case: bytes, folder: Path) -> None:
    """What is remembered between sessions may be forgotten; never does it stand in the way."""
    path = written(case, folder / "met.json")
    written(b"k" * 32, folder / "met.key")
    acquaintances = Acquaintances(folder)
    acquaintances.met(("Ann", "Bo", "Cia"))
    preparations = Preparations(path)
    preparations.keep("prov", preparations.of("prov", date(2026, 11, 21)))
    words, times = OwnWords(written(case, folder / "words")), OwnTimes(written(case, folder / "times"))
    words.keep("prov", "start", " ".join(words.of("prov").values()) or "Lugnt.")
    times.keep(Path("/delat"), "prov", times.of(Path("/delat"), "prov"))
    assert isinstance(wifi_file.read(written(case, folder / "wifi"), ""), Wifi)
    chosen = settings.read(written(case, folder / "settings"))
    settings.write(folder / "settings", chosen)
    assert settings.read(folder / "settings") == chosen


MEMORIES = (
    b'{"prov": {"held": "2026-11-21", "done": ["a", "b"]}}', b'{"/delat": {"prov": {"start": 5}}, "ab": 2}',
    b'{"prov": {"start": "Andas."}}', b'{"name": "Rummet", "password": "hemligt"}',
    b'{"lessons": "/delat", "known_folders": ["/delat"], "theme": "morkt", "template": null}',
    b"lessons: /delat\nknown_folders:\n  - /delat\ntheme: morkt\n",
)  # fmt: skip
MANIFEST = (
    b'{"target": "/delat", "known": true, "finished": true, "files": {"a.md": "00"}, "delivered": {"a.md": "00"}}'
)
STATUS = b'{"pid": 1, "exercise": "prov", "elapsed": 90.5, "people": 13, "sketch": {"kind": "activity", "text": "Fr"}}'


def targets(folder: Path) -> list[Target]:
    """Every file of ours; ``folder`` is a place to make whole ones in."""
    whole = a_journal(folder)
    target: Callable[..., Target] = partial(Target, is_json=True)
    return [
        Target("journal", (whole,), spoilt_journal, 150),
        _foreign(whole),
        target("day", (day_bytes(folder),), spoilt_day, 150),
        target("outbox", (MANIFEST,), spoilt_outbox, 200),
        target("session", (STATUS,), spoilt_session, 150),
        target("memory", MEMORIES, spoilt_memory, 60),
    ]


def _foreign(whole: bytes) -> Target:
    lines = unsealed(whole).split(b"\n")
    header, events = lines[0], [line for line in lines if json.loads(line).keys() == {"event"}]
    seeds = [header + b"\n" + line for line in events]
    return Target("foreign-journal", [*seeds, header, *events], foreign_journal, 200, is_json=True)
