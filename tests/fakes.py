"""Hand-written stand-ins for what the runner and the desk need from outside; in memory, no threads, no waiting."""

import hmac
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sessionrunner.core.copies import Copy
from sessionrunner.core.exercise import Step
from sessionrunner.core.joint import Sheet
from sessionrunner.core.record import Record
from sessionrunner.core.reflections import Submission, mix
from sessionrunner.core.session import Event
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Delivery

MORNING = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class DiskFull(SessionRunnerError):
    """What a fake raises when told to fail."""

    cause = "storage.journal-full"


class FakeClock:
    """Stands still until somebody moves it."""

    def __init__(self, start: timedelta = timedelta()) -> None:
        self._elapsed = start

    def elapsed(self) -> timedelta:
        """Time moved so far."""
        return self._elapsed

    def wall(self) -> datetime:
        """A morning in November, moved as far as the clock has been."""
        return MORNING + self._elapsed

    def advance(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass."""
        self._elapsed += timedelta(minutes=minutes, seconds=seconds)


class MemoryJournal:
    """Keeps events in a list; ``full`` makes every write fail."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.full = False

    def append(self, events: Sequence[Event]) -> None:
        """Take all of the events, or none of them when the disk is full."""
        if self.full:
            raise DiskFull
        self.events += events


class MemoryBox:
    """Keeps submissions by step and id, as the sealed box does; ``full`` makes every submission fail."""

    def __init__(self, key: bytes = b"k" * 16) -> None:
        self.submissions: dict[tuple[str, str], Submission] = {}
        self.destroyed = False
        self.full = False
        self._key = key

    def put(self, submission: Submission) -> None:
        """Store it once; the same id again in the same step changes nothing."""
        if self.full:
            raise DiskFull
        self.submissions.setdefault((submission.step, submission.id), submission)

    def find(self, step: str, submission: str) -> Submission | None:
        """What is stored under this id."""
        return self.submissions.get((step, submission))

    def gather(self, step: Step, wave: int, least: int) -> None:
        """There is no elsewhere."""

    def counts(self) -> Mapping[str, int]:
        """Submissions by step id."""
        return Counter(submission.step for submission in self._there())

    def held(self) -> Mapping[str, int]:
        """Those held back, by step id."""
        return Counter(submission.step for submission in self._there() if submission.held)

    def settle(self, step: str, change: Callable[[Submission], Submission | None]) -> None:
        """Change what is held back."""
        for known, submission in list(self.submissions.items()):
            if submission.step == step and submission.held:
                changed = change(submission)
                if changed is None:
                    del self.submissions[known]
                else:
                    self.submissions[known] = changed

    def mixed(self, step: Step, waves: Sequence[int] = (0,)) -> Mapping[str, Sequence[str]]:
        """Answers by question id, mixed as the core mixes them."""
        here = [one for one in self._there() if one.wave in waves and not one.held]
        return mix(here, step, self._key)

    def mark(self, step: str, question: str, text: str) -> str:
        """A hash that needs the key."""
        return hmac.digest(self._key, f"{step}/{question}/{text}".encode(), "sha256").hex()[:16]

    def _there(self) -> list[Submission]:
        """What is there in one moment, while other threads put in more."""
        return list(self.submissions.values())

    def destroy(self) -> None:
        """Forget everything."""
        self.submissions.clear()
        self.destroyed = True


class MemoryArchive:
    """Keeps every record that was saved; ``full`` makes saving fail, ``away`` keeps the shared folder out of reach."""

    def __init__(self) -> None:
        self.full = False
        self.away = False
        self.records: list[Record] = []
        self.settled = 0
        self.copies: list[Copy] = []

    def attach(self, record: Record, copy: Copy) -> None:
        """Keep the copy."""
        if self.full:
            raise DiskFull
        self.copies.append(copy)

    def save(self, record: Record) -> None:
        """Keep the record."""
        if self.full:
            raise DiskFull
        self.records.append(record)

    def delivery(self) -> Delivery:
        """Delivered as soon as there is a record and the folder is in reach."""
        return Delivery(delivered=bool(self.records) and not self.away)

    def settle(self, patience: timedelta) -> Delivery:
        """Count the calls; there is nothing to wait for."""
        self.settled += 1
        return self.delivery()


class TwoClocks(FakeClock):
    """A laptop whose clocks can go apart, as they do when it sleeps."""

    def __init__(self, start: timedelta = timedelta()) -> None:
        super().__init__(start)
        self.apart = timedelta()

    def wall(self) -> datetime:
        """The morning, moved as far as both clocks have been, and by what only this one has counted."""
        return super().wall() + self.apart

    def sleep(self, *, minutes: float) -> None:
        """Only the clock on the wall goes on."""
        self.apart += timedelta(minutes=minutes)


class FakeRooms:
    """Two rooms of a day; ``refuses`` is what the server says about every wall."""

    joined = True

    def __init__(self, *sheets: Sheet) -> None:
        self.told = sheets or (
            Sheet("Norr", (("Handledning", 4), ("Möten", 3)), ("Vi frågar mer.", "Vi ringer innan mötet.")),
            Sheet("Söder", (), ("Vi skriver upp frågorna på tavlan.",)),
        )
        self.up = self.everywhere = False
        self.refuses: SessionRunnerError | None = None

    def sheets(self) -> tuple[Sheet, ...]:
        """All of them."""
        return self.told

    def on_wall(self) -> bool:
        """As was said last."""
        return self.up

    def on_all_walls(self) -> bool:
        """As was said last of all walls."""
        return self.everywhere

    def look(self) -> None:
        """Nothing changes by itself."""

    def show(self, on: bool) -> None:
        """Here."""
        self.up = on

    def show_all(self, on: bool) -> None:
        """Everywhere, if that is allowed."""
        if self.refuses is not None:
            raise self.refuses
        self.up = self.everywhere = on
