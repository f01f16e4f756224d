"""Why some values of a scale or a choice share a number, in words."""

from sessionrunner.core.exercise import QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.core.tally import middle, tally
from sessionrunner.locale import Catalogue


def merged(collected: Collected) -> bool:
    """Whether any number told stands for several values."""
    return any(len(count.values) > 1 for count in tally(collected))


def bands_note(collected: Collected, words: Catalogue) -> str:
    """What to say beside the numbers, with the middle of a scale; empty when every value has its own."""
    if not merged(collected):
        return ""
    value = middle_told(collected)
    first = [words("web.wall.middle", value=value)] if value else []
    return " ".join([*first, words("lesson.answers.together", threshold=collected.least)])


def middle_told(collected: Collected) -> str:
    """The middle of a scale whose values share numbers; empty where it is told beside an earlier one."""
    banded = collected.question.kind is QuestionKind.SCALE and merged(collected)
    return middle(collected.answers) if banded and collected.before is None else ""
