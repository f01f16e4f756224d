"""What was interrupted on this laptop, offered in the library: nobody needs to know that there is a command for it."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from math import inf
from typing import Any

from sessionrunner.cli.hosting import LaptopHost
from sessionrunner.core.programme_day import Day, moments
from sessionrunner.core.session import Stage
from sessionrunner.locale import Catalogue
from sessionrunner.locale.dates import long_date
from sessionrunner.storage.day_file import DayFile
from sessionrunner.storage.session_folder import SessionFolder
from sessionrunner.tui.start import NOTHING_WAITS, Start, Waiting

_LEADING, _SAVING = "leading", "saving"


@dataclass(frozen=True, slots=True)
class _Found:
    """A day or a session that nobody leads now."""

    id: str
    title: str
    last: datetime | None
    """When it was led last; None when nothing tells."""
    state: str = _LEADING


class LaptopUnfinished:
    """``tui.start.Unfinished`` over the sessions and days that nobody leads now."""

    def __init__(self, host: LaptopHost, words: Catalogue) -> None:
        self._host, self._words = host, words

    def waiting(self) -> Waiting:
        """What was led last of all that is unfinished."""
        days = list(self._days())
        sessions = self._sessions({day.session for day in days})
        found = [_of_day(day) for day in days] + list(sessions)
        return self._told(max(found, key=_age)) if found else NOTHING_WAITS

    def take_up(self, which: str) -> Start:
        """The day or the session where it was; SessionRunnerError when it cannot be taken up."""
        # Only whoever goes on needs what a day and a recovered session are made of.
        from sessionrunner.cli.leading_day import resumed
        from sessionrunner.cli.recovered import found_lines

        day = resumed(self._host, self._words, which)
        if day is None:
            hosted = self._host.sessions.resume(which)
            return Start(desk=hosted.desk, told=tuple(found_lines(hosted.desk, hosted.found, self._words)))
        if day.desk is not None and not day.day.session:
            day.invite(day.desk)
        return Start(day=day)

    def _days(self) -> Iterator[Day]:
        for file in DayFile.find_all(self._host.places.days):
            found = file.read() if file.is_free() else None
            if found is not None and (found[0].first or found[0].skipped):
                yield found[0]

    def _sessions(self, elsewhere: set[str]) -> Iterator[_Found]:
        """Those that are no part of a day, but for a lobby that was left on another date: nothing had begun there."""
        titles = {one.id: one.title for one in self._host.exercises()}
        for folder in self._host.sessions.interrupted():
            status = folder.read_status() or {}
            if folder.session not in elsewhere and not self._is_an_old_lobby(status):
                yield _of_session(folder, status, titles)

    def _is_an_old_lobby(self, status: Mapping[str, Any]) -> bool:
        last = _moment(status)
        old = last is None or last.date() < self._host.today()
        return status.get("stage") == Stage.LOBBY.value and old

    def _told(self, found: _Found) -> Waiting:
        title = found.title or self._words("unfinished.some-title")
        return Waiting(found.id, self._words(f"unfinished.{found.state}", title=title, when=self._when(found.last)))

    def _when(self, moment: datetime | None) -> str:
        if moment is None:
            return self._words("recovered.some-time")
        time = f"{moment:%H:%M}"
        if moment.date() == self._host.today():
            return self._words("unfinished.today", time=time)
        return self._words("unfinished.earlier", day=long_date(self._words, moment.date()), time=time)


def _age(found: _Found) -> float:
    # Not as they are written: in the night summer time ends, ten past two comes after ten to three.
    return found.last.timestamp() if found.last else -inf


def _of_day(day: Day) -> _Found:
    return _Found(day.id, day.programme.title, max((one for one in moments(day) if one.tzinfo), default=None))


def _of_session(folder: SessionFolder, status: Mapping[str, Any], titles: Mapping[str, str]) -> _Found:
    name = str(status.get("exercise", ""))
    state = _SAVING if status.get("stage") == Stage.CLOSED.value else _LEADING
    return _Found(folder.session, titles.get(name, name), _moment(status), state)


def _moment(status: Mapping[str, Any]) -> datetime | None:
    """None when nobody can tell; a moment without its zone was not written here."""
    with suppress(ValueError):
        told = datetime.fromisoformat(str(status.get("wall", "")))
        return told if told.tzinfo else None
    return None
