"""The joint summary as lines: what the room agrees on, who, by when, and when it is followed up."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from sessionrunner.core.commands import PutLesson, SetFollowUp
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.session import NotPossible
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue, due_dates
from sessionrunner.locale.phrases import weekday
from sessionrunner.plain.incomplete import Incomplete


class UnreadableDate(SessionRunnerError):
    """What stands for a date is none; the line waits for one."""

    cause = "summary.unreadable-date"


class UnreadableDay(SessionRunnerError):
    """What stands for a day is none."""

    cause = "summary.unreadable-day"


class DayHasBeen(SessionRunnerError):
    """Nobody can follow up on a day that has been."""

    cause = "summary.day-has-been"


@dataclass(slots=True)
class SummingUp:
    """The desk, the words, and a line that only lacks a date that can be read."""

    desk: Desk
    words: Catalogue
    waiting: Lesson | None = None

    def lesson(self, rest: str) -> Iterator[str]:
        """Kind and text, and if wanted ``| who | by when | for whom beyond the group``."""
        word, _, text = rest.partition(" ")
        kinds = self._kinds()
        body, owner, due, level = (*(part.strip() for part in text.split("|")), "", "", "")[:4]
        if word.casefold() not in kinds or not body:
            named = ", ".join(dict.fromkeys(self._named(kind) for kind in LessonKind))
            raise Incomplete(usage=self.words("plain.usage.lesson", kinds=named))
        owner, due = self._parted(owner, due)
        line = Lesson("", kinds[word.casefold()], body, owner, level=level)
        try:
            day = due_dates.read(due, self._today())
        except ValueError as error:
            self.waiting = line
            raise UnreadableDate(said=due) from error
        yield from self._write(line, day)

    def _parted(self, owner: str, due: str) -> tuple[str, str]:
        """A date where the owner should stand is the date: nobody is called 2026-12-01."""
        if not due and any(sign.isdigit() for sign in owner):
            with suppress(ValueError):
                due_dates.read(owner, self._today())
                return "", owner
        return owner, due

    def _write(self, line: Lesson, day: date | None) -> Iterator[str]:
        written = self.desk.add_lesson(line.kind, line.text, line.owner, day, line.level)
        self.waiting = None
        yield self.words("plain.done.lesson", text=written.text)
        if self.desk.session.exercise.touches_cases:
            yield self.words("lesson.case-reminder")
        yield from self._doubts(day)

    def _doubts(self, day: date | None) -> Iterator[str]:
        if day and day < self._today():
            yield self.words("appointment.due-been-plain", date=weekday(day, self.words))

    def due(self, rest: str) -> Iterator[str]:
        """By when: for the line that waits for a date, else for the one written last; nothing for no date."""
        day = self._day(rest)
        if self.waiting is not None:
            yield from self._write(self.waiting, day)
            return
        if not self.desk.session.lessons:
            raise NotPossible("no-such-lesson")
        last = self.desk.session.lessons[-1]
        self.desk.handle(PutLesson(replace(last, due=day)))
        key = "appointment.due-set" if day else "appointment.due-none"
        yield self.words(key, text=last.text, date=weekday(day, self.words) if day else "")
        yield from self._doubts(day)

    def revisit(self, rest: str) -> Iterator[str]:
        """The day of the follow-up; ``0`` takes it away, and without a day it is told."""
        if rest:
            self.desk.handle(SetFollowUp(None if rest == "0" else self._coming(rest)))
        day = self.desk.session.follow_up
        yield self.words("appointment.set", date=weekday(day, self.words)) if day else self.words("appointment.none")

    def _coming(self, said: str) -> date | None:
        day = self._day(said)
        if day and day < self._today():
            raise DayHasBeen(date=weekday(day, self.words))
        return day

    def _day(self, said: str) -> date | None:
        try:
            return due_dates.read(said, self._today())
        except ValueError as error:
            raise UnreadableDay(said=said) from error

    def _today(self) -> date:
        return self.desk.runner.wall().date()

    def _kinds(self) -> Mapping[str, LessonKind]:
        return {self._named(kind): kind for kind in LessonKind} | {kind.value: kind for kind in LessonKind}

    def _named(self, kind: LessonKind) -> str:
        """The kind's name as one word that can be typed."""
        return self.words(f"lesson.kind.{kind.value}").casefold().replace(" ", "-")
