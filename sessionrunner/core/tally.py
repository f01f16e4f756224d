"""How many chose what, told so that no number stands for fewer than k."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sessionrunner.core.exercise import QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.core.privacy import FLOOR, together
from sessionrunner.core.reflections import scale

_NUMBERS = re.compile(r"-?[0-9]{1,9}(?:–-?[0-9]{1,9})?")
"""A value of a scale, or the ends of a band."""
_TO = "–"
"""Between the ends of a band; a scale that goes below zero has another sign for that."""


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
            return f"{self.values[0]}{_TO}{self.values[-1]}"
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


def told_again(counts: Sequence[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """What a file tells of a question, with no number for fewer than the floor: older files have every value by itself.

    What the program writes today comes out as it is.
    """
    scaled = all(_NUMBERS.fullmatch(label) for label, _ in counts)
    rows = sorted(counts, key=lambda row: int(ends(row[0])[0])) if scaled else list(counts)
    labels = [label for label, _ in rows]
    parts = together([number for _, number in rows], FLOOR, ordered=scaled)
    told = (
        Count(_over(labels, part) if scaled else tuple(labels[at] for at in part), _sum(rows, part), scaled)
        for part in parts
    )
    return tuple((one.label, one.number) for one in told)


def _sum(rows: Sequence[tuple[str, int]], part: Sequence[int]) -> int:
    return sum(rows[at][1] for at in part)


def tally_before(collected: Collected) -> tuple[Count, ...]:
    """The same for what was answered the last time; none when the question was not asked before.

    The bands are those of that day, wider where more people than then are to stand behind a number.
    """
    last = collected.before
    if last is None:
        return ()
    labels = sorted(set(last.answers), key=lambda label: int(ends(label)[0]))
    counts = [last.answers.count(label) for label in labels]
    parts = together(counts, collected.least, ordered=True)
    return tuple(Count(_over(labels, part), sum(counts[at] for at in part), ordered=True) for part in parts)


def _over(labels: Sequence[str], part: Sequence[int]) -> tuple[str, ...]:
    low, high = ends(labels[part[0]])[0], ends(labels[part[-1]])[1]
    return (low,) if low == high else (low, high)


def ends(label: str) -> tuple[str, str]:
    """The lowest and the highest value of a band, or a value twice."""
    low, between, high = label.partition(_TO)
    return (low, high) if between else (label, label)


def middle(answers: Sequence[str]) -> str:
    """The value in the middle of a scale's answers, as many above as below; empty when there are none."""
    found = median_of(answers)
    return "" if found is None else _halves(found)


def median_of(answers: Sequence[str]) -> float | None:
    """The same as a number; None when there are no answers.

    The one thing told of a small room that is no count of k: it stands for all, and who is alone at an end can be
    anywhere beyond it without changing it.
    """
    return float(median(int(answer) for answer in answers)) if answers else None


def middle_before(collected: Collected) -> str:
    """The middle of what was answered the last time; empty when the question was not asked before."""
    last = collected.before
    if last is None:
        return ""
    return middle(last.answers) if last.middle is None else _halves(last.middle)


def _halves(found: float) -> str:
    whole = int(found // 1)
    return f"{whole}½" if found % 1 else str(whole)
