"""The answers of a session, from arriving to being shown: one place for what is taken, held back and opened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from secrets import token_hex

from sessionrunner.core.ballot import sheet
from sessionrunner.core.commands import Command, Reveal
from sessionrunner.core.exercise import Step
from sessionrunner.core.lesson import Collected
from sessionrunner.core.opening import fewest, gathered, would_add
from sessionrunner.core.reflections import (
    Rejection,
    Submission,
    accept,
    form_of,
    most_answers,
    only_personal,
    open_forms,
    submission_id,
    without_personal,
)
from sessionrunner.core.session import Session, Stage
from sessionrunner.core.synthesis import visible
from sessionrunner.core.text import SessionRunnerError, Text
from sessionrunner.door import Door
from sessionrunner.ports import Box
from sessionrunner.runner import SessionRunner

ARRIVING = timedelta(seconds=5)
"""How long a form waits, when it is being closed, for answers on their way to the disk."""


class TooManyAnswers(SessionRunnerError):
    """More answers than people can have given; nothing stored is lost, and the leader decides about more."""

    cause = "collecting.too-many"


class AnswersHeld(SessionRunnerError):
    """Answers that seem to carry personal data wait for the leader."""

    cause = "collecting.held"


class Collecting:
    """Takes answers in from phones and paper, and gives out what may be shown."""

    def __init__(self, runner: SessionRunner, box: Box) -> None:
        self.arrived: Callable[[], None] = lambda: None
        """Called when an answer is on disk, in the thread that brought it; must return at once."""
        self._runner = runner
        self._box = box
        self._door = Door()
        self._warned: set[str] = set()
        """Numbers of forms that were sent back for personal data: sent again as they are, they are held back."""
        self._lifted: set[str] = set()
        """Steps for which the leader lets more answers in than there are people."""
        self._kept: tuple[Collected, ...] | None = None
        """What could be shown when the box was destroyed."""

    @property
    def _session(self) -> Session:
        return self._runner.session

    def handle(self, command: Command) -> Session:
        """Carry out a command that no answer may overtake; NotPossible when those on their way take too long."""
        with self._door.shut(ARRIVING):
            return self._runner.handle(command)

    def submit(self, step: str, submission: str, raw: Mapping[str, str]) -> Sequence[Rejection]:
        """Take a form from a phone: empty when it is on disk, else why it was not taken.

        An empty ``submission`` is nobody's repeated sending. What is there already is acknowledged also when the form
        has closed since. What seems to carry personal data comes back once; sent again as it is, it is held back.
        """
        with self._door.passing():
            form = next((one for one in open_forms(self._session, self._runner.now()) if one.id == step), None)
            return self._take(step, form, submission, raw)

    def slip(self, step: str, submission: str, raw: Mapping[str, str]) -> Sequence[Rejection]:
        """Take what somebody wrote on paper, under the same rules; a form that has closed takes paper until the end."""
        with self._door.passing():
            running = self._session.stage is Stage.RUNNING
            asked = (one for one in self._session.reached if one.id == step and one.collect and running)
            return self._take(step, next(asked, None), submission, raw)

    def _take(self, step: str, form: Step | None, submission: str, raw: Mapping[str, str]) -> Sequence[Rejection]:
        number = submission_id(submission or token_hex(16))
        kept = self._box.find(step, number)
        if kept is not None:
            return self._again(kept, raw)
        if form is None:
            voted = any(vote.id == step for vote in self._session.votes)
            return [Rejection("", Text("vote.closed" if voted else "form.closed"))]
        answers, rejections = accept(form, raw)
        held = only_personal(rejections) and number in self._warned
        if rejections and not held:
            self._warned.add(number)
            return rejections
        self._box.put(Submission(step, number, answers, self._wave(step), held))
        self.arrived()
        return []

    def _again(self, kept: Submission, raw: Mapping[str, str]) -> Sequence[Rejection]:
        """A sending whose receipt was lost, or other answers under the same number: the first ones count."""
        form = form_of(self._session, kept.step)
        if form is None:
            return [Rejection("", Text("form.closed"))]
        sent = Submission(kept.step, kept.id, accept(form, raw)[0])
        same = kept.answers in (sent.answers, without_personal(sent, 0).answers)
        return [] if same else [Rejection("", Text("form.first-counts"))]

    def _wave(self, step: str) -> int:
        return len(self._session.openings.get(step, ()))

    def received(self) -> Mapping[str, int]:
        """How many answers each step has, by step id; ballots are counted elsewhere."""
        steps = {step.id for step in self._session.exercise.steps}
        return {step: count for step, count in self._box.counts().items() if step in steps}

    def full(self, step: str) -> bool:
        """Whether a step has more answers than the room can have given; the leader may let more in."""
        most = most_answers(len(self._session.people))
        return step not in self._lifted and self._box.counts().get(step, 0) >= most

    def let_in(self, step: str) -> None:
        """Take as many answers to this step as come."""
        self._lifted.add(step)

    def held(self) -> Mapping[str, int]:
        """Answers that wait because they seem to carry personal data, by step id."""
        return {step: count for step, count in self._box.held().items() if count}

    def redact(self, step: str) -> None:
        """Take the answers held back in this step without what seems to be personal data; the original is gone then."""
        with self._door.shut(ARRIVING):
            wave = self._wave(step)
            self._box.settle(step, lambda held: without_personal(held, wave))

    def leave_out(self, step: str) -> None:
        """Delete the answers held back in this step."""
        with self._door.shut(ARRIVING):
            self._box.settle(step, lambda _: None)

    def alarm(self) -> SessionRunnerError | None:
        """What about the answers the leader should decide; None when there is nothing.

        A form that has closed takes no more, however many wanted to.
        """
        session = self._session
        if session.stage is not Stage.RUNNING:
            return None
        for step in open_forms(session, self._runner.now()):
            if self.full(step.id):
                return TooManyAnswers(step=step.title, n=self._box.counts()[step.id], people=len(session.people))
        waiting = sum(self.held().values())
        return AnswersHeld(n=waiting) if waiting else None

    def ready(self, step: Step) -> bool:
        """Whether opening this step's answers now would show any that have not been shown."""
        return would_add(self._session, step, self._box.mixed)

    def reveal(self, step: str, on_wall: bool = True) -> None:
        """Open a step's answers, or those that have come since; nothing happens when they are fewer than k."""
        asked = next((one for one in self._session.reached if one.id == step and one.collect), None)
        if asked is not None:
            self.bring_home(asked, min(fewest(question, self._session.threshold) for question in asked.collect))
        if asked is None or self.ready(asked):
            self.handle(Reveal(step, on_wall))

    def opened(self) -> tuple[Collected, ...]:
        """All answers that k or more have given and that are open now, mixed: for the leader's eyes."""
        return gathered(self._session, self._box.mixed)

    def collected(self) -> tuple[Collected, ...]:
        """Those of them that the leader has not left out: for the room and the record, also after the end."""
        if self._kept is not None:
            return self._kept
        return visible(self._session.sorting, self.opened(), self.mark)

    def mark(self, step: str, question: str, text: str) -> str:
        """What a text is known by in events; the text itself never is in one."""
        return self._box.mark(step, question, text)

    def bring_home(self, form: Step, least: int) -> None:
        """Fetch what has been handed in elsewhere, when there is an elsewhere; SessionRunnerError when it is away."""
        self._box.gather(form, self._wave(form.id), least)

    def finish(self) -> None:
        """Open what is not open yet: the hour is over."""
        for form in (*self._session.reached, *map(sheet, self._session.votes)):
            if form.collect:
                self.bring_home(form, 1)
        for waiting in self.held():
            self.redact(waiting)
        for step in self._session.reached:
            if step.collect and step.id not in self._session.revealed:
                self.handle(Reveal(step.id))

    def destroy(self) -> None:
        """Make every answer unreadable for ever; what could be shown is remembered as long as the program runs."""
        self._kept = self.collected()
        self._box.destroy()
