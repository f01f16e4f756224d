"""How many chose what, told so that no number stands for fewer than k."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from sessionrunner.core.exercise import QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.core.privacy import together
from sessionrunner.core.reflections import scale


@dataclass(frozen=True, slots=True)
class Count:
    """Some values of a scale or a choice that are counted together, and how many chose any of them."""

    values: tuple[str, ...]
    number: int
    ordered: bool

    @property
    def label(self) -> str:
        """The value, the ends of a band, or every option in a row."""
        if self.ordered and len(self.values) > 1:
            return f"{self.values[0]}–{self.values[-1]}"
        return ", ".join(self.values)


def tally(collected: Collected) -> tuple[Count, ...]:
    """The numbers that may be told of a scale or a choice, in the order of the form; none for texts."""
    question = collected.question
    if question.kind is QuestionKind.TEXT:
        return ()
    ordered = question.kind is QuestionKind.SCALE
    values = scale(question) if ordered else question.options
    counts = [collected.answers.count(value) for value in values]
    return tuple(
        Count(tuple(values[at] for at in part), sum(counts[at] for at in part), ordered)
        for part in together(counts, collected.least, ordered)
    )


def tally_before(collected: Collected) -> tuple[Count, ...]:
    """The same for what was answered the last time; none when the question was not asked before."""
    last = collected.before
    return tally(replace(collected, answers=last.answers)) if last else ()


def middle(answers: Sequence[str]) -> str:
    """The value in the middle of a scale's answers, as many above as below; empty when there are none."""
    if not answers:
        return ""
    found = median(int(answer) for answer in answers)
    return f"{int(found)}½" if found % 1 else str(int(found))
