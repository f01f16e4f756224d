"""Holds the session: takes commands, reads the clock once, journals, tells listeners."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sessionrunner.core.commands import Command, Undo
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.session import START, Event, Instant, Session, apply, replay, undo, undoable
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Clock, Journal

Listener = Callable[[Session], None]
"""Told about every new session, in the thread that gave the command."""


class SessionRunner:
    """The one door through which a session changes."""

    def __init__(
        self,
        exercise: Exercise,
        clock: Clock,
        journal: Journal,
        events: Sequence[Event] = (),
        reached: Instant = START,
    ) -> None:
        """Begin a new session, or take one up: ``events`` so far, and the instant it had ``reached``."""
        self._clock = clock
        self._journal = journal
        self._events = list(events)
        self._unwritten: list[Event] = []
        self._listeners: list[Listener] = []
        # The note of how far it had come may be older than the journal; time must not go back.
        self._base = max([reached, *(event.at for event in self._events)]) - clock.elapsed()
        self.session = replay(exercise, self._events)
        self.trouble: SessionRunnerError | None = None
        """Why the latest events are not on disk, when they are not; they are tried again with the next one."""

    def now(self) -> Instant:
        """Where the session is in time; stands still while the program is not running."""
        return Instant(self._base + self._clock.elapsed())

    def subscribe(self, listener: Listener) -> None:
        """Tell this listener about every change from now on."""
        self._listeners.append(listener)

    def handle(self, command: Command) -> Session:
        """Carry out one command; NotPossible, and nothing changed, when it makes no sense now."""
        now = self.now()
        event = Event(now, self._clock.wall().isoformat(timespec="seconds"), command)
        undoing = isinstance(command, Undo)
        after = undo(self.session, self._events) if undoing else apply(self.session, command, now)
        self._write(event)
        self.session = after
        for listener in self._listeners:
            listener(after)
        return after

    def undoable(self) -> Command | None:
        """What Undo would take back now."""
        event = undoable(self._events)
        return event.command if event else None

    def wall(self) -> datetime:
        """What a clock on the wall shows."""
        return self._clock.wall()

    def _write(self, event: Event) -> None:
        """A full disk must not stop the hour: events that could not be written wait for the next try."""
        self._events.append(event)
        self._unwritten.append(event)
        try:
            self._journal.append(self._unwritten)
        except SessionRunnerError as trouble:
            self.trouble = trouble
        else:
            self._unwritten = []
            self.trouble = None
