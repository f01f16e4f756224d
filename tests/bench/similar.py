"""How often a suggested pair belongs together, on the labelled reflections, beside what a guess would give.

Run: python -m tests.bench.similar
"""

import random
import time

from sessionrunner.core.similar import alike
from tests.core.themed_reflections import THEMES


def labelled() -> tuple[list[str], list[str]]:
    """The texts in a mixed order, and the theme of each."""
    both = [(text, theme) for theme, texts in THEMES.items() for text in texts]
    random.Random(7).shuffle(both)
    return [text for text, _ in both], [theme for _, theme in both]


def by_chance(themes: list[str]) -> float:
    """The part of all pairs that belong together: what a blind guess would hit."""
    pairs = [(one, other) for at, one in enumerate(themes) for other in themes[at + 1 :]]
    return sum(one == other for one, other in pairs) / len(pairs)


def hit(texts: list[str], themes: list[str], most: int, enough: float) -> tuple[int, int]:
    """How many pairs are suggested, and how many of them belong together."""
    pairs = alike(texts, most, enough)
    return len(pairs), sum(themes[pair.one] == themes[pair.other] for pair in pairs)


def main() -> None:
    """Print a table."""
    texts, themes = labelled()
    chance = by_chance(themes)
    print(f"{len(texts)} texts, {len(THEMES)} themes; a guess hits {chance:.1%}")
    print("most  least likeness  suggested  right  precision  times a guess")
    for most in (12, 30, 100):
        for enough in (0.1, 0.17, 0.25):
            suggested, right = hit(texts, themes, most, enough)
            part = right / max(suggested, 1)
            print(f"{most:4}  {enough:14}  {suggested:9}  {right:5}  {part:9.1%}  {part / chance:13.1f}")
    many = texts * 3
    start = time.perf_counter()
    alike(many)
    print(f"{len(many)} texts: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
