"""The leader's desk: all that a screen, a plain terminal or a rehearsal needs of a session under way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sessionrunner.absent import NoAudience, no_press
from sessionrunner.collecting import Collecting
from sessionrunner.core import timeline
from sessionrunner.core.commands import Close, Command, PutLesson, Reveal, Undo
from sessionrunner.core.copies import Copy, CopyKind
from sessionrunner.core.exercise import LessonKind, Mode
from sessionrunner.core.lesson import EMPTY_SKETCH, Collected, Lesson
from sessionrunner.core.public import PublicView, public_view
from sessionrunner.core.record import Identity, Record, record
from sessionrunner.core.reflections import Rejection
from sessionrunner.core.session import Instant, Session, Stage
from sessionrunner.core.showing import Shown, Turn, shown_on_wall, turned
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Archive, Audience, Box, Delivery
from sessionrunner.ready import Ready
from sessionrunner.runner import SessionRunner
from sessionrunner.sorter import Sorter
from sessionrunner.timekeeper import Timekeeper


class Desk:
    """One session with its clock, its box, its audience and its way to the shared folder.

    The one door for screens, lines, server and rehearsal; so it has more methods than a class should, each short.
    """

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
        self.time = Timekeeper(runner)
        self.identity = identity
        self.audience: Audience = NoAudience()
        """Replaced by the server once it is up; until then no phone can reach the session."""
        self.answers = Collecting(runner, box)
        """What phones and paper bring in."""
        self.sorting = Sorter(runner, self.answers)
        """What the leader makes of the texts once they are open."""
        self.sketch = EMPTY_SKETCH
        """The line of the summary that is being typed; the room sees it while it sums up."""
        self._archive = archive
        self._farewell = farewell
        self.press: Callable[[Record, CopyKind], Copy] = no_press
        """Makes copies; replaced where the parts are joined."""
        self._told: Record | None = None
        """The record as it stood when the box was destroyed."""
        self._ready = Ready()
        self._over = False
        """The record is complete, the box destroyed and the farewell said."""
        self._asked_about = ""
        """The owner of the line that was refused last, for being a participant's name."""
        self._kept: tuple[Collected, ...] | None = None
        """What could be shown when the box was destroyed."""
        self._saved_at: tuple[object, ...] = ()
        self.when_safe: Callable[[], None] = lambda: None
        """Called once the session has ended and its record is complete on this laptop, before anything is removed."""
        self.save_trouble: SessionRunnerError | None = None
        """Why the record is not even complete on this laptop, when it is not."""
        runner.subscribe(self._save_when_due)

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.runner.session

    def now(self) -> Instant:
        """Where the session is in time."""
        return self.runner.now()

    def ends_at(self) -> datetime:
        """What the clock on the wall will show when the last step ends, if nothing more is added."""
        return self.runner.wall() + timeline.time_to_end(self.session, self.now())

    def wall(self) -> datetime:
        """What a clock on the wall shows now."""
        return self.runner.wall()

    def public(self) -> PublicView:
        """What the room sees now."""
        view = public_view(self.session, self.now())
        return replace(view, sketch=self.sketch) if view.mode is Mode.SUMMARY else view

    def handle(self, command: Command) -> Session:
        """Carry out one command; NotPossible when it makes no sense now."""
        if isinstance(command, PutLesson):
            return self._put(command)
        if isinstance(command, Reveal | Close):
            return self.answers.handle(command)
        return self.runner.handle(command)

    def _put(self, command: PutLesson) -> Session:
        """An owner who is in the room is asked about once; the same again means that the leader insists."""
        owner, self._asked_about = self._asked_about, command.lesson.owner
        insisted = command.insist or (bool(owner) and owner == command.lesson.owner)
        after = self.runner.handle(replace(command, insist=insisted))
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

    def received(self) -> Mapping[str, int]:
        """How many answers each step has, by step id."""
        return self.answers.received()

    def answered(self) -> int:
        """How many answers the form that is open, or the latest one that was, has received."""
        form = self.public().form
        asked = [step.id for step in self.session.exercise.steps[: self.session.position + 1] if step.collect]
        latest = form.step if form else (asked[-1] if asked else "")
        return self.received().get(latest, 0)

    def ready(self) -> int:
        """How many have said that they are done with what the room does now."""
        return self._ready.count(self.public().ready_for)

    def mark_ready(self, what: str, mark: str, done: bool = True) -> None:
        """A phone says that somebody is done, or not after all; what is over by now is passed over."""
        if what and what == self.public().ready_for:
            self._ready.mark(what, mark, done)
            self.answers.arrived()

    def full(self, step: str) -> bool:
        """Whether a step has more answers than the room can have given."""
        return self.answers.full(step)

    def submit(self, step: str, submission: str, raw: Mapping[str, str]) -> Sequence[Rejection]:
        """Take a form from a phone: empty when it is on disk, else why it was not taken."""
        return self.answers.submit(step, submission, raw)

    def subscribe(self, listener: Callable[[Session], None]) -> None:
        """Tell this listener about every change of the session."""
        self.runner.subscribe(listener)

    def reveal(self, step: str, on_wall: bool = True) -> tuple[Collected, ...]:
        """Open a step's answers, or late ones once they are k, and give all that may be shown of them.

        ``on_wall`` shows them to the room at once.
        Empty when fewer than k have answered; nothing has happened then, and the form still takes answers.
        """
        self.answers.reveal(step, on_wall)
        return tuple(one for one in self.collected() if one.step == step)

    def collected(self) -> tuple[Collected, ...]:
        """All answers that may be shown now, mixed; after the end, those that went into the record."""
        return self.answers.collected() if self._kept is None else self._kept

    def shown(self) -> Shown:
        """What of them the room sees on the wall now."""
        collected = self.collected()
        left_out = sum(one.left_out for one in collected)
        return replace(shown_on_wall(self.session, collected), piles=self.sorting.piles(), left_out=left_out)

    def show(self, what: Turn) -> Shown:
        """Show the room the next answer, the one before, all of them or none; NotPossible when none are open."""
        self.handle(turned(self.session, self.collected(), what))
        return self.shown()

    def record(self) -> Record:
        """The session as it would be saved now."""
        if self._told is not None:
            return self._told
        told = record(self.session, self.now(), self.identity, dict(self.received()), self.collected())
        return replace(told, board=self.sorting.board().told)

    def save(self, patience: timedelta = timedelta(seconds=2)) -> Delivery:
        """Save the record as it stands now, and wait so long at most for it to reach the shared folder.

        SessionRunnerError when it cannot even be kept on this laptop.
        """
        self._archive.save(self.record())
        return self._archive.settle(patience)

    def copy(self, kind: CopyKind, patience: timedelta = timedelta(seconds=2)) -> tuple[str, Delivery]:
        """Make a copy of the record as it stands, and wait a moment for it to reach the session's folder.

        Its name, and how far it has come; SessionRunnerError when it cannot be made or kept on this laptop.
        """
        told = self.record()
        copy = self.press(told, kind)
        self._archive.attach(told, copy)
        return copy.name, self._archive.settle(patience)

    def delivery(self) -> Delivery:
        """How far the latest record has come on its way to the shared folder."""
        return self._archive.delivery()

    def close(self, patience: timedelta = timedelta(seconds=10)) -> Delivery:
        """End the session: open what may be opened, save the record, destroy the box, stop the server.

        The box is kept when the record could not be completed on this laptop: nothing is lost, and closing
        again, now or after ``resume``, tries again.
        """
        if self.session.stage is Stage.CLOSED:
            self._save_when_due(self.session)
        else:
            self._end()
        self.audience.stop()
        delivery = self._archive.settle(patience)
        if self.save_trouble is None and not self._over:
            self._kept, self._told = self.collected(), self.record()
            self.sorting.keep()
            self.when_safe()
            self.answers.destroy()
            self._farewell()
            self._over = True
        return delivery

    def _end(self) -> None:
        self.answers.finish()
        self.handle(Close())

    def remaining_seconds(self) -> float:
        """What the current step has left, in seconds; negative when it runs over."""
        return timeline.remaining(self.session, self.now()).total_seconds()

    def _save_when_due(self, session: Session) -> None:
        """Save at every change of step, summary or stage from the first lesson on, and at the end of what was begun."""
        summary = (session.lessons, session.approved, session.sorting.headings, session.sorting.left_out)
        moment = (session.stage, session.position, summary, session.openings, session.updates)
        ended = session.stage is Stage.CLOSED and (session.reached or session.notes)
        worth_saving = session.lessons or session.updates or ended or self._saved_at
        if moment == self._saved_at or not worth_saving:
            return
        try:
            self._archive.save(self.record())
        except SessionRunnerError as trouble:
            self.save_trouble = trouble
        else:
            self._saved_at, self.save_trouble = moment, None
