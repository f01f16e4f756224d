"""Groups that sit, brought within a range of sizes when somebody has come or left."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, count

from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups.division import Division, Group, label
from sessionrunner.core.groups.resizing import keeps, resized
from sessionrunner.core.groups.sizes import split

Sets = Sequence[Sequence[str]]
"""People who are to share a group, or not to."""

Seats = dict[str, int]
"""In which group each person sits, by its number."""


def can_keep(division: Division, people: int, size: SizeRange) -> bool:
    """Whether so many can sit within the range, and nobody has arranged groups outside it by hand."""
    before = [len(group.members) for group in division.groups]
    by_hand = not keeps(before, size) and keeps(split(sum(before), size), size)
    return bool(before) and not by_hand and keeps(split(people, size), size)


def reseated(
    division: Division,
    people: Sequence[str],
    size: SizeRange,
    taken: frozenset[str] = frozenset(),
    *,
    apart: Sets = (),
    together: Sets = (),
) -> Division:
    """Exactly these people in groups within the range: as few as can be leave their group, and more only for a wish.

    Letters that are taken are not given to a new group. Roles of those who leave a group are left to be filled.
    """
    present = set(people)
    groups = [group for group in division.groups if present & set(group.members)]
    home = {name: at for at, group in enumerate(groups) for name in group.members if name in present}
    sizes = resized([sum(at == number for at in home.values()) for number in range(len(groups))], len(people), size)
    roles = frozenset(name for group in groups for name in (group.reporter, group.host) if name)
    seats = _Change(home, sizes, roles, apart, together).seats(people)
    letters = (one for one in map(label, count()) if one not in {*taken, *(group.label for group in division.groups)})
    groups += [Group(next(letters), ()) for _ in sizes[len(groups) :]]
    order = [*home, *(name for name in people if name not in home)]
    after = [replace(group, members=_in_order(number, order, seats, home)) for number, group in enumerate(groups)]
    return Division(tuple(group for group in after if group.members))


def _in_order(number: int, order: Sequence[str], seats: Seats, home: Seats) -> tuple[str, ...]:
    """Who sits in the group: those who stayed, and then those who came to it."""
    here = [name for name in order if seats[name] == number]
    return tuple(sorted(here, key=lambda name: home.get(name) != number))


@dataclass(frozen=True, slots=True)
class _Change:
    """Who leaves a group for the sake of the sizes, and where those sit who have left one or have come."""

    home: Seats
    sizes: tuple[int, ...]
    roles: frozenset[str]
    apart: Sets
    together: Sets

    def seats(self, people: Sequence[str]) -> Seats:
        """Where everybody sits."""
        seats = dict(self.home)
        for number, wanted in enumerate(self.sizes):
            while sum(at == number for at in seats.values()) > wanted:
                here = [name for name in reversed(seats) if seats[name] == number]
                del seats[min(here, key=lambda name: (*self._ties(name, number, seats), name in self.roles))]
        for name in people:
            if name not in seats:
                seats[name] = min(self._open(seats), key=self._welcome(name, seats))
        return self._eased(seats)

    def _open(self, seats: Seats) -> list[int]:
        taken = list(seats.values())
        return [number for number, wanted in enumerate(self.sizes) if taken.count(number) < wanted]

    def _welcome(self, name: str, seats: Seats) -> Callable[[int], tuple[int, int, int]]:
        """How ill somebody fits into a group: wishes first, then how many sit there."""

        def strain(number: int) -> tuple[int, int, int]:
            apart, together = self._ties(name, number, seats)
            return -apart, -together, list(seats.values()).count(number)

        return strain

    def _ties(self, name: str, number: int, seats: Seats) -> tuple[int, int]:
        """Those in the group whom somebody is to be without, less than none, and those to be with."""
        here = {other for other, at in seats.items() if at == number and other != name}
        apart, together = (
            sum(len(here.intersection(names)) for names in sets if name in names)
            for sets in (self.apart, self.together)
        )
        return -apart, together

    def _eased(self, seats: Seats) -> Seats:
        """Places are changed while that spares a wish that those who come to a group would break."""
        while broken := {name for pair in self._broken(seats) for name in pair if seats[name] != self.home.get(name)}:
            ways = [_swapped(seats, one, other) for one in seats if one in broken for other in seats]
            best = min(ways, key=self._strain)
            if len(list(self._broken(best))) >= len(list(self._broken(seats))):
                break
            seats = best
        return seats

    def _strain(self, seats: Seats) -> tuple[int, int, int]:
        moved = [name for name, at in self.home.items() if seats[name] != at]
        return len(list(self._broken(seats))), len(moved), len(self.roles.intersection(moved))

    def _broken(self, seats: Seats) -> Iterator[tuple[str, str]]:
        """Pairs who sit together and should not, or apart and should not."""
        for sets, same in ((self.apart, True), (self.together, False)):
            for names in sets:
                for one, other in combinations([name for name in dict.fromkeys(names) if name in seats], 2):
                    if (seats[one] == seats[other]) is same:
                        yield one, other


def _swapped(seats: Seats, one: str, other: str) -> Seats:
    return {**seats, one: seats[other], other: seats[one]}
