"""Who speaks for each group and who stays at the table, shared so that it comes to everybody equally often."""

from collections import Counter, deque
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Person = TypeVar("Person", bound=Hashable)


def share(groups: Sequence[Sequence[Person]], loads: Mapping[Person, int]) -> list[Person]:
    """One person for each group, so that the loads of everybody together are as even as they can be.

    Groups choose their least loaded member, and then turns are handed on along chains of groups from somebody
    with more to somebody with at least two fewer: augmenting paths in the flow of turns from groups to people.
    When no such chain is left, the sum of squares of the loads is the least there is (Harvey, Ladner, Lovász and
    Tamir, semi-matchings), and where groups of equal size fill whole days the loads differ by at most one.
    """
    load = Counter(dict(loads))
    turns: list[Person] = []
    for members in groups:
        person = min(members, key=lambda member: load[member])
        load[person] += 1
        turns.append(person)
    while _even_out(groups, turns, load):
        pass
    return turns


def _even_out(groups: Sequence[Sequence[Person]], turns: list[Person], load: Counter[Person]) -> bool:
    """Hand one turn on from somebody who has two more than somebody else can be given; False when nobody has."""
    held: dict[Person, list[int]] = {}
    for number, person in enumerate(turns):
        held.setdefault(person, []).append(number)
    for start in sorted(held, key=lambda person: -load[person]):
        chain = _chain(start, groups, held, load)
        if chain:
            for number, person in chain:
                load[turns[number]] -= 1
                load[person] += 1
                turns[number] = person
            return True
    return False


def _chain(
    start: Person, groups: Sequence[Sequence[Person]], held: Mapping[Person, list[int]], load: Counter[Person]
) -> list[tuple[int, Person]]:
    """Turns to hand on, from the far end back to ``start``: to each of these groups' new person; empty when none."""
    came: dict[Person, tuple[Person, int]] = {}
    waiting = deque([start])
    while waiting:
        person = waiting.popleft()
        for number in held.get(person, ()):
            for member in groups[number]:
                if member == start or member in came:
                    continue
                came[member] = person, number
                if load[member] <= load[start] - 2:
                    return _back(member, start, came)
                waiting.append(member)
    return []


def _back(person: Person, start: Person, came: Mapping[Person, tuple[Person, int]]) -> list[tuple[int, Person]]:
    chain = []
    while person != start:
        before, number = came[person]
        chain.append((number, person))
        person = before
    return chain
