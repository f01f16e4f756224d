"""A lessons folder with something in every drawer, for screens."""

from dataclasses import replace
from datetime import date

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import Past, PastLesson, PastSession, PastStep, Status, Trouble, Update, followed
from sessionrunner.core.text import Text
from tests.tui.fakes import MY_TASK, FakeHost

TITLE = "Min uppgift som socialsekreterare"


def a_folder() -> Past:
    """Three sessions of one exercise: decisions late, open, done and dropped, a rule, an idea, and a broken file."""
    first = _session(
        "0000aaaa",
        date(2026, 9, 10),
        PastLesson("l1", LessonKind.ACTIVITY, "Korta mallen för utredningar", "arbetsledare", date(2026, 10, 1)),
        PastLesson("l2", LessonKind.ROUTINE, "Läsa varandras journaler två och två, varannan torsdag", "alla"),
        PastLesson("l3", LessonKind.GROUND_RULE, "En talar i taget"),
        PastLesson("l4", LessonKind.IDEA, "Bjuda in familjehemssekreterarna"),
        PastLesson("l5", LessonKind.ACTIVITY, "Boka lokal", "samordnare"),
        PastLesson("l6", LessonKind.AGREEMENT, "Möte utan dagordning", ""),
    )
    updates = (Update("0000aaaa/l5", Status.DONE, "Bokad till jul"), Update("0000aaaa/l6", Status.DROPPED, "Ingen kom"))
    second = replace(_session("0000bbbb", date(2026, 10, 15)), updates=updates)
    third = _session("0000cccc", date(2026, 11, 5), PastLesson("l1", LessonKind.AGREEMENT, "Fråga innan vi gissar"))
    third = replace(third, follow_up_on=date(2026, 12, 10))
    key = "error.lessons.file-empty"
    place = "2026-10-20 Varför dokumenterar vi 0000dddd/lärdomar.md"
    broken = Trouble(place, Text(f"{key}.message", {"file": place}), Text(f"{key}.remedy", {"file": place}))
    return Past(followed([first, second, third]), (broken,))


def _session(name: str, day: date, *lessons: PastLesson) -> PastSession:
    steps = (PastStep("start", 3, 3), PastStep("borden", 19, 23 + day.month % 3), PastStep("reflektion", 3, 5))
    place = f"{day} {TITLE} {name}/lärdomar.md"
    return PastSession(name, day, MY_TASK, TITLE, place, participants=13, steps=steps, lessons=lessons)


def remembering() -> FakeHost:
    """A host whose group has met before."""
    host = FakeHost()
    host.memory.folder = a_folder()
    return host
