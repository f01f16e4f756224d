"""Reads a session's record back from its file, which anybody may have edited, moved or half copied."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import PastLesson, PastSession, PastStep, PastTally, Status, Trouble, Update
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import due_dates
from sessionrunner.storage import front_matter

FILE = "lärdomar.md"
"""The record's file in every session's folder."""
SCHEMA = 1
"""Newest version of the record that this program understands."""
_MOST_MINUTES = 1_000_000


class BadLessonFile(SessionRunnerError):
    """The record at the head of the file cannot be understood; ``line`` says where reading stopped."""

    cause = "lessons.file-broken"


class NoRecord(BadLessonFile):
    """The record at the head of the file has been taken away."""

    cause = "lessons.file-no-record"


class EmptyLessonFile(BadLessonFile):
    """There is nothing in the file: it has not been copied to the end yet, or the copying failed."""

    cause = "lessons.file-empty"


class HalfLessonFile(BadLessonFile):
    """The record at the head of the file has no end: the rest has not been copied yet, or is lost."""

    cause = "lessons.file-half"


class IncompleteRecord(BadLessonFile):
    """The record does not say which session it is of, or when that was."""

    cause = "lessons.file-incomplete"


class NewerLessonFile(BadLessonFile):
    """The file was written by a newer version of the program."""

    cause = "lessons.file-newer"


class LessonFileAway(BadLessonFile):
    """The file is there but cannot be opened: it is in the cloud only, or somebody else's."""

    cause = "lessons.file-away"


class LessonFileMissing(BadLessonFile):
    """The session's folder is there without its file: it is still on its way, in the cloud only, or taken away."""

    cause = "lessons.file-missing"


def trouble(place: str, error: SessionRunnerError) -> Trouble:
    """The error as one file's trouble."""
    return Trouble(place, error.message, error.remedy, isinstance(error, NewerLessonFile))


def read(path: Path, place: str = "") -> PastSession:
    """The session in this file; BadLessonFile, of the kind that fits, when there is none.

    ``place`` is its path inside the lessons folder. Fields that somebody has broken are read as far as they go.
    """
    named = place or path.name
    fields = _fields(path, named)
    version = fields.get("sessionrunner")
    if isinstance(version, int) and version > SCHEMA:
        raise NewerLessonFile(file=named)
    day, session = _day(fields.get("date")), _text(fields.get("session"))
    if version != SCHEMA or day is None or not session:
        raise IncompleteRecord(file=named)
    return _session(fields, session, day, named)


def _fields(path: Path, named: str) -> Mapping[str, object]:
    try:
        return front_matter.read(path)
    except OSError as error:
        raise LessonFileAway(file=named, reason=error.strerror or str(error)) from error
    except front_matter.Empty as error:
        raise EmptyLessonFile(file=named) from error
    except front_matter.Half as error:
        raise HalfLessonFile(file=named) from error
    except front_matter.NoRecord as error:
        raise NoRecord(file=named) from error
    except front_matter.Unreadable as error:
        raise BadLessonFile(file=named, line=error.line or 1) from error


def _session(fields: Mapping[str, object], session: str, day: date, place: str) -> PastSession:
    return PastSession(
        session=session,
        date=day,
        exercise=_text(fields.get("exercise")),
        title=_text(fields.get("title")),
        place=place,
        package=_text(fields.get("package")),
        finished=fields.get("finished") is not False,
        approved=fields.get("approved") is True,
        participants=int(_number(fields.get("participants"))),
        actual_minutes=_number(fields.get("actual_minutes")),
        steps=tuple(_step(one) for one in _mappings(fields.get("steps"))),
        lessons=tuple(_lesson(one, day) for one in _mappings(fields.get("lessons"))),
        updates=tuple(_updates(fields.get("updates"))),
        tallies=tuple(_tally(one) for one in _mappings(fields.get("tallies"))),
        follow_up=_text(fields.get("follow_up")),
        follow_up_on=_due(fields.get("follow_up_on"), day),
    )


def _step(fields: Mapping[object, object]) -> PastStep:
    return PastStep(_text(fields.get("id")), _number(fields.get("planned")), _number(fields.get("actual")))


def _lesson(fields: Mapping[object, object], written: date) -> PastLesson:
    kinds = {kind.value: kind for kind in LessonKind}
    due = _due(fields.get("due"), written)
    return PastLesson(
        id=_text(fields.get("id")),
        kind=kinds.get(_text(fields.get("kind"))),
        text=_text(fields.get("text")),
        owner=_text(fields.get("owner")),
        due=due,
        due_said="" if due else _text(fields.get("due")).strip(),
    )


def _tally(fields: Mapping[object, object]) -> PastTally:
    """Values and counts side by side; what has no partner is passed over."""
    values, counts = (list(found) if isinstance(found, list) else [] for found in map(fields.get, ("values", "counts")))
    pairs = tuple((_text(value), int(_number(count))) for value, count in zip(values, counts, strict=False))
    asked = (_text(fields.get("step")), _text(fields.get("question")), _text(fields.get("ask")))
    return PastTally(*asked, pairs, middle(fields))


def middle(tally: Mapping[object, object]) -> float | None:
    """The middle of a question's answers, where it is told."""
    found = tally.get("median")
    usual = isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < _MOST_MINUTES
    return float(found) if usual and isinstance(found, int | float) else None


def _updates(value: object) -> Iterator[Update]:
    known = {status.value: status for status in Status}
    for fields in _mappings(value):
        status = known.get(_text(fields.get("status")))
        if status:
            yield Update(_text(fields.get("lesson")), status, _text(fields.get("note")))


def _mappings(value: object) -> Iterator[Mapping[object, object]]:
    return (one for one in value if isinstance(one, dict)) if isinstance(value, list) else iter(())


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _number(value: object) -> float:
    """A count or a length; 0 for anything that is not one."""
    usual = isinstance(value, int | float) and 0 <= value < _MOST_MINUTES
    return float(value) if usual and isinstance(value, int | float) else 0


def _due(value: object, written: date) -> date | None:
    """When it is to be done, however somebody has typed it; the day the rest was written says which year."""
    try:
        return _day(value) or due_dates.read(_text(value), written)
    except ValueError:
        return None


def _day(value: object) -> date | None:
    """A date, as YAML gives it or as the program writes it."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None
