"""A day under way, kept on this laptop until it is over: whole after every change, so that a crash loses nothing."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.programme import Item, Programme
from sessionrunner.core.programme_day import Day, Held
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import durable
from sessionrunner.storage.file_lock import Claim
from sessionrunner.storage.plain_json import read_json

_MINUTE = timedelta(minutes=1)


class DayNotKept(SessionRunnerError):
    """The day could not be written down on this laptop."""

    cause = "programme.not-kept"


@dataclass(slots=True)
class DayFile:
    """One day's file under the folder of all days."""

    folder: Path
    """Where the days are: ``<state>/days``."""
    id: str
    _claim: Claim = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._claim = Claim(self._lock)

    @classmethod
    def find_all(cls, folder: Path) -> "list[DayFile]":
        """Every day that is not over, the one that was changed last first."""
        files = sorted(folder.glob("*.json"), key=durable.last_changed, reverse=True)
        return [cls(folder, file.stem) for file in files]

    @property
    def path(self) -> Path:
        """The file itself."""
        return self.folder / f"{self.id}.json"

    @property
    def given(self) -> Path:
        """What the day was started with."""
        return self.folder / f"{self.id}.given"

    @property
    def _lock(self) -> Path:
        return self.folder / f".{self.id}.lock"

    def hold(self) -> bool:
        """Keep the day to this program until it ends; False when another program has it."""
        durable.make_private_folder(self.folder)
        return self._claim.take()

    def release(self) -> None:
        """Let another program take the day up."""
        self._claim.release()

    def is_free(self) -> bool:
        """Whether a program could have the day now; lets go of it again."""
        try:
            return self.hold()
        except OSError:
            return False
        finally:
            self.release()

    def write(self, day: Day, lessons: Path | None) -> None:
        """Return when the day is on disk; DayNotKept when it is not."""
        content = {"lessons": str(lessons) if lessons else None, "day": _plain(day)}
        try:
            durable.replace_private(self.path, json.dumps(content, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            raise DayNotKept(folder=str(self.folder), reason=error.strerror or str(error)) from error
        durable.sync_folder(self.folder)

    def read(self) -> tuple[Day, Path | None] | None:
        """The day and its lessons folder; None when the file is not one of ours or cannot be read."""
        try:
            found = read_json(durable.patiently(lambda: self.path.read_text("utf-8")))
            day = _day(found["day"])
            # What could not be written again as it stands is not what we once wrote.
            if json.loads(json.dumps(_plain(day))) != found["day"]:
                return None
            return day, Path(found["lessons"]) if found["lessons"] else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
            return None

    def remove(self) -> None:
        """The day is over: nothing of it needs to stay."""
        self.release()
        with suppress(OSError):
            for file in (self.path, self.given, self._lock):
                durable.remove(file)


def _plain(day: Day) -> Mapping[str, object]:
    programme = day.programme
    return {
        "id": day.id,
        "date": day.date.isoformat(),
        "programme": {
            "id": programme.id,
            "title": programme.title,
            "package": programme.package,
            "start": _clock(programme.start),
            "end": _clock(programme.end),
            "items": [_item(item) for item in programme.items],
        },
        "people": day.people,
        "secret": day.secret,
        "position": day.position,
        "began": _moment(day.began),
        "session": day.session,
        "first": _moment(day.first),
        "held": [[at, _held(one)] for at, one in day.held.items()],
        "skipped": sorted(day.skipped),
        "agreed": [[at, length / _MINUTE] for at, length in day.agreed.items()],
        "passed": sorted(day.passed),
        "met": day.met,
    }


def _item(item: Item) -> Mapping[str, object]:
    return {
        "exercise": item.exercise,
        "break": item.pause,
        "variant": item.variant,
        "minutes": None if item.minutes is None else item.minutes / _MINUTE,
        "min": None if item.least is None else item.least / _MINUTE,
        "at": _clock(item.at),
    }


def _held(one: Held) -> Mapping[str, object]:
    lessons = [[item.id, item.kind.value, item.text, item.owner, _moment(item.due), item.level] for item in one.lessons]
    times = {"began": _moment(one.began), "ended": _moment(one.ended)}
    return {**times, "title": one.title, "session": one.session, "place": one.place, "lessons": lessons}


def _clock(clock: time | None) -> str | None:
    return f"{clock:%H:%M}" if clock else None


def _moment(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None


def _day(found: Mapping[str, Any]) -> Day:
    return Day(
        id=found["id"],
        date=date.fromisoformat(found["date"]),
        programme=_programme(found["programme"]),
        people=tuple(found["people"]),
        secret=found["secret"],
        position=found["position"],
        began=_then(found["began"]),
        session=found["session"],
        first=_then(found["first"]),
        held={at: _was(one) for at, one in found["held"]},
        skipped=frozenset(found["skipped"]),
        agreed={at: length * _MINUTE for at, length in found["agreed"]},
        passed=frozenset(found["passed"]),
        met=tuple((one, other) for one, other in found["met"]),
    )


def _programme(found: Mapping[str, Any]) -> Programme:
    items = tuple(
        Item(
            one["exercise"], one["break"], one["variant"], _length(one["minutes"]), _length(one["min"]), _at(one["at"])
        )
        for one in found["items"]
    )
    return Programme(found["id"], found["title"], items, found["package"], _at(found["start"]), _at(found["end"]))


def _was(one: Mapping[str, Any]) -> Held:
    lessons = tuple(
        Lesson(name, LessonKind(kind), text, owner, date.fromisoformat(due) if due else None, level)
        for name, kind, text, owner, due, level in one["lessons"]
    )
    began, ended = datetime.fromisoformat(one["began"]), datetime.fromisoformat(one["ended"])
    return Held(began, ended, one["title"], one["session"], one["place"], lessons)


def _then(moment: str | None) -> datetime | None:
    return datetime.fromisoformat(moment) if moment else None


def _length(minutes: float | None) -> timedelta | None:
    return None if minutes is None else minutes * _MINUTE


def _at(clock: str | None) -> time | None:
    return time.fromisoformat(clock) if clock else None
