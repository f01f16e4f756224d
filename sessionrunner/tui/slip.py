"""One paper slip while it is being typed: question by question, then the next slip."""

from dataclasses import dataclass, field
from secrets import token_hex

from sessionrunner.core.exercise import Question, Step


@dataclass(slots=True)
class Slip:
    """What has been typed of one slip; the number tells a second try from a second slip."""

    step: Step
    number: str = field(default_factory=lambda: token_hex(16))
    written: dict[str, str] = field(default_factory=dict)
    at: int = 0

    @property
    def question(self) -> Question:
        """The question whose answer is typed now."""
        return self.step.collect[self.at]

    @property
    def whole(self) -> bool:
        """Whether every question has had its turn."""
        return self.at >= len(self.step.collect)

    def write(self, text: str) -> None:
        """Take the answer to this question and go on to the next one."""
        self.written[self.question.id] = text
        self.at += 1

    def go_back_to(self, question: str) -> None:
        """Put the question right that something is wrong with; the first one when it is the whole slip."""
        ids = [one.id for one in self.step.collect]
        self.at = ids.index(question) if question in ids else 0
