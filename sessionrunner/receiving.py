"""Answers on their way in: which form from a phone or a slip is taken, and which is sent back."""

from collections.abc import Callable, Mapping, Sequence
from secrets import token_hex

from sessionrunner.core.exercise import Step
from sessionrunner.core.opening import latest_wave
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
from sessionrunner.core.text import Text
from sessionrunner.door import Door
from sessionrunner.ports import Box
from sessionrunner.runner import SessionRunner


class Receiving:
    """Takes forms from phones and paper through the door and into the box."""

    def __init__(self, runner: SessionRunner, box: Box, door: Door) -> None:
        self.arrived: Callable[[], None] = lambda: None
        """Called when an answer is on disk, in the thread that brought it; must return at once."""
        self._runner = runner
        self._box = box
        self._door = door
        self._warned: set[str] = set()
        """Numbers of forms that were sent back for personal data: sent again as they are, they are held back."""
        self._lifted: set[str] = set()
        """Steps for which the leader lets more answers in than there are people."""

    @property
    def _session(self) -> Session:
        return self._runner.session

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
        self._box.put(Submission(step, number, answers, latest_wave(self._session, step), held))
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

    def full(self, step: str) -> bool:
        """Whether a step has more answers than the room can have given; the leader may let more in."""
        most = most_answers(len(self._session.people))
        return step not in self._lifted and self._box.counts().get(step, 0) >= most

    def let_in(self, step: str) -> None:
        """Take as many answers to this step as come."""
        self._lifted.add(step)
