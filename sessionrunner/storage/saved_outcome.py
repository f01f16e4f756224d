"""What came out of a session, read back from its file."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from sessionrunner.core.followup import PastLesson, PastSession
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.outcome import Outcome, Tally
from sessionrunner.core.record import StepTime
from sessionrunner.core.tally import told_again
from sessionrunner.locale import LANGUAGES
from sessionrunner.storage import front_matter, lesson_file


def read(path: Path) -> Outcome:
    """The outcome in this file; BadLessonFile when there is none. Lessons of unknown kinds are left out."""
    past, fields = lesson_file.read(path), front_matter.read(path)
    language = fields.get("language")
    return Outcome(
        session=past.session,
        date=past.date,
        language=language if isinstance(language, str) and language in LANGUAGES else LANGUAGES[0],
        title=past.title,
        package=past.package,
        participants=past.participants,
        approved=past.approved,
        steps=tuple(_steps(past, _texts(fields.get("steps"), "title"))),
        lessons=tuple(_lessons(past.lessons, _texts(fields.get("lessons"), "level"))),
        tallies=tuple(_tallies(fields.get("tallies"))),
        follow_up=past.follow_up_on,
    )


def _steps(past: PastSession, titles: Mapping[str, str]) -> Iterator[StepTime]:
    for step in past.steps:
        planned, actual = timedelta(minutes=step.planned), timedelta(minutes=step.actual)
        yield StepTime(step.id, titles.get(step.id, step.id), planned, actual)


def _lessons(lessons: tuple[PastLesson, ...], levels: Mapping[str, str]) -> Iterator[Lesson]:
    for one in lessons:
        if one.kind is not None and one.text:
            yield Lesson(one.id, one.kind, one.text, one.owner, one.due, levels.get(one.id, ""))


def _tallies(value: object) -> Iterator[Tally]:
    for one in _mappings(value):
        values, counts = one.get("values"), one.get("counts")
        if not isinstance(values, list) or not isinstance(counts, list):
            continue
        known = [count for count in counts if isinstance(count, int) and 0 <= count < 1_000_000]
        if len(values) == len(known) == len(counts):
            pairs = told_again([(str(what), count) for what, count in zip(values, known, strict=True)])
            asked = (str(one.get("step")), str(one.get("question")), str(one.get("ask")))
            if pairs:
                yield Tally(*asked, pairs, lesson_file.middle(one))


def _texts(value: object, name: str) -> dict[str, str]:
    """One field of every row, by the row's id."""
    return {str(one.get("id")): str(one[name]) for one in _mappings(value) if isinstance(one.get(name), str)}


def _mappings(value: object) -> list[Mapping[object, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
