"""Why some values of a scale or a choice share a number, in words."""

from sessionrunner.core.lesson import Collected
from sessionrunner.core.tally import tally
from sessionrunner.locale import Catalogue


def merged(collected: Collected) -> bool:
    """Whether any number told stands for several values."""
    return any(len(count.values) > 1 for count in tally(collected))


def bands_note(collected: Collected, words: Catalogue) -> str:
    """The sentence to say beside the numbers; empty when every value has its own."""
    return words("lesson.answers.together", threshold=collected.least) if merged(collected) else ""
