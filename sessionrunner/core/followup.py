"""What became of the decisions: earlier sessions as their files tell them, and what later sessions have said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import NamedTuple

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.text import Text

_Day = date
"""Under another name where a field is called ``date``."""

DECISIONS = frozenset({LessonKind.ACTIVITY, LessonKind.AGREEMENT, LessonKind.ROUTINE})
"""Kinds that somebody is to do something about, and that are therefore asked for the next time."""


class Status(Enum):
    """What has become of a lesson since."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Update:
    """What a session says has become of an earlier lesson."""

    lesson: str
    """Id of the lesson: ``<session>/<id>``, or the id alone when ``follow_up`` or the id itself makes it plain."""
    status: Status
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """An earlier decision that is still open, as a new session brings it up."""

    key: str
    """``<session>/<id>``: means one lesson among all sessions."""
    kind: LessonKind
    text: str
    owner: str
    due: date | None
    decided: date
    title: str
    """Of the exercise it came out of."""
    meet: _Day | None = None
    """The day that was agreed on to follow up, while nobody has."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the room says today about an earlier decision."""

    decision: Decision
    status: Status
    note: str = ""


@dataclass(frozen=True, slots=True)
class PastLesson:
    """A lesson as its file tells it, with what later sessions have said about it."""

    id: str
    kind: LessonKind | None
    """None for a kind this program does not know."""
    text: str
    owner: str = ""
    due: date | None = None
    due_said: str = ""
    """By when, as somebody has typed it, where no day could be read out of it."""
    status: Status = Status.OPEN
    note: str = ""
    """Why it was done or dropped, in the words of the session that said so."""
    settled: date | None = None
    """The day of the session that said so."""


@dataclass(frozen=True, slots=True)
class PastStep:
    """How long a step was meant to take and took, in minutes."""

    id: str
    planned: float
    actual: float


@dataclass(frozen=True, slots=True)
class PastTally:
    """How many chose each value of a question, or any in a band of values."""

    step: str
    question: str
    ask: str
    counts: tuple[tuple[str, int], ...]
    middle: float | None = None
    """The middle of a scale's answers; None when it is not told."""


@dataclass(frozen=True, slots=True)
class PastSession:
    """One session's record as it was read back."""

    session: str
    date: date
    exercise: str
    title: str
    place: str
    """The file that was read, as a path inside the lessons folder with slashes."""
    package: str = ""
    finished: bool = True
    approved: bool = False
    participants: int = 0
    actual_minutes: float = 0
    steps: tuple[PastStep, ...] = ()
    lessons: tuple[PastLesson, ...] = ()
    updates: tuple[Update, ...] = ()
    tallies: tuple[PastTally, ...] = ()
    follow_up: str = ""
    """Id of the session this one followed up."""
    follow_up_on: _Day | None = None
    """The day the room agreed to follow up on what it decided."""
    edited: tuple[str, ...] = ()
    """Other versions beside the file: edited by somebody, or made by a program that keeps folders alike."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file in the lessons folder that could not be read, and what to do about it."""

    place: str
    """Its path inside the lessons folder."""
    message: Text
    remedy: Text
    newer: bool = False
    """True when only a newer version of the program can read it."""


@dataclass(frozen=True, slots=True)
class Past:
    """Everything in a lessons folder."""

    sessions: tuple[PastSession, ...] = ()
    """Newest first; lessons carry the status that later sessions gave them."""
    troubles: tuple[Trouble, ...] = ()


class Found(NamedTuple):
    """A lesson and the session it came out of."""

    session: PastSession
    lesson: PastLesson

    @property
    def key(self) -> str:
        """What an update calls it."""
        return f"{self.session.session}/{self.lesson.id}"

    def age(self, today: date) -> int:
        """Days since it was written down; never less than none."""
        return max(0, (today - self.session.date).days)

    def late(self, today: date) -> int:
        """Days since it should have been done; 0 when it is not late."""
        return max(0, (today - self.lesson.due).days) if self.lesson.due else 0


def followed(sessions: Iterable[PastSession]) -> tuple[PastSession, ...]:
    """The sessions newest first, every lesson in the state that the latest session to mention it left it in."""
    latest_first = sorted(sessions, key=lambda one: (one.date, one.place), reverse=True)
    said: dict[tuple[str, str], tuple[Update, date]] = {}
    for at, session in enumerate(latest_first):
        for update in session.updates:
            lesson = _meant(update.lesson, session, latest_first[at + 1 :])
            if lesson and (lesson not in said or _closes(update, session.date, said[lesson])):
                said[lesson] = (update, session.date)
    return tuple(_as_said(session, said) for session in latest_first)


def _closes(update: Update, day: date, other: tuple[Update, date]) -> bool:
    """Files tell the day and not the hour: who says "still open" the same day came before who closed it."""
    return day == other[1] and other[0].status is Status.OPEN and update.status is not Status.OPEN


def _meant(name: str, said_by: PastSession, earlier: Sequence[PastSession]) -> tuple[str, str] | None:
    """The lesson an update speaks of, as session and id; None when it cannot be told."""
    session, slash, lesson = name.partition("/")
    if slash:
        return session, lesson
    if said_by.follow_up:
        return said_by.follow_up, name
    holders = [one.session for one in earlier if any(lesson.id == name for lesson in one.lessons)]
    return (holders[0], name) if len(holders) == 1 else None


def _as_said(session: PastSession, said: Mapping[tuple[str, str], tuple[Update, date]]) -> PastSession:
    if not any((session.session, lesson.id) in said for lesson in session.lessons):
        return session
    return replace(session, lessons=tuple(_updated(session.session, lesson, said) for lesson in session.lessons))


def _updated(session: str, lesson: PastLesson, said: Mapping[tuple[str, str], tuple[Update, date]]) -> PastLesson:
    if (session, lesson.id) not in said:
        return lesson
    update, day = said[session, lesson.id]
    return replace(lesson, status=update.status, note=update.note, settled=day)


def lessons(past: Past) -> Iterator[Found]:
    """Every lesson, newest session first."""
    return (Found(session, lesson) for session in past.sessions for lesson in session.lessons)


def open_decisions(past: Past) -> list[Found]:
    """What somebody still is to do: by date, then what has waited longest."""
    waiting = [one for one in lessons(past) if one.lesson.kind in DECISIONS and one.lesson.status is Status.OPEN]
    return sorted(waiting, key=lambda one: (one.lesson.due or date.max, one.session.date, one.key))


def open_ideas(past: Past) -> list[Found]:
    """Ideas that nobody has said yes or no to, newest first."""
    ideas = (one for one in lessons(past) if one.lesson.kind is LessonKind.IDEA)
    return [one for one in ideas if one.lesson.status is Status.OPEN]


def ground_rules(past: Past) -> list[Found]:
    """Rules in force, newest first."""
    rules = (one for one in lessons(past) if one.lesson.kind is LessonKind.GROUND_RULE)
    return [one for one in rules if one.lesson.status is not Status.DROPPED]


def settled(past: Past, status: Status) -> list[Found]:
    """What was done, or dropped, latest first."""
    ended = [one for one in lessons(past) if one.lesson.status is status]
    return sorted(ended, key=lambda one: one.lesson.settled or date.min, reverse=True)


def brought_up(past: Past, most: int) -> tuple[Decision, ...]:
    """The decisions a new session opens with: at most so many, the most urgent."""
    return tuple(_decision(one) for one in open_decisions(past)[:most])


def _decision(one: Found) -> Decision:
    session, lesson = one
    assert lesson.kind is not None  # decisions are of known kinds
    return Decision(one.key, lesson.kind, lesson.text, lesson.owner, lesson.due, session.date, session.title)
