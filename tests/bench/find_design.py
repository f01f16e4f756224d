"""Find ten rounds of eight fours in which nobody meets twice; prints what ``core.groups.designs`` stores.

``python -m tests.bench.find_design [SEED]``. People are (row, element) with four rows and the group Z2 x Z2 x Z2,
which moves everybody by adding an element. Four rounds stay as they are when the group moves the room, and three
become another round: those are kept by the subgroup {0, 3, 4, 7} only. Pairs that the group moves into each other
form 76 classes; a design uses none of them twice. Four fixed rounds and three that double make ten. It may take
some minutes.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from random import Random

SUBGROUP = (0, 3, 4, 7)
PAIRINGS = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
"""The ways to pair off four rows."""
FOURS = tuple((0, a, b, a ^ b) for a, b in combinations(range(1, 8), 2) if b < a ^ b)
"""Subgroups of four elements."""
PATIENCE = 30_000
"""Pairs of doubling rounds looked at before other fixed rounds are tried."""

Block = tuple[tuple[int, int], ...]
"""Four people as row and element."""
Rounds = dict[int, tuple[Block, ...]]
"""Blocks that a round grows from, by the classes of pairs it uses, one bit a class."""


def main(seed: int = 1) -> None:
    """Look until a design is found, and print its blocks: those of fixed rounds, then those of rounds that double."""
    dice = Random(seed)
    across, pairs, fours = by_classes(crossings()), by_classes(paired()), by_classes(subgroups())
    doubling = by_classes([*two_crossings(), *crossing_and_pairs()])
    print(f"{len(across)}, {len(pairs)}, {len(fours)} fixed rounds; {len(doubling)} that double")
    for number in range(1, 10_000_000):
        start = disjoint([list(across), list(fours), list(pairs), list(pairs)], dice)
        used = sum(start)
        end = three([one for one in doubling if not one & used], dice) if start else ()
        if end:
            print(f"found after {number} starts")
            known = across | pairs | fours | doubling
            for one in (*start, *end):
                print(f"    {tuple(tuple(row * 8 + element for row, element in block) for block in known[one])},")
            return


def disjoint(kinds: list[list[int]], dice: Random) -> tuple[int, ...]:
    """One round of each kind, no class used twice; empty when chance does not give them."""
    used, chosen = 0, []
    for kind in kinds:
        found = next((one for one in (dice.choice(kind) for _ in range(50)) if not one & used), None)
        if found is None:
            return ()
        chosen.append(found)
        used |= found
    return tuple(chosen)


def three(rounds: list[int], dice: Random) -> tuple[int, ...]:
    """Three rounds that use no class twice; empty when they are not found with patience."""
    order, left = dice.sample(rounds, len(rounds)), PATIENCE
    for at, one in enumerate(order):
        others = [other for other in order[at + 1 :] if not one & other]
        left -= len(others)
        for number, other in enumerate(others):
            third = next((last for last in others[number + 1 :] if not last & other), None)
            if third is not None:
                return one, other, third
        if left < 0:
            break
    return ()


def crossings() -> Iterator[tuple[Block, ...]]:
    """A fixed round of one block, with somebody from every row."""
    for moves in product(range(8), repeat=3):
        yield (tuple(enumerate((0, *moves))),)


def paired() -> Iterator[tuple[Block, ...]]:
    """A fixed round of two blocks of two pairs, each pair a step apart."""
    for pairing in PAIRINGS:
        for steps in product(range(1, 8), repeat=2):
            for moves in product(range(8), repeat=2):
                yield tuple(double(rows, step, 0, at) for rows, step, at in zip(pairing, steps, moves, strict=True))


def subgroups() -> Iterator[tuple[Block, ...]]:
    """A fixed round in which every row is divided along a subgroup of four."""
    for four in product(FOURS, repeat=4):
        yield tuple(tuple((row, element) for element in elements) for row, elements in enumerate(four))


def two_crossings() -> Iterator[tuple[Block, ...]]:
    """A doubling round of two blocks with somebody from every row."""
    for (across,) in crossings():
        for moves in product(SUBGROUP, repeat=3):
            rest = zip(across, (0, *moves), strict=True)
            yield across, tuple((row, element ^ 1 ^ move) for (row, element), move in rest)


def crossing_and_pairs() -> Iterator[tuple[Block, ...]]:
    """A doubling round of one such block, and two blocks of two pairs from what it leaves of the rows."""
    for (across,) in crossings():
        free = [element ^ 1 for _, element in across]
        for pairing, steps, moves in product(PAIRINGS, product((3, 4, 7), repeat=2), product(SUBGROUP, repeat=2)):
            doubles = (
                double(rows, step, free[rows[0]], free[rows[1]] ^ move)
                for rows, step, move in zip(pairing, steps, moves, strict=True)
            )
            yield across, *doubles


def double(rows: tuple[int, int], step: int, one: int, other: int) -> Block:
    """Two people of one row and two of another, both the same step apart."""
    return (rows[0], one), (rows[0], one ^ step), (rows[1], other), (rows[1], other ^ step)


def by_classes(rounds: Iterable[tuple[Block, ...]]) -> Rounds:
    """The rounds that use no class twice, one for each set of classes."""
    found: Rounds = {}
    for blocks in rounds:
        used = [classes(block) for block in blocks]
        if len(frozenset[int]().union(*used)) == sum(map(len, used)):
            found.setdefault(sum(1 << name for name in frozenset[int]().union(*used)), blocks)
    return found


def classes(block: Block) -> frozenset[int]:
    """The classes of a block's pairs: two rows and the step between them."""
    return frozenset((4 * a + b) * 8 + (x ^ y) for (a, x), (b, y) in combinations(sorted(block), 2))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
