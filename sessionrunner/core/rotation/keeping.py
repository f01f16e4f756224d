"""Everybody stays on the route that was announced when somebody comes or leaves."""

from dataclasses import replace

from sessionrunner.core.groups import Division, Group


def numbered(division: Division) -> list[tuple[int, Group]]:
    """Each group with its number among those that set out; the number decides where it goes."""
    return [(at if group.home is None else group.home, group) for at, group in enumerate(division.groups)]


def guests_of(group: Group) -> list[str]:
    """Those who travel while the host stays, each in the place of their route; "" where one has left."""
    return list(group.routes) or [name for name in group.members if name != group.host]


def on_route(before: Division, after: Division) -> Division:
    """The later division, its groups and guests on the routes they had; newcomers take over those left vacant."""
    set_out = {group.label: (number, group) for number, group in numbered(before)}
    groups = tuple(
        _kept(group, at, *set_out[group.label]) if group.label in set_out else group
        for at, group in enumerate(after.groups)
    )
    most = max(before.homes, len(before.groups))
    return Division(groups, most if len(groups) < most else 0)


def _kept(group: Group, at: int, number: int, was: Group) -> Group:
    guests = [name for name in group.members if name != group.host]
    routes = _filled([name if name in guests else "" for name in guests_of(was)], guests)
    changed = group.host is not None and routes != guests
    return replace(group, home=None if number == at else number, routes=tuple(routes) if changed else ())


def _filled(routes: list[str], guests: list[str]) -> list[str]:
    for name in guests:
        if name not in routes:
            vacant = routes.index("") if "" in routes else len(routes)
            routes[vacant : vacant + 1] = [name]
    return routes
