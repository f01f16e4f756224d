"""The smallest change that seats everybody when somebody has come or left."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sessionrunner.core.groups.division import Division, Group, Wish


def fit(division: Division, people: Sequence[str], smallest: int, wish: Wish) -> Division:
    """The division with exactly these people: nobody moves unless a group is left too small, nobody is left alone.

    Somebody new joins the smallest group; roles that are wanted and vacant are filled by whoever has had fewest.
    """
    seats = [[name for name in group.members if name in people] for group in division.groups]
    seated = {name for members in seats for name in members}
    newcomers = [name for name in people if name not in seated]
    if newcomers and not seats:
        return Division((_staffed(Group("A", tuple(newcomers)), wish),))
    for name in newcomers:
        min(filter(None, seats), key=len, default=seats[0]).append(name)
    roles = {name for group in division.groups for name in (group.reporter, group.host) if name is not None}
    _fill(seats, roles, max(2, min([smallest, *(len(group.members) for group in division.groups)])))
    there = [
        replace(group, members=tuple(members)) for group, members in zip(division.groups, seats, strict=True) if members
    ]
    return Division(tuple(_staffed(group, wish) for group in there))


def _fill(seats: list[list[str]], roles: set[str], smallest: int) -> None:
    """Bring groups that are too small up to size from the largest; send somebody left alone to others.

    Whoever is alone moves at once where filling the group would take more than one, or where somebody else is alone.
    """
    for members in seats:
        if smallest > 2 or sum(len(other) == 1 for other in seats) > 1:
            _join(members, seats)
    for members in sorted(seats, key=len):
        while 0 < len(members) < smallest and len(max(seats, key=len)) > smallest:
            members.append(_let_go(max(seats, key=len), roles))
        _join(members, seats)


def _join(members: list[str], seats: list[list[str]]) -> None:
    """Send somebody left alone to the smallest other group, if there is one."""
    others = [other for other in seats if other and other is not members]
    if len(members) == 1 and others:
        min(others, key=len).append(members.pop())


def _let_go(members: list[str], roles: set[str]) -> str:
    """Take somebody from a group, rather one without a role in it."""
    leaving = next((name for name in reversed(members) if name not in roles), members[-1])
    members.remove(leaving)
    return leaving


def _staffed(group: Group, wish: Wish) -> Group:
    """Reporter and host as they are while present; a vacancy is filled when the role is wanted or was held."""
    load = Counter(wish.loads or {})
    host = _holder(group.members, group.host, wish.host, load, besides=group.reporter)
    reporter = _holder(group.members, group.reporter, wish.reporter, load, besides=host)
    return replace(group, host=host, reporter=reporter)


def _holder(
    members: Sequence[str], current: str | None, wanted: bool, load: Counter[str], besides: str | None
) -> str | None:
    if current in members:
        return current
    if current is None and not wanted:
        return None
    free = [name for name in members if name != besides] or members
    return min(free, key=lambda name: load[name])
