"""Which texts may say the same: parts of words in common, rare ones counting most. Only ever a suggestion.

Parts of words rather than words, because Swedish joins and bends its words: ``handledning`` is found in
``grupphandledningen``. Everything is worked out here and now from the texts themselves; nothing is fetched or learned.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sessionrunner.core.stop_words import STOP_WORDS

ENOUGH = 0.17
"""Likeness from which a pair is worth a look; chosen on a labelled set (see ``tests/bench/similar.py``)."""
_MOST = 12
"""Suggestions at a time: more than the leader reads while the room waits."""
_WORD = re.compile(r"[^\W\d_]+")
_PART = 4
"""Letters in a part of a word."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, by their places in the list that was asked about."""

    one: int
    other: int
    likeness: float
    """0 for nothing in common, 1 for the same words."""


def alike(texts: Sequence[str], most: int = _MOST, enough: float = ENOUGH) -> list[Pair]:
    """The pairs that are most alike, the likeliest first."""
    weighed = _weighed([_parts(text) for text in texts])
    pairs = (
        Pair(one, other, _likeness(weighed[one], weighed[other]))
        for one in range(len(texts))
        for other in range(one + 1, len(texts))
    )
    likely = sorted((pair for pair in pairs if pair.likeness >= enough), key=lambda pair: -pair.likeness)
    return likely[:most]


def _parts(text: str) -> Counter[str]:
    words = (word for word in _WORD.findall(text.casefold()) if word not in STOP_WORDS)
    return Counter(part for word in words for part in _of_word(f" {word} "))


def _of_word(word: str) -> list[str]:
    return [word[at : at + _PART] for at in range(max(1, len(word) - _PART + 1))]


def _weighed(counted: Sequence[Counter[str]]) -> list[Mapping[str, float]]:
    """Every text as weights of length 1; what nearly all have in common weighs little."""
    spread = Counter(part for parts in counted for part in parts)
    rare = {part: math.log((1 + len(counted)) / number) for part, number in spread.items()}
    return [_unit({part: (1 + math.log(number)) * rare[part] for part, number in parts.items()}) for parts in counted]


def _unit(weights: Mapping[str, float]) -> Mapping[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {part: weight / length for part, weight in weights.items()} if length else {}


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shorter, longer = sorted((one, other), key=len)
    return sum(weight * longer.get(part, 0.0) for part, weight in shorter.items())
