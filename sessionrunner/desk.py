"""The leader's desk: all that a screen, a plain terminal or a rehearsal needs of a session under way."""

from collections.abc import Callable
from datetime import date, timedelta
from threading import Lock

from sessionrunner.absent import NoAudience
from sessionrunner.collecting import Collecting
from sessionrunner.core.advice import advice
from sessionrunner.core.commands import Close, Command, PutLesson, Reveal, Undo
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Collected, Lesson
from sessionrunner.core.record import Identity
from sessionrunner.core.session import Instant, Session, Stage
from sessionrunner.core.showing import Shown, Turn, turned
from sessionrunner.core.text import Text
from sessionrunner.keeping import Keeping
from sessionrunner.ports import Archive, Audience, Box, Delivery
from sessionrunner.room import LiveRoom
from sessionrunner.runner import SessionRunner
from sessionrunner.sorter import Sorter
from sessionrunner.timekeeper import Timekeeper
from sessionrunner.voting import Voting


class Desk:
    """One session with its clock, its answers, its room and its way to the shared folder."""

    def __init__(
        self,
        runner: SessionRunner,
        identity: Identity,
        box: Box,
        archive: Archive,
        farewell: Callable[[], None] = lambda: None,
    ) -> None:
        """``farewell`` is called when the session has ended and its record is complete on this laptop."""
        self.runner = runner
        self.identity = identity
        self.audience: Audience = NoAudience()
        """Replaced by the server once it is up; until then no phone can reach the session."""
        self.time = Timekeeper(runner)
        self.answers = Collecting(runner, box)
        """What phones and paper bring in."""
        self.sorting = Sorter(runner, self.answers)
        """What the leader makes of the texts once they are open."""
        self.voting = Voting(runner, self.answers, box)
        """What the room finds most important, with dots on the phones."""
        self.room = LiveRoom(runner, self.answers, self.sorting, self.voting)
        """What phones and the wall see."""
        self.keeping = Keeping(runner, identity, self.answers, self.sorting, self.voting, archive)
        """The record and its way to the shared folder."""
        self._farewell = farewell
        self._one_at_a_time = Lock()
        self._over = False
        """The record is complete, the answers destroyed and the farewell said."""
        self._asked_about = ""
        """The owner of the line that was refused last, for being a participant's name."""

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.runner.session

    def now(self) -> Instant:
        """Where the session is in time."""
        return self.runner.now()

    def advice(self) -> tuple[Text, ...]:
        """What somebody who leads for the first time does now, a sentence each."""
        step = self.session.step
        answers = self.answers.received().get(step.id, 0) if step else 0
        return advice(self.session, self.now(), answers, self.audience.connected)

    def handle(self, command: Command) -> Session:
        """Carry out one command; NotPossible when it makes no sense now."""
        self.voting.before(command)
        if isinstance(command, PutLesson):
            return self._put(command)
        if isinstance(command, Reveal | Close):
            return self.answers.handle(command)
        return self.runner.handle(command)

    def _put(self, command: PutLesson) -> Session:
        """An owner who is in the room is asked about once; the same again means that the leader insists."""
        owner, self._asked_about = self._asked_about, command.lesson.owner
        insisted = command.insist or (bool(owner) and owner == command.lesson.owner)
        after = self.runner.handle(PutLesson(command.lesson, insist=insisted))
        self._asked_about = ""
        return after

    def undo(self) -> Command | None:
        """Take the latest command back and say which it was; NotPossible when there is none."""
        latest = self.runner.undoable()
        self.runner.handle(Undo())
        return latest

    def add_lesson(
        self, kind: LessonKind, text: str, owner: str = "", due: date | None = None, level: str = ""
    ) -> Lesson:
        """Write down one more thing the room agreed on; ``level`` says whom it is for beyond the group."""
        taken = {lesson.id for lesson in self.session.lessons}
        free = next(f"l{number}" for number in range(1, len(taken) + 2) if f"l{number}" not in taken)
        lesson = Lesson(free, kind, text, owner, due, level)
        written = self.handle(PutLesson(lesson)).lessons
        return next(lesson for lesson in written if lesson.id == free)

    def subscribe(self, listener: Callable[[Session], None]) -> None:
        """Tell this listener about every change of the session."""
        self.runner.subscribe(listener)

    def reveal(self, step: str, on_wall: bool = True) -> tuple[Collected, ...]:
        """Open a step's answers, or late ones once they are k, and give all that may be shown of them.

        ``on_wall`` shows them to the room at once.
        Empty when fewer than k have answered; nothing has happened then, and the form still takes answers.
        """
        self.answers.reveal(step, on_wall)
        return tuple(one for one in self.answers.collected() if one.step == step)

    def show(self, what: Turn) -> Shown:
        """Show the room the next answer, the one before, all of them or none; NotPossible when none are open."""
        self.handle(turned(self.session, self.answers.collected(), what))
        return self.room.shown()

    def close(self, patience: timedelta = timedelta(seconds=10)) -> Delivery:
        """End the session: open what may be opened, save the record, destroy the box, stop the server.

        The box is kept when the record could not be completed on this laptop; closing again tries again. Whoever closes
        it at the same time, from another thread, waits and finds it closed.
        """
        with self._one_at_a_time:
            return self._close(patience)

    def _close(self, patience: timedelta) -> Delivery:
        if self.session.stage is not Stage.CLOSED:
            self.answers.finish()
            self.handle(Close())
        self.audience.stop()
        delivery = self.keeping.finish(patience)
        if self.keeping.trouble is None and not self._over:
            self._farewell()
            self._over = True
        return delivery
