"""A ballot on paper: the numbers that somebody wrote, as the dots a phone would have sent."""

import re
from collections import Counter
from collections.abc import Mapping

from sessionrunner.core.ballot import Vote
from sessionrunner.core.state import NotPossible

_NUMBER = re.compile(r"[0-9]{1,9}")


def dots(vote: Vote, line: str) -> Mapping[str, str]:
    """Dots by option: each number on the line is one dot, and the options are numbered as on the wall.

    NotPossible for a number nothing has, for too many dots, and for a line without numbers.
    """
    numbers = [int(found) for found in _NUMBER.findall(line)]
    strange = [number for number in numbers if not 0 < number <= len(vote.options)]
    if strange or not numbers:
        raise NotPossible("no-such-number", number=" ".join(map(str, strange)) or "–", most=len(vote.options))
    placed = Counter(numbers)
    if len(numbers) > vote.dots:
        raise NotPossible("too-many-on-ballot", n=vote.dots)
    if max(placed.values()) > vote.most:
        raise NotPossible("too-many-on-one", n=vote.most)
    return {vote.options[number - 1].id: str(count) for number, count in placed.items()}
