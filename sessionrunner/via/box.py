"""The session's box when answers wait at a server: counted there, brought home only to be opened."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from sessionrunner.core.exercise import Step
from sessionrunner.core.reflections import Submission, accept, only_personal, submission_id
from sessionrunner.storage.box import SealedBox

if TYPE_CHECKING:
    # The network's library is only for those who are on it.
    from sessionrunner.via.link import Link


class FarBox:
    """``ports.Box`` over the box on this laptop and the envelopes at the server."""

    def __init__(self, home: SealedBox) -> None:
        self.home = home
        self._coming = ""
        """The step that is being brought home: for a moment it is counted here and there."""
        self.link: Link | None = None
        """None until the line has been laid; everything is at home then."""

    def gather(self, step: Step, wave: int, least: int) -> None:
        """Bring home what the server has of a step, once that makes ``least`` with what is here.

        On this laptop's disk before the server is told to forget it; fetched twice, it is kept once. HallAway when
        the server cannot be reached.
        """
        if self.link is None:
            return
        here = self.home.counts().get(step.id, 0) if wave == 0 else 0
        envelopes = self.link.take(step.id, max(1, least - here))
        if not envelopes:
            return
        self._coming = step.id
        try:
            self._put_all(step, wave, envelopes)
            self.link.forget(step.id, envelopes)
        finally:
            self._coming = ""

    def _put_all(self, step: Step, wave: int, envelopes: Sequence[bytes]) -> None:
        for found in map(self.home.key.open, envelopes):
            if found is not None and found.step == step.id:
                self.home.put(_checked(step, found, wave))

    def put(self, submission: Submission) -> None:
        """Keep what came to this laptop."""
        self.home.put(submission)

    def find(self, step: str, submission: str) -> Submission | None:
        """What is stored at home under this id."""
        return self.home.find(step, submission)

    def counts(self) -> Mapping[str, int]:
        """How many submissions each step has, here and there."""
        here, there = dict(self.home.counts()), self.link.numbers.answers if self.link else {}
        both = {step: here.get(step, 0) + there.get(step, 0) for step in {*here, *there}}
        coming = self._coming
        return both | ({coming: max(here.get(coming, 0), there.get(coming, 0))} if coming else {})

    def held(self) -> Mapping[str, int]:
        """How many of those at home are held back."""
        return self.home.held()

    def settle(self, step: str, change: Callable[[Submission], Submission | None]) -> None:
        """Write over everything held back in this step."""
        self.home.settle(step, change)

    def mixed(self, step: Step, waves: Sequence[int] = (0,)) -> Mapping[str, Sequence[str]]:
        """The answers at home, mixed."""
        return self.home.mixed(step, waves)

    def mark(self, step: str, question: str, text: str) -> str:
        """What a text is known by outside the box."""
        return self.home.mark(step, question, text)

    def destroy(self) -> None:
        """Make every answer unreadable for ever: without the key at home, envelopes anywhere are noise."""
        self.home.destroy()


def _checked(step: Step, found: Submission, wave: int) -> Submission:
    """Nobody on the way could check what was sealed, so it is checked here; personal data is held back."""
    answers, rejections = accept(step, found.answers)
    wrong = {one.question for one in rejections if not only_personal([one])}
    kept = {question: text for question, text in answers.items() if question not in wrong}
    personal = any(only_personal([one]) for one in rejections if one.question in kept)
    return Submission(step.id, submission_id(found.id), kept, wave, held=found.held or personal)
