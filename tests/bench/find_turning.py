"""Find nine rounds of seven fours in which nobody meets twice; prints what ``core.groups.designs`` stores.

``python -m tests.bench.find_turning``: under a second. People are three circles of nine seats, numbered
9 * circle + seat, and 27, who stays put. Turning all circles one step gives the next round, so a round may use no
difference between two seats twice. Only rounds are tried that stay the same when each circle moves to the next one's
place and seats are multiplied by 4 or 7: six of the groups then follow from two.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

SEATS, STILL = 9, 27
Block = tuple[int, ...]


def main() -> None:
    """Print the first round that is found, and how many there are."""
    found = [tuple(base) for factor in (4, 7) for base in bases(factor)]
    print(f"{len(found)} rounds; the first:")
    print(f"    {', '.join(map(str, found[0]))}")


def bases(factor: int) -> Iterator[list[Block]]:
    """Every round that uses no difference twice, with the one who stays put beside one of three kinds of seat."""
    for seat in (0, 1, 3):
        still = (*orbit(seat, factor), STILL)
        others = [other for other in range(SEATS) if other != seat]
        for rest in combinations(others[1:], 3):
            left = [other for other in others[1:] if other not in rest]
            for one, other in product(triples((others[0], *rest), factor), triples(left, factor)):
                if parted([still, *one, *other]):
                    yield [tuple(sorted(block)) for block in (still, *one, *other)]


def orbit(seat: int, factor: int) -> Block:
    """Where the multiplier takes a seat of the first circle."""
    return tuple(circle * SEATS + seat * factor**circle % SEATS for circle in range(3))


def triples(seats: Sequence[int], factor: int) -> list[list[Block]]:
    """Three groups that the multiplier makes of one, from four orbits, no difference used twice."""
    orbits = [orbit(seat, factor) for seat in seats]
    blocks = (
        (orbits[0][0], *(row[at] for row, at in zip(orbits[1:], turns, strict=True)))
        for turns in product(range(3), repeat=3)
    )
    found = [[tuple(moved(person, factor, times) for person in block) for times in range(3)] for block in blocks]
    return [three for three in found if parted(three)]


def moved(person: int, factor: int, times: int) -> int:
    """Where somebody sits when the multiplier has been used so often."""
    circle, seat = divmod(person, SEATS)
    return (circle + times) % 3 * SEATS + seat * pow(factor, times, SEATS) % SEATS


def parted(blocks: Sequence[Block]) -> bool:
    """Whether no difference is used twice."""
    used = [difference for block in blocks for difference in differences(block)]
    return len(set(used)) == len(used)


def differences(block: Block) -> Iterator[tuple[int, int, int]]:
    """The circles of every pair in a group, and the step between their seats."""
    for one, other in combinations(sorted(block), 2):
        step = (other - one) % SEATS
        circles = one // SEATS, other // SEATS
        yield *circles, 0 if other == STILL else min(step, SEATS - step) if circles[0] == circles[1] else step


if __name__ == "__main__":
    main()
