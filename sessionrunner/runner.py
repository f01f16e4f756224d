"""Holds the session: takes commands, reads the clock once, journals, tells listeners."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from threading import RLock

from sessionrunner.core.commands import Command, Passed, SettleGap, Undo
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.gap import SILENCE, Gap, Reading, between, together
from sessionrunner.core.session import START, Event, Instant, Session, Stage, apply, replay, undo, undoable
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
        silence: timedelta | None = None,
    ) -> None:
        """Begin a new session, or take one up: ``events`` so far, and the instant it had ``reached``.

        A longer ``silence`` than this between two looks at the clock is a gap; None: nobody looks regularly.
        """
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
        self.gap: Gap | None = None
        """Time that passed unseen and that the leader has not been asked about."""
        self._silence = silence
        self._looking = RLock()
        self._seen = Reading(clock.elapsed(), clock.wall())

    def now(self) -> Instant:
        """Where the session is in time; stands still while the program is not running."""
        return Instant(self._base + self._clock.elapsed())

    def subscribe(self, listener: Listener) -> None:
        """Tell this listener about every change from now on."""
        self._listeners.append(listener)

    def handle(self, command: Command) -> Session:
        """Carry out one command; NotPossible, and nothing changed, when it makes no sense now."""
        if not isinstance(command, SettleGap):
            self.look()
        now = self.now()
        event = Event(now, self._clock.wall().isoformat(timespec="seconds"), command)
        undoing = isinstance(command, Undo)
        after = undo(self.session, self._events) if undoing else apply(self.session, command, now)
        self._write(event)
        self.session = after
        if isinstance(command, SettleGap):
            self.gap = None
        for listener in self._listeners:
            listener(after)
        return after

    def look(self) -> Gap | None:
        """Look at both clocks; the gap that the leader is to be asked about, if there is one.

        In a pause nobody needs to be asked: the pause was longer, that is all.
        """
        with self._looking:
            seen = Reading(self._clock.elapsed(), self._clock.wall())
            found = between(self._seen, seen, self._at_work(), self._silence)
            self._seen = seen
            if found is not None and self.session.stage is Stage.RUNNING:
                self.missed(found)
            return self.gap

    def was_away(self, since: datetime | None) -> None:
        """The program has not run since then; the session's clock has stood, and the leader is asked if it should."""
        away = self._clock.wall() - since if since else timedelta()
        if away > SILENCE and self.session.stage is Stage.RUNNING:
            self.missed(Gap(away, timedelta(), self._at_work()))

    def missed(self, gap: Gap) -> None:
        """Time has passed unseen: remember it until the leader has said what became of it."""
        if gap.step is not None:
            self.gap = together(self.gap, gap)
        elif not gap.counted:
            self.handle(SettleGap(gap.length, gap.counted, Passed.STOOD))

    def _at_work(self) -> str | None:
        """The step whose clock runs."""
        return self.session.step.id if self.session.step and self.session.paused is None else None

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
