"""Find ten rounds of eight fours in which nobody meets twice; prints what ``core.groups.designs`` stores.

``python -m tests.bench.find_design [SEED]``. People are (row, element) with four rows and the group Z2 x Z2 x Z2,
which moves everybody by adding an element. Four rounds stay as they are when the group moves the room, and three
become another round: those are kept by the subgroup {0, 3, 4, 7} only. Pairs that the group moves into each other
form 76 classes; a design uses none of them twice. Four fixed rounds and three that double make ten.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from random import Random

SUBGROUP = (0, 3, 4, 7)
INSIDE, OUTSIDE = (3, 4, 7), (1, 2, 5, 6)
"""Steps that are in the subgroup, and those that are not."""
PAIRINGS = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
"""The ways to pair off four rows."""

Block = tuple[tuple[int, int], ...]
"""Four people as row and element."""
Round = tuple[frozenset[tuple[int, int, int]], tuple[Block, ...]]
"""Classes of pairs that a round uses, and the blocks it grows from."""


def main(seed: int = 1) -> None:
    """Look until a design is found, and print its blocks: those of fixed rounds, then those of rounds that double."""
    dice = Random(seed)
    fixed, doubling = list(fixed_rounds()), list(doubling_rounds())
    print(f"{len(fixed)} fixed rounds, {len(doubling)} that double")
    for number in range(1, 10_000):
        start = chosen(dice.sample(fixed, len(fixed)), 4)
        rest = [one for one in doubling if start and not any(one[0] & other[0] for other in start)]
        end = chosen(dice.sample(rest, len(rest)), 3)
        if start and end:
            print(f"found after {number} starts")
            for _, blocks in (*start, *end):
                print("    " + str(tuple(tuple(row * 8 + element for row, element in block) for block in blocks)) + ",")
            return


def chosen(rounds: Sequence[Round], wanted: int) -> tuple[Round, ...]:
    """So many rounds of these that use no class twice, by backtracking; empty when there are none."""
    if wanted == 0:
        return ()
    for at, one in enumerate(rounds[: 400 if wanted > 1 else len(rounds)]):
        others = [other for other in rounds[at + 1 :] if not one[0] & other[0]]
        found = chosen(others, wanted - 1)
        if found or wanted == 1:
            return (one, *found)
    return ()


def fixed_rounds() -> Iterator[Round]:
    """Two blocks of two pairs, each pair a step apart that is not in the subgroup."""
    for pairing in PAIRINGS:
        for steps in product(OUTSIDE, repeat=2):
            for shifts in product(range(8), repeat=2):
                blocks = tuple(double(rows, step, 0, at) for rows, step, at in zip(pairing, steps, shifts, strict=True))
                yield from of_blocks(blocks)


def doubling_rounds() -> Iterator[Round]:
    """One block with somebody from every row, and two of two pairs from what that leaves of the rows."""
    for shifts in product(range(8), repeat=3):
        across = tuple(enumerate((0, *shifts)))
        free = [next(x for x in range(8) if x not in {y ^ element for y in SUBGROUP}) for _, element in across]
        for pairing in PAIRINGS:
            for steps in product(INSIDE, repeat=2):
                for moves in product(SUBGROUP, repeat=2):
                    yield from of_blocks((across, *(
                        double(rows, step, free[rows[0]], free[rows[1]] ^ move)
                        for rows, step, move in zip(pairing, steps, moves, strict=True)
                    )))  # fmt: skip


def double(rows: tuple[int, int], step: int, one: int, other: int) -> Block:
    """Two people of one row and two of another, both the same step apart."""
    return (rows[0], one), (rows[0], one ^ step), (rows[1], other), (rows[1], other ^ step)


def of_blocks(blocks: tuple[Block, ...]) -> Iterator[Round]:
    """The round these blocks make, unless two of them use the same class."""
    used = [classes(block) for block in blocks]
    union = frozenset().union(*used)
    if len(union) == sum(map(len, used)):
        yield union, blocks


def classes(block: Block) -> frozenset[tuple[int, int, int]]:
    """The classes of a block's pairs: two rows and the step between them."""
    return frozenset((a, b, x ^ y) for (a, x), (b, y) in combinations(sorted(block), 2))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
