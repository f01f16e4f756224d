"""The answers of a session, from arriving to being shown."""

from collections.abc import Mapping

from sessionrunner.core.ballot import sheet
from sessionrunner.core.commands import Command, Reveal
from sessionrunner.core.exercise import Step
from sessionrunner.core.lesson import Collected
from sessionrunner.core.opening import fewest, gathered, latest_wave, would_add
from sessionrunner.core.reflections import open_forms
from sessionrunner.core.session import Session, Stage
from sessionrunner.core.synthesis import visible
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.door import Door
from sessionrunner.heldback import HeldBack
from sessionrunner.ports import Box
from sessionrunner.receiving import Receiving
from sessionrunner.runner import SessionRunner


class TooManyAnswers(SessionRunnerError):
    """More answers than people can have given; nothing stored is lost, and the leader decides about more."""

    cause = "collecting.too-many"


class AnswersHeld(SessionRunnerError):
    """Answers that seem to carry personal data wait for the leader."""

    cause = "collecting.held"


class Collecting:
    """Opens what has come in, once it may be opened, and gives out what may be shown."""

    def __init__(self, runner: SessionRunner, box: Box) -> None:
        self._runner = runner
        self._box = box
        self._door = Door()
        self.receiving = Receiving(runner, box, self._door)
        """Where answers come in."""
        self.held_back = HeldBack(runner, box, self._door)
        """Those of them that wait for the leader."""
        self._kept: tuple[Collected, ...] | None = None
        """What could be shown when the box was destroyed."""

    @property
    def _session(self) -> Session:
        return self._runner.session

    def handle(self, command: Command) -> Session:
        """Carry out a command that no answer may overtake; NotPossible when those on their way take too long."""
        with self._door.shut():
            return self._runner.handle(command)

    def received(self) -> Mapping[str, int]:
        """How many answers each step has, by step id; ballots are counted elsewhere."""
        steps = {step.id for step in self._session.exercise.steps}
        return {step: count for step, count in self._box.counts().items() if step in steps}

    def alarm(self) -> SessionRunnerError | None:
        """What about the answers the leader should decide; None when there is nothing.

        A form that has closed takes no more, however many wanted to.
        """
        session = self._session
        if session.stage is not Stage.RUNNING:
            return None
        for step in open_forms(session, self._runner.now()):
            if self.receiving.full(step.id):
                return TooManyAnswers(step=step.title, n=self._box.counts()[step.id], people=len(session.people))
        waiting = sum(self.held_back.counts().values())
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
        self._box.gather(form, latest_wave(self._session, form.id), least)

    def finish(self) -> None:
        """Open what is not open yet: the hour is over."""
        for form in (*self._session.reached, *map(sheet, self._session.votes)):
            if form.collect:
                self.bring_home(form, 1)
        for waiting in self.held_back.counts():
            self.held_back.redact(waiting)
        for step in self._session.reached:
            if step.collect and step.id not in self._session.revealed:
                self.handle(Reveal(step.id))

    def destroy(self) -> None:
        """Make every answer unreadable for ever; what could be shown is remembered as long as the program runs."""
        self._kept = self.collected()
        self._box.destroy()
