"""Records to save, and a plain way to write them as files."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from sessionrunner.core.exercise import Exercise, LessonKind, Mode, Step
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.record import Identity, Record, StepTime

EXERCISE = Exercise(
    id="introduktion/min-uppgift",
    title="Min uppgift",
    package="Introduktion",
    minutes=timedelta(minutes=5),
    steps=(Step("start", "Start", Mode.PLENARY, timedelta(minutes=5)),),
)


def record(text: str = "Korta mallen", *, session: str = "3f9a1c2b", finished: bool = False) -> Record:
    """A short hour that ended in one activity."""
    length = timedelta(minutes=5)
    return Record(
        identity=Identity(session, date(2026, 11, 21), "sv"),
        exercise=EXERCISE,
        participants=5,
        actual=length,
        steps=(StepTime("start", "Start", length, length),),
        lessons=(Lesson("l1", LessonKind.ACTIVITY, text),),
        notes=(),
        approved=True,
        finished=finished,
        received={},
        collected=(),
        threshold=5,
    )


def rendered(saved: Record) -> str:
    """A file the overview can read."""
    lessons = [{"id": one.id, "kind": one.kind.value, "text": one.text} for one in saved.lessons]
    return lesson_file(session=saved.identity.session, title=saved.exercise.title, lessons=lessons)


def lesson_file(**fields: object) -> str:
    """A lesson file with these fields beside the necessary ones."""
    usual = {"sessionrunner": 1, "session": "3f9a1c2b", "date": date(2026, 11, 21), "title": "Min uppgift"}
    return f"---\n{yaml.safe_dump(usual | fields, allow_unicode=True)}---\n\n# Text\n"


def fields_of(file: Path) -> dict[str, Any]:
    """The record at the head of a lesson file."""
    found: dict[str, Any] = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
    return found
