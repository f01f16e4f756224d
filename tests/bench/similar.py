"""How often a suggested pair belongs together, on labelled reflections, beside what a guess would give.

Run: python -m tests.bench.similar

The likeness that is enough was chosen on the first set; the second was written afterwards and nothing was chosen by
it. A room has about twenty texts, so both are also measured as rooms of twenty drawn from them.
"""

import random
import time
from collections.abc import Mapping
from statistics import mean, quantiles

from sessionrunner.core.similar import ENOUGH, alike
from tests.bench import unseen_reflections
from tests.core import themed_reflections

Labelled = list[tuple[str, str]]
"""Texts, each with its theme."""
SETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "chosen on": themed_reflections.THEMES,
    "unseen": unseen_reflections.THEMES,
}
MOST = 12
ROOMS, TEXTS = 400, 20


def labelled(themes: Mapping[str, tuple[str, ...]]) -> Labelled:
    """The texts in a mixed order, and the theme of each."""
    both = [(text, theme) for theme, texts in themes.items() for text in texts]
    random.Random(7).shuffle(both)
    return both


def together(texts: Labelled) -> int:
    """How many of all pairs belong together."""
    return sum(one[1] == other[1] for at, one in enumerate(texts) for other in texts[at + 1 :])


def by_chance(texts: Labelled) -> float:
    """The part of all pairs that belong together: what a blind guess would hit."""
    return together(texts) / (len(texts) * (len(texts) - 1) / 2)


def hit(texts: Labelled, most: int, enough: float) -> tuple[int, int]:
    """How many pairs are suggested, and how many of them belong together."""
    pairs = alike([text for text, _ in texts], most, enough)
    return len(pairs), sum(texts[pair.one][1] == texts[pair.other][1] for pair in pairs)


def whole(name: str, texts: Labelled) -> None:
    """A set as one large room, by how many may be suggested and how alike they must be."""
    print(f"{name}: {len(texts)} texts; a guess hits {by_chance(texts):.1%}")
    print("  most  least likeness  suggested  right  precision  found of all that belong together")
    for most in (MOST, 30, 100):
        for enough in (0.1, ENOUGH, 0.25):
            suggested, right = hit(texts, most, enough)
            part, found = right / max(suggested, 1), right / together(texts)
            print(f"  {most:4}  {enough:14}  {suggested:9}  {right:5}  {part:9.1%}  {found:6.1%}")


def rooms(texts: Labelled) -> None:
    """Rooms of the usual size drawn from the set, as the program asks."""
    chance = random.Random(1)
    drawn = [chance.sample(texts, TEXTS) for _ in range(ROOMS)]
    hits = [hit(room, MOST, ENOUGH) for room in drawn]
    parts = [right / suggested for suggested, right in hits if suggested]
    found = [right / together(room) for room, (_, right) in zip(drawn, hits, strict=True) if together(room)]
    guess = mean(map(by_chance, drawn))
    middle = quantiles(parts, n=20)
    print(f"  rooms of {TEXTS}: {mean(one for one, _ in hits):.1f} suggested, precision {mean(parts):.1%}", end=" ")
    print(f"(nine rooms of ten {middle[0]:.0%} to {middle[-1]:.0%}; a guess {guess:.1%}), found {mean(found):.1%}")


def main() -> None:
    """Print tables for both sets, and how long two hundred texts take."""
    for name, themes in SETS.items():
        whole(name, labelled(themes))
        rooms(labelled(themes))
    many = [text for text, _ in labelled(themed_reflections.THEMES)] * 3
    start = time.perf_counter()
    alike(many)
    print(f"{len(many)} texts: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
